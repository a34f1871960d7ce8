/** From 0 to 1, 1 never. */
export type Random = () => number;

/** Any one of these, each as likely as the others. @throws Error of nothing */
export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
