import type { Span } from '../english/span.js';

export type DifferenceKind = 'number' | 'day' | 'name' | 'wording';

/** Where two statements part: a span of each one's text. */
export interface Mismatch {
  readonly what: DifferenceKind;
  readonly ofA: Span;
  readonly ofB: Span;
}
