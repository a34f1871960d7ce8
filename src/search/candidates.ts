import { DocumentScores } from './invertedIndex.js';
import { TopList } from './topList.js';

/** A term to look for and how much it counts, 0..1. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A sentence that may answer. */
export interface Candidate {
  /** Number of the passage: sentences are counted through all articles. */
  readonly passage: number;
  /** BM25 of the sentence for the question's terms. */
  readonly sentenceScore: number;
  /** The same for its article: as a whole, in its best sentence and in its first ones. */
  readonly articleScore: number;
}

/** Where a term's postings are, of sentences or of articles. */
export interface Postings {
  /** Adds weight · BM25 of one term to every document that holds it. */
  accumulate(term: string, weight: number, scores: DocumentScores): void;
}

/** What candidates are chosen from. */
export interface CandidateSource {
  readonly sentences: Postings;
  readonly articleTerms: Postings;
  /** First passage of each article; one more at the end. */
  readonly firstPassage: Uint32Array;
  /** The number of each passage's article. */
  readonly articleOf: Uint32Array;
}

/**
 * What an article's best sentence, and its first ones, count beside the article as a whole. On the news quiz of
 * docs/RANKING.md the right article comes first for 38 of 87 questions without them, for 46 with them.
 */
const BEST_SENTENCE_SHARE = 0.7;
const LEAD_SHARE = 0.6;
/** A news article says what it is about in so many sentences. */
const LEAD_SENTENCES = 2;

/** How much an article's score counts beside its sentence's when candidates are chosen; ranking weighs them anew. */
const ARTICLE_SHARE = 0.5;

/** Chooses the passages that may answer, with arrays that serve one question after another. */
export class CandidateSearch {
  readonly #source: CandidateSource;
  readonly #sentenceScores: DocumentScores;
  readonly #articleScores: DocumentScores;
  readonly #bestSentences: Float32Array;

  constructor(source: CandidateSource) {
    const articles = source.firstPassage.length - 1;
    this.#source = source;
    this.#sentenceScores = new DocumentScores(source.articleOf.length);
    this.#articleScores = new DocumentScores(articles);
    this.#bestSentences = new Float32Array(articles);
  }

  /**
   * The passages that share most with the terms, best first.
   * @param allowed one flag an article; absent, every article may answer
   * @param evenWithout also passages that hold none of the terms, in their order, as far as the limit allows
   */
  find(terms: readonly WeightedTerm[], limit: number, allowed?: Uint8Array, evenWithout = false): Candidate[] {
    const { articleOf, sentences: sentencePostings, articleTerms } = this.#source;
    for (const { term, weight } of terms) {
      sentencePostings.accumulate(term, weight, this.#sentenceScores);
      articleTerms.accumulate(term, weight, this.#articleScores);
    }
    this.#addSentencesToArticles();
    const best = new TopList(limit);
    const passages = evenWithout ? Uint32Array.from(articleOf.keys()) : this.#sentenceScores.touched;
    const [sentences, inArticles] = [this.#sentenceScores, this.#articleScores];
    // Tens of thousands of passages hold a term or two: counting up to them takes half the time of iterating.
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i] ?? 0;
      const article = articleOf[passage] ?? 0;
      if (allowed && allowed[article] === 0) continue;
      best.offer(passage, sentences.of(passage) + ARTICLE_SHARE * inArticles.of(article));
    }
    const found = best.take().map((passage) => ({
      passage,
      sentenceScore: this.#sentenceScores.of(passage),
      articleScore: this.#articleScores.of(articleOf[passage] ?? 0),
    }));
    this.#sentenceScores.clear();
    this.#articleScores.clear();
    return found;
  }

  /** Every sentence that holds a term is in an article that does, so that both lists are complete. */
  #addSentencesToArticles(): void {
    const { articleOf, firstPassage } = this.#source;
    const [best, scores] = [this.#bestSentences, this.#sentenceScores];
    const passages = scores.touched;
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i] ?? 0;
      const article = articleOf[passage] ?? 0;
      best[article] = Math.max(best[article] ?? 0, scores.of(passage));
    }
    for (const article of this.#articleScores.touched) {
      let lead = 0;
      const first = firstPassage[article] ?? articleOf.length;
      const end = Math.min(first + LEAD_SENTENCES, firstPassage[article + 1] ?? articleOf.length);
      for (let passage = first; passage < end; passage++) lead += this.#sentenceScores.of(passage);
      this.#articleScores.add(article, BEST_SENTENCE_SHARE * (best[article] ?? 0) + LEAD_SHARE * lead);
      best[article] = 0;
    }
  }
}
