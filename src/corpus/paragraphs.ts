import { type Span, trimSpan } from '../english/span.js';

const LINE_BREAK = /\r\n|\r|\n/g;
const ENDS_OPEN = /[^.!?…:;"”’')\]»|]$/;
const LOWER_START = /^\p{Ll}\p{Ll}*[\s,.;:]/u;
const BULLET = /^[•*–—-]/;
/** A text is hard-wrapped when so many of its line breaks fall inside a sentence. */
const WRAPPED_SHARE = 1 / 3;
const WRAPPED_LEAST = 3;
/** A line shorter than this ended by itself, not at a margin. */
const FULL_LINE = 40;

interface Line extends Span {
  readonly text: string;
  /** No blank line stands between the line before and this one. */
  readonly adjacent: boolean;
}

function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  let adjacent = false;
  const push = (start: number, end: number): void => {
    const line = trimSpan(text, { start, end });
    if (line.start === line.end) {
      adjacent = false;
      return;
    }
    lines.push({ ...line, text: text.slice(line.start, line.end), adjacent });
    adjacent = true;
  };
  let start = span.start;
  LINE_BREAK.lastIndex = span.start;
  for (let at = LINE_BREAK.exec(text); at && at.index < span.end; at = LINE_BREAK.exec(text)) {
    push(start, at.index);
    start = Math.min(at.index + at[0].length, span.end);
  }
  push(start, span.end);
  return lines;
}

/** Whether `line` visibly goes on in the line after it: no end of a sentence here, lower case there. */
function runsOn(line: Line, next: Line): boolean {
  const full = line.text.length >= FULL_LINE;
  return full && next.adjacent && ENDS_OPEN.test(line.text) && LOWER_START.test(next.text) && !BULLET.test(line.text);
}

function isHardWrapped(lines: readonly Line[]): boolean {
  let pairs = 0;
  let runOn = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next?.adjacent) continue;
    pairs++;
    if (runsOn(line, next)) runOn++;
  }
  return runOn >= WRAPPED_LEAST && runOn >= pairs * WRAPPED_SHARE;
}

/**
 * Cuts a text into paragraphs: a line each, except that a hard-wrapped line and the ones it goes on in are one.
 * @returns in order, disjoint, never empty, without white space at their ends
 */
export function splitParagraphs(text: string, span: Span): Span[] {
  const lines = linesOf(text, span);
  const wrapped = isHardWrapped(lines);
  const paragraphs: Span[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const goesOn =
      before !== undefined &&
      (runsOn(before, line) ||
        (wrapped && line.adjacent && before.text.length >= FULL_LINE && !BULLET.test(line.text)));
    if (last && goesOn) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push({ start: line.start, end: line.end });
    before = line;
  }
  return paragraphs;
}
