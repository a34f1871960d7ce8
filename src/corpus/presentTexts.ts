import type { Steps } from '../steps.js';
import type { Article } from './article.js';
import { beginningsOf, HEAD_SENTENCES } from './nearCopies.js';

/** Beginnings are told apart by so many of their bits at first. */
const MARKS = 2 ** 16;

/**
 * Texts that are there, arranged to see whether another is new. What was read of an article stays from one time to the next, as there
 * may be many, and one that is added should not wait for them.
 */
export class PresentTexts {
  #articles: Article[] = [];
  /** All of them, as they were handed in the last time. */
  #last: readonly Article[] = [];
  #ids = new Set<string>();
  /** {@link HEAD_SENTENCES} of each article; 0 where it has fewer. */
  #beginnings = new Uint32Array(0);

  /** Takes in what has come, and forgets what is gone; an article a step. @param articles in an order that stays */
  *update(articles: readonly Article[]): Steps<void> {
    const come: Article[] = [];
    let stayed = 0;
    // The order is the same as long as nothing is gone.
    for (const article of articles) {
      if (article === this.#last[stayed]) stayed++;
      else come.push(article);
    }
    const isLess = stayed < this.#last.length;
    if (isLess) this.#forgetAll();
    for (const article of isLess ? articles : come) {
      this.#add(article);
      yield;
    }
    this.#last = articles;
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The first that has a text. */
  withText(text: string): Article | undefined {
    return this.#articles.find((article) => article.text.length === text.length && article.text === text);
  }

  /** Those that some others may be copies of, in their order: every one that `nearCopies` would name is among them. */
  mayBeCopied(by: readonly Article[]): Article[] {
    const wanted = new Set(by.flatMap(beginningsOf));
    const marks = new Uint8Array(MARKS);
    for (const beginning of wanted) marks[beginning % MARKS] = 1;
    const found: Article[] = [];
    const end = this.#articles.length * HEAD_SENTENCES;
    for (let at = 0; at < end; at++) {
      const beginning = this.#beginnings[at] ?? 0;
      if (marks[beginning % MARKS] !== 1 || !wanted.has(beginning)) continue;
      const number = Math.floor(at / HEAD_SENTENCES);
      const article = this.#articles[number];
      if (article) found.push(article);
      at = (number + 1) * HEAD_SENTENCES - 1;
    }
    return found;
  }

  #add(article: Article): void {
    const first = this.#articles.length * HEAD_SENTENCES;
    if (first + HEAD_SENTENCES > this.#beginnings.length) {
      const more = new Uint32Array(2 * (first + HEAD_SENTENCES));
      more.set(this.#beginnings);
      this.#beginnings = more;
    }
    this.#beginnings.set(beginningsOf(article), first);
    this.#articles.push(article);
    this.#ids.add(article.id);
  }

  #forgetAll(): void {
    this.#articles = [];
    this.#last = [];
    this.#ids = new Set();
    this.#beginnings = new Uint32Array(0);
  }
}
