import type { ArticleInput } from '../src/corpus/article.js';
import { addDays } from '../src/english/calendar.js';
import { mulberry32 } from '../src/evaluation/mulberry32.js';
import { pick } from './pick.js';

/** Made-up articles and questions with words that they hold. */
export interface SyntheticCorpus {
  readonly articles: ArticleInput[];
  readonly questions: string[];
}

/** About what a news agency's story has. */
const SENTENCES_PER_ARTICLE = 20;
const SENTENCES_PER_PARAGRAPH = 2;
const SHORTEST_SENTENCE = 12;
const LONGEST_SENTENCE = 28;
/** A newspaper year uses some tens of thousands of word forms. */
const VOCABULARY = 30_000;
/** In English prose about two words in five are function words; an index has to cope with them. */
const FUNCTION_WORD_SHARE = 0.4;
const FUNCTION_WORDS = 'the of and to in a is that for it was on with as by at from his an were'.split(' ');
/** Commoner words than this say too little to ask for: in Zipf's order, the first hundreds are everywhere. */
const COMMONEST_ASKED = 100;
const ONSETS = 'b br ch d dr f g gr h j k kr l m n p pr r s st t tr v z'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', 'l', 'm', 'n', 'r', 's', 't'];
const FIRST_DAY = '2023-01-01';
const DAYS = 365;

/**
 * Articles that are the same on every machine and in every run: pseudo-words in Zipf's distribution, in sentences,
 * paragraphs and dates as news has them. They measure time and memory, never whether an answer is right.
 * @param passages sentences in all, rounded up to whole articles
 */
export function makeSyntheticCorpus(passages: number, questions: number, seed = 1): SyntheticCorpus {
  const random = mulberry32(seed);
  const words = makeWords(random);
  const articles: ArticleInput[] = [];
  const askable: string[][] = [];
  for (let index = 0; index * SENTENCES_PER_ARTICLE < passages; index++) {
    const sentences = Array.from({ length: SENTENCES_PER_ARTICLE }, () => makeSentence(random, words));
    askable.push(...sentences.map(({ rare }) => rare).filter((rare) => rare.length >= 3));
    articles.push({
      id: `synthetic-${index}`,
      title: makeSentence(random, words).text.slice(0, -1),
      published: addDays(FIRST_DAY, index % DAYS),
      text: paragraphs(sentences.map(({ text }) => text)),
    });
  }
  return {
    articles,
    questions: Array.from({ length: questions }, () => `what about ${pick(random, askable).slice(0, 4).join(' ')}`),
  };
}

function makeSentence(random: () => number, words: readonly string[]): { text: string; rare: string[] } {
  const length = SHORTEST_SENTENCE + Math.floor(random() * (LONGEST_SENTENCE - SHORTEST_SENTENCE));
  const rare: string[] = [];
  const chosen = Array.from({ length }, (_, position) => {
    // No sentence ends in "a.", which would be read as an initial.
    if (position < length - 1 && random() < FUNCTION_WORD_SHARE) return pick(random, FUNCTION_WORDS);
    // Zipf's law with exponent 1: the inverse of its logarithmic distribution function.
    const rank = Math.floor(words.length ** random()) - 1;
    const word = words[rank] ?? '';
    if (rank >= COMMONEST_ASKED) rare.push(word);
    return word;
  });
  const text = chosen.join(' ');
  return { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, rare };
}

function paragraphs(sentences: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_PER_PARAGRAPH)
    parts.push(sentences.slice(at, at + SENTENCES_PER_PARAGRAPH).join(' '));
  return parts.join('\n\n');
}

function makeWords(random: () => number): string[] {
  const words = new Set<string>();
  const syllable = (): string => pick(random, ONSETS) + pick(random, VOWELS) + pick(random, CODAS);
  while (words.size < VOCABULARY) words.add(syllable() + syllable() + (random() < 0.5 ? syllable() : ''));
  return [...words];
}
