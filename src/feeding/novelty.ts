import type { Article } from '../corpus/article.js';
import { nearCopies } from '../corpus/nearCopies.js';
import type { PresentTexts } from '../corpus/presentTexts.js';

/** Tells what is new to a corpus, while articles are added to it. */
export class Novelty {
  readonly #present: PresentTexts;
  /** What was added since. */
  readonly #added = new Set<Article>();
  readonly #addedIds = new Set<string>();
  readonly #addedTexts = new Map<string, Article>();
  readonly #candidates: ReadonlySet<Article>;
  readonly #copies: ReadonlyMap<Article, Article>;

  /** @param candidates every article that may be added */
  constructor(present: PresentTexts, candidates: readonly Article[]) {
    this.#present = present;
    this.#candidates = new Set(candidates);
    const all = [...present.mayBeCopied(candidates), ...candidates];
    this.#copies = new Map(nearCopies(all).map(({ copy, of }) => [copy, of]));
  }

  add(articles: readonly Article[]): void {
    for (const article of articles) {
      this.#added.add(article);
      this.#addedIds.add(article.id);
      if (!this.#addedTexts.has(article.text)) this.#addedTexts.set(article.text, article);
    }
  }

  hasId(id: string): boolean {
    return this.#addedIds.has(id) || this.#present.hasId(id);
  }

  /** Why the corpus has these already; null when it has not. @param ids what they will be called there */
  whyNot(articles: readonly Article[], ids: readonly string[]): string | null {
    const same = articles.map(({ text }) => this.#present.withText(text) ?? this.#addedTexts.get(text)).find(Boolean);
    if (same) return `The corpus already has this very text, as ${same.file ?? same.id}.`;
    const taken = ids.find((id) => this.hasId(id));
    if (taken) return `The corpus already has an article named ${taken}: give the file another name.`;
    const copied = articles.map((article) => this.#copies.get(article)).find((of) => of && this.#isThere(of));
    if (!copied) return null;
    // Of two that name no outlet none can be the same.
    const outlet = copied.outlet === null ? '' : ' from the same outlet';
    return `The corpus already has nearly this text${outlet}, as ${copied.file ?? copied.id}; remove that first if this one is better.`;
  }

  /** One that is no candidate was there before. */
  #isThere(article: Article): boolean {
    return !this.#candidates.has(article) || this.#added.has(article);
  }
}
