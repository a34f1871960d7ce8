import { OTHER_LANGUAGES } from '../../english/lists/otherLanguages.js';
import type { Acquaintance } from '../../search/lexicon.js';

/** Scripts that English is never written in, with the language (ISO 639-1) that a question in it most likely is. Kana before Han, which Japanese has too. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[іїєґ]/iu, 'uk'],
  [/\p{sc=Cyrillic}/u, 'ru'],
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Han}/u, 'zh'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Devanagari}/u, 'hi'],
  [/\p{sc=Thai}/u, 'th'],
];
/** Small words by which a question is English, and that no other language here has. */
const ENGLISH =
  /(?<![\p{L}\p{M}])(?:about|after|and|any|are|at|before|by|did|do|does|for|from|has|have|how|is|it|its|of|that|the|there|they|this|what|when|where|which|who|whose|why|will|with)(?![\p{L}\p{M}])/iu;
const WORD = /[\p{L}\p{M}]+/gu;
/** So much of a question's words, names aside, is foreign or unknown when it is in another language. */
const MOSTLY = 0.5;

/**
 * The language of a question that is not in English, by the small words that it is made of or by its script. Unsure, it is taken
 * for English: a refusal in the wrong language is worse than one in English. A library for this would double the memory of a
 * corpus of four articles, and takes one keyword query in sixty for another language.
 * @param acquaintance what corpus and English know of a lower-case word
 * @returns its code in ISO 639-1; null for English and for what cannot be told
 */
export function otherLanguage(text: string, acquaintance: (word: string) => Acquaintance): string | null {
  if (ENGLISH.test(text)) return null;
  const words = (text.match(WORD) ?? []).map((word) => word.toLowerCase());
  const common = words.map((word) => ({ word, is: acquaintance(word) })).filter(({ is }) => is !== 'name');
  const unknown = common.filter(({ is }) => is === 'unknown');
  if (unknown.length === 0) return null;
  const ofOthers = common.filter(({ word, is }) => is === 'unknown' || OTHER_LANGUAGES.has(word));
  if (ofOthers.length < common.length * MOSTLY) return null;
  return languageByScript(unknown.map(({ word }) => word).join(' ')) ?? languageByWords(words);
}

function languageByScript(text: string): string | null {
  if (/\p{sc=Latin}/u.test(text)) return null;
  return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? null;
}

/** The language that most of the words are of; of several alike the first by its code. */
function languageByWords(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const code of OTHER_LANGUAGES.get(word)?.split(' ') ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return most?.[0] ?? null;
}
