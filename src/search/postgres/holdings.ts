import type { Article, ArticleHead } from '../../corpus/article.js';
import type { TermPostings } from '../invertedIndex.js';
import { LruCache } from '../lruCache.js';
import type { RunInHand } from '../searchedCorpus.js';
import { type ChunkNames, unpackOccurrences } from './chunkContents.js';
import type { Queryable } from './database.js';
import type { CorpusStatistics } from './statistics.js';

/** Where a term stands in a whole corpus, and how it does as a name. */
export interface HeldTerm {
  readonly sentences: TermPostings;
  readonly articles: TermPostings;
  /** A chunk each, with the number of sentences before it that hold the term. */
  readonly names: readonly { readonly before: number; readonly names: ChunkNames }[];
}

/** What work needs and is not at hand. */
export class NotInHand extends Error {
  readonly terms: readonly string[];
  /** By their numbers. */
  readonly articles: readonly number[];

  constructor(terms: readonly string[], articles: readonly number[]) {
    super(`${terms.length} terms and ${articles.length} articles are to be fetched first.`);
    this.terms = terms;
    this.articles = articles;
  }
}

/** The corpus in the database is another one by now: its statistics have to be read again. */
export class StaleCorpus extends Error {}

/** The last articles and the last postings that were read are remembered: some 40 MB of each. */
const REMEMBERED_ARTICLES = 1_000;
const REMEMBERED_POSTINGS_BYTES = 40_000_000;
/** A question needs some four rounds of fetching: the terms, their other names, the sentences, what stands beside them. */
const MOST_ROUNDS = 40;

/** What one piece of work has read; it has it at hand until it is done. */
interface Working {
  readonly terms: Map<string, HeldTerm>;
  readonly articles: Map<number, Article>;
}

/** What is at hand of one edition of a corpus in a database, and fetches the rest. */
export class Holdings {
  readonly #database: Queryable;
  readonly #statistics: CorpusStatistics;
  readonly #baseOf: ReadonlyMap<number, { readonly firstArticle: number; readonly firstPassage: number }>;
  readonly #articles = new LruCache<Article>(REMEMBERED_ARTICLES);
  readonly #terms = new LruBytes();
  /** Of the work that runs at this moment. */
  #working: Working | null = null;

  constructor(database: Queryable, statistics: CorpusStatistics) {
    this.#database = database;
    this.#statistics = statistics;
    this.#baseOf = new Map(statistics.chunks.map((place) => [place.chunk, place]));
  }

  /** @throws NotInHand */
  term(term: string): HeldTerm {
    const held = this.#lookUpTerm(term);
    if (!held) throw new NotInHand([term], []);
    return held;
  }

  /** @throws NotInHand */
  article(number: number): Article {
    const held = this.#lookUpArticle(number);
    if (!held) throw new NotInHand([], [number]);
    return held;
  }

  /** Makes sure of all of them. @throws NotInHand that names each one which is not at hand */
  need(terms: readonly string[], articles: readonly number[]): void {
    const lackingTerms = terms.filter((term) => !this.#lookUpTerm(term));
    const lackingArticles = articles.filter((number) => !this.#lookUpArticle(number));
    if (lackingTerms.length + lackingArticles.length > 0) throw new NotInHand(lackingTerms, lackingArticles);
  }

  readonly run: RunInHand = async (work) => {
    const working: Working = { terms: new Map(), articles: new Map() };
    for (let round = 0; round < MOST_ROUNDS; round++) {
      try {
        return await this.#attempt(work, working);
      } catch (error) {
        if (!(error instanceof NotInHand)) throw error;
        await this.#fetch(error, working);
      }
    }
    throw new Error('A question needs more of the corpus than can be fetched.');
  };

  /** Runs work with what it has fetched so far at hand: until it first waits, nothing else runs. */
  #attempt<T>(work: () => T | Promise<T>, working: Working): T | Promise<T> {
    this.#working = working;
    try {
      return work();
    } finally {
      this.#working = null;
    }
  }

  #lookUpTerm(term: string): HeldTerm | undefined {
    const own = this.#working?.terms.get(term);
    if (own) return own;
    const held = this.#terms.get(term);
    if (held) this.#working?.terms.set(term, held);
    return held;
  }

  #lookUpArticle(number: number): Article | undefined {
    const own = this.#working?.articles.get(number);
    if (own) return own;
    const held = this.#articles.get(String(number));
    if (held) this.#working?.articles.set(number, held);
    return held;
  }

  async #fetch({ terms, articles }: NotInHand, working: Working): Promise<void> {
    await Promise.all([
      this.#fetchTerms([...new Set(terms)], working),
      this.fetchArticles([...new Set(articles)], working),
    ]);
  }

  async #fetchTerms(terms: readonly string[], working: Working): Promise<void> {
    if (terms.length === 0) return;
    const rows = await this.#database.query<PostingRow>(
      `SELECT term, chunk, sentences, articles, names FROM dateline_posting WHERE term = ANY($1::text[])`,
      [terms],
    );
    const byTerm = new Map<string, PostingRow[]>(terms.map((term) => [term, []]));
    for (const row of rows) byTerm.get(row.term)?.push(row);
    for (const [term, ofTerm] of byTerm) {
      const held = this.#assemble(term, ofTerm);
      working.terms.set(term, held);
      this.#terms.set(term, held);
    }
  }

  #assemble(term: string, rows: readonly PostingRow[]): HeldTerm {
    const counts = this.#statistics.terms.get(term) ?? { sentences: 0, articles: 0 };
    const held = rows.map((row) => ({ ...row, place: this.#baseOf.get(row.chunk) }));
    const sentencesHeld = held.reduce((sum, row) => sum + row.sentences.length / 3, 0);
    if (held.some(({ place }) => !place) || sentencesHeld !== counts.sentences) throw new StaleCorpus();
    const sentences = { docs: new Int32Array(counts.sentences), frequencies: new Uint8Array(counts.sentences) };
    const articles = { docs: new Int32Array(counts.articles), frequencies: new Uint8Array(counts.articles) };
    const names: { before: number; names: ChunkNames }[] = [];
    let [atSentence, atArticle] = [0, 0];
    held.sort((a, b) => (a.place?.firstArticle ?? 0) - (b.place?.firstArticle ?? 0));
    for (const row of held) {
      const { firstPassage = 0, firstArticle = 0 } = row.place ?? {};
      if (row.names !== null) names.push({ before: atSentence, names: JSON.parse(row.names) as ChunkNames });
      unpackOccurrences(row.sentences, firstPassage, sentences.docs, sentences.frequencies, atSentence);
      unpackOccurrences(row.articles, firstArticle, articles.docs, articles.frequencies, atArticle);
      atSentence += row.sentences.length / 3;
      atArticle += row.articles.length / 3;
    }
    return { sentences, articles, names };
  }

  /** @returns the articles, in the order of the numbers. @throws StaleCorpus */
  async fetchArticles(numbers: readonly number[], working?: Working): Promise<Article[]> {
    if (numbers.length === 0) return [];
    const places = numbers.map((number) => this.#placeOf(number));
    const rows = await this.#database.query<ArticleRow>(
      // Beside each other, these would be read by going through the whole table.
      `SELECT found.* FROM unnest($1::int[], $2::int[]) AS wanted (chunk, place)
       CROSS JOIN LATERAL (
         SELECT chunk, place, contents FROM dateline_article
         WHERE chunk = wanted.chunk AND place = wanted.place OFFSET 0
       ) AS found`,
      [places.map(({ chunk }) => chunk), places.map(({ place }) => place)],
    );
    const contents = new Map(rows.map((row) => [`${row.chunk} ${row.place}`, row.contents]));
    return numbers.map((number, i) => {
      const found = contents.get(`${places[i]?.chunk} ${places[i]?.place}`);
      const head = this.#statistics.heads[number];
      if (found === undefined || !head) throw new StaleCorpus();
      const article: Article = { ...head, ...(JSON.parse(found) as Omit<Article, keyof ArticleHead>) };
      working?.articles.set(number, article);
      this.#articles.set(String(number), article);
      return article;
    });
  }

  #placeOf(number: number): { chunk: number; place: number } {
    const { chunks } = this.#statistics;
    let [low, high] = [0, chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((chunks[middle]?.firstArticle ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const { chunk = 0, firstArticle = 0 } = chunks[low] ?? {};
    return { chunk, place: number - firstArticle };
  }
}

interface PostingRow {
  readonly term: string;
  readonly chunk: number;
  readonly sentences: Uint8Array;
  readonly articles: Uint8Array;
  readonly names: string | null;
}

interface ArticleRow {
  readonly chunk: number;
  readonly place: number;
  readonly contents: string;
}

/** Keeps the postings last used, up to a number of bytes. */
class LruBytes {
  readonly #values = new Map<string, HeldTerm>();
  #bytes = 0;

  get(term: string): HeldTerm | undefined {
    const value = this.#values.get(term);
    if (value === undefined) return undefined;
    this.#values.delete(term);
    this.#values.set(term, value);
    return value;
  }

  set(term: string, value: HeldTerm): void {
    const before = this.#values.get(term);
    if (before) this.#bytes -= bytesOf(before);
    this.#values.delete(term);
    this.#values.set(term, value);
    this.#bytes += bytesOf(value);
    for (const [oldest, held] of this.#values) {
      if (this.#bytes <= REMEMBERED_POSTINGS_BYTES) return;
      this.#values.delete(oldest);
      this.#bytes -= bytesOf(held);
    }
  }
}

/** Beside the arrays, an entry takes about so much. */
const ENTRY_BYTES = 300;

function bytesOf({ sentences, articles }: HeldTerm): number {
  return ENTRY_BYTES + 5 * (sentences.docs.length + articles.docs.length);
}
