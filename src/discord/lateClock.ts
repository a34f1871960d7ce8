/** A promise that resolves after so many milliseconds, unless it is stopped before. */
export function lateClock(milliseconds: number): { late: Promise<true>; stop: () => void } {
  let stop = () => {};
  const late = new Promise<true>((resolve) => {
    const timer = setTimeout(() => resolve(true), Math.max(0, Math.ceil(milliseconds)));
    stop = () => clearTimeout(timer);
  });
  return { late, stop };
}
