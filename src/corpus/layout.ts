import { readNumericDate } from '../english/numericDate.js';
import type { Span } from '../english/span.js';
import { readWrittenDate } from '../english/writtenDate.js';
import type { ParagraphKind } from './article.js';
import { type Credit, creditLine, creditTail } from './credits.js';
import { type DatelineParts, findDateline } from './dateline.js';
import { isFurniture, isNote, looksLikeHeading } from './furniture.js';
import { type Header, publicationStamp, readHeader, readStamp } from './header.js';
import { isAddress, isTimeAgo, takeBylines, takeSignedHeadline } from './pageHead.js';
import { splitParagraphs } from './paragraphs.js';
import { takeRankings } from './rankings.js';

/** A paragraph with its part in the page, before its sentences are cut. */
export interface Block extends Span {
  readonly kind: ParagraphKind;
  /** What of it is running text: without dateline and credit. */
  readonly content: Span;
}

/** A page taken apart: what is text, what is heading, what is furniture, and what the page says about itself. */
export interface Layout {
  readonly header: Header | null;
  readonly blocks: readonly Block[];
  readonly dateline: DatelineParts | null;
  readonly credits: readonly Credit[];
  /** 'YYYY-MM-DD' from a line such as "Published : Friday, 20 October, 2023", or from a day that stands alone above the text. */
  readonly stamp: string | null;
  /** The headline, when the page sets one apart from its text. */
  readonly headline: string | null;
  /** The site's name, when it stands alone above the headline. */
  readonly site: string | null;
}

interface Draft {
  span: Span;
  content: Span;
  line: string;
  kind: ParagraphKind | 'candidate';
}

/** Credits stand at the very end, or in the lines above the text (bylines: "Associated Press"). */
const CREDIT_LINES_FROM_END = 3;
const BYLINES = 4;
const SITE_NAME = /^\p{Lu}[\p{L}\p{N}.&'’-]*(?: [\p{L}\p{N}.&'’-]+){0,4}$/u;
/** A line of so few words above the text is a byline or a section, not a headline. */
const HEADLINE_LEAST_WORDS = 4;

/** A longer line is no repetition of a title. */
const LONGEST_REPEATED = 300;

/** What stands before an entry of a list is no part of its sentence. */
const LIST_MARK = /^[-*+•‣▪]\s+(?=\S)/u;

const MARKDOWN_HEADING = /^#{1,6}\s+/;

const plain = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/[‘’“”"'\s]+/g, ' ')
    .trim()
    .toLowerCase();

/** The first letter or figure of a line, where it and what follows are ASCII, which normalising leaves as they are; else ''. */
const initialOf = (line: string): string => /^[\s"']*([A-Za-z0-9])[ -~]/.exec(line)?.[1]?.toLowerCase() ?? '';

/** Tells of a line whether it is a title, but for spaces, capitals and quotation marks. */
function sameAs(title: string): (line: string) => boolean {
  if (title.length >= LONGEST_REPEATED) return () => false;
  const initial = initialOf(title);
  // Most lines are another from their first letter on, which takes a tenth of normalising them.
  const mayBe = (line: string): boolean => {
    const other = initial && initialOf(line);
    return !other || other === initial;
  };
  let wanted: string | undefined;
  return (line) => {
    if (line.length >= LONGEST_REPEATED || !mayBe(line)) return false;
    wanted ??= plain(title);
    return plain(line) === wanted;
  };
}

const FULL_STOP = /[.…]["”’']?$/;
const BLANK_LINE = /(?:\r?\n|\r)\s*?(?:\r?\n|\r)/;

function isApart(text: string, spans: readonly Span[], i: number): boolean {
  const [before, here, after] = [spans[i - 1], spans[i], spans[i + 1]];
  const above = text.slice(before?.end ?? 0, here?.start);
  const below = text.slice(here?.end, after?.start ?? text.length);
  return BLANK_LINE.test(above) || BLANK_LINE.test(below);
}

function draft(text: string, start: number, header: Header | null, title: string | undefined): Draft[] {
  const rest = header?.rest;
  const spans = splitParagraphs(text, { start, end: text.length });
  const isTitle = title ? sameAs(title) : () => false;
  let isTop = true;
  return spans.map((span, i) => {
    const line = text.slice(span.start, span.end);
    let kind: Draft['kind'] = 'body';
    if (i === 0 && rest && span.start === rest.start) {
      if (rest.kind === 'label') kind = 'furniture';
      else if (rest.kind === 'title') kind = 'heading';
    } else if (MARKDOWN_HEADING.test(line)) kind = 'heading';
    else if (isFurniture(line) || isTimeAgo(line) || readStamp(line) || (isTop && isAddress(line))) kind = 'furniture';
    else if (isTitle(line)) kind = 'heading';
    else if (looksLikeHeading(line, (isTop && !title) || isApart(text, spans, i))) kind = 'candidate';
    isTop &&= kind === 'furniture';
    const marked = LIST_MARK.exec(line)?.[0].length ?? 0;
    return { span, content: { start: span.start + marked, end: span.end }, line, kind };
  });
}

/** "Wednesday, 20 September 2023 at 10:05 a.m. BST" is not longer. */
const LONGEST_DAY = 50;

/**
 * The day that stands alone on one of the lines above the text. Further down, or where there are several, such a line heads a part of a
 * chronicle.
 */
function takeLoneDay(drafts: readonly Draft[]): string | null {
  const lines = drafts.filter((d) => d.kind !== 'furniture');
  const days = lines.flatMap((d, place) => {
    const day = d.line.length <= LONGEST_DAY && /\d{4}/.test(d.line) ? dayOf(d.line) : null;
    return day === null ? [] : [{ d, place, day }];
  });
  const [only] = days;
  if (!only || days.length > 1 || only.place >= BYLINES || only.place === lines.length - 1) return null;
  if (lines.slice(0, only.place).some(({ line }) => FULL_STOP.test(line))) return null;
  only.d.kind = 'furniture';
  return only.day === 'ambiguous' ? null : only.day;
}

const dayOf = (line: string): string | null => readWrittenDate(line) ?? readNumericDate(line);

/** The same line twice, one under the other or under the header: a headline with its breadcrumb. */
function repeatedHeadline(drafts: readonly Draft[]): Draft | null {
  const lines = drafts.filter((d) => d.kind !== 'furniture');
  const at = lines.findIndex((d, i) => i < BYLINES && i > 0 && sameAs(lines[i - 1]?.line ?? '')(d.line));
  const found = lines[at];
  if (!found || !isHeadline(found.line) || FULL_STOP.test(found.line)) return null;
  const isHeadlineToo = sameAs(found.line);
  for (const d of lines.slice(0, BYLINES + 1)) if (isHeadlineToo(d.line)) d.kind = 'heading';
  return found;
}

/** A candidate is a heading when text follows it; a run of more short lines than this is a list. */
const HEADINGS_IN_A_ROW = 3;

function settleHeadings(drafts: readonly Draft[]): void {
  const lines = drafts.filter((d) => d.kind !== 'furniture');
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (lines[end]?.kind === 'candidate') end++;
    const followed = lines[end]?.kind === 'body' || lines[end]?.kind === 'heading';
    const kind = followed && end - i <= HEADINGS_IN_A_ROW ? 'heading' : 'body';
    for (const d of lines.slice(i, end)) d.kind = kind;
    i = end + 1;
  }
}

function takeCredits(text: string, drafts: readonly Draft[]): Credit[] {
  const credits: Credit[] = [];
  const first = drafts.findIndex((d) => d.line.length > 120);
  for (const [i, d] of drafts.entries()) {
    const above = i < BYLINES && (first < 0 || i < first);
    if (i < drafts.length - CREDIT_LINES_FROM_END && !above) continue;
    const credit = creditLine(text, d.span);
    if (!credit || drafts.length === 1) continue;
    credits.push(credit);
    d.kind = 'furniture';
  }
  const last = drafts.findLast((d) => d.kind === 'body' && !isNote(d.line));
  const tail = last ? creditTail(text, last.span) : null;
  if (last && tail) {
    last.content = { start: last.content.start, end: tail.start };
    credits.push(tail);
  }
  return credits;
}

/** "BLITZER: Good evening": in a transcript such lines are speakers, not places. */
const TURN = /^\p{Lu}[\p{Lu} .'’-]+:\s/u;
/** A dateline heads the text: not looked for below so many paragraphs that could be text. */
const DATELINE_WITHIN = 4;

function takeDateline(text: string, drafts: readonly Draft[]): DatelineParts | null {
  const isTranscript = drafts.filter((d) => TURN.test(d.line)).length > 1;
  let above = 0;
  for (const d of drafts) {
    if (d.kind === 'furniture' || isNote(d.line)) continue;
    if (above++ === DATELINE_WITHIN) break;
    const dateline = findDateline(text, d.span);
    if (!dateline || (isTranscript && TURN.test(d.line))) continue;
    if (dateline.end >= d.span.end) d.kind = 'furniture';
    else {
      d.kind = 'body';
      d.content = { start: dateline.end, end: d.content.end };
    }
    return dateline;
  }
  return null;
}

/** Whether a heading at the top can be the headline, not a byline or a section's name. */
function isHeadline(line: string): boolean {
  return MARKDOWN_HEADING.test(line) || line.split(/\s+/).length >= HEADLINE_LEAST_WORDS;
}

/**
 * Takes a page apart.
 * @param title the article's title when the caller knows it: its repetition is no text
 * @param start where the page begins in the text
 */
export function readLayout(text: string, title?: string, start = 0): Layout {
  const header = start === 0 ? readHeader(text) : null;
  const drafts = draft(text, header?.end ?? start, header, title);
  const stamped = drafts.reduce<string | null>(
    (d, x) => d ?? (x.kind === 'furniture' ? publicationStamp(x.line) : null),
    null,
  );
  const stamp = stamped ?? takeLoneDay(drafts);
  const repeated = repeatedHeadline(drafts);
  takeRankings(drafts);
  const signed = title ? null : takeSignedHeadline(drafts);
  takeBylines(drafts);
  const dateline = takeDateline(text, drafts);
  const credits = takeCredits(text, drafts);
  const top = drafts.find((d) => d.kind !== 'furniture');
  let site: string | null = null;
  if (repeated && top && !sameAs(repeated.line)(top.line) && SITE_NAME.test(top.line)) {
    site = top.line;
    top.kind = 'furniture';
  }
  settleHeadings(drafts);
  if (!drafts.some((d) => d.kind === 'body')) for (const d of drafts) if (d.kind === 'heading') d.kind = 'body';
  const lead = drafts.find((d) => d.kind !== 'furniture');
  const titled = header?.rest.kind === 'title';
  const set = lead?.kind === 'heading' && (titled || isHeadline(lead.line)) ? lead.line : null;
  const blocks = drafts.map(({ span, content, kind }) => ({
    ...span,
    content,
    kind: kind === 'candidate' ? ('body' as const) : kind,
  }));
  return {
    header,
    blocks,
    dateline,
    credits,
    stamp,
    headline: (repeated?.line ?? signed?.line ?? set)?.replace(MARKDOWN_HEADING, '') ?? null,
    site,
  };
}
