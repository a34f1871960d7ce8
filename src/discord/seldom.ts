/** Makes of what may be said ten times a second what is said once in a while. @param now milliseconds of a clock that is never set */
export function seldom<Words extends readonly unknown[]>(
  everyMs: number,
  say: (...words: Words) => void,
  now: () => number = () => performance.now(),
): (...words: Words) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (...words) => {
    if (now() - saidAt < everyMs) return;
    saidAt = now();
    say(...words);
  };
}
