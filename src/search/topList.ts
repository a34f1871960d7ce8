/** Keeps the best of a long stream: a binary heap with the worst kept on top. Ties go to the earlier item. */
export class TopList {
  readonly #limit: number;
  readonly #heap: { item: number; score: number }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(item: number, score: number): void {
    const heap = this.#heap;
    const worst = heap[0];
    if (heap.length >= this.#limit) {
      // Nearly every item of a long stream ends here, so that nothing is made for it.
      if (!worst || score < worst.score || !isBetter({ item, score }, worst)) return;
      heap[0] = { item, score };
      this.#sink();
      return;
    }
    heap.push({ item, score });
    this.#rise();
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
  take(): number[] {
    return [...this.#heap].sort((a, b) => (isBetter(a, b) ? -1 : 1)).map((entry) => entry.item);
  }
}

function isBetter(a: { item: number; score: number }, b: { item: number; score: number }): boolean {
  return a.score > b.score || (a.score === b.score && a.item < b.item);
}
