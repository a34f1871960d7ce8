import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '../../projectFolder.js';
import { readVectorTable, type VectorTable } from './vectorFile.js';

const FILE_NAME = 'glove-50k-100d.bin';

/** The table that comes with Dateline; `data/README.md` says what it is. */
export function vectorFile(): string {
  return join(dataFolder(), FILE_NAME);
}

/** What words mean, as directions: two words used alike point alike. */
export class WordVectors {
  readonly dimensions: number;
  readonly #rows: Int8Array;
  readonly #words: readonly string[];
  /** Made when it is first asked, so that a start does not wait for it. */
  #rankOf: ReadonlyMap<string, number> | null = null;
  /** Filled as words are met: most of the table never is. */
  readonly #inverseNorms: Float32Array;

  constructor(table: VectorTable) {
    this.dimensions = table.dimensions;
    this.#rows = table.rows;
    this.#words = table.words;
    this.#inverseNorms = new Float32Array(table.words.length);
  }

  /** How many words there are. */
  get size(): number {
    return this.#words.length;
  }

  /**
   * A word's place among the words, commonest 0.
   * @param word lower-case, as written: "bombers", not its stem
   * @returns undefined for a word the table does not have
   */
  rank(word: string): number | undefined {
    return this.#ranks().get(word);
  }

  /** Cosine of two words' directions, -1..1; 1 for a word and itself, 0 when either is unknown. */
  similarity(a: string, b: string): number {
    if (a === b) return 1;
    const rankA = this.#ranks().get(a);
    const rankB = this.#ranks().get(b);
    return rankA === undefined || rankB === undefined ? 0 : this.cosine(rankA, rankB);
  }

  /** {@link similarity} for words whose ranks are known, which saves looking them up again. */
  cosine(rankA: number, rankB: number): number {
    const { dimensions } = this;
    // Called for every pair of words that a question meets: a local name spares a field's look-up in the loop.
    const rows = this.#rows;
    let a = rankA * dimensions;
    let b = rankB * dimensions;
    const end = a + dimensions;
    // Products of whole numbers, said to be so, take half the time (100 times 127² is far from 2³¹), and of two sums neither waits for the other.
    let [sum, other] = [0, 0];
    for (; a + 1 < end; a += 2, b += 2) {
      sum = (sum + Math.imul(rows[a] ?? 0, rows[b] ?? 0)) | 0;
      other = (other + Math.imul(rows[a + 1] ?? 0, rows[b + 1] ?? 0)) | 0;
    }
    if (a < end) sum = (sum + Math.imul(rows[a] ?? 0, rows[b] ?? 0)) | 0;
    return (sum + other) * this.#inverseNorm(rankA) * this.#inverseNorm(rankB);
  }

  /** Adds a word's unit vector, times a weight, to a sum. */
  addTo(sum: Float32Array, rank: number, weight: number): void {
    const start = rank * this.dimensions;
    const scale = weight * this.#inverseNorm(rank);
    for (let i = 0; i < this.dimensions; i++) sum[i] = (sum[i] ?? 0) + (this.#rows[start + i] ?? 0) * scale;
  }

  /** Reads what would else be read when it is first asked for, some 20 ms. */
  readAhead(): void {
    this.#ranks();
  }

  #ranks(): ReadonlyMap<string, number> {
    this.#rankOf ??= new Map(this.#words.map((word, rank) => [word, rank]));
    return this.#rankOf;
  }

  #inverseNorm(rank: number): number {
    const known = this.#inverseNorms[rank];
    if (known) return known;
    let squares = 0;
    const start = rank * this.dimensions;
    for (let i = start; i < start + this.dimensions; i++) squares += (this.#rows[i] ?? 0) ** 2;
    // Rounded as it is stored, so that a word met again compares exactly as it did the first time.
    const inverse = Math.fround(squares === 0 ? 0 : 1 / Math.sqrt(squares));
    this.#inverseNorms[rank] = inverse;
    return inverse;
  }
}

/** A table, or why there is none; exactly one of the two is null. */
export type LoadedWordVectors =
  | { readonly vectors: WordVectors; readonly problem: null }
  | { readonly vectors: null; readonly problem: string };

/**
 * Reads a table and checks it against the checksum beside it (`<file>.sha256`). About 50 ms. Never throws: without a table
 * the bot still answers, so what is wrong comes back as one sentence for the owner, to be said once.
 */
export async function loadWordVectors(file: string = vectorFile()): Promise<LoadedWordVectors> {
  try {
    const [bytes, expected] = await Promise.all([readFile(file), readFile(`${file}.sha256`, 'utf8')]);
    const checksum = createHash('sha256').update(bytes).digest('hex');
    if (checksum !== expected.split(/\s/)[0]) throw new Error('its checksum is wrong');
    return { vectors: new WordVectors(readVectorTable(bytes)), problem: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      vectors: null,
      problem: `The word vectors (${file}) can't be used: ${reason}. Answers go by words alone; "npm run vectors" builds the table anew.`,
    };
  }
}
