import type { Article, ArticleHead, Problem, Sentence } from '../corpus/article.js';
import type { CorpusOutline } from '../corpus/outline.js';
import type { Token } from '../english/analyzer.js';
import type { Acronym } from './acronyms.js';
import type { Candidate, WeightedTerm } from './candidates.js';
import type { ClosePassage } from './closest.js';
import type { Form, IndexedToken } from './forwardIndex.js';
import type { VocabularyWord } from './invertedIndex.js';
import type { Speller } from './spelling.js';

/** What is known of the terms of a corpus' sentences, wherever their postings are. */
export interface TermStatistics {
  /** Every term, the one that was met first first. */
  readonly vocabulary: readonly VocabularyWord[];
  has(term: string): boolean;
  /** Sentences that hold the term. */
  documentFrequency(term: string): number;
  /** A term that no sentence holds is as rare as one that half a sentence holds. */
  idf(term: string): number;
  /** Whether the corpus writes the term as a name: capitalised inside sentences. */
  isName(term: string): boolean;
  /** Whether some sentence holds both terms. */
  holdTogether(a: string, b: string): boolean;
}

/** How a term stands where it has a capital. */
export interface NameUses {
  /** The forms in which it does, each once. */
  readonly surfaces: readonly string[];
  /** The terms that follow it at once and have a capital too, a place each, in the order of the corpus. */
  readonly followers: readonly string[];
}

/**
 * The sentences of a corpus, for who answers from them. Of a corpus in memory all is at hand; of one that is not, what is read of an
 * article must be held before, and what is not at hand throws a `NotInHand` that says what to fetch (`inHand.ts`).
 */
export interface Passages {
  readonly articles: readonly ArticleHead[];
  readonly sentences: TermStatistics;
  /** Whether an article, by its number, holds a term. */
  readonly articleTerms: { contains(term: string, articleNumber: number): boolean };
  /** Every form of a word that a sentence or a title has, by its number; it may grow. */
  readonly forms: readonly Form[];
  readonly problems: readonly Problem[];
  /** Passages in all. */
  readonly size: number;
  articleNumber(passage: number): number;
  article(passage: number): Article;
  /** Where the passage stands among its article's sentences. */
  sentenceNumber(passage: number): number;
  sentence(passage: number): Sentence;
  /** The passage's words, as written. */
  text(passage: number): string;
  /** The passage's words without stop words; spans are into the passage. */
  tokens(passage: number): readonly IndexedToken[];
  /** The same of an article's title, by the article's number. */
  titleTokens(articleNumber: number): readonly IndexedToken[];
  /** How many of the articles have a term, as a share. @returns 0..1 */
  articleShare(term: string): number;
  /** First passage of an article, by the article's number. */
  firstPassage(articleNumber: number): number;
  /** How a term stands as a name in the first so many sentences that hold it. */
  nameUses(term: string, sentences: number): NameUses;
  /**
   * The passages that share most with the terms, best first.
   * @param allowed one flag an article; absent, every article may answer
   * @param evenWithout also passages that hold none of the terms, in their order, as far as the limit allows
   */
  candidates(terms: readonly WeightedTerm[], limit: number, allowed?: Uint8Array, evenWithout?: boolean): Candidate[];
  /** The passages that share most with the terms themselves, whatever else is in their articles, best first. */
  closest(terms: readonly WeightedTerm[], limit: number): ClosePassage[];
  /** Says that the articles of these passages are about to be read, so that they are fetched together. */
  hold(passages: readonly number[]): void;
}

/**
 * Runs work that reads a corpus. What the work needs and is not at hand is fetched, and the work begun again, so it must change
 * nothing that a second run would trip over.
 */
export type RunInHand = <T>(work: () => T | Promise<T>) => Promise<T>;

/** All of it is in memory. */
export const inMemory: RunInHand = async (work) => work();

/** What questions are answered from. */
export interface SearchedCorpus {
  readonly index: Passages;
  readonly acronyms: readonly Acronym[];
  /** Corrects words to those of the corpus; made of its vocabulary when left out. */
  readonly speller?: Speller | undefined;
  /** Of its articles; read of them when left out. */
  readonly outline?: CorpusOutline | undefined;
  readonly inHand: RunInHand;
}

/** How a term stands as a name in sentences that hold it. */
export function nameUsesIn(term: string, sentences: readonly (readonly Token[])[]): NameUses {
  const surfaces = new Set<string>();
  const followers: string[] = [];
  for (const tokens of sentences) {
    for (const [i, token] of tokens.entries()) {
      if (token.term !== term || !token.capitalized) continue;
      surfaces.add(token.surface);
      const next = tokens[i + 1];
      if (next?.capitalized && next.position === token.position + 1) followers.push(next.term);
    }
  }
  return { surfaces: [...surfaces], followers };
}
