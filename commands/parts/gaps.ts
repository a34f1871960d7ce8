import type { FeedbackCounts } from '../../src/feeding/feedbackBook.js';
import type { Gap } from '../../src/feeding/gapBook.js';

/** `3 × “who owns the tug”, last on 2024-03-06`, a line each. */
export function gapLines(gaps: readonly Gap[]): string[] {
  return gaps.map(({ question, count, lastDay }) => `${count} × “${question}”, last on ${lastDay}`);
}

/** "ferry: answers 4 times, doesn’t 1 time", a line each. */
export function feedbackLines(feedback: readonly (readonly [article: string, counts: FeedbackCounts])[]): string[] {
  const times = (number: number): string => `${number} ${number === 1 ? 'time' : 'times'}`;
  return feedback.map(
    ([article, { answers, doesNot }]) => `${article}: answers ${times(answers)}, doesn’t ${times(doesNot)}`,
  );
}
