import { readNumericDate } from '../english/numericDate.js';
import { readWrittenDate } from '../english/writtenDate.js';
import { readStamp } from './header.js';

/** A line of a page, with its part in it as far as that is known. */
interface HeadLine {
  readonly line: string;
  kind: string;
}

const BYLINE_START = /^(?:(?:reported|story|words|written) )?(?:by|author|reporter) ?:? (?=\p{Lu})/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}.'’-]*|and|at|de|del|for|in|of|the|van|von|&)$/u;
/** What she is, or where she writes from, behind a comma or a mark: "political reporter", "BBC Sport". */
const ROLE = /^[\p{L}][\p{L} .&'’-]{1,40}$/u;
const ROLE_WORDS = 4;
const LONGEST_BYLINE = 120;
/** "5 hours ago", "Updated 2 days ago", "Just now". */
const TIME_AGO =
  /^(?:(?:last )?(?:posted|published|updated):? )?(?:just now|(?:about )?(?:an?|\d{1,3}) ?(?:d|day|h|hour|hr|m|min|minute|month|second|week|year)s? ago)$/i;
/** An address that is all of a line. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

const FULL_STOP = /[.…]["”’']?$/;
/** A headline stands so near above its byline: with at most a standfirst between. */
const BELOW_HEADLINE = 2;
/** So many lines below the headline may say who wrote it. */
const BYLINES = 4;
/** What may be the name of who wrote it, where only a time stands below. */
const NAME = /^\p{Lu}\S{0,30}(?: \p{Lu}\S{0,30}){0,2}$/u;
/** A longer line is text, whatever stands below it; characters. */
const LONGEST_HEADLINE = 160;

/** Whether a line says only who wrote the article: "By Ann Roe and Tom Ash, political reporters". */
export function isByline(line: string): boolean {
  const start = BYLINE_START.exec(line)?.[0];
  if (start === undefined || line.length > LONGEST_BYLINE || FULL_STOP.test(line)) return false;
  const [names = '', ...roles] = line.slice(start.length).split(/, | [|·•–—-] /);
  const words = names.split(' ');
  if (!/^\p{Lu}/u.test(names) || !words.every((word) => NAME_WORD.test(word))) return false;
  // "By Monday, all schools will close" is none.
  const areRoles = roles.every((role) => ROLE.test(role) && role.split(' ').length <= ROLE_WORDS);
  return areRoles && (words.length > 1 || roles.length === 0);
}

/** Whether a line says only how long ago its page was made, which is no day. */
export function isTimeAgo(line: string): boolean {
  return TIME_AGO.test(line);
}

/** Whether a line is a web address: above a text that of its page, as copied with it. */
export function isAddress(line: string): boolean {
  return ADDRESS.test(line);
}

const isTime = (line: string): boolean =>
  isTimeAgo(line) || readStamp(line) !== null || readWrittenDate(line) !== null || readNumericDate(line) !== null;

/**
 * Finds the headline by what stands below it, a byline or a time, however few its words are and however it is worded.
 * @returns the first line of the page that is no furniture, now a heading, where that is the headline; else null
 */
export function takeSignedHeadline<T extends HeadLine>(lines: readonly T[]): T | null {
  const top = topOf(lines);
  const headline = lines[top];
  const below = lines.slice(top + 1, top + 1 + BELOW_HEADLINE);
  if (!headline) return null;
  const isSigned =
    below.some(({ line }) => isByline(line)) || (!NAME.test(headline.line) && below.some(({ line }) => isTime(line)));
  if (!isSigned || headline.line.length > LONGEST_HEADLINE || FULL_STOP.test(headline.line)) return null;
  headline.kind = 'heading';
  return headline;
}

/** Takes the bylines above the text out of it. */
export function takeBylines(lines: readonly HeadLine[]): void {
  for (const line of lines.slice(0, topOf(lines) + 1 + BYLINES)) if (isByline(line.line)) line.kind = 'furniture';
}

/** Where the first line stands that is neither furniture nor a byline; -1 where none does. */
function topOf(lines: readonly HeadLine[]): number {
  return lines.findIndex(({ line, kind }) => kind !== 'furniture' && !isByline(line));
}
