/** A piece of a line as a PDF has it; places in points, from the bottom left. */
export interface PdfPiece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** A line of a page. */
interface PdfLine {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

/** Pieces whose feet differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** A gap within a line that is wider than this share of the letters' size is a space. */
const SPACE = 0.15;
/** Of all gaps in order, the one at this share stands between lines of a paragraph: wider ones may be many, narrower ones are few. */
const USUAL = 0.3;
/** A paragraph begins below a gap so many times as wide as the usual one … */
const WIDE_GAP = 1.3;
/** … or below a line that leaves more of the width open than this and ends a sentence … */
const OPEN_SHARE = 0.15;
/** … or where the letters change by more than this. */
const OTHER_SIZE = 0.1;
const SENTENCE_END = /[.!?:…]["”’')\]]*$/;
/** A line in this share of the pages is the page's, not the article's. */
const RUNNING_SHARE = 0.5;
const FEWEST_PAGES = 3;
const PAGE_NUMBER = /^(?:page )?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i;
/** What a browser prints around a page: day and hour with the title, and the address, which may be one of the owner's machine. */
const PRINTED =
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}\b|^(?:https?|file):\/\/\S{1,2000}(?: ?\d{1,4}\/\d{1,4})?$/;
/** It stands among the first or the last so many lines of a page, wherever on the page they are. */
const PRINTED_WITHIN = 3;
const HYPHENATED = /(\p{L}{1,40})-$/u;
/** A title is set in letters so many times as large as the text. */
const TITLE_SIZE = 1.25;

/** A PDF's text, taken apart. */
export interface PdfText {
  /** Paragraphs with a blank line between. */
  readonly text: string;
  /** What is set in large letters at the head of the first page. */
  readonly title: string | null;
}

/** Puts the pieces of a PDF's pages together to paragraphs, without page numbers and running heads. */
export function pdfParagraphs(pages: readonly (readonly PdfPiece[])[]): PdfText {
  const lines = withoutRunning(pages.map((pieces, page) => linesOf(pieces, page)));
  const [gap, size, width] = [usualGap(lines), median(lines.map((line) => line.size)), usualWidth(lines)];
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}-]+/u)));
  const paragraphs: string[] = [];
  let title: string | null = null;
  let last: PdfLine | null = null;
  for (const line of lines) {
    const isNew = last === null || beginsParagraph(last, line, gap, width);
    if (isNew) paragraphs.push(line.text);
    else paragraphs.push(joined(paragraphs.pop() ?? '', line.text, words));
    if (line.page === 0 && line.size >= size * TITLE_SIZE && paragraphs.length === 1) title = paragraphs[0] ?? null;
    last = line;
  }
  return { text: paragraphs.join('\n\n'), title };
}

function linesOf(pieces: readonly PdfPiece[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { str, x, y, width, fontSize } of pieces) {
    if (str.trim() === '') {
      const last = lines.at(-1);
      if (last && str !== '' && Math.abs(last.y - y) < SAME_LINE * last.size) last.text += ' ';
      continue;
    }
    const line = lines.at(-1);
    const sits = line && Math.abs(line.y - y) < SAME_LINE * Math.max(line.size, fontSize) && x >= line.left;
    if (line && sits) {
      line.text += (x - line.right > SPACE * fontSize ? ' ' : '') + str;
      line.right = Math.max(line.right, x + width);
    } else lines.push({ text: str, left: x, right: x + width, y, size: fontSize, page });
  }
  for (const line of lines) line.text = line.text.replace(/\s+/g, ' ').trim();
  return lines;
}

/** The first and last lines of pages, where they are the same but for numbers, and page numbers. */
function withoutRunning(pages: readonly PdfLine[][]): PdfLine[] {
  const key = ({ text }: PdfLine): string => text.toLowerCase().replace(/\d+/g, '#');
  const ends = pages.map((lines) => [...new Set([...lines.slice(0, 1), ...lines.slice(-1)])]);
  const counts = new Map<string, number>();
  for (const line of ends.flat()) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean =>
    PAGE_NUMBER.test(line.text) ||
    (pages.length >= FEWEST_PAGES && (counts.get(key(line)) ?? 0) > pages.length * RUNNING_SHARE);
  const isPrinted = ({ text }: PdfLine, at: number, { length }: readonly PdfLine[]): boolean =>
    (at < PRINTED_WITHIN || at >= length - PRINTED_WITHIN) && PRINTED.test(text);
  return pages.flatMap((lines, page) =>
    lines.filter((line, at) => !(ends[page]?.includes(line) && isRunning(line)) && !isPrinted(line, at, lines)),
  );
}

function beginsParagraph(last: PdfLine, line: PdfLine, gap: number, width: number): boolean {
  if (Math.abs(line.size - last.size) > OTHER_SIZE * last.size) return true;
  const endsOpen = width - (last.right - last.left) < OPEN_SHARE * width;
  const ends = SENTENCE_END.test(last.text);
  // Over a page's end, or to the next column, only the text tells.
  if (line.page !== last.page || line.y >= last.y) return ends && !endsOpen;
  if (last.y - line.y > gap * WIDE_GAP) return true;
  return ends && !endsOpen;
}

/** A word that is parted at the end of a line is one, unless it stands elsewhere with its hyphen. */
function joined(before: string, line: string, words: ReadonlySet<string>): string {
  const first = HYPHENATED.exec(before)?.[1];
  const second = /^\p{Ll}+/u.exec(line)?.[0];
  if (!first || !second) return `${before} ${line}`;
  return words.has(`${first}-${second}`.toLowerCase()) ? before + line : before.slice(0, -1) + line;
}

function usualGap(lines: readonly PdfLine[]): number {
  const gaps: number[] = [];
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (last && last.page === line.page && last.y > line.y) gaps.push(last.y - line.y);
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * USUAL)] ?? 0;
}

function usualWidth(lines: readonly PdfLine[]): number {
  const widths = lines.map(({ left, right }) => right - left).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
