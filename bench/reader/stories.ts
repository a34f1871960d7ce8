/**
 * Cuts a set of news articles into stories to write questions about, for `writtenGroups.ts`.
 *
 *   node dist/bench/reader/stories.js ARTICLES.jsonl FOLDER [--without FILE.jsonl …] [--stories 100]
 *
 * For each story FOLDER gets `NNN.jsonl`, its articles, and `NNN.txt`, their first lines with a name each, to be read by who writes.
 * Those of `--without`, and others that tell of the same events, are left out. The closest stories come first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { oneLine } from '../../src/english/visibleText.js';
import { Story } from './story.js';
import { contentOf, type Row, readRows, share, Topics } from './topics.js';

const PER_STORY = 8;
/** Fewer articles make no story. */
const FEWEST = 7;
/** Articles looked at for a story, some of which are copies of others. */
const AROUND = 14;
/** An article that has so much of another's words is a copy of it. */
const COPY = 0.75;
const SHORTEST = 1500;
const OPENING = 600;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { without: { type: 'string', multiple: true, default: [] }, stories: { type: 'string', default: '100' } },
});
const [from, to] = positionals;
if (!from || !to) throw new Error('stories: ARTICLES.jsonl FOLDER');

const wordsOf = ({ title, text }: Row): Set<string> => contentOf(`${title} ${text.slice(0, OPENING)}`);

/** How much the articles around one share with it. */
function closeness([center, ...others]: readonly Row[]): number {
  if (!center) return 0;
  const words = wordsOf(center);
  return others.reduce((sum, other) => sum + share(wordsOf(other), words), 0) / Math.max(1, others.length);
}

function withoutCopies(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const words = contentOf(row.text.slice(0, SHORTEST));
    if (!kept.some((other) => share(words, contentOf(other.text.slice(0, SHORTEST))) > COPY)) kept.push(row);
  }
  return kept;
}

/** Stories that have no article in common, the closest first. */
function storiesOf(topics: Topics): Row[][] {
  const centers = topics.rows
    .map((_, i) => topics.around(i, AROUND))
    .map((around) => ({ around, close: closeness(around.slice(0, PER_STORY)) }))
    .sort((a, b) => b.close - a.close);
  const used = new Set<string>();
  const stories: Row[][] = [];
  for (const { around } of centers) {
    if (around[0] && used.has(around[0].id)) continue;
    const story = withoutCopies(around.filter(({ id }) => !used.has(id))).slice(0, PER_STORY);
    if (story.length < FEWEST) continue;
    for (const { id } of around) used.add(id);
    stories.push(story);
  }
  return stories;
}

function textOf(rows: readonly Row[]): string {
  const story = new Story(rows, { vectors: null, aliases: null });
  const named = story.names.map((name) => `${name} ${oneLine(story.line(name) ?? '')}`);
  return rows
    .map(({ title, date }, i) => {
      const lines = named.filter((line) => line.startsWith(`${i + 1}.`));
      return [`=== Article ${i + 1}: ${title} (${date})`, ...lines, ''].join('\n');
    })
    .join('\n');
}

mkdirSync(to, { recursive: true });
const all = readRows(from).filter(({ text }) => text.length > SHORTEST);
const stories = storiesOf(new Topics(all, options.without.flatMap(readRows))).slice(0, Number(options.stories));
for (const [i, rows] of stories.entries()) {
  const file = path.join(to, String(i + 1).padStart(3, '0'));
  writeFileSync(`${file}.jsonl`, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  writeFileSync(`${file}.txt`, textOf(rows));
}
console.log(stories.length, 'stories');
