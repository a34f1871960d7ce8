import { TITLES } from './lists/abbreviations.js';
import { alternatives } from './lists/wordList.js';
import type { Span } from './span.js';

/** What ends a clause on the way back from the day, or on the way on. */
const BOUNDARY =
  /[,;:—–()"“”.?!]|\s-\s|\b(?:that|which|who|where|while|after|and|but|because|as(?=\s(?:he|she|it|they|we|there|the|its|his|her|their)\b)|when|if|though|although)\b/gi;
const RELATIVE = /^(?:that|which|who|where)$/i;
/** How far around a day its sentence is looked through, in characters. */
const REACH = 160;
/** "a.m.", "U.S.", "Gen.": the points of an abbreviation end no clause; that of "won't." does. */
const ABBREVIATED = new RegExp(String.raw`(?<![’'])\b(?:(?:\p{L}\.){1,4}|(?:${alternatives(TITLES)})\.)(?=\s)`, 'giu');

/** The same text, as long as before, with a space for each point that only abbreviates. */
function withoutPoints(text: string): string {
  return !text.includes('.') ? text : text.replace(ABBREVIATED, (found) => found.replaceAll('.', ' '));
}

/** What stands around a day in its sentence, as far as it is looked through; points that only abbreviate are spaces. */
export interface DayClause {
  /** Of the sentence, up to the day. */
  readonly ahead: string;
  /** The end of `ahead` that is of the day's own clause. */
  readonly before: string;
  /** Whether that is a relative clause: "which takes effect on". */
  readonly isRelative: boolean;
  /** Of the sentence, behind the day. */
  readonly behind: string;
}

/** Reads what stands around a day, or a verb that is asked about like one. @param day within `sentence`, both into `text` */
export function dayClause(text: string, sentence: Span, day: Span): DayClause {
  const ahead = withoutPoints(text.slice(Math.max(sentence.start, day.start - REACH), day.start));
  const behind = withoutPoints(text.slice(day.end, Math.min(sentence.end, day.end + REACH)));
  const last = [...ahead.matchAll(BOUNDARY)].at(-1);
  const before = last === undefined ? ahead : ahead.slice(last.index + last[0].length);
  return { ahead, before, isRelative: RELATIVE.test(last?.[0] ?? ''), behind };
}

/** A text up to where a clause ends in it. */
export function upToBoundary(text: string): string {
  const end = text.search(BOUNDARY);
  return end < 0 ? text : text.slice(0, end);
}
