import type { Token } from '../english/analyzer.js';
import { finish, type Steps } from '../steps.js';
import type { Form, TokenRun } from './forwardIndex.js';
import { InvertedIndex, type VocabularyWord } from './invertedIndex.js';

/** What a byte holds; a term that stands oftener in one document says no more. */
export const MAX_TERM_FREQUENCY = 255;
/** Postings are gathered in arrays of this length: ones that grew would be copied again and again, at last for longer than anybody waits. */
const CHUNK = 0x10000;

const NO_FORM: Form = { surface: '', term: '' };

/** Postings in the order in which they were met, by document. */
interface Postings {
  readonly terms: Int32Array;
  readonly docs: Int32Array;
  readonly frequencies: Uint8Array;
}

function postings(): Postings {
  return { terms: new Int32Array(CHUNK), docs: new Int32Array(CHUNK), frequencies: new Uint8Array(CHUNK) };
}

/** Collects documents; `build` turns them into an index. Documents are numbered as they are added, from 0. */
export class InvertedIndexBuilder {
  readonly #ids = new Map<string, number>();
  readonly #words: VocabularyWord[] = [];
  readonly #lengths: number[] = [];
  /** How often each term stands inside a sentence, and how often it is capitalised there. */
  readonly #inner: number[] = [];
  readonly #capitalized: number[] = [];
  /** Where each term's newest posting is, and in which document, so that a second occurrence in it is counted, not added. */
  readonly #newest: number[] = [];
  readonly #newestDoc: number[] = [];
  /** The term of each form that was met. */
  readonly #idOfForm: number[] = [];
  readonly #chunks: Postings[] = [];
  #last = postings();
  #size = 0;

  /** @param forms the tokens' numbers in one table for all documents, if there is one: a number is found sooner than a word @returns the document's number */
  add(tokens: readonly Token[], forms?: readonly number[]): number {
    const doc = this.#lengths.length;
    this.#lengths.push(tokens.length);
    for (const [i, token] of tokens.entries()) this.#post(doc, token, this.#numberOf(token, forms?.[i]));
    return doc;
  }

  /** As `add`, of tokens in runs, whose forms are those of a table. @returns the document's number */
  addRuns(runs: readonly TokenRun[], forms: readonly Form[]): number {
    const doc = this.#lengths.length;
    let length = 0;
    for (const { numbers, columns, from, to } of runs) {
      length += to - from;
      for (let at = from; at < to; at++) {
        const number = numbers[columns.forms[at] ?? 0] ?? 0;
        const known = this.#idOfForm[number] ?? -1;
        const id = known >= 0 ? known : this.#numberOf(forms[number] ?? NO_FORM, number);
        this.#count(id, columns.positions[at] ?? 0, columns.capitals[at] === 1);
        this.#postTo(doc, id);
      }
    }
    this.#lengths.push(length);
    return doc;
  }

  #numberOf(token: Form, form: number | undefined): number {
    if (form === undefined) return this.#idOf(token);
    // No holes, which would make the look-up slow.
    while (this.#idOfForm.length <= form) this.#idOfForm.push(-1);
    const known = this.#idOfForm[form] ?? -1;
    if (known >= 0) return known;
    const id = this.#idOf(token);
    this.#idOfForm[form] = id;
    return id;
  }

  #post(doc: number, { position, capitalized }: Token, id: number): void {
    this.#count(id, position, capitalized);
    this.#postTo(doc, id);
  }

  #count(id: number, position: number, capitalized: boolean): void {
    if (position === 0) return;
    this.#inner[id] = (this.#inner[id] ?? 0) + 1;
    if (capitalized) this.#capitalized[id] = (this.#capitalized[id] ?? 0) + 1;
  }

  #postTo(doc: number, id: number): void {
    if (this.#newestDoc[id] === doc) {
      const newest = this.#newest[id] ?? 0;
      const frequencies = this.#chunks[Math.floor(newest / CHUNK)]?.frequencies;
      const frequency = frequencies?.[newest % CHUNK] ?? 0;
      if (frequencies && frequency < MAX_TERM_FREQUENCY) frequencies[newest % CHUNK] = frequency + 1;
      return;
    }
    const at = this.#size % CHUNK;
    if (at === 0) {
      this.#last = postings();
      this.#chunks.push(this.#last);
    }
    this.#last.terms[at] = id;
    this.#last.docs[at] = doc;
    this.#last.frequencies[at] = 1;
    this.#newestDoc[id] = doc;
    this.#newest[id] = this.#size++;
  }

  #idOf(token: Form): number {
    const known = this.#ids.get(token.term);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ids.set(token.term, id);
    this.#words.push({ term: token.term, surface: token.surface });
    this.#inner.push(0);
    this.#capitalized.push(0);
    this.#newest.push(-1);
    this.#newestDoc.push(-1);
    return id;
  }

  build(): InvertedIndex {
    return finish(this.buildInSteps());
  }

  /** Sorts the postings by term (a counting sort: they are by document already). */
  *buildInSteps(): Steps<InvertedIndex> {
    const offsets = new Uint32Array(this.#words.length + 1);
    for (const [number, chunk] of this.#chunks.entries()) {
      countTerms(chunk, this.#size - number * CHUNK, offsets);
      yield;
    }
    for (let id = 0; id < this.#words.length; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
    const cursor = offsets.slice();
    const docs = new Int32Array(this.#size);
    const frequencies = new Uint8Array(this.#size);
    for (const [number, chunk] of this.#chunks.entries()) {
      place(chunk, this.#size - number * CHUNK, cursor, docs, frequencies);
      yield;
    }
    const names = Uint8Array.from(this.#inner, (inner, id) =>
      isMostlyCapitalized(inner, this.#capitalized[id] ?? 0) ? 1 : 0,
    );
    const lengths = Uint32Array.from(this.#lengths);
    return new InvertedIndex({ vocabulary: this.#words, offsets, docs, frequencies, lengths, names }, this.#ids);
  }
}

/** Counts each term's postings, one place on. @param left postings from this chunk on */
function countTerms({ terms }: Postings, left: number, counts: Uint32Array): void {
  const end = Math.min(CHUNK, left);
  for (let i = 0; i < end; i++) {
    const slot = (terms[i] ?? 0) + 1;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
}

/** Puts each posting where its term's cursor is. */
function place(from: Postings, left: number, cursor: Uint32Array, docs: Int32Array, frequencies: Uint8Array): void {
  const end = Math.min(CHUNK, left);
  for (let i = 0; i < end; i++) {
    const id = from.terms[i] ?? 0;
    const at = cursor[id] ?? 0;
    docs[at] = from.docs[i] ?? 0;
    frequencies[at] = from.frequencies[i] ?? 0;
    cursor[id] = at + 1;
  }
}

/** A term that inside sentences is nearly always capitalised is a name; headlines in title case are the noise allowed for. */
export function isMostlyCapitalized(inner: number, capitalized: number): boolean {
  return capitalized > 0 && capitalized >= inner * 0.75;
}
