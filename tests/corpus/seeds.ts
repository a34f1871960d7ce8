import { readFileSync } from 'node:fs';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import type { Span } from '../../src/english/span.js';

const FILES = {
  '000': '000_591516c1a6096e95',
  '002': '002_1d20fa501c3115ca',
  '003': '003_ae302a1c36180481',
  '004': '004_b96c66c303331b86',
} as const;

/** One of the four real articles, read from its file as it is. */
export function readSeed(number: keyof typeof FILES): Article {
  const id = FILES[number];
  return createArticle({ id, text: readFileSync(new URL(`../../seeds/${id}.txt`, import.meta.url), 'utf8') });
}

/** The text of spans. */
export function slices(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** Everything an answer may be cut from. */
export function bodyText({ text, sentences }: Article): string {
  return slices(text, sentences).join(' ');
}

/** The paragraphs of one kind, as text. */
export function paragraphsOf({ text, paragraphs }: Article, kind: 'body' | 'heading' | 'furniture'): string[] {
  return slices(
    text,
    paragraphs.filter((paragraph) => paragraph.kind === kind),
  );
}
