import type { Steps } from '../steps.js';
import type { Article, Published } from './article.js';
import { type PageLines, readPageLines } from './repeated.js';

/** What has to be known of the articles of a folder to add others to them, so that they need not all be looked at for each. */
export class PresentArticles {
  readonly #ids = new Set<string>();
  readonly #files = new Set<string>();
  readonly lines: PageLines;
  /** Whether each of them states its date: one that does not may be dated by others. */
  readonly areDated: boolean;

  constructor(articles: readonly Article[], lines: PageLines) {
    this.lines = lines;
    let areDated = true;
    for (const { id, file, published } of articles) {
      this.#ids.add(id);
      if (file !== null) this.#files.add(file);
      areDated &&= isStated(published);
    }
    this.areDated = areDated;
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  hasFile(file: string): boolean {
    return this.#files.has(file);
  }
}

/** Reads what has to be known, an article a step. */
export function* readPresentArticles(articles: readonly Article[]): Steps<PresentArticles> {
  const lines = yield* readPageLines(articles);
  return new PresentArticles(articles, lines);
}

function isStated({ basis }: Published): boolean {
  return basis === 'stated' || basis === 'dateline';
}
