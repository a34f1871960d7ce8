/**
 * Measures comparing and checking on any corpus: `npm run build && node dist/bench/differences.js CORPUS [SHOWN]`.
 * Stories are sampled by an article's first sentence; SHOWN differences (30 unless told) are printed to be read and
 * judged by a person. What came out, and what a reading of it found, is in docs/EVENTS.md.
 */

import type { Article } from '../src/corpus/article.js';
import { readCorpus } from '../src/corpus/folder.js';
import { checkMessage } from '../src/events/check/check.js';
import { type ComparedItem, compareSources } from '../src/events/compare/compare.js';
import { type EventContext, eventContextOf } from '../src/events/eventContext.js';
import type { RankSentences } from '../src/events/relevantSentences.js';
import { PassageIndex } from '../src/search/passages.js';
import { readStatement } from '../src/statements/statement.js';
import { drawTable } from '../src/terminal/table.js';
import { mutate } from './mutations.js';

const STORIES = 400;
const MOST_CLAIMS = 300;
/** Steps through the articles so that a sample is spread over the corpus and the same on every run. */
const STRIDE = 7919;

function sampleOf(articles: readonly Article[], count: number): Article[] {
  const sample: Article[] = [];
  for (let i = 0; i < Math.min(count, articles.length); i++) {
    const article = articles[(i * STRIDE) % articles.length];
    if (article) sample.push(article);
  }
  return sample;
}

function firstSentence({ text, sentences }: Article): string {
  const { start, end } = sentences[0] ?? { start: 0, end: 0 };
  return text.slice(start, end);
}

function showItem(item: ComparedItem): void {
  for (const { what, sides } of item.differences) {
    const words = sides.map(({ article, text }) => `${article.id} “${text.replace(/\s+/g, ' ').slice(0, 90)}”`);
    console.log(`\n[${what}] ${words.join('  |  ')}`);
    for (const excerpt of item.excerpts.slice(0, 3)) {
      console.log(
        `    ${excerpt.article.id} ${excerpt.article.published.date}: ${excerpt.text.replace(/\s+/g, ' ').slice(0, 260)}`,
      );
    }
  }
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Compares the stories of a sample, once each. */
function compareStories(articles: readonly Article[], context: EventContext): ComparedItem[] {
  const seen = new Set<string>();
  const items: ComparedItem[] = [];
  for (const article of sampleOf(articles, STORIES)) {
    for (const item of compareSources(firstSentence(article), context).items) {
      const key = item.excerpts.map(({ article: { id }, start }) => `${id}:${start}`).join(' ');
      if (!seen.has(key)) items.push(item);
      seen.add(key);
    }
  }
  return items;
}

/** Checks lines that other articles tell too, as they stand and made wrong in one word. */
function checkClaims(items: readonly ComparedItem[], context: EventContext): void {
  const rows = new Map<string, Map<string, number>>();
  const count = (row: string, outcome: string) => {
    const counts = rows.get(row) ?? new Map<string, number>();
    rows.set(row, counts);
    tally(counts, outcome);
  };
  const told = items.filter(({ kind }) => kind === 'independent').slice(0, MOST_CLAIMS);
  for (const { excerpts } of told) {
    const [excerpt] = excerpts;
    const emphasis = excerpt?.emphasis[0];
    if (!excerpt || !emphasis) continue;
    const claim = excerpt.text.slice(...emphasis);
    const own: RankSentences = (topic) =>
      context.rank(topic).filter(({ article }) => article.id !== excerpt.article.id);
    const statement = readStatement(excerpt.text, { start: emphasis[0], end: emphasis[1] });
    for (const [ranking, name] of [
      [context.rank, 'all articles'],
      [own, 'without its own'],
    ] as const) {
      count(`as it stands, ${name}`, outcomeOf(claim, { ...context, rank: ranking }));
      for (const { what, text } of mutate(excerpt.text, statement))
        count(`other ${what}, ${name}`, outcomeOf(text, { ...context, rank: ranking }));
    }
  }
  const outcomes = ['supported', 'told-differently', 'not-found'];
  const table = [...rows].sort().map(([row, counts]) => {
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    return [
      row,
      String(all),
      ...outcomes.map((outcome) => `${Math.round((100 * (counts.get(outcome) ?? 0)) / all)} %`),
    ];
  });
  console.log(drawTable([['claim', 'n', ...outcomes], ...table]));
}

/** The outcome of a claim's parts: parted from when any is, supported when all are. */
function outcomeOf(message: string, context: EventContext): string {
  const outcomes = checkMessage(message, context).claims.map(({ outcome }) => outcome);
  if (outcomes.includes('told-differently')) return 'told-differently';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'supported') ? 'supported' : 'not-found';
}

const [corpus, shown = '30'] = process.argv.slice(2);
if (corpus === undefined) throw new Error('Say which corpus: node dist/bench/differences.js CORPUS [SHOWN]');
const { articles } = await readCorpus(corpus);
const context = eventContextOf(new PassageIndex(articles));
const began = performance.now();
const items = compareStories(articles, context);
const each = (performance.now() - began) / Math.min(STORIES, articles.length);
console.log(`${articles.length} articles, ${Math.min(STORIES, articles.length)} stories, ${each.toFixed(0)} ms each`);
const kinds = new Map<string, number>();
for (const { kind, differences } of items) {
  tally(kinds, kind);
  for (const { what } of differences) tally(kinds, `differs: ${what}`);
}
console.log(drawTable([['items', 'n'], ...[...kinds].sort().map(([kind, n]) => [kind, String(n)])]));
checkClaims(items, context);
const differing = items.filter(({ kind }) => kind === 'differs');
const step = Math.max(1, Math.floor(differing.length / Number(shown)));
for (let i = 0; i < differing.length && i / step < Number(shown); i += step) {
  const item = differing[i];
  if (item) showItem(item);
}
