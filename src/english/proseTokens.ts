import type { Quotation } from './quotationMarks.js';
import type { Span } from './span.js';

export type ProseTokenKind = 'word' | 'number' | 'punctuation' | 'quotation';

/** A word, a number, a punctuation mark, or a whole quotation, which counts as one token: its words are the speaker's. */
export interface ProseToken extends Span {
  readonly kind: ProseTokenKind;
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly lower: string;
  /** True for a word that begins with a capital letter. */
  readonly capital: boolean;
  readonly quotation: Quotation | null;
}

/** Abbreviations whose point belongs to them: titles before a name, and states and months after one. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|mx|dr|prof|gen|lt|col|sgt|cpl|capt|maj|cmdr|adm|const|insp|supt|gov|sen|rep|rev|hon|st|jr|sr|inc|ltd|corp|co|no|vs|jan|feb|aug|sept?|oct|nov|dec|ont|que|alta|sask|man|calif|fla|wis|mich|minn|mass|conn|ariz|ill|pa|tenn|tex|wash|ore|okla)$/u;
const TOKEN =
  /(?:\p{Lu}\.){2,60}|\d{1,20}(?:[-‑]\p{L}+){1,20}|\p{L}[\p{L}\p{M}\p{N}]*(?:[-‑'’&/.][\p{L}\p{N}]+){0,60}|[$€£]?\d[\d.,:]*\d%?|[$€£]?\d%?|\.\.\.|--+|[^\s\p{L}\p{N}]/gu;

const WORD_START = /^\p{L}/u;
const NUMBER_START = /^[\d$€£]/u;

/** Splits a run of text into tokens; each of `quotations` (sorted, disjoint, inside the run) becomes one. */
export function tokenize(text: string, run: Span, quotations: readonly Quotation[]): ProseToken[] {
  const tokens: ProseToken[] = [];
  let at = run.start;
  for (const quotation of quotations) {
    addTokens(tokens, text, at, quotation.start);
    const written = text.slice(quotation.start, quotation.end);
    const { start, end } = quotation;
    tokens.push({ kind: 'quotation', text: written, lower: '', capital: false, quotation, start, end });
    at = quotation.end;
  }
  addTokens(tokens, text, at, run.end);
  return tokens;
}

function addTokens(tokens: ProseToken[], text: string, from: number, to: number): void {
  let last = from;
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    // An abbreviation's point comes once more as a mark of its own.
    if (start < last) continue;
    const token = tokenAt(text, match[0], start);
    tokens.push(token);
    last = token.end;
  }
}

function tokenAt(text: string, match: string, start: number): ProseToken {
  const folded = match.toLowerCase();
  const cased = folded !== match.toUpperCase();
  const isWord = cased ? !match.startsWith('$') : WORD_START.test(match);
  if (!isWord) {
    const kind = NUMBER_START.test(match) ? 'number' : 'punctuation';
    return { kind, text: match, lower: folded, capital: false, quotation: null, start, end: start + match.length };
  }
  const lower = folded.includes('’') ? folded.replaceAll('’', "'") : folded;
  const initial = match.length === 1 && match !== 'I' && match !== 'a';
  const abbreviated = text.charAt(start + match.length) === '.' && (initial || ABBREVIATION.test(lower));
  const written = abbreviated ? `${match}.` : match;
  const capital = match.charAt(0) !== folded.charAt(0);
  return {
    kind: 'word',
    text: written,
    lower: abbreviated ? `${lower}.` : lower,
    capital,
    quotation: null,
    start,
    end: start + written.length,
  };
}

/** Whether a token is this punctuation mark. */
export function isMark(token: ProseToken | undefined, mark: string): boolean {
  return token?.kind === 'punctuation' && token.text === mark;
}

/** Whether a token is a dash that sets words apart. */
export function isDash(token: ProseToken | undefined): boolean {
  return token?.kind === 'punctuation' && /^(?:—|–|--+|-)$/u.test(token.text);
}

/** Whether a token ends a sentence. */
export function isStop(token: ProseToken | undefined): boolean {
  return token?.kind === 'punctuation' && /^(?:[.!?…]|\.\.\.)$/u.test(token.text);
}

/** The word at an index, lower case; '' for a mark, a quotation or nothing. */
export function wordAt(tokens: readonly ProseToken[], i: number): string {
  const token = tokens[i];
  return token && token.kind !== 'punctuation' ? token.lower : '';
}
