import type { Article } from '../corpus/article.js';
import { mayBeCopied, nearCopies } from '../corpus/nearCopies.js';

/** Tells what is new to a corpus, while articles are added to it. */
export class Novelty {
  readonly #present = new Set<Article>();
  readonly #ids = new Set<string>();
  /** Those that have one of the texts that may be added. */
  readonly #texts = new Map<string, Article>();
  /** By how long it is: most texts need not be looked at. */
  readonly #lengths: ReadonlySet<number>;
  readonly #copies: ReadonlyMap<Article, Article>;

  /** @param candidates every article that may be added */
  constructor(present: readonly Article[], candidates: readonly Article[]) {
    this.#lengths = new Set(candidates.map(({ text }) => text.length));
    this.#copies = new Map(
      nearCopies([...mayBeCopied(present, candidates), ...candidates]).map(({ copy, of }) => [copy, of]),
    );
    this.add(present);
  }

  add(articles: readonly Article[]): void {
    for (const article of articles) {
      this.#present.add(article);
      this.#ids.add(article.id);
      const { text } = article;
      if (this.#lengths.has(text.length) && !this.#texts.has(text)) this.#texts.set(text, article);
    }
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Why the corpus has these already; null when it has not. @param ids what they will be called there */
  whyNot(articles: readonly Article[], ids: readonly string[]): string | null {
    const same = articles.map(({ text }) => this.#texts.get(text)).find(Boolean);
    if (same) return `The corpus already has this very text, as ${same.file ?? same.id}.`;
    const taken = ids.find((id) => this.#ids.has(id));
    if (taken) return `The corpus already has an article named ${taken}: give the file another name.`;
    const copied = articles.map((article) => this.#copies.get(article)).find((of) => of && this.#present.has(of));
    if (!copied) return null;
    return `The corpus already has nearly this text from the same outlet, as ${copied.file ?? copied.id}; remove that first if this one is better.`;
  }
}
