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
  /** What a document's length adds to a frequency in BM25. */
  readonly norms: Norms;

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
    this.norms = normsOf(lengths);
  }

  /** Documents in all. */
  get size(): number {
    return this.norms.length;
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
    return placeAmong(this.#docs, doc, this.#offsets[id] ?? 0, this.#offsets[id + 1] ?? 0) >= 0;
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

  /** A term's postings, to be scored by {@link ScoredPostings}. */
  weighted(term: string, weight: number): ScoredPostings[] {
    const postings = weight > 0 ? this.postingsOf(term) : null;
    return postings ? [new ScoredPostings(postings, postings.part, weight * this.idf(term), this.norms)] : [];
  }
}

/** Which of the postings in an array are a term's. */
export interface PostingsPart {
  readonly from: number;
  readonly to: number;
}

/** Where a document stands among others, which ascend from one place to another: a binary search. @returns -1 when it is not there */
export function placeAmong(docs: Int32Array, document: number, from = 0, to = docs.length): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = docs[middle] ?? 0;
    if (found === document) return middle;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Documents that hold a term, and how often each does. */
export interface TermPostings {
  readonly docs: Int32Array;
  readonly frequencies: Uint8Array;
}

/** Postings of one term that are scored from the first document to the last, as far as is asked for at a time. */
export class ScoredPostings {
  readonly #postings: TermPostings;
  readonly #scale: number;
  readonly #norms: Norms;
  readonly #offset: number;
  readonly #from: number;
  readonly #to: number;
  #at: number;

  /**
   * @param part which of the postings are the term's
   * @param weight its idf, times how much it counts
   * @param offset the number of the first of these documents among all, where they are but some
   */
  constructor(postings: TermPostings, { from, to }: PostingsPart, weight: number, norms: Norms, offset = 0) {
    this.#postings = postings;
    this.#offset = offset;
    this.#scale = weight * (K1 + 1);
    this.#norms = norms;
    this.#from = from;
    this.#at = from;
    this.#to = to;
  }

  /** Documents that hold the term. */
  get count(): number {
    return this.#to - this.#from;
  }

  /** weight · BM25 of the term in one document; 0 where it is not. A binary search. */
  scoreOf(document: number): number {
    const place = placeAmong(this.#postings.docs, document - this.#offset, this.#from, this.#to);
    return place < 0 ? 0 : this.#scoreAt(place);
  }

  #scoreAt(at: number): number {
    const { docs, frequencies } = this.#postings;
    const { lengths, ofLength } = this.#norms;
    const frequency = frequencies[at] ?? 0;
    return (this.#scale * frequency) / (frequency + (ofLength[lengths[docs[at] ?? 0] ?? 0] ?? 0));
  }

  /**
   * Adds weight · BM25 of the term to the score of each document before `end` that holds it and has not had it.
   * @param first the document that has the first of the scores
   * @param holding gets the places of those whose score was 0
   */
  gatherUntil(end: number, first: number, scores: Float32Array, holding: number[]): void {
    const { docs } = this.#postings;
    const [endHere, firstHere] = [end - this.#offset, first - this.#offset];
    let at = this.#at;
    for (; at < this.#to; at++) {
      const doc = docs[at] ?? 0;
      if (doc >= endHere) break;
      const before = scores[doc - firstHere] ?? 0;
      if (before === 0) holding.push(doc - firstHere);
      scores[doc - firstHere] = before + this.#scoreAt(at);
    }
    this.#at = at;
  }

  /**
   * Adds weight · BM25 of the term to the score of each document before `end` that holds it and has not had it.
   * @param first the document that has the first of the scores
   * @param bounds to which `bound` is added for each of these documents, in places as the scores'
   * @returns the most that was added to a score, ≥ 0
   */
  addUntil(end: number, first: number, scores: Float32Array, bounds: Float32Array = scores, bound = 0): number {
    const { docs, frequencies } = this.#postings;
    const { lengths, ofLength } = this.#norms;
    const [scale, to] = [this.#scale, this.#to];
    const [endHere, firstHere] = [end - this.#offset, first - this.#offset];
    let at = this.#at;
    let most = 0;
    for (; at < to; at++) {
      const doc = docs[at] ?? 0;
      if (doc >= endHere) break;
      const frequency = frequencies[at] ?? 0;
      const norm = ofLength[lengths[doc] ?? 0] ?? 0;
      const added = (scale * frequency) / (frequency + norm);
      if (added > most) most = added;
      scores[doc - firstHere] = (scores[doc - firstHere] ?? 0) + added;
      if (bound > 0) bounds[doc - firstHere] = (bounds[doc - firstHere] ?? 0) + bound;
    }
    this.#at = at;
    return most;
  }
}

/**
 * What a document's length adds to a frequency in BM25: the same for every term, and for every document of that length. Lengths are looked up
 * anywhere in a big corpus, which takes less time the less room they need.
 */
export interface Norms {
  /** Documents in all. */
  readonly length: number;
  /** In terms, a document each. */
  readonly lengths: Uint16Array | Uint32Array;
  readonly ofLength: Float64Array;
  /** Terms of all documents together. */
  readonly total: number;
}

/** @param lengths in terms, a document each */
export function normsOf(lengths: Uint32Array): Norms {
  let [total, longest] = [0, 0];
  // Counted through, not iterated: of a million documents that takes a tenth of the time.
  for (let doc = 0; doc < lengths.length; doc++) {
    const length = lengths[doc] ?? 0;
    total += length;
    longest = Math.max(longest, length);
  }
  return {
    length: lengths.length,
    lengths: longest <= 0xffff ? Uint16Array.from(lengths) : lengths,
    ofLength: addedByLength(longest, total / (lengths.length || 1)),
    total,
  };
}

/** The same where the documents are some of more. @param average terms of one, of all of them */
export function normsAmong(norms: Norms, average: number): Norms {
  return { ...norms, ofLength: addedByLength(norms.ofLength.length - 1, average) };
}

function addedByLength(longest: number, average: number): Float64Array {
  return Float64Array.from({ length: longest + 1 }, (_, length) => K1 * (1 - B + (B * length) / average));
}

function numbersOf(vocabulary: readonly VocabularyWord[]): Map<string, number> {
  return new Map(vocabulary.map(({ term }, number) => [term, number]));
}
