import type { Article } from '../corpus/article.js';
import { cueVerb } from '../english/cueVerbs.js';
import { isMark, type ProseToken, tokenize } from '../english/proseTokens.js';
import { beginsWithMark, commonMarks, findQuotations, type Quotation } from '../english/quotationMarks.js';
import type { Span } from '../english/span.js';
import { afterTimeStamp } from '../english/timeStamp.js';

/**
 * What is longer is cut: so many tokens, or characters, without an end of a sentence are a list or a table, and all that reads a
 * segment looks at its tokens from many of them.
 */
const MOST_TOKENS = 400;
const LONGEST_SEGMENT = 4_000;

/** One or more whole sentences that no quotation crosses: "It ends. We go on," he said, is one. */
export interface Segment extends Span {
  /** Index in `Article.paragraphs`. */
  readonly paragraph: number;
  readonly tokens: readonly ProseToken[];
}

/** How far after a quotation its cue may end for both to be one sentence, in tokens. */
const CUE_REACH = 14;

/**
 * Cuts the body of an article into segments. Sentence boundaries come from the article; those inside a quotation do
 * not count, and one right after a quotation counts only when no cue follows it.
 */
export function splitSegments(article: Article): Segment[] {
  const segments: Segment[] = [];
  const marked = commonMarks(article.text);
  const body = article.paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'body' ? [{ paragraph, index }] : [],
  );
  body.forEach(({ paragraph, index }, nth) => {
    const next = body[nth + 1]?.paragraph;
    const quotations = findQuotations(marked, paragraph, next !== undefined && beginsWithMark(marked, next));
    // "22:50 Coach Ana Lopez: …": the time is no word of the sentence, but stays a part of what is shown.
    const words = { start: afterTimeStamp(article.text, paragraph), end: paragraph.end };
    const tokens = tokenize(article.text, words, quotations);
    const starts = new Set(
      article.sentences.slice(paragraph.firstSentence, paragraph.endSentence).map((sentence) => sentence.start),
    );
    let current: ProseToken[] = [];
    const flush = () => {
      const first = current[0];
      const last = current.at(-1);
      const start = first === tokens[0] ? paragraph.start : first?.start;
      if (start !== undefined && last) segments.push({ paragraph: index, tokens: current, start, end: last.end });
      current = [];
    };
    tokens.forEach((token, i) => {
      const isFull =
        current.length >= MOST_TOKENS || token.start - (current[0]?.start ?? token.start) >= LONGEST_SEGMENT;
      if (isFull || (current.length > 0 && breaksBefore(tokens, i, starts))) flush();
      current.push(token);
    });
    flush();
  });
  return segments;
}

/** Whether a sentence ends between the tokens at `i - 1` and `i`. */
function breaksBefore(tokens: readonly ProseToken[], i: number, starts: ReadonlySet<number>): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token) return false;
  if (before.quotation) return endsWithQuotation(before.quotation, before.text, tokens, i);
  if (token.quotation) return starts.has(token.start) || starts.has(token.quotation.inner.start);
  return starts.has(token.start);
}

/** Whether a sentence ends with the quotation before token `i`: it has its full stop inside, and no cue comes after. */
function endsWithQuotation(_quotation: Quotation, written: string, tokens: readonly ProseToken[], i: number): boolean {
  const stop = /([.!?…,;:—–-])["”’'»“\u275E\u300D\u300F\uFF02]{0,2}$/u.exec(written)?.[1] ?? '';
  if (!'.!?…'.includes(stop) || stop === '') return false;
  const token = tokens[i];
  if (!token) return false;
  if (token.kind === 'punctuation') return false;
  if (token.quotation) return true;
  return !hasCueSoon(tokens, i);
}

/** Whether a cue verb comes before the next comma, stop or quotation, and its speaker with it. */
function hasCueSoon(tokens: readonly ProseToken[], from: number): boolean {
  for (let i = from; i < from + CUE_REACH && i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.quotation || isMark(token, '.')) return false;
    const verb = token.capital ? undefined : cueVerb(token.lower);
    if (!verb || verb.participle || verb.kind === 'fragment') continue;
    // "… said that" starts a statement of its own; "… said." and "… said on Monday" belong to what comes before.
    const after = tokens[i + 1];
    if (leadsToQuotation(tokens, i + 1)) return false;
    return i === from || !after || after.kind === 'punctuation' || isTimeOrPlace(after);
  }
  return false;
}

/** "Costa said on Saturday: “…”": the words to come are what was said, and not those before. */
function leadsToQuotation(tokens: readonly ProseToken[], from: number): boolean {
  for (let i = from; i < from + CUE_REACH && i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.quotation || isMark(token, '.')) return false;
    if (isMark(token, ':')) return Boolean(tokens[i + 1]?.quotation);
  }
  return false;
}

function isTimeOrPlace(token: ProseToken): boolean {
  return /^(?:in|on|at|during|by|from|after|before|as|while|when|to|of|about|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|this|last|through|via)$/u.test(
    token.lower,
  );
}
