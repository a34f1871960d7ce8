import type { Span } from './span.js';

/** Words that deny: one says a thing, another that it is not so. */
const NEGATION =
  /\b(?:not|no|never|nobody|none|neither|nor|nothing|cannot|fail(?:s|ed|ing)?(?= to\b)|unable(?= to\b)|denie[sd]|deny|denying|refuse[sd]?|false(?:ly)?|untrue)\b|n[’']t\b/gi;
/** "not only … but", "no less than", "nothing but", "No. 1": these deny nothing; "It was not just the start" does. */
const NO_DENIAL =
  /^(?:no\.\s?\d|not (?:only|just)\b[^.;]{0,200}\b(?:but|also)|no (?:less|fewer|more|later) than|no (?:doubt|wonder)|nothing but|not least|no one knows)\b/i;

/** The words of a span that deny, in the order of the text. */
export function negationsIn(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(NEGATION), (match) => {
    const at = start + match.index;
    return { start: at, end: at + match[0].length };
  }).filter((negation) => !NO_DENIAL.test(text.slice(negation.start, end)));
}

/** Whether a text denies something. */
export function isNegated(text: string): boolean {
  return negationsIn(text, { start: 0, end: text.length }).length > 0;
}
