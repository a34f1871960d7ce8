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

/** The last of some spans that begins at or before a place: by halves, as who asks for one asks for many. @param spans in the order of the text */
export function lastBeginning<T extends Span>(spans: readonly T[], at: number): T | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

/**
 * Sorts ranges and joins those that overlap or touch, and those with only a gap between them.
 * @param isGap whether nothing worth a break stands between two places; absent, nothing but overlap and touch joins
 */
export function joinRanges(
  ranges: readonly [number, number][],
  isGap: (from: number, to: number) => boolean = () => false,
): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && (start <= last[1] || isGap(last[1], start))) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Whether a span has a character in common with one of some others. */
export function overlapsAny({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start < end && start < other.end);
}
