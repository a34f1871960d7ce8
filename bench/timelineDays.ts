import { openArchive } from '../src/archive.js';
import type { TimelineEntry } from '../src/events/timeline/timeline.js';
import { drawTable } from '../src/terminal/table.js';

/**
 * How many happenings of a timeline lie outside the days on which its articles were published, and why.
 * `npm run build && node dist/bench/timelineDays.js CORPUS …`; with `SHOW=1` it prints their lines, to judge by eye.
 */

/** Why a day lies where it lies, by what the article says. */
const REASONS = {
  year: 'before, its year is said',
  runUp: 'before, in the month before the first article',
  counted: 'before, counted from the article ("in July", "last year")',
  expected: 'after, as expected',
  after: 'after, not as expected',
} as const;

type Reason = keyof typeof REASONS;

function reasonOf({ when, words, reach, expected }: TimelineEntry, first: string, last: string): Reason | null {
  const length = when.date.length;
  if (when.date > last.slice(0, length)) return expected ? 'expected' : 'after';
  if (when.date >= first.slice(0, length)) return null;
  if (reach !== 'background') return 'runUp';
  return /\b\d{4}\b/.test(words.text) ? 'year' : 'counted';
}

const rows: string[][] = [['corpus', 'happenings', 'in the story', ...Object.values(REASONS)]];
for (const corpus of process.argv.slice(2)) {
  const archive = await openArchive(corpus);
  const { firstDate, lastDate } = archive.size;
  const entries = await archive.timeline();
  const counts: Record<Reason, number> = { year: 0, runUp: 0, counted: 0, expected: 0, after: 0 };
  for (const entry of entries) {
    const reason = firstDate && lastDate ? reasonOf(entry, firstDate, lastDate) : null;
    if (reason === null) continue;
    counts[reason]++;
    if (process.env.SHOW) console.log(reason, entry.when.date, `“${entry.words.text}”`, entry.excerpt.text);
  }
  const inStory = entries.filter((entry) => entry.inStory).length;
  rows.push([corpus.split('/').at(-1) ?? corpus, ...[entries.length, inStory, ...Object.values(counts)].map(String)]);
  await archive.close();
}
console.log(drawTable(rows));
