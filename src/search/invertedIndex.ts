import type { Token } from '../english/analyzer.js';

/** BM25's saturation, the usual value, and length normalisation, under the usual .75 as sentences differ little in length. Not fitted. */
const K1 = 1.2;
const B = 0.5;
/** What a byte holds; a term that stands oftener in one document says no more. */
export const MAX_TERM_FREQUENCY = 255;

/** A word of the vocabulary, for spelling and for telling names. */
export interface VocabularyWord {
  readonly term: string;
  /** The first whole form seen, normalised. */
  readonly surface: string;
}

/**
 * Inverse document frequency, BM25's non-negative form (Robertson & Zaragoza 2009, eq. 3.2 with +1 inside the log).
 * @param df documents that hold the term, 0..n
 * @param n documents in all
 * @returns nats, ≥ 0
 */
export function inverseDocumentFrequency(df: number, n: number): number {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5));
}

/** Collects documents; `build` turns them into an index. Documents are numbered as they are added, from 0. */
export class InvertedIndexBuilder {
  readonly #ids = new Map<string, number>();
  readonly #words: VocabularyWord[] = [];
  readonly #lengths: number[] = [];
  /** How often each term stands inside a sentence, and how often it is capitalised there. */
  readonly #inner: number[] = [];
  readonly #capitalized: number[] = [];
  /** Where each term's newest posting is, so that a second occurrence in one document is counted, not added. */
  readonly #newest: number[] = [];
  #terms = new Int32Array(1024);
  #docs = new Int32Array(1024);
  #frequencies = new Uint8Array(1024);
  #size = 0;

  /** @returns the document's number */
  add(tokens: readonly Token[]): number {
    const doc = this.#lengths.length;
    this.#lengths.push(tokens.length);
    for (const token of tokens) this.#post(doc, token);
    return doc;
  }

  #post(doc: number, token: Token): void {
    const id = this.#idOf(token);
    if (token.position > 0) {
      this.#inner[id] = (this.#inner[id] ?? 0) + 1;
      if (token.capitalized) this.#capitalized[id] = (this.#capitalized[id] ?? 0) + 1;
    }
    const newest = this.#newest[id] ?? -1;
    if (newest >= 0 && this.#docs[newest] === doc) {
      const frequency = this.#frequencies[newest] ?? 0;
      if (frequency < MAX_TERM_FREQUENCY) this.#frequencies[newest] = frequency + 1;
      return;
    }
    if (this.#size === this.#terms.length) this.#grow();
    this.#terms[this.#size] = id;
    this.#docs[this.#size] = doc;
    this.#frequencies[this.#size] = 1;
    this.#newest[id] = this.#size++;
  }

  #idOf(token: Token): number {
    const known = this.#ids.get(token.term);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ids.set(token.term, id);
    this.#words.push({ term: token.term, surface: token.surface });
    this.#inner.push(0);
    this.#capitalized.push(0);
    this.#newest.push(-1);
    return id;
  }

  #grow(): void {
    const length = this.#terms.length * 2;
    const terms = new Int32Array(length);
    terms.set(this.#terms);
    const docs = new Int32Array(length);
    docs.set(this.#docs);
    const frequencies = new Uint8Array(length);
    frequencies.set(this.#frequencies);
    this.#terms = terms;
    this.#docs = docs;
    this.#frequencies = frequencies;
  }

  /** Sorts the postings by term (a counting sort: they are by document already). */
  build(): InvertedIndex {
    const offsets = new Uint32Array(this.#words.length + 1);
    for (let i = 0; i < this.#size; i++) {
      const slot = (this.#terms[i] ?? 0) + 1;
      offsets[slot] = (offsets[slot] ?? 0) + 1;
    }
    for (let id = 0; id < this.#words.length; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
    const cursor = offsets.slice();
    const docs = new Int32Array(this.#size);
    const frequencies = new Uint8Array(this.#size);
    for (let i = 0; i < this.#size; i++) {
      const id = this.#terms[i] ?? 0;
      const at = cursor[id] ?? 0;
      docs[at] = this.#docs[i] ?? 0;
      frequencies[at] = this.#frequencies[i] ?? 0;
      cursor[id] = at + 1;
    }
    const names = Uint8Array.from(this.#inner, (inner, id) =>
      isMostlyCapitalized(inner, this.#capitalized[id] ?? 0) ? 1 : 0,
    );
    return new InvertedIndex(
      this.#ids,
      this.#words,
      offsets,
      docs,
      frequencies,
      Uint32Array.from(this.#lengths),
      names,
    );
  }
}

/** A term that inside sentences is nearly always capitalised is a name; headlines in title case are the noise allowed for. */
export function isMostlyCapitalized(inner: number, capitalized: number): boolean {
  return capitalized > 0 && capitalized >= inner * 0.75;
}

/** Terms to documents, with postings in typed arrays: about 5 bytes each. */
export class InvertedIndex {
  /** Every term, by its number. */
  readonly vocabulary: readonly VocabularyWord[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #offsets: Uint32Array;
  readonly #docs: Int32Array;
  readonly #frequencies: Uint8Array;
  readonly #names: Uint8Array;
  /** What a document's length adds to a frequency in BM25, a document each: the same for every term. */
  readonly #norms: Float64Array;

  constructor(
    ids: ReadonlyMap<string, number>,
    vocabulary: readonly VocabularyWord[],
    offsets: Uint32Array,
    docs: Int32Array,
    frequencies: Uint8Array,
    lengths: Uint32Array,
    names: Uint8Array,
  ) {
    this.vocabulary = vocabulary;
    this.#ids = ids;
    this.#offsets = offsets;
    this.#docs = docs;
    this.#frequencies = frequencies;
    this.#names = names;
    this.#norms = normsOf(lengths);
  }

  /** Documents in all. */
  get size(): number {
    return this.#norms.length;
  }

  has(term: string): boolean {
    return this.#ids.has(term);
  }

  /** Documents that hold the term. */
  documentFrequency(term: string): number {
    const id = this.#ids.get(term);
    return id === undefined ? 0 : (this.#offsets[id + 1] ?? 0) - (this.#offsets[id] ?? 0);
  }

  /** Whether a document holds the term: a binary search in the term's postings. */
  contains(term: string, doc: number): boolean {
    const id = this.#ids.get(term);
    if (id === undefined) return false;
    let low = this.#offsets[id] ?? 0;
    let high = (this.#offsets[id + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#docs[middle] ?? 0;
      if (found === doc) return true;
      if (found < doc) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** The first documents that hold a term, in their order. */
  documentsOf(term: string, limit: number): Int32Array {
    const id = this.#ids.get(term);
    if (id === undefined) return new Int32Array(0);
    const start = this.#offsets[id] ?? 0;
    return this.#docs.slice(start, Math.min(this.#offsets[id + 1] ?? 0, start + limit));
  }

  /** Whether some document holds both terms. */
  holdTogether(a: string, b: string): boolean {
    const [rarer, other] = this.documentFrequency(a) <= this.documentFrequency(b) ? [a, b] : [b, a];
    const id = this.#ids.get(rarer);
    if (id === undefined) return false;
    const end = this.#offsets[id + 1] ?? 0;
    for (let i = this.#offsets[id] ?? 0; i < end; i++) if (this.contains(other, this.#docs[i] ?? 0)) return true;
    return false;
  }

  /** A term that no document holds is as rare as one that half a document holds. */
  idf(term: string): number {
    return inverseDocumentFrequency(this.documentFrequency(term), this.size);
  }

  /** Whether the corpus writes the term as a name: capitalised inside sentences. */
  isName(term: string): boolean {
    const id = this.#ids.get(term);
    return id !== undefined && this.#names[id] === 1;
  }

  /** Adds weight · BM25 of one term to every document that holds it. */
  accumulate(term: string, weight: number, scores: DocumentScores): void {
    const id = this.#ids.get(term);
    if (id === undefined || weight <= 0) return;
    const postings = { docs: this.#docs, frequencies: this.#frequencies };
    const part = { from: this.#offsets[id] ?? 0, to: this.#offsets[id + 1] ?? 0 };
    addScores(postings, part, weight * this.idf(term), this.#norms, scores);
  }
}

/** Documents that hold a term, and how often each does. */
export interface TermPostings {
  readonly docs: Int32Array;
  readonly frequencies: Uint8Array;
}

/**
 * Adds BM25 of one term to every document that holds it.
 * @param part which of the postings are the term's
 * @param weight its idf, times how much it counts
 * @param norms as {@link normsOf} gives them
 */
export function addScores(
  { docs, frequencies }: TermPostings,
  { from, to }: { readonly from: number; readonly to: number },
  weight: number,
  norms: Float64Array,
  scores: DocumentScores,
): void {
  const scale = weight * (K1 + 1);
  for (let i = from; i < to; i++) {
    const doc = docs[i] ?? 0;
    const frequency = frequencies[i] ?? 0;
    scores.add(doc, (scale * frequency) / (frequency + (norms[doc] ?? 0)));
  }
}

/** What a document's length adds to a frequency in BM25. @param lengths in terms, a document each */
export function normsOf(lengths: Uint32Array): Float64Array {
  let total = 0;
  for (const length of lengths) total += length;
  const average = total / (lengths.length || 1);
  return Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
}

/** A score a document, used for one question after another: only what was touched is cleared. */
export class DocumentScores {
  readonly #values: Float32Array;
  readonly #touched: Uint32Array;
  #count = 0;

  /** @param size documents in all */
  constructor(size: number) {
    this.#values = new Float32Array(size);
    this.#touched = new Uint32Array(size);
  }

  /** @param score > 0 */
  add(doc: number, score: number): void {
    const before = this.#values[doc] ?? 0;
    if (before === 0) this.#touched[this.#count++] = doc;
    this.#values[doc] = before + score;
  }

  of(doc: number): number {
    return this.#values[doc] ?? 0;
  }

  /** The documents with a score, each once, in no order. Valid until the next change. */
  get touched(): Uint32Array {
    return this.#touched.subarray(0, this.#count);
  }

  clear(): void {
    const [values, touched] = [this.#values, this.#touched];
    for (let i = 0; i < this.#count; i++) values[touched[i] ?? 0] = 0;
    this.#count = 0;
  }
}
