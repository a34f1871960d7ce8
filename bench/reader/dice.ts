import { mulberry32 } from '../../src/evaluation/mulberry32.js';

/** Chance that falls the same on every run. */
export class Dice {
  /** A number from 0 up to 1. */
  readonly roll: () => number;

  constructor(seed: number) {
    this.roll = mulberry32(seed);
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.roll() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}
