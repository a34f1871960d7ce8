import type { ArticleHead } from '../../src/corpus/article.js';
import { byDay } from '../../src/corpus/byDate.js';
import type { AlsoIn, ArticleRef, Excerpt } from '../../src/corpus/excerpt.js';
import { daysExplained, publishedInWords } from './dates.js';
import type { Section } from './reply.js';
import { namesSource, sourceName } from './sourceName.js';

/** Source and date of an article on one line: "AFP · 20 October 2023", "source not named · undated". */
export function sourceLine(article: ArticleRef): string {
  return `${namesSource(article) ? sourceName(article) : 'source not named'} · ${publishedInWords(article.published)}`;
}

/** Where in its file an excerpt stands: "000_abc, paragraph 3". */
function placeLine({ article, paragraph }: Pick<Excerpt, 'article' | 'paragraph'>): string {
  return paragraph > 0 ? `${article.id}, paragraph ${paragraph}` : article.id;
}

/** How a date is known, where the words for the date do not say so already. */
const HOW_DATED = {
  stated: 'date stated by the article',
  dateline: '',
  inferred: 'from other coverage of the same',
  unknown: '',
} as const;

/** Source and date of an article with how the date is known: "AFP · 20 October 2023 · date stated by the article". */
export function datedSourceLine(article: ArticleHead): string {
  const { published, dateline } = article;
  const byDateline = published.basis === 'inferred' && dateline?.date === published.date;
  const how = byDateline ? 'from its dateline, the year worked out' : HOW_DATED[published.basis];
  return [sourceLine(article), how].filter(Boolean).join(' · ');
}

/** An excerpt as it is shown everywhere: headline, the words, where they are from, what a reader needs beside them. */
export function excerptSection(excerpt: Excerpt): Section {
  return {
    headline: excerpt.article.title,
    url: excerpt.article.url,
    quotation: { text: excerpt.text, emphasis: telling(excerpt.emphasis, excerpt.text) },
    citations: [sourceLine(excerpt.article), placeLine(excerpt)],
    place: { article: excerpt.article.id, start: excerpt.start, end: excerpt.end },
    notes: [...daysExplained(excerpt.days), ...alsoReported(excerpt.alsoIn)],
  };
}

/** What is all bold stresses nothing. */
function telling(emphasis: Excerpt['emphasis'], text: string): Excerpt['emphasis'] {
  return emphasis.some(([start, end]) => end - start >= text.trim().length) ? [] : emphasis;
}

/** Who else has it, oldest first, independent wording apart from copies of one wire. */
export function alsoReported(others: readonly AlsoIn[]): string[] {
  const oldestFirst = others.toSorted((a, b) => byDay(a.article, b.article));
  const named = (copies: boolean) => [
    ...new Set(
      oldestFirst
        .filter(({ wireCopy }) => wireCopy === copies)
        .map(({ article }) => `${sourceName(article)}, ${publishedInWords(article.published)}`),
    ),
  ];
  const [independent, copied] = [named(false), named(true)];
  return [
    ...(independent.length > 0 ? [`Also reported by ${independent.join('; ')}`] : []),
    ...(copied.length > 0 ? [`Same wire text: ${copied.join('; ')}`] : []),
  ];
}

/** "1 article", "4 articles". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
