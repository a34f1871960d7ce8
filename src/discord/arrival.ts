/** The first second of 2015, where Discord's ids begin to count, in milliseconds since 1970. */
const DISCORD_EPOCH = 1_420_070_400_000;
/** An id is a time in milliseconds, times this, and some. */
const IDS_A_MILLISECOND = 2 ** 22;
/** More than that is no way through a network, but something else: a repeated event, an id that somebody made up. */
const MOST_DELAY_MS = 10_000;
/** The least delay of so long counts as none, since the two clocks may differ by it. Then it is looked for anew. */
const WINDOW_MS = 60_000;

/** When an id of Discord's was made, in milliseconds since 1970 by Discord's clock. */
export function madeAt(id: string): number {
  return Math.floor(Number(id) / IDS_A_MILLISECOND) + DISCORD_EPOCH;
}

/**
 * How long ids were on their way beyond what they need at least. That is the difference of two clocks, so only its growth says
 * something: a wrong clock shows no delay, and one that jumps shows one for two minutes at most.
 * @param now milliseconds by a clock that never jumps
 * @returns from an id to milliseconds, 0..10,000
 */
export function delayClock(
  now: () => number = () => performance.timeOrigin + performance.now(),
): (id: string) => number {
  let [least, leastBefore] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let until = Number.NEGATIVE_INFINITY;
  return (id) => {
    const at = now();
    if (at > until) [leastBefore, least, until] = [least, Number.POSITIVE_INFINITY, at + WINDOW_MS];
    const difference = at - madeAt(id);
    if (!Number.isFinite(difference)) return 0;
    least = Math.min(least, difference);
    const delay = difference - Math.min(least, leastBefore);
    return delay <= MOST_DELAY_MS ? delay : 0;
  };
}
