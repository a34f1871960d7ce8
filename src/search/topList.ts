interface Entry<Item> {
  readonly item: Item;
  /** Of two with one score, the one whose place is lower is better. */
  readonly place: number;
  readonly score: number;
}

/** Keeps the best of a long stream: a binary heap with the worst kept on top. */
export class TopList<Item> {
  readonly #limit: number;
  readonly #heap: Entry<Item>[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** An item of a lower score is not kept. Nearly every item of a long stream is, so that nothing needs to be made for it. */
  get least(): number {
    const worst = this.#heap[0];
    return worst && this.#heap.length >= this.#limit ? worst.score : Number.NEGATIVE_INFINITY;
  }

  /** @param place where the item stands in its stream: of two with one score the earlier one is kept */
  offer(item: Item, place: number, score: number): void {
    const heap = this.#heap;
    const entry = { item, place, score };
    if (heap.length < this.#limit) {
      heap.push(entry);
      this.#rise();
      return;
    }
    const [worst] = heap;
    if (!worst || !isBetter(entry, worst)) return;
    heap[0] = entry;
    this.#sink();
  }

  #rise(): void {
    let at = this.#heap.length - 1;
    while (at > 0 && this.#swapIfWorse(at, (at - 1) >> 1)) at = (at - 1) >> 1;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const a = this.#heap[left];
      if (!a) return;
      const b = this.#heap[left + 1];
      const worse = b && isBetter(a, b) ? left + 1 : left;
      if (!this.#swapIfWorse(worse, at)) return;
      at = worse;
    }
  }

  /** Moves the entry at `child` above the one at `parent` when it is worse. */
  #swapIfWorse(child: number, parent: number): boolean {
    const a = this.#heap[child];
    const b = this.#heap[parent];
    if (!a || !b || !isBetter(b, a)) return false;
    this.#heap[parent] = a;
    this.#heap[child] = b;
    return true;
  }

  /** Best first. */
  take(): Item[] {
    return [...this.#heap].sort((a, b) => (isBetter(a, b) ? -1 : 1)).map((entry) => entry.item);
  }
}

function isBetter(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.score > b.score || (a.score === b.score && a.place < b.place);
}
