import { type Span, trimSpan } from './span.js';

/**
 * Quotation marks, for four uses that differ by intent. `findQuotations` reads a whole paragraph as print uses marks, nested,
 * unclosed and single ones too: it finds who is quoted. `isQuotedAfter` only counts, for comparing words. `beginsInsideQuotation`
 * and `endsInsideQuotation` look at one sentence that was cut out of its paragraph. `pairedQuotations` finds what must not be cut.
 */

/** Words between quotation marks. The span holds the marks, `inner` does not. */
export interface Quotation extends Span {
  readonly inner: Span;
}

/** Closing marks for each opening mark; a straight mark closes itself. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '”': '”"',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  "'": "'’",
};
const OPENING_MARK = /["“”„«»‘']/gu;
const BEFORE_OPENING = /[\s([{—–\-/:]/u;
const AFTER_CLOSING = /[\s)\]}—–\-/.,;:!?…]/u;
const SPACE = /\s/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** "players' union": an s and an apostrophe before a lower-case word is a plural's possessive, not a closing mark. */
const PLURAL_POSSESSIVE = /^s['’]\s+\p{Ll}/u;
/** 'em, 'til, '90s: an apostrophe that stands for what was left out. */
const ELISION = /^['‘’](?:em|tis|twas|til|till|cause|cuz|bout|round|\d0s)\b/iu;

/** Marks of other alphabets, keyboards and typesetters, by the common mark that each stands for. */
const OTHER_MARKS: Readonly<Record<string, string>> = {
  '\u201F': '“',
  '\u275D': '“',
  '\u275E': '”',
  '\u300C': '“',
  '\u300D': '”',
  '\u300E': '“',
  '\u300F': '”',
  '\uFF02': '"',
};
/** `` and '' as typesetters wrote them, and the single characters of {@link OTHER_MARKS}. */
const OTHER_MARK = /``|''|[\u201F\u275D\u275E\u300C-\u300F\uFF02]/g;

/** The same text with common marks for all others: as long as before, so that spans hold in both. */
export function commonMarks(text: string): string {
  return text.replace(OTHER_MARK, (mark, at: number) => {
    const common = OTHER_MARKS[mark];
    if (common !== undefined) return common;
    const opens = mark === '``' || BEFORE_OPENING.test(at === 0 ? ' ' : text.charAt(at - 1));
    // The space is beside the words, where it is trimmed.
    return opens ? '“ ' : ' ”';
  });
}

/** Whether the mark at `at` can open a quotation: after a space or bracket, before a word. */
function opens(text: string, at: number, from: number, to: number): boolean {
  const before = at === from ? ' ' : text.charAt(at - 1);
  const after = at + 1 < to ? text.charAt(at + 1) : ' ';
  const mark = text.charAt(at);
  if (mark === '“' || mark === '„' || mark === '«') return true;
  if (SPACE.test(after)) return false;
  if (ELISION.test(text.slice(at, at + 6))) return false;
  // A closing mark that opens is a slip of the keyboard; one after a word closes what was never opened.
  if (mark === '”' && !(SPACE.test(before) && WORD_CHARACTER.test(after))) return false;
  return BEFORE_OPENING.test(before) || (mark === "'" ? false : /["“‘]/u.test(before));
}

/** Whether the single mark at `at` closes a quotation, and is no apostrophe. */
function closesSingle(text: string, at: number, to: number): boolean {
  const after = at + 1 < to ? text.charAt(at + 1) : ' ';
  if (!AFTER_CLOSING.test(after) || SPACE.test(text.charAt(at - 1))) return false;
  return !PLURAL_POSSESSIVE.test(text.slice(at - 1, at + 8));
}

/** Where the quotation opened at `at` closes; `to` where it does not. Marks nested inside are passed over. */
function closing(text: string, at: number, to: number): number {
  const mark = text.charAt(at);
  const closers = CLOSERS[mark] ?? '';
  const single = mark === "'" || mark === '‘';
  for (let i = at + 1; i < to; i++) {
    const c = text.charAt(i);
    if (!closers.includes(c)) continue;
    if (single ? closesSingle(text, i, to) : c !== '"' || !looksLikeOpening(text, i, to)) return i;
  }
  return to;
}

/** A straight mark after a space and before a word, inside a quotation: the start of a nested one or a lost closing mark. */
function looksLikeOpening(text: string, at: number, to: number): boolean {
  if (at + 1 >= to) return false;
  return SPACE.test(text.charAt(at - 1)) && WORD_CHARACTER.test(text.charAt(at + 1));
}

/** `“We should mend it, Gail Starling said.`: where the words end that a tag follows inside a mark that nobody closed. */
const TAG_AT_END =
  /,(?=\s(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,4}(?:said|says|told|added|asked|wrote|replied)\b[^,;"“”]{0,60}$)/u;
/** How far before its end a paragraph is looked through for such a tag, in characters. */
const LONGEST_TAG = 240;

/** Where an unclosed quotation ends: at the tag, or with the paragraph. */
function unclosedEnd(text: string, start: number, to: number): number {
  const end = start + text.slice(start, to).trimEnd().length;
  const from = Math.max(start, end - LONGEST_TAG);
  const tag = TAG_AT_END.exec(text.slice(from, end));
  return tag ? from + tag.index + 1 : end;
}

/** A longer quotation is a mark that was never meant, or closed, to open one; in characters. News has some of 2,000. */
const LONGEST_QUOTATION = 5_000;

/**
 * The outermost quotations of a paragraph, in order. A quotation that is not closed runs to the paragraph's end when it
 * opened the paragraph or when the next one opens with a mark again, as speech over several paragraphs is printed;
 * else the mark stands for something else (an inch, a slip) and is left alone.
 * @param text with common marks only: {@link commonMarks}
 */
export function findQuotations(text: string, paragraph: Span, goesOn: boolean): Quotation[] {
  const found: Quotation[] = [];
  // Where each mark closes next: what closes one closes all of its kind before it, and is looked for once.
  const closers = new Map<string, number>();
  // The text up to its end, so that a page without marks is not searched to the last line for each of its lines.
  const head = text.slice(0, paragraph.end);
  OPENING_MARK.lastIndex = paragraph.start;
  for (let match = OPENING_MARK.exec(head); match; match = OPENING_MARK.exec(head)) {
    const at = match.index;
    if (!opens(text, at, paragraph.start, paragraph.end)) continue;
    const mark = text.charAt(at);
    const single = mark === "'" || mark === '‘';
    let close = closers.get(mark) ?? at;
    if (close <= at) close = closing(text, at, paragraph.end);
    closers.set(mark, close);
    if (close - at > LONGEST_QUOTATION && close < paragraph.end) continue;
    if (close < paragraph.end) {
      found.push({ start: at, end: close + 1, inner: trimSpan(text, { start: at + 1, end: close }) });
      OPENING_MARK.lastIndex = close + 1;
    } else if (!single && (goesOn || text.slice(paragraph.start, at).trim() === '')) {
      const end = unclosedEnd(text, at, paragraph.end);
      if (end - at > LONGEST_QUOTATION) break;
      found.push({ start: at, end, inner: trimSpan(text, { start: at + 1, end }) });
      break;
    }
  }
  return found;
}

/** Whether a paragraph begins with an opening mark. */
export function beginsWithMark(text: string, paragraph: Span): boolean {
  return /^\s*["“”„«]/u.test(text.slice(paragraph.start, paragraph.start + 20));
}

const COUNTED_MARK = /["“”„«»]/;

/** Whether a text has a mark that {@link isQuotedAfter} counts. */
export function hasQuotationMark(text: string): boolean {
  return COUNTED_MARK.test(text);
}

/** Whether what follows a stretch of text stands between quotation marks, given whether the stretch begins so. */
export function isQuotedAfter(stretch: string, quoted: boolean): boolean {
  // Most stretches have none, and looking through a text by its characters makes each of them.
  if (!hasQuotationMark(stretch)) return quoted;
  let open = quoted;
  for (const mark of stretch) {
    if (mark === '“' || mark === '„' || mark === '«') open = true;
    else if (mark === '”' || mark === '»') open = false;
    else if (mark === '"') open = !open;
  }
  return open;
}

/** `We oppose this line," he said`: the mark that opened stands in the sentence before. */
export function beginsInsideQuotation(sentence: string): boolean {
  const [first] = /["“”]/.exec(sentence) ?? [];
  if (first === '"') return (sentence.match(/"/g)?.length ?? 0) % 2 === 1 && !/^"/.test(sentence);
  return first === '”';
}

/** `"We are worried by these policies.`: the mark that closes, and who says so, stand in the next sentence. */
export function endsInsideQuotation(sentence: string): boolean {
  const marks = sentence.match(/["“”]/g) ?? [];
  const last = marks.at(-1);
  return last === '"' ? marks.length % 2 === 1 && /^\W*"/.test(sentence) : last === '“';
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' };

/** What stands between marks that need no guessing: curly, straight or angle marks in pairs. Marks included. */
export function pairedQuotations(text: string): Span[] {
  const quotations: Span[] = [];
  /** Marks that close nothing any more: one that is missing is looked for once, and not for each that opens. */
  const missing = new Set<string>();
  let at = 0;
  for (const { 0: opening, index } of text.matchAll(/["“«]/g)) {
    const closing = CLOSING[opening] ?? opening;
    if (index < at || missing.has(closing)) continue;
    const end = text.indexOf(closing, index + 1) + 1;
    if (end === 0) missing.add(closing);
    else {
      quotations.push({ start: index, end });
      at = end;
    }
  }
  return quotations;
}
