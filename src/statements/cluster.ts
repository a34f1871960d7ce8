import { finish, type Steps } from '../steps.js';

/** How strongly two things belong together, > 0, or null when they do not. */
export type Affinity<T> = (a: T, b: T) => number | null;

/** Joining two groups takes this share of their pairs to belong together, so that no chain of look-alikes forms. */
const LINKED_SHARE = 0.5;
/** Only things that share so many keys are looked at; whatever belongs together shares more. */
const SHARED_KEYS = 3;
/** A key that more things have says little and costs much. */
const COMMON_KEY = 300;

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/**
 * Gathers what belongs together, strongest pairs first.
 * @param keysOf what two things must share some of to be looked at
 * @returns groups in the order of their first members; every item is in exactly one
 */
export function cluster<T>(items: readonly T[], keysOf: (item: T) => Iterable<string>, affinity: Affinity<T>): T[][] {
  return finish(clusterInSteps(items, keysOf, affinity));
}

/** As {@link cluster}, an item or a pair a step. */
export function* clusterInSteps<T>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<string>,
  affinity: Affinity<T>,
): Steps<T[][]> {
  const pairs = yield* linkedPairs(items, keysOf, affinity);
  const linked = new Set(pairs.map(({ a, b }) => a * items.length + b));
  const isLinked = (a: number, b: number) => linked.has(Math.min(a, b) * items.length + Math.max(a, b));
  const groupOf = items.map((_, i) => [i]);
  for (const { a, b } of pairs) {
    const [one, other] = [groupOf[a] ?? [], groupOf[b] ?? []];
    if (one === other) continue;
    const links = one.reduce((sum, i) => sum + other.filter((j) => isLinked(i, j)).length, 0);
    if (links < LINKED_SHARE * one.length * other.length) continue;
    // One by one: a spread puts every item on the stack, which large groups overflow.
    for (const i of other) {
      one.push(i);
      groupOf[i] = one;
    }
    yield;
  }
  return [...new Set(groupOf)]
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => group.flatMap((i) => items.slice(i, i + 1)));
}

/** The pairs that belong together, strongest first. */
function* linkedPairs<T>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<string>,
  affinity: Affinity<T>,
): Steps<Pair[]> {
  const pairs: Pair[] = [];
  const earlier = new Map<string, number[]>();
  for (const [b, item] of items.entries()) {
    yield;
    const shared = new Map<number, number>();
    for (const key of keysOf(item)) {
      const having = earlier.get(key) ?? [];
      if (having.length < COMMON_KEY) for (const a of having) shared.set(a, (shared.get(a) ?? 0) + 1);
      having.push(b);
      earlier.set(key, having);
    }
    for (const [a, count] of shared) {
      const other = items[a];
      const strength = count < SHARED_KEYS || other === undefined ? null : affinity(other, item);
      if (strength !== null) pairs.push({ a, b, strength });
    }
  }
  return pairs.sort((p, q) => q.strength - p.strength || p.a - q.a || p.b - q.b);
}
