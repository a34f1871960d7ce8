/** How strongly two things belong together, > 0, or null when they do not. */
export type Affinity<T> = (a: T, b: T) => number | null;

/** Joining two groups takes this share of their pairs to belong together, so that no chain of look-alikes forms. */
const LINKED_SHARE = 0.5;

/**
 * Gathers what belongs together, strongest pairs first.
 * @returns groups in the order of their first members; every item is in exactly one
 */
export function gather<T>(items: readonly T[], affinity: Affinity<T>): T[][] {
  const linked = new Set<number>();
  const pairs: { a: number; b: number; strength: number }[] = [];
  items.forEach((one, a) => {
    for (let b = a + 1; b < items.length; b++) {
      const other = items[b];
      const strength = other === undefined ? null : affinity(one, other);
      if (strength === null) continue;
      linked.add(a * items.length + b);
      pairs.push({ a, b, strength });
    }
  });
  pairs.sort((p, q) => q.strength - p.strength);
  const groupOf = items.map((_, i) => [i]);
  const isLinked = (a: number, b: number) => linked.has(Math.min(a, b) * items.length + Math.max(a, b));
  for (const { a, b } of pairs) {
    const [one, other] = [groupOf[a] ?? [], groupOf[b] ?? []];
    if (one === other) continue;
    const links = one.reduce((sum, i) => sum + other.filter((j) => isLinked(i, j)).length, 0);
    if (links < LINKED_SHARE * one.length * other.length) continue;
    one.push(...other);
    for (const i of other) groupOf[i] = one;
  }
  return [...new Set(groupOf)]
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => group.flatMap((i) => items.slice(i, i + 1)));
}
