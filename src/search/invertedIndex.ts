/** BM25's saturation, the usual value, and length normalisation, under the usual .75 as sentences differ little in length. Not fitted. */
const K1 = 1.2;
const B = 0.5;

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

/** What an inverted index is made of. */
export interface InvertedParts {
  /** Every term, by its number. */
  readonly vocabulary: readonly VocabularyWord[];
  /** Where each term's postings begin; one more at the end. */
  readonly offsets: Uint32Array;
  readonly docs: Int32Array;
  readonly frequencies: Uint8Array;
  /** Tokens of each document. */
  readonly lengths: Uint32Array;
  /** 1 for each term that is a name. */
  readonly names: Uint8Array;
}

/** Terms to documents, with postings in typed arrays: about 5 bytes each. */
export class InvertedIndex {
  readonly parts: InvertedParts;
  /** Every term, by its number. */
  readonly vocabulary: readonly VocabularyWord[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #offsets: Uint32Array;
  readonly #docs: Int32Array;
  readonly #frequencies: Uint8Array;
  readonly #names: Uint8Array;
  /** What a document's length adds to a frequency in BM25, a document each: the same for every term. */
  readonly #norms: Float64Array;
  #totalLength: number | null = null;

  /** @param ids the terms' numbers, where the caller has them */
  constructor(parts: InvertedParts, ids: ReadonlyMap<string, number> = numbersOf(parts.vocabulary)) {
    const { vocabulary, offsets, docs, frequencies, lengths, names } = parts;
    this.parts = parts;
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

  /** Terms of all documents together. */
  get totalLength(): number {
    this.#totalLength ??= totalOf(this.parts.lengths);
    return this.#totalLength;
  }

  /** A term's number; undefined for one that no document holds. */
  numberOf(term: string): number | undefined {
    return this.#ids.get(term);
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

  /** A term's postings, which are a part of arrays that serve all terms; null when no document holds it. */
  postingsOf(term: string): (TermPostings & { readonly part: PostingsPart }) | null {
    const id = this.#ids.get(term);
    if (id === undefined) return null;
    const part = { from: this.#offsets[id] ?? 0, to: this.#offsets[id + 1] ?? 0 };
    return { docs: this.#docs, frequencies: this.#frequencies, part };
  }

  /** Adds weight · BM25 of one term to every document that holds it. */
  accumulate(term: string, weight: number, scores: DocumentScores): void {
    const postings = weight > 0 ? this.postingsOf(term) : null;
    if (postings) addScores(postings, postings.part, weight * this.idf(term), this.#norms, scores);
  }
}

/** Which of the postings in an array are a term's. */
export interface PostingsPart {
  readonly from: number;
  readonly to: number;
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
  { from, to }: PostingsPart,
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

/** Some documents among more. */
export interface DocumentLengths {
  /** In terms, a document each. */
  readonly lengths: Uint32Array;
  /** Of all documents together. */
  readonly average: number;
  /** The number of the first among all. */
  readonly first: number;
}

/** As {@link addScores}, to the same numbers, where the average changes too often to hold what each document's length adds. */
export function addScoresByLength(
  { docs, frequencies, part: { from, to } }: TermPostings & { readonly part: PostingsPart },
  weight: number,
  { lengths, average, first }: DocumentLengths,
  scores: DocumentScores,
): void {
  const scale = weight * (K1 + 1);
  for (let i = from; i < to; i++) {
    const doc = docs[i] ?? 0;
    const frequency = frequencies[i] ?? 0;
    scores.add(first + doc, (scale * frequency) / (frequency + normOf(lengths[doc] ?? 0, average)));
  }
}

function normOf(length: number, average: number): number {
  return K1 * (1 - B + (B * length) / average);
}

/**
 * What a document's length adds to a frequency in BM25. Counted through, not iterated: of a million documents that takes a tenth of the
 * time.
 * @param lengths in terms, a document each
 */
export function normsOf(lengths: Uint32Array): Float64Array {
  const average = totalOf(lengths) / (lengths.length || 1);
  const norms = new Float64Array(lengths.length);
  for (let doc = 0; doc < lengths.length; doc++) norms[doc] = normOf(lengths[doc] ?? 0, average);
  return norms;
}

function totalOf(lengths: Uint32Array): number {
  let total = 0;
  for (let doc = 0; doc < lengths.length; doc++) total += lengths[doc] ?? 0;
  return total;
}

function numbersOf(vocabulary: readonly VocabularyWord[]): Map<string, number> {
  return new Map(vocabulary.map(({ term }, number) => [term, number]));
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
