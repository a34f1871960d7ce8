/** A half-open range of UTF-16 code units, `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without white space at its ends; empty (`start === end`) when there is nothing else in it. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Only the span of something that has more to it. */
export function bareSpan({ start, end }: Span): Span {
  return { start, end };
}

/** Whether a span has a character in common with one of some others. */
export function overlapsAny({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start < end && start < other.end);
}
