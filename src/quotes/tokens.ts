import type { Span } from '../corpus/article.js';
import type { Quotation } from './marks.js';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'quotation';

/** A word, a number, a punctuation mark, or a whole quotation, which counts as one token: its words are the speaker's. */
export interface Token extends Span {
  readonly kind: TokenKind;
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
  /(?:\p{Lu}\.){2,}|\d+(?:[-‑]\p{L}+)+|\p{L}[\p{L}\p{M}\p{N}]*(?:[-‑'’&/.][\p{L}\p{N}]+)*|[$€£]?\d[\d.,:]*\d%?|[$€£]?\d%?|\.\.\.|--+|[^\s\p{L}\p{N}]/gu;

/** Splits a run of text into tokens; each of `quotations` (sorted, disjoint, inside the run) becomes one. */
export function tokenize(text: string, run: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
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

function addTokens(tokens: Token[], text: string, from: number, to: number): void {
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    let written = match[0];
    const first = written.charCodeAt(0);
    const isWord = /^\p{L}|^\d+[-‑]\p{L}/u.test(written);
    const lower = written.toLowerCase().replace(/’/gu, "'");
    const initial = isWord && written.length === 1 && written !== 'I' && written !== 'a';
    if (isWord && text.charAt(start + written.length) === '.' && (initial || ABBREVIATION.test(lower))) written += '.';
    const last = tokens.at(-1);
    // The abbreviation's point came as a token of its own: it is already in the word.
    if (written === '.' && last && last.end > start) continue;
    const kind = isWord
      ? 'word'
      : (first >= 48 && first <= 57) || '$€£'.includes(written.charAt(0))
        ? 'number'
        : 'punctuation';
    const capital = isWord && /^\p{Lu}/u.test(written);
    const end = start + written.length;
    tokens.push({ kind, text: written, lower, capital, quotation: null, start, end });
  }
}

/** Whether a token is this punctuation mark. */
export function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'punctuation' && token.text === mark;
}

/** Whether a token is a dash that sets words apart. */
export function isDash(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && /^(?:—|–|--+|-)$/u.test(token.text);
}

/** Whether a token ends a sentence. */
export function isStop(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && /^(?:[.!?…]|\.\.\.)$/u.test(token.text);
}

/** The word at an index, lower case; '' for a mark, a quotation or nothing. */
export function wordAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token && token.kind !== 'punctuation' ? token.lower : '';
}
