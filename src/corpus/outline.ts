import type { ArticleHead } from './article.js';
import type { CoveredSpan } from './coveredSpan.js';
import { isSite, sourceKey } from './sourceKey.js';

/** Whom the articles of a corpus are from, and of which days they are. */
export class CorpusOutline {
  readonly #sources: Map<string, number>;
  readonly #days: Set<string>;

  /** @param before of articles before these, which are not looked at again */
  constructor(articles: readonly ArticleHead[], before: CorpusOutline | null = null) {
    this.#sources = new Map(before ? before.#sources : []);
    this.#days = new Set(before ? before.#days : []);
    for (const { outlet, agencies, published } of articles) {
      for (const name of new Set(outlet ? [outlet, ...agencies] : agencies))
        this.#sources.set(name, (this.#sources.get(name) ?? 0) + 1);
      if (published.date !== null) this.#days.add(published.date);
    }
  }

  /** Every outlet and agency that the articles name, each once, commonest first; "CNN" where there is "cnn.com" too. */
  sources(): string[] {
    const byKey = new Map<string, { name: string; count: number }>();
    for (const [name, count] of [...this.#sources].sort(bySite)) {
      const known = byKey.get(sourceKey(name));
      if (known) known.count += count;
      else byKey.set(sourceKey(name), { name, count });
    }
    return [...byKey.values()]
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
      .map(({ name }) => name);
  }

  /** The last days of publication, the newest last. @param most how many, at most */
  newestDays(most: number): string[] {
    return [...this.#days].sort().slice(-most);
  }

  /** The first and the last day of publication; null where no article is dated. */
  span(): CoveredSpan | null {
    const days = [...this.#days].sort();
    const [first, last] = [days[0], days.at(-1)];
    return first === undefined || last === undefined ? null : { first, last };
  }
}

/** Names before the addresses of sites, each commonest first. */
function bySite([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return Number(isSite(a)) - Number(isSite(b)) || countB - countA;
}
