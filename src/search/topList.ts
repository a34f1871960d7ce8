/**
 * Keeps the best of a long stream: a binary heap with the worst on top. What is compared stands in arrays of numbers, an entry in the same place
 * of each, so that nothing is made for what comes and goes.
 */
export class TopList<Item> {
  readonly #limit: number;
  readonly #items: Item[] = [];
  /** Of two with one score, the one whose place is lower is better. */
  readonly #places: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** An item of a lower score is not kept. Nearly every item of a long stream is, so that nothing needs to be made for it. */
  get least(): number {
    return this.#items.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? Number.POSITIVE_INFINITY);
  }

  /** Those kept, in no order. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** @param place where the item stands in its stream: of two with one score the earlier one is kept */
  offer(item: Item, place: number, score: number): void {
    if (this.#items.length < this.#limit) this.#put(this.#risen(place, score), item, place, score);
    else if (this.#limit > 0 && !this.#isWorse(score, place, 0))
      this.#put(this.#sunk(place, score), item, place, score);
  }

  /** Best first. */
  take(): Item[] {
    const entries = this.#items.map((item, at) => ({
      item,
      place: this.#places[at] ?? 0,
      score: this.#scores[at] ?? 0,
    }));
    return entries.sort((a, b) => b.score - a.score || a.place - b.place).map(({ item }) => item);
  }

  #isWorse(score: number, place: number, than: number): boolean {
    const other = this.#scores[than] ?? 0;
    return score < other || (score === other && place > (this.#places[than] ?? 0));
  }

  #put(at: number, item: Item, place: number, score: number): void {
    this.#items[at] = item;
    this.#places[at] = place;
    this.#scores[at] = score;
  }

  /** Moves the entry at one place of the heap to another. */
  #move(from: number, to: number): void {
    const item = this.#items[from];
    if (item !== undefined) this.#put(to, item, this.#places[from] ?? 0, this.#scores[from] ?? 0);
  }

  /** @returns where a further entry belongs, those that are better having made room for it */
  #risen(place: number, score: number): number {
    let at = this.#items.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isWorse(score, place, above)) break;
      this.#move(above, at);
      at = above;
    }
    return at;
  }

  /** @returns where an entry belongs that replaces the worst, those that are worse having moved up */
  #sunk(place: number, score: number): number {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= this.#items.length) return at;
      const isRight =
        right < this.#items.length && this.#isWorse(this.#scores[right] ?? 0, this.#places[right] ?? 0, left);
      const worse = isRight ? right : left;
      if (this.#isWorse(score, place, worse)) return at;
      this.#move(worse, at);
      at = worse;
    }
  }
}
