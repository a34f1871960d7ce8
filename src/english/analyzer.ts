import { IRREGULAR } from './irregular.js';
import { STOP_WORDS } from './lists/stopWords.js';
import type { Span } from './span.js';
import { stem } from './stem.js';

/** One indexed word of a text. */
export interface Token extends Span {
  /** What the index compares: normalised and stemmed. */
  readonly term: string;
  /** Normalised but whole: lower case, no marks, no possessive. For spelling and word vectors. */
  readonly surface: string;
  /** Whether it is written with a capital or as an abbreviation ("Kim", "US"). */
  readonly capitalized: boolean;
  /** Position among all words, stop words counted, so that distance means what a reader sees. Parts of one written word share none. */
  readonly position: number;
}

/**
 * A written word: letters and digits, joined by inner apostrophes, full stops ("U.S.", "2.5") or thousands commas.
 * Hyphens part words, except between a letter group and a number (see `JOINED_BY_HYPHEN`).
 */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*(?:[.'’,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]+|(?<=\d)[\u00A0\u2009\u202F]\d{3}(?![\p{L}\d]))*/gu;
/** Soft hyphens, zero-width spaces and joiners: they part words for the eye alone, and are no part of them. */
const INSIDE_WORD = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** "3 456 678", with narrow spaces as the rest of the world prints it. */
const SPACED_THOUSANDS = /^\d{1,3}(?:[\u00A0\u2009\u202F]\d{3})+$/;
/** Hyphens of any kind, and the dash that stands for one. */
const HYPHEN = /[-\u2010-\u2013\u2212]/;
const ABBREVIATION = /^(?:\p{L}\.)+\p{L}$/u;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** "Kim's", and a slip such as "Kim's's". */
const POSSESSIVE = /(?:['’ʼ][sS]){1,9}$/;
const PLAIN_WORD = /^[A-Za-z]+$/;
/** "B-52", "COVID-19", "F-16s": also indexed as one word, as people type "b52". */
const JOINED_BY_HYPHEN = /^(?:\p{L}{1,6}-\d{1,4}s?|\d{1,4}-\p{L})$/u;
/** "BA 2490": a flight, a road, a model, as often written in one word. */
const CODE_IN_TWO = /^\p{Lu}{1,3} \d{2,4}$/u;
/** "b52s" is the plural of "b52". */
const PLURAL_OF_MODEL = /^(\p{L}+\d+)s$/u;

/** What is longer is no word but a key, a picture in text or a fault: nobody asks for it, and it is not indexed. In characters. */
const LONGEST_WORD = 200;

/** The country's abbreviation, kept apart from the pronoun "us". */
const UNITED_STATES = 'usa';

/** Gives a normalised word its index term. */
export type TermOf = (surface: string) => string;

/** The index term of a normalised word. */
export const termOf: TermOf = (surface) => stem(IRREGULAR.get(surface) ?? surface);

/** Enough for the vocabulary of a few million words of news; past it what is remembered is let go. */
const REMEMBERED_TERMS = 200_000;

/** {@link termOf} with a memory, for who reads a whole corpus: half of a text is a few hundred words, said again and again. */
export function rememberTerms(): TermOf {
  const known = new Map<string, string>();
  return (surface) => {
    const before = known.get(surface);
    if (before !== undefined) return before;
    const term = termOf(surface);
    if (known.size >= REMEMBERED_TERMS) known.clear();
    known.set(surface, term);
    return term;
  };
}

/** Unicode NFKC, lower case, no marks. ASCII, which most words are, needs only the lower case. */
function normalize(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ]/g, "'");
}

/**
 * Splits a text into the terms that the index holds.
 * @param text any text; spans in the result are into it
 * @param keepStopWords also return stop words, for comparing phrases
 * @param terms how a word gets its term; with a memory where a whole corpus is read
 */
export function analyze(text: string, keepStopWords = false, terms: TermOf = termOf): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let previousEnd = -1;
  let previousWord = '';
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const word = match[0];
    for (const part of splitWord(word, start)) {
      if (part.word.length > LONGEST_WORD) continue;
      const surface = surfaceOf(part.word);
      // Nearly half of a text is stop words, so they are dropped before anything is made of them.
      if (surface !== '' && (keepStopWords || !isStopWord({ surface }))) {
        tokens.push(tokenOf(part.word, surface, part.start, position, terms));
      }
      position++;
    }
    const isShort = word.length <= LONGEST_WORD;
    if (isShort && previousEnd === start - 1 && HYPHEN.test(text.charAt(previousEnd))) {
      const joined = `${previousWord}-${word}`;
      if (JOINED_BY_HYPHEN.test(joined)) {
        const together = joined.replace('-', '');
        const whole = tokenOf(together, surfaceOf(together), previousEnd - previousWord.length, position - 1, terms);
        tokens.push({ ...whole, end: start + word.length });
      }
    }
    const code = isShort && previousEnd === start - 1 ? `${previousWord} ${word}` : '';
    if (CODE_IN_TWO.test(code) && /\s/.test(text.charAt(previousEnd))) {
      const whole = tokenOf(
        code.replace(' ', ''),
        surfaceOf(code.replace(' ', '')),
        previousEnd - previousWord.length,
        position - 1,
        terms,
      );
      tokens.push({ ...whole, end: start + word.length });
    }
    previousEnd = start + word.length;
    previousWord = isShort ? word : '';
  }
  return tokens;
}

/** "Seoul,Tokyo" and "end.Next" are two words that lost their space; "U.S", "2.5" and "1,000" are one. */
function splitWord(word: string, start: number): { word: string; start: number }[] {
  if (
    PLAIN_WORD.test(word) ||
    SPACED_THOUSANDS.test(word) ||
    !/[.,]/.test(word) ||
    ABBREVIATION.test(word) ||
    THOUSANDS.test(word) ||
    /^\d+\.\d+$/.test(word)
  ) {
    return [{ word, start }];
  }
  return [...word.matchAll(/[^.,]+/g)].map((part) => ({ word: part[0], start: start + part.index }));
}

function surfaceOf(word: string): string {
  return PLAIN_WORD.test(word) && word !== 'US' ? word.toLowerCase() : bare(word);
}

function tokenOf(word: string, surface: string, start: number, position: number, terms: TermOf): Token {
  return {
    term: terms(surface),
    surface,
    capitalized: isCapitalized(word),
    position,
    start,
    end: start + word.length,
  };
}

function isCapitalized(word: string): boolean {
  const first = word.charCodeAt(0);
  // What is no ASCII takes a pattern, which takes longer than all else that a token needs.
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : /^\p{Lu}/u.test(word);
}

/** The normalised word without possessive, contraction, full stops and thousands commas. */
function bare(word: string): string {
  if (word === 'US' || word === 'USA') return UNITED_STATES;
  const owner = word.replace(POSSESSIVE, '');
  if (owner !== word && owner !== '') return bare(owner);
  const normal = normalize(word.replace(INSIDE_WORD, ''));
  if (SPACED_THOUSANDS.test(word)) return word.replace(/\D/g, '');
  if (ABBREVIATION.test(normal)) {
    const letters = normal.replaceAll('.', '');
    return letters === 'us' ? UNITED_STATES : letters;
  }
  if (THOUSANDS.test(normal)) return normal.replaceAll(',', '');
  const apostrophe = normal.lastIndexOf("'");
  if (apostrophe < 0) return PLURAL_OF_MODEL.exec(normal)?.[1] ?? normal;
  const tail = normal.slice(apostrophe + 1);
  if (tail === 's') return normal.slice(0, apostrophe).replaceAll("'", '');
  // "won't" is not the verb "won".
  if (normal === "won't") return normal;
  // "don't", "they're": the first half is what a stop list knows; "O'Brien" and "d'Ivoire" stay one word.
  return /^(?:t|re|ve|ll|d|m)$/.test(tail) ? normal.slice(0, apostrophe) : normal.replaceAll("'", '');
}

/** Words that say nothing about a topic, and lone letters. */
export function isStopWord({ surface }: Pick<Token, 'surface'>): boolean {
  return STOP_WORDS.has(surface) || (surface.length === 1 && !/\d/.test(surface));
}
