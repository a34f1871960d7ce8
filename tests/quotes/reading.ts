import { readFileSync } from 'node:fs';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import type { Quote } from '../../src/quotes/quote.js';

const SEEDS = {
  '000': '000_591516c1a6096e95',
  '002': '002_1d20fa501c3115ca',
  '003': '003_ae302a1c36180481',
  '004': '004_b96c66c303331b86',
} as const;

export type SeedNumber = keyof typeof SEEDS;

/** One of the four real articles, as the bot reads it. */
export function readSeed(number: SeedNumber): Article {
  const id = SEEDS[number];
  return createArticle({ id, text: readFileSync(new URL(`../../seeds/${id}.txt`, import.meta.url), 'utf8') });
}

/** An article made of paragraphs. */
export function articleOf(...paragraphs: string[]): Article {
  return createArticle({ id: 'sample', title: 'A sample', text: paragraphs.join('\n\n') });
}

/** The quotes of an article made of paragraphs. */
export function quotesIn(...paragraphs: string[]): Quote[] {
  return extractQuotes(articleOf(...paragraphs));
}

/** A quote on one line: "direct · Sergei Lavrov · said · We oppose this line". */
export function line({ direct, speaker, verb, text }: Quote): string {
  return `${direct ? 'direct' : 'reported'} · ${speaker?.name ?? '?'} · ${verb ?? '-'} · ${text}`;
}
