import { readFileSync } from 'node:fs';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';

const FILES = ['000_591516c1a6096e95', '002_1d20fa501c3115ca', '003_ae302a1c36180481', '004_b96c66c303331b86'] as const;

/** The four real articles, in the order of their file names. */
export function readSeeds(): [Article, Article, Article, Article] {
  const [a, b, c, d] = FILES;
  return [readSeed(a), readSeed(b), readSeed(c), readSeed(d)];
}

function readSeed(id: string): Article {
  const text = readFileSync(new URL(`../../seeds/${id}.txt`, import.meta.url), 'utf8');
  return createArticle({ id, text });
}
