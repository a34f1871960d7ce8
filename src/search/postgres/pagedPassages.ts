import type { Article, ArticleHead, Problem, Sentence } from '../../corpus/article.js';
import { analyze, rememberTerms, type Token } from '../../english/analyzer.js';
import { type Candidate, CandidateSearch, type WeightedTerm } from '../candidates.js';
import { type ClosePassage, ClosestSearch } from '../closest.js';
import { type Form, FormTable, type IndexedToken } from '../forwardIndex.js';
import {
  inverseDocumentFrequency,
  type Norms,
  normsOf,
  placeAmong,
  ScoredPostings,
  type TermPostings,
  type VocabularyWord,
} from '../invertedIndex.js';
import type { NameUses, Passages, TermStatistics } from '../searchedCorpus.js';
import type { Holdings } from './holdings.js';
import type { CorpusStatistics } from './statistics.js';

/**
 * The sentences of a corpus in a database. Statistics are in memory; postings and articles are at hand once they were fetched, and
 * else throw `NotInHand`. Everything is scored by the code and to the numbers of the index in memory.
 */
export class PagedPassages implements Passages {
  readonly articles: readonly ArticleHead[];
  readonly problems: readonly Problem[];
  readonly forms: readonly Form[];
  readonly sentences: TermStatistics;
  readonly articleTerms: { contains(term: string, articleNumber: number): boolean };
  readonly #statistics: CorpusStatistics;
  readonly #holdings: Holdings;
  readonly #articleOf: Uint32Array;
  readonly #search: CandidateSearch;
  readonly #closest: ClosestSearch;
  readonly #table = new FormTable();
  readonly #terms = rememberTerms();
  /** For as long as the article is at hand; of each sentence that was read. */
  readonly #tokens = new WeakMap<Article, (readonly IndexedToken[])[]>();

  constructor(statistics: CorpusStatistics, holdings: Holdings) {
    this.#statistics = statistics;
    this.#holdings = holdings;
    this.articles = statistics.heads;
    this.problems = statistics.problems;
    this.forms = this.#table.forms;
    const { firstPassage, sentenceLengths, articleLengths } = statistics;
    this.#articleOf = articleNumbers(firstPassage);
    const sentences = new PagedTerms(sentenceLengths, statistics, holdings, 'sentences');
    const articleTerms = new PagedTerms(articleLengths, statistics, holdings, 'articles');
    this.sentences = sentences;
    this.articleTerms = articleTerms;
    this.#search = new CandidateSearch({ sentences, articleTerms, firstPassage });
    this.#closest = new ClosestSearch(sentences, this.size);
  }

  get size(): number {
    return this.#articleOf.length;
  }

  articleNumber(passage: number): number {
    return this.#articleOf[passage] ?? 0;
  }

  article(passage: number): Article {
    if (passage < 0 || passage >= this.size) throw new RangeError(`no passage ${passage}`);
    return this.#holdings.article(this.articleNumber(passage));
  }

  sentenceNumber(passage: number): number {
    return passage - (this.#statistics.firstPassage[this.articleNumber(passage)] ?? 0);
  }

  sentence(passage: number): Sentence {
    const sentence = this.article(passage).sentences[this.sentenceNumber(passage)];
    if (!sentence) throw new RangeError(`no passage ${passage}`);
    return sentence;
  }

  text(passage: number): string {
    const { start, end } = this.sentence(passage);
    return this.article(passage).text.slice(start, end);
  }

  tokens(passage: number): readonly IndexedToken[] {
    if (passage < 0 || passage >= this.size) return [];
    return this.#tokensOf(this.article(passage), this.sentenceNumber(passage), () => this.text(passage));
  }

  titleTokens(articleNumber: number): readonly IndexedToken[] {
    const article = this.#holdings.article(articleNumber);
    return this.#tokensOf(article, article.sentences.length, () => article.title);
  }

  articleShare(term: string): number {
    return (this.#statistics.terms.get(term)?.articles ?? 0) / (this.articles.length || 1);
  }

  firstPassage(articleNumber: number): number {
    return this.#statistics.firstPassage[articleNumber] ?? this.size;
  }

  nameUses(term: string, sentences: number): NameUses {
    if (!this.sentences.has(term)) return { surfaces: [], followers: [] };
    const surfaces = new Set<string>();
    const followers: string[] = [];
    for (const { before, names } of this.#holdings.term(term).names) {
      for (const [at, surface] of names.surfaces) if (before + at < sentences) surfaces.add(surface);
      for (const [at, follower] of names.followers) if (before + at < sentences) followers.push(follower);
    }
    return { surfaces: [...surfaces], followers };
  }

  candidates(terms: readonly WeightedTerm[], limit: number, allowed?: Uint8Array, evenWithout = false): Candidate[] {
    this.#needWeighted(terms);
    return this.#search.find(terms, limit, allowed, evenWithout);
  }

  closest(terms: readonly WeightedTerm[], limit: number): ClosePassage[] {
    this.#needWeighted(terms);
    return this.#closest.find(terms, limit);
  }

  #needWeighted(terms: readonly WeightedTerm[]): void {
    this.needTerms(terms.flatMap(({ term, weight }) => (weight > 0 ? [term] : [])));
  }

  /** Makes sure that the postings of these terms are at hand, where the corpus has them. @throws NotInHand */
  needTerms(terms: readonly string[]): void {
    this.#holdings.need(
      terms.filter((term) => this.#statistics.terms.has(term)),
      [],
    );
  }

  hold(passages: readonly number[]): void {
    this.#holdings.need([], [...new Set(passages.map((passage) => this.articleNumber(passage)))]);
  }

  /** @param place the sentence's place in the article; after the last, the title */
  #tokensOf(article: Article, place: number, text: () => string): readonly IndexedToken[] {
    const ofArticle = this.#tokens.get(article) ?? [];
    if (ofArticle.length === 0) this.#tokens.set(article, ofArticle);
    const known = ofArticle[place];
    if (known) return known;
    const tokens = this.#analyzed(text()).map((token) => ({ ...token, form: this.#table.add(token) }));
    ofArticle[place] = tokens;
    return tokens;
  }

  /** What cannot be analysed was indexed without words, and its article is among the problems. */
  #analyzed(text: string): readonly Token[] {
    try {
      return analyze(text, false, this.#terms);
    } catch {
      return [];
    }
  }
}

/** The number of each passage's article. */
function articleNumbers(firstPassage: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(firstPassage.at(-1) ?? 0);
  for (let article = 0; article + 1 < firstPassage.length; article++) {
    numbers.fill(article, firstPassage[article], firstPassage[article + 1]);
  }
  return numbers;
}

/** The terms of sentences or of articles: counts in memory, postings fetched. */
class PagedTerms implements TermStatistics {
  readonly vocabulary: readonly VocabularyWord[];
  readonly #statistics: CorpusStatistics;
  readonly #holdings: Holdings;
  readonly #norms: Norms;
  readonly #of: 'sentences' | 'articles';

  constructor(lengths: Uint32Array, statistics: CorpusStatistics, holdings: Holdings, of: 'sentences' | 'articles') {
    this.vocabulary = statistics.vocabulary;
    this.#statistics = statistics;
    this.#holdings = holdings;
    this.#norms = normsOf(lengths);
    this.#of = of;
  }

  has(term: string): boolean {
    return this.documentFrequency(term) > 0;
  }

  documentFrequency(term: string): number {
    return this.#statistics.terms.get(term)?.[this.#of] ?? 0;
  }

  idf(term: string): number {
    return inverseDocumentFrequency(this.documentFrequency(term), this.#norms.length);
  }

  isName(term: string): boolean {
    return this.#statistics.terms.get(term)?.isName ?? false;
  }

  holdTogether(a: string, b: string): boolean {
    if (!this.has(a) || !this.has(b)) return false;
    this.#holdings.need([a, b], []);
    const [{ docs }, other] = [this.#postings(a), this.#postings(b)];
    return docs.some((doc) => holds(other, doc));
  }

  contains(term: string, document: number): boolean {
    return this.has(term) && holds(this.#postings(term), document);
  }

  weighted(term: string, weight: number): ScoredPostings[] {
    if (weight <= 0 || !this.has(term)) return [];
    const postings = this.#postings(term);
    return [new ScoredPostings(postings, { from: 0, to: postings.docs.length }, weight * this.idf(term), this.#norms)];
  }

  #postings(term: string): TermPostings {
    return this.#holdings.term(term)[this.#of];
  }
}

function holds({ docs }: TermPostings, document: number): boolean {
  return placeAmong(docs, document) >= 0;
}
