import type { Article, ArticleHead, Problem } from '../../corpus/article.js';
import { rememberTerms, type Token } from '../../english/analyzer.js';
import { type Acronym, acronymsOf } from '../acronyms.js';
import { MAX_TERM_FREQUENCY } from '../invertedIndexBuilder.js';
import { TITLE_REPEATS } from '../passageContents.js';
import { readWords } from '../passages.js';

/** Grows with every change of what is written below or of how words become terms: what was imported by another one is imported anew. */
export const FORMAT = 1;

/** Sentences are numbered in 2 bytes. */
export const MOST_SENTENCES = 65_536;
/** A chunk is written in one go, and made anew when one of its articles changes: some seconds. */
export const MOST_ARTICLES = 2_000;

/** Sentences that are looked at to see what follows a name: `search/surnames.ts` looks at no more of a whole corpus. */
const NAMED_SENTENCES = 400;

/** How a term stands as a name in a chunk. The first numbers count the sentences that hold the term, from 0. */
export interface ChunkNames {
  /** Its forms that have a capital, each where it is first met. */
  readonly surfaces: readonly (readonly [number, string])[];
  /** The terms that follow it at once and have a capital too. */
  readonly followers: readonly (readonly [number, string])[];
}

/** A term of a chunk, as it is written. */
export interface ChunkTerm {
  readonly term: string;
  /** Which of the chunk's terms it is, by first meeting in a sentence; null when only titles have it. */
  readonly rank: number | null;
  /** The first whole form seen, normalised. */
  readonly surface: string;
  readonly sentences: readonly Occurrence[];
  readonly articles: readonly Occurrence[];
  readonly inner: number;
  readonly capitals: number;
  readonly names: ChunkNames | null;
}

/** How often a document, by its number in the chunk, holds a term. */
interface Occurrence {
  readonly doc: number;
  readonly frequency: number;
}

/** Some articles with their part of the index. */
export interface ChunkContents {
  readonly terms: readonly ChunkTerm[];
  /** In terms, a sentence each. */
  readonly sentenceLengths: Uint32Array;
  /** In terms, an article each, its title counted as often as the index does. */
  readonly articleLengths: readonly number[];
  readonly acronyms: readonly Acronym[];
  readonly problems: readonly Problem[];
}

class TermBuilder {
  readonly sentences: { doc: number; frequency: number }[] = [];
  readonly articles: { doc: number; frequency: number }[] = [];
  readonly surfaces = new Map<string, number>();
  readonly followers: [number, string][] = [];
  rank: number | null = null;
  surface: string;
  inner = 0;
  capitals = 0;

  constructor(surface: string) {
    this.surface = surface;
  }

  built(term: string): ChunkTerm {
    const { rank, surface, sentences, articles, inner, capitals, followers } = this;
    const surfaces = [...this.surfaces].map(([form, at]) => [at, form] as const);
    return {
      term,
      rank,
      surface,
      sentences,
      articles,
      inner,
      capitals,
      names: surfaces.length > 0 ? { surfaces, followers } : null,
    };
  }
}

function count(occurrences: { doc: number; frequency: number }[], doc: number): void {
  const newest = occurrences.at(-1);
  if (newest?.doc !== doc) occurrences.push({ doc, frequency: 1 });
  else if (newest.frequency < MAX_TERM_FREQUENCY) newest.frequency++;
}

/** Indexes a chunk's articles, as `PassageIndex` does in memory. */
export function indexChunk(articles: readonly Article[]): ChunkContents {
  const memory = rememberTerms();
  const builders = new Map<string, TermBuilder>();
  const sentenceLengths: number[] = [];
  const articleLengths: number[] = [];
  const problems: Problem[] = [];
  let ranks = 0;
  const builderOf = ({ term, surface }: Token): TermBuilder => {
    const builder = builders.get(term) ?? new TermBuilder(surface);
    builders.set(term, builder);
    return builder;
  };
  for (const [number, article] of articles.entries()) {
    const { title, lines, problem } = readWords(article, memory);
    if (problem) problems.push(problem);
    let length = 0;
    for (let repeat = 0; repeat < TITLE_REPEATS; repeat++) {
      for (const token of title) count(builderOf(token).articles, number);
      length += title.length;
    }
    for (const tokens of lines) {
      const sentence = sentenceLengths.push(tokens.length) - 1;
      length += tokens.length;
      for (const [i, token] of tokens.entries()) {
        const builder = builderOf(token);
        if (builder.rank === null) {
          builder.rank = ranks++;
          builder.surface = token.surface;
        }
        if (token.position > 0) {
          builder.inner++;
          if (token.capitalized) builder.capitals++;
        }
        count(builder.sentences, sentence);
        count(builder.articles, number);
        if (token.capitalized) noteName(builder, token, tokens[i + 1]);
      }
    }
    articleLengths.push(length);
  }
  return {
    terms: [...builders].map(([term, builder]) => builder.built(term)),
    sentenceLengths: Uint32Array.from(sentenceLengths),
    articleLengths,
    acronyms: acronymsOf(articles),
    problems,
  };
}

function noteName(builder: TermBuilder, token: Token, next: Token | undefined): void {
  const at = builder.sentences.length - 1;
  if (at >= NAMED_SENTENCES) return;
  if (!builder.surfaces.has(token.surface)) builder.surfaces.set(token.surface, at);
  if (next?.capitalized && next.position === token.position + 1) builder.followers.push([at, next.term]);
}

/** Numbers in 2 bytes each, then frequencies in 1 byte each. */
export function packOccurrences(occurrences: readonly Occurrence[]): Uint8Array {
  const bytes = new Uint8Array(3 * occurrences.length);
  const view = new DataView(bytes.buffer);
  for (const [i, { doc, frequency }] of occurrences.entries()) {
    view.setUint16(2 * i, doc, true);
    bytes[2 * occurrences.length + i] = frequency;
  }
  return bytes;
}

/** Reads what {@link packOccurrences} wrote into arrays of a whole corpus. @param base number of the chunk's first document */
export function unpackOccurrences(
  bytes: Uint8Array,
  base: number,
  docs: Int32Array,
  frequencies: Uint8Array,
  at: number,
): void {
  const many = bytes.length / 3;
  for (let i = 0; i < many; i++) docs[at + i] = base + ((bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8));
  frequencies.set(bytes.subarray(2 * many), at);
}

/** Numbers in 4 bytes each. */
export function packLengths(lengths: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * lengths.length);
  const view = new DataView(bytes.buffer);
  for (const [i, length] of lengths.entries()) view.setUint32(4 * i, length, true);
  return bytes;
}

/** Reads what {@link packLengths} wrote. */
export function unpackLengths(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

/** An article in two pieces: what is always at hand, and what is fetched. */
export function splitArticle(article: Article): {
  readonly head: ArticleHead;
  readonly rest: Omit<Article, keyof ArticleHead>;
} {
  const { id, file, title, outlet, agencies, url, published, dateline, ...rest } = article;
  return { head: { id, file, title, outlet, agencies, url, published, dateline }, rest };
}
