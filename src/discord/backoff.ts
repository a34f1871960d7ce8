/** The first wait before a further try, and the longest. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 4 * 60_000;

/**
 * How long to wait before a further try: doubling from a second to four minutes. Up to half of it is left to chance, so that not
 * everybody who lost Discord comes back at once.
 * @param failed tries that have failed in a row, 1 or more
 * @param chance from 0 to 1
 * @returns milliseconds
 */
export function waitBeforeTry(failed: number, chance: number = Math.random()): number {
  // 2 ** 20 is far beyond the longest; more would only end in Infinity.
  const whole = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failed - 1, 20), LONGEST_WAIT_MS);
  return Math.round(whole * (1 - chance / 2));
}
