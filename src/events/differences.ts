import type { Span } from '../corpus/article.js';
import type { DayMention } from '../corpus/days.js';
import { resolveDays } from '../corpus/days.js';
import { conflictingFigures } from '../search/figures.js';
import type { Statement, Word } from '../search/saying.js';
import { align } from './alignment.js';
import type { Clause } from './clauses.js';
import { isOneGovernment } from './seats.js';

export type DifferenceKind = 'number' | 'day' | 'name' | 'wording';

/** Where two statements part: a span of each one's text. */
export interface Parting {
  readonly what: DifferenceKind;
  readonly ofA: Span;
  readonly ofB: Span;
}

/** The days that a clause names, without the dateline, which dates the report and not the deed. */
export function daysOf({ article, sentence, start, end }: Clause): DayMention[] {
  // Resolved with the whole sentence, whose verb says whether "Sunday" is past or to come.
  return resolveDays(article, article.sentences[sentence] ?? { start, end }).filter(
    (day) => start <= day.start && day.end <= end && (article.dateline?.end ?? 0) <= day.start,
  );
}

/** Whether two dates can be one: "2023-10" and "2023-10-19" can. */
export function canBeOne(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** The first days of each, when no day of one can be a day of the other. */
export function partingDays(a: readonly DayMention[], b: readonly DayMention[]): Parting[] {
  const [ofA, ofB] = [a[0], b[0]];
  if (ofA === undefined || ofB === undefined) return [];
  if (a.some((one) => b.some((other) => canBeOne(one.date, other.date)))) return [];
  return [{ what: 'day', ofA, ofB }];
}

/** Figures that count the same thing and are not equal. */
export function partingFigures(a: Statement, b: Statement): Parting[] {
  return conflictingFigures(a, b).map(([ofA, ofB]) => ({ what: 'number', ofA, ofB }));
}

function spanOf(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

/** Runs of words between quotation marks. */
function quotationsOf({ words }: Statement): Word[][] {
  const runs: Word[][] = [];
  words.forEach((word, i) => {
    if (!word.quoted) return;
    if (words[i - 1]?.quoted) runs.at(-1)?.push(word);
    else runs.push([word]);
  });
  return runs;
}

/** Two quotations are of the same words when they share this much of the shorter, ... */
const SAME_QUOTATION = 0.4;
/** ... and at least so many words. */
const SAME_QUOTED_WORDS = 3;
/** With more places than this where they part, whole quotations are easier to read than the places. */
const FEW_PLACES = 2;

/** Where two sources put the same quotation in other words: a translator's choice, an editor's, or a slip. */
export function partingQuotations(a: Statement, b: Statement): Parting[] {
  const partings: Parting[] = [];
  for (const ofA of quotationsOf(a)) {
    for (const ofB of quotationsOf(b)) {
      const { equal, replacements } = align(ofA, ofB);
      if (equal < SAME_QUOTED_WORDS || equal < SAME_QUOTATION * Math.min(ofA.length, ofB.length)) continue;
      const places = replacements.filter((place) => hasContent(place.ofA) && hasContent(place.ofB));
      if (places.length > FEW_PLACES) partings.push({ what: 'wording', ofA: spanOf(ofA), ofB: spanOf(ofB) });
      else for (const place of places) partings.push({ what: 'wording', ...withWordBefore(ofA, ofB, place) });
    }
  }
  return partings;
}

// "as well as" for "and" is no difference in what was said.
function hasContent(words: readonly Word[]): boolean {
  return words.some((word) => word.content && word.text.toLowerCase() !== 'well');
}

/** "nuclear elements" says more than "elements": takes the word along that both have before. */
function withWordBefore(
  a: readonly Word[],
  b: readonly Word[],
  place: { ofA: readonly Word[]; ofB: readonly Word[] },
): { ofA: Span; ofB: Span } {
  const extend = (all: readonly Word[], words: readonly Word[]) => {
    const at = words[0] === undefined ? 0 : all.indexOf(words[0]);
    return spanOf(at > 0 ? all.slice(at - 1, at + words.length) : words);
  };
  return { ofA: extend(a, place.ofA), ofB: extend(b, place.ofB) };
}

/** Names in a row: "the United States, Japan and South Korea". */
interface NameList extends Span {
  readonly names: ReadonlySet<string>;
  /** Keys of the words next to the list, which say what it is a list of. */
  readonly about: ReadonlySet<string>;
}

/** Words this near to a list say what it lists: "military activity by the US, ...". */
const NEAR_A_LIST = 3;
const FEWEST_IN_A_LIST = 2;

function nameListsOf(text: string, { words }: Statement): NameList[] {
  const lists: NameList[] = [];
  for (let i = 0; i < words.length; i++) {
    if (words[i]?.name !== true) continue;
    const first = i;
    const names = new Set<string>();
    let last = i;
    for (;;) {
      const run = nameRun(text, words, i);
      names.add(run.map((word) => word.key).join(' '));
      last = i + run.length - 1;
      const next = afterSeparator(text, words, last);
      if (next === null) break;
      i = next;
    }
    i = last;
    if (names.size < FEWEST_IN_A_LIST) continue;
    const near = [...contentBefore(words, first), ...contentAfter(words, last)];
    lists.push({ ...spanOf(words.slice(first, last + 1)), names, about: new Set(near) });
  }
  return lists;
}

function contentBefore(words: readonly Word[], first: number): string[] {
  const before = words.slice(0, first).filter((word) => word.content && !word.name);
  return before.slice(-NEAR_A_LIST).map((word) => word.key);
}

function contentAfter(words: readonly Word[], last: number): string[] {
  const after = words.slice(last + 1).filter((word) => word.content && !word.name);
  return after.slice(0, NEAR_A_LIST).map((word) => word.key);
}

/** The name that starts at an index: capitalised words with nothing but space between them. */
function nameRun(text: string, words: readonly Word[], from: number): Word[] {
  const run: Word[] = [];
  for (let i = from; words[i]?.name === true; i++) {
    const [word, before] = [words[i], run.at(-1)];
    if (word === undefined) break;
    if (before !== undefined && text.slice(before.end, word.start).trim() !== '') break;
    run.push(word);
  }
  return run;
}

/** The index of the name behind a comma or "and", or null. */
function afterSeparator(text: string, words: readonly Word[], last: number): number | null {
  const [word, next, second] = [words[last], words[last + 1], words[last + 2]];
  if (word === undefined || next === undefined) return null;
  const gap = text.slice(word.end, next.start).trim();
  if (gap === ',' && next.name) return last + 1;
  const isAnd = /^(?:and|or|the)$/i.test(next.text) && (gap === '' || gap === ',');
  return isAnd && second?.name === true && text.slice(next.end, second.start).trim() === '' ? last + 2 : null;
}

/**
 * Lists of names that are said of the same thing and differ: each has a name that the other lacks, most are shared.
 * @param textA what the spans of `a` are into
 */
export function partingNameLists(textA: string, a: Statement, textB: string, b: Statement): Parting[] {
  const partings: Parting[] = [];
  for (const ofA of nameListsOf(textA, a)) {
    for (const ofB of nameListsOf(textB, b)) {
      const shared = [...ofA.names].filter((name) => ofB.names.has(name)).length;
      const smaller = Math.min(ofA.names.size, ofB.names.size);
      if (shared === smaller || shared * 2 < Math.max(ofA.names.size, ofB.names.size)) continue;
      if ([...ofA.about].some((key) => ofB.about.has(key))) partings.push({ what: 'name', ofA, ofB });
    }
  }
  return partings;
}

/** Longest name that is taken for one: "Russian Foreign Minister Sergei Lavrov". */
const LONGEST_NAME = 5;

/** One name in the other's place, with the same words on both sides: "in Pyongyang on", "in Moscow on". */
export function partingNames(a: Statement, b: Statement): Parting[] {
  const { replacements } = align(a.words, b.words);
  return replacements
    .filter(({ ofA, ofB }) => {
      const named = (words: readonly Word[]) => words.length <= LONGEST_NAME && words.every((word) => word.name);
      return named(ofA) && named(ofB) && !sharesName(ofA, ofB, a, b) && !isSeatOf(ofA, ofB);
    })
    .map(({ ofA, ofB }) => ({ what: 'name', ofA: spanOf(ofA), ofB: spanOf(ofB) }));
}

function isSeatOf(ofA: readonly Word[], ofB: readonly Word[]): boolean {
  const written = (words: readonly Word[]) => words.map((word) => word.text).join(' ');
  return isOneGovernment(written(ofA), written(ofB));
}

/** "Kim" and "Kim Jong Un" are one; and a name that the other statement has elsewhere is not missing there. */
function sharesName(ofA: readonly Word[], ofB: readonly Word[], a: Statement, b: Statement): boolean {
  return ofA.some((word) => b.content.has(word.key)) || ofB.some((word) => a.content.has(word.key));
}

/** Everything in which two clauses about the same thing part. */
export function partings(a: Clause, b: Clause): Parting[] {
  return [
    ...partingDays(daysOf(a), daysOf(b)),
    ...partingFigures(a, b),
    ...partingNameLists(a.article.text, a, b.article.text, b),
    ...partingNames(a, b),
    ...partingQuotations(a, b),
  ];
}
