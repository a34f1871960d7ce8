import type { Article, Problem, Sentence } from '../corpus/article.js';
import { type Candidate, CandidateSearch, type WeightedTerm } from './candidates.js';
import { type ClosePassage, ClosestSearch } from './closest.js';
import type { Form, IndexedToken } from './forwardIndex.js';
import {
  type InvertedIndex,
  inverseDocumentFrequency,
  type Norms,
  normsAmong,
  ScoredPostings,
  type VocabularyWord,
} from './invertedIndex.js';
import type { NameCounts } from './nameCounts.js';
import type { PassageIndex } from './passages.js';
import { type NameUses, nameUsesIn, type Passages, type TermStatistics } from './searchedCorpus.js';

/** A part of an index, and how often its terms are capitalised. */
export interface IndexSegment {
  readonly index: PassageIndex;
  readonly counts: NameCounts;
}

/**
 * The sentences of a corpus in two indexes: a big one, which stays as it is, and a small one of the articles that were added since. Their
 * numbers follow those of the big one. Statistics are of both together, so that all is scored as if it were one index, to the last digit.
 */
export class SegmentedPassages implements Passages {
  readonly articles: readonly Article[];
  readonly sentences: SegmentedTerms;
  readonly articleTerms: SegmentedTerms;
  readonly forms: readonly Form[];
  readonly problems: readonly Problem[];
  readonly size: number;
  readonly #base: PassageIndex;
  readonly #head: PassageIndex;
  readonly #search: CandidateSearch;
  readonly #closest: ClosestSearch;

  constructor(base: IndexSegment, head: IndexSegment) {
    this.#base = base.index;
    this.#head = head.index;
    this.articles = this.#base.articles.concat(this.#head.articles);
    this.forms = this.#base.forms.concat(this.#head.forms);
    this.problems = this.#base.problems.concat(this.#head.problems);
    this.size = this.#base.size + this.#head.size;
    const isName = (term: string) =>
      this.#head.sentences.has(term) ? base.counts.isNameWith(head.counts, term) : this.#base.sentences.isName(term);
    this.sentences = new SegmentedTerms(this.#base.sentences, this.#head.sentences, isName);
    this.articleTerms = new SegmentedTerms(this.#base.articleTerms, this.#head.articleTerms, isName);
    const firstPassage = joinedFirstPassages(this.#base, this.#head);
    const { sentences, articleTerms } = this;
    this.#search = new CandidateSearch({ sentences, articleTerms, firstPassage });
    this.#closest = new ClosestSearch(this.sentences, this.size);
  }

  articleNumber(passage: number): number {
    return this.#isInBase(passage)
      ? this.#base.articleNumber(passage)
      : this.#base.articles.length + this.#head.articleNumber(passage - this.#base.size);
  }

  article(passage: number): Article {
    return this.#isInBase(passage) ? this.#base.article(passage) : this.#head.article(passage - this.#base.size);
  }

  sentenceNumber(passage: number): number {
    return this.#isInBase(passage)
      ? this.#base.sentenceNumber(passage)
      : this.#head.sentenceNumber(passage - this.#base.size);
  }

  sentence(passage: number): Sentence {
    return this.#isInBase(passage) ? this.#base.sentence(passage) : this.#head.sentence(passage - this.#base.size);
  }

  text(passage: number): string {
    return this.#isInBase(passage) ? this.#base.text(passage) : this.#head.text(passage - this.#base.size);
  }

  tokens(passage: number): readonly IndexedToken[] {
    if (this.#isInBase(passage)) return this.#base.tokens(passage);
    return this.#renumbered(this.#head.tokens(passage - this.#base.size));
  }

  titleTokens(articleNumber: number): readonly IndexedToken[] {
    const { length } = this.#base.articles;
    if (articleNumber < length) return this.#base.titleTokens(articleNumber);
    return this.#renumbered(this.#head.titleTokens(articleNumber - length));
  }

  articleShare(term: string): number {
    return this.articleTerms.documentFrequency(term) / (this.articles.length || 1);
  }

  firstPassage(articleNumber: number): number {
    const { length } = this.#base.articles;
    if (articleNumber < length) return this.#base.firstPassage(articleNumber);
    return this.#base.size + this.#head.firstPassage(articleNumber - length);
  }

  nameUses(term: string, sentences: number): NameUses {
    const holding = this.sentences.documentsOf(term, sentences);
    return nameUsesIn(
      term,
      holding.map((passage) => this.tokens(passage)),
    );
  }

  candidates(terms: readonly WeightedTerm[], limit: number, allowed?: Uint8Array, evenWithout = false): Candidate[] {
    return this.#search.find(terms, limit, allowed, evenWithout);
  }

  /** The passages that share most with the terms themselves, whatever else is in their articles, best first. */
  closest(terms: readonly WeightedTerm[], limit: number): ClosePassage[] {
    return this.#closest.find(terms, limit);
  }

  /** All of it is in memory. */
  hold(): void {}

  #isInBase(passage: number): boolean {
    return passage < this.#base.size;
  }

  /** The forms of the small index follow those of the big one; one that both have has two numbers, which means nothing to anybody. */
  #renumbered(tokens: readonly IndexedToken[]): IndexedToken[] {
    const first = this.#base.forms.length;
    return tokens.map((token) => ({ ...token, form: first + token.form }));
  }
}

/** The terms of two inverted indexes, as if they were one. */
export class SegmentedTerms implements TermStatistics {
  readonly vocabulary: readonly VocabularyWord[];
  readonly isName: (term: string) => boolean;
  readonly #base: InvertedIndex;
  readonly #head: InvertedIndex;
  readonly #baseNorms: Norms;
  readonly #headNorms: Norms;

  constructor(base: InvertedIndex, head: InvertedIndex, isName: (term: string) => boolean) {
    this.#base = base;
    this.#head = head;
    this.isName = isName;
    this.vocabulary = base.vocabulary.concat(newWords(base, head));
    const average = (base.norms.total + head.norms.total) / (base.size + head.size || 1);
    this.#baseNorms = normsAmong(base.norms, average);
    this.#headNorms = normsAmong(head.norms, average);
  }

  has(term: string): boolean {
    return this.#base.has(term) || this.#head.has(term);
  }

  documentFrequency(term: string): number {
    return this.#base.documentFrequency(term) + this.#head.documentFrequency(term);
  }

  idf(term: string): number {
    return inverseDocumentFrequency(this.documentFrequency(term), this.#base.size + this.#head.size);
  }

  holdTogether(a: string, b: string): boolean {
    return this.#base.holdTogether(a, b) || this.#head.holdTogether(a, b);
  }

  contains(term: string, document: number): boolean {
    const { size } = this.#base;
    return document < size ? this.#base.contains(term, document) : this.#head.contains(term, document - size);
  }

  /** The first documents that hold a term, in their order. */
  documentsOf(term: string, limit: number): number[] {
    const documents = [...this.#base.documentsOf(term, limit)];
    for (const document of this.#head.documentsOf(term, limit - documents.length))
      documents.push(this.#base.size + document);
    return documents;
  }

  /** A term's postings, first those of the big index. */
  weighted(term: string, weight: number): ScoredPostings[] {
    if (weight <= 0) return [];
    const weighed = weight * this.idf(term);
    const [old, added] = [this.#base.postingsOf(term), this.#head.postingsOf(term)];
    return [
      ...(old ? [new ScoredPostings(old, old.part, weighed, this.#baseNorms)] : []),
      ...(added ? [new ScoredPostings(added, added.part, weighed, this.#headNorms, this.#base.size)] : []),
    ];
  }
}

/** The words of an index that another has not, in their order. */
export function newWords(base: InvertedIndex, head: InvertedIndex): VocabularyWord[] {
  return head.vocabulary.filter(({ term }) => !base.has(term));
}

/** The first passages of all articles, with one more at the end. */
function joinedFirstPassages(base: PassageIndex, head: PassageIndex): Uint32Array {
  const articles = base.articles.length;
  const firstPassage = new Uint32Array(articles + head.articles.length + 1);
  firstPassage.set(base.contents.firstPassage);
  for (const [number, first] of head.contents.firstPassage.entries())
    firstPassage[articles + number] = base.size + first;
  return firstPassage;
}
