import type { Span } from './span.js';

/** Words that deny: one says a thing, another that it is not so. */
const NEGATION =
  /\b(?:not|no|never|nobody|none|neither|nor|nothing|cannot|denie[sd]|deny|denying|refuse[sd]?|false(?:ly)?|untrue)\b|n[’']t\b/gi;
/** "not only", "no less than", "nothing but", "no longer than": these deny nothing. */
const NO_DENIAL =
  /^(?:not only|no (?:less|fewer|more|later|doubt|wonder)|nothing but|not just|not least|no one knows)\b/i;

/** The first word of a span that denies; null when nothing in it is denied. */
export function firstNegation(text: string, { start, end }: Span): Span | null {
  for (const match of text.slice(start, end).matchAll(NEGATION)) {
    const at = start + match.index;
    if (!NO_DENIAL.test(text.slice(at, end))) return { start: at, end: at + match[0].length };
  }
  return null;
}

/** Whether a text denies something. */
export function isNegated(text: string): boolean {
  return firstNegation(text, { start: 0, end: text.length }) !== null;
}
