import type { When } from './happening.js';
import type { Reach } from './reach.js';

/** What is looked at to choose the story. */
interface Ranked {
  readonly when: When;
  readonly reach: Reach;
  /** Higher is more. */
  readonly prominence: number;
}

/** A reader takes in a dozen happenings, and one picture holds them. */
const MOST_IN_STORY = 12;
/** One page of them is a timeline, two are not. */
const FEWEST_IN_STORY = 5;

/** Told by two, in a headline or at an article's head: what is less prominent is in the story only where there is little else. */
const PROMINENT = 2;
/** What a further happening of a day that is in the story already has to be more prominent by: a story has many days. */
const SAME_DAY = 0.5;

/** The most prominent happenings: what a reader is shown first. What is older than the story is none of it. */
export function storyOf<T extends Ranked>(entries: readonly T[]): ReadonlySet<T> {
  const left = new Set(entries.filter(({ reach }) => reach !== 'background'));
  if (left.size <= MOST_IN_STORY) return left;
  const story = new Set<T>();
  const ofDay = new Map<string, number>();
  while (story.size < MOST_IN_STORY) {
    let best: { entry: T; weight: number } | undefined;
    for (const entry of left) {
      const weight = entry.prominence - SAME_DAY * (ofDay.get(entry.when.date) ?? 0);
      if (best === undefined || weight > best.weight) best = { entry, weight };
    }
    if (best === undefined || (best.weight < PROMINENT && story.size >= FEWEST_IN_STORY)) break;
    story.add(best.entry);
    left.delete(best.entry);
    ofDay.set(best.entry.when.date, (ofDay.get(best.entry.when.date) ?? 0) + 1);
  }
  return story;
}
