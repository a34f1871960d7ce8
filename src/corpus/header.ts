import { calendarDay, isCalendarDay, monthNumber } from '../english/calendar.js';
import type { Span } from '../english/span.js';

/** The optional first line of a seed: ` date YYYY-MM-DD Title or first sentence`. */
export interface Header {
  /** As written: shaped like a date, but maybe no day of the calendar. */
  readonly date: string;
  /** Where the rest of the line begins. */
  readonly end: number;
  /** What follows the date on its line. */
  readonly rest: Span & { readonly kind: 'title' | 'sentence' | 'label' | 'nothing' };
}

const HEADER = /^\uFEFF?[ \t]*date[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?=\s|$)[ \t]*([^\r\n]*)/i;
const LABEL = /^(?:video|audio|photos?|gallery|watch|live|news|opinion|updated?|breaking)$/i;
const SENTENCE_END = /[.!?…]["”’')]*$/;
const QUESTION_END = /\?["”’']?$/;

function restKind(rest: string): Header['rest']['kind'] {
  if (rest === '') return 'nothing';
  if (LABEL.test(rest)) return 'label';
  // A headline has no full stop at its end; a question of one line is a headline too.
  return SENTENCE_END.test(rest) && !QUESTION_END.test(rest) ? 'sentence' : 'title';
}

/** Reads the header line; null when the text has none. */
export function readHeader(text: string): Header | null {
  const line = HEADER.exec(text);
  if (!line) return null;
  const rest = (line[2] ?? '').trimEnd();
  const start = line[0].length - (line[2] ?? '').length;
  return {
    date: line[1] ?? '',
    end: start,
    rest: { start, end: start + rest.length, kind: restKind(rest) },
  };
}

const STAMP =
  /^(?:published|posted|date)\s*(?:on\s*)?:?\s*(?:[A-Z][a-z]+day,?\s*)?(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})|([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))/i;

/** The day in a stamp such as "Published : Friday, 20 October, 2023 at 12:00 AM", or null. */
export function publicationStamp(line: string): string | null {
  const stamp = STAMP.exec(line);
  if (!stamp) return null;
  if (stamp[1]) return isCalendarDay(stamp[1]) ? stamp[1] : null;
  const month = monthNumber(stamp[3] ?? stamp[5] ?? '');
  return month === null ? null : calendarDay(Number(stamp[4] ?? stamp[7]), month, Number(stamp[2] ?? stamp[6]));
}
