import { readNumericDate } from '../english/numericDate.js';
import type { Span } from '../english/span.js';
import { findWrittenDate, isOnlyTime, type WrittenDate } from '../english/writtenDate.js';

/** The optional first line of a text: ` date YYYY-MM-DD Title or first sentence`. */
export interface Header {
  /** As written: shaped like a date, but maybe no day of the calendar. */
  readonly date: string;
  /** Where the rest of the line begins. */
  readonly end: number;
  /** What follows the date on its line. */
  readonly rest: Span & { readonly kind: 'title' | 'sentence' | 'label' | 'nothing' };
}

/** The day in figures or words; a time may stand behind it: " date 2023-10-20T09:15:00Z Title", " date 20 October 2023 Title". */
const HEADER = new RegExp(
  [
    String.raw`^\uFEFF?[ \t]*date[ \t]+(?<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\d{1,2}-\d{1,2}-\d{4}`,
    String.raw`|\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2},? \d{4})`,
    String.raw`(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?(?=\s|$)[ \t]*(?<rest>[^\r\n]*)`,
  ].join(''),
  'iu',
);
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
  const { date = '', rest: written = '' } = line.groups ?? {};
  const rest = written.trimEnd();
  const start = line[0].length - written.length;
  return {
    date,
    end: start,
    rest: { start, end: start + rest.length, kind: restKind(rest) },
  };
}

/** "Published", "First published on", "Posted:", and a byline: what stands before a date that dates the page. */
const PUBLISHED = /^(?:(?:first|originally) )?(?:published|posted|issued|released|date)\b ?(?:on|at)? ?[:–—-]? ?$/i;
const BYLINE = /^by(?: (?:\p{L}[\p{L}.'’-]{0,30},?|&)){1,9} ?[,|·•–—-]? ?(?:published|posted|updated)?:? ?$/iu;
/** When it was changed: a stamp that says nothing of when it was published. */
const UPDATED = /^(?:last )?(?:updated|modified|edited|reviewed|corrected)\b ?(?:on|at)? ?[:–—-]? ?$/i;
/** Longer lines are text. */
const LONGEST_STAMP = 140;
const AND_UPDATED = /(?:last )?(?:updated|modified|edited)\b.*$/is;
/** Who posted it, behind the time: "Posted on 3 April 2025 by admin". */
const BY_WHOM = /[,|·•–—-]? ?\bby(?: [\p{L}\d][\p{L}\d.'’_-]{0,30}){1,6}$/iu;
const IN_FIGURES = /(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)/;

/** A line that says only when its page was published or changed. */
export interface Stamp {
  /** 'YYYY-MM-DD'; null for one that only says when the page was changed, or a day that is two. */
  readonly published: string | null;
  /** The day as written where it is two, one on each side of an ocean; else null. */
  readonly unsure: string | null;
}

/**
 * Reads a stamp such as "Published : Friday, 20 October, 2023 at 12:00 AM", "First published on Fri 20 Oct 2023 10.05 BST" or
 * "By Laura Example October 20, 2023".
 * @returns null for a line that says anything else
 */
export function readStamp(line: string): Stamp | null {
  if (line.length > LONGEST_STAMP || !/\d/.test(line)) return null;
  const flat = line
    .replace(/\s+/g, ' ')
    .replace(/ ?:(?!\d) ?/, ': ')
    .replace(/(?<=\p{L}), (?=\d{4})/u, ' ');
  const found = findWrittenDate(flat) ?? findNumericDate(flat);
  if (!found || !isOnlyTime(flat.slice(found.end).replace(AND_UPDATED, '').replace(BY_WHOM, ''))) return null;
  const lead = flat.slice(0, found.start);
  if (PUBLISHED.test(lead) || BYLINE.test(lead)) {
    const unsure = found.date === 'ambiguous' ? flat.slice(found.start, found.end) : null;
    return { published: unsure === null ? found.date : null, unsure };
  }
  return UPDATED.test(lead) ? { published: null, unsure: null } : null;
}

/** The first day that is written in figures alone; its `date` is 'ambiguous' where it is two. */
function findNumericDate(text: string): WrittenDate | null {
  const found = IN_FIGURES.exec(text);
  const date = found && readNumericDate(found[0]);
  return found && date ? { date, start: found.index, end: found.index + found[0].length } : null;
}

/** The day in a stamp such as "Published : Friday, 20 October, 2023 at 12:00 AM", or null. */
export function publicationStamp(line: string): string | null {
  return readStamp(line)?.published ?? null;
}

/** The day that a line states so that it is two, as written: in a stamp ("Posted on 03/04/2025"), or as all of the line; else null. */
export function unsureDay(line: string): string | null {
  return readStamp(line)?.unsure ?? (readNumericDate(line) === 'ambiguous' ? line : null);
}
