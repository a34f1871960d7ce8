import type { ScoredPostings } from './invertedIndex.js';
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
  /** A term's postings, to be scored by weight · BM25: one part after another, documents ascending; none for a term that is not there. */
  weighted(term: string, weight: number): ScoredPostings[];
}

/** What candidates are chosen from. */
export interface CandidateSource {
  readonly sentences: Postings;
  readonly articleTerms: Postings;
  /** First passage of each article; one more at the end. */
  readonly firstPassage: Uint32Array;
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

/**
 * Passages that are scored together. All that hold a term are scored, so that no bound on scores has to be trusted, but those of one block
 * before those of the next: what is read and written for each again and again then stays in the processor's cache.
 */
const BLOCK = 32_768;

/** Bounds are sums of rounded numbers, as scores are, and added up in another order: so much may they be apart. */
const ROUNDING = 1 + 1e-5;

/** Where one term of a question is: parts of it, where the corpus is in parts. */
interface SoughtTerm {
  readonly inSentences: readonly ScoredPostings[];
  readonly inArticles: readonly ScoredPostings[];
}

/** Articles that are scored together, by their numbers. */
interface Block {
  readonly first: number;
  readonly end: number;
}

/** Chooses the passages that may answer, with arrays that serve one question after another. */
export class CandidateSearch {
  readonly #source: CandidateSource;
  readonly #blocks: readonly Block[];
  /** Of the passages and the articles of one block, by their places in it. */
  readonly #sentenceScores: Float32Array;
  readonly #articleScores: Float32Array;
  /** What no sentence of the article scores more than: of each term that the article has, the most that it adds to a sentence of the block. */
  readonly #sentenceBounds: Float32Array;

  /** @param block passages that are scored together, at most, if no article has more */
  constructor(source: CandidateSource, block = BLOCK) {
    const { firstPassage } = source;
    this.#source = source;
    this.#blocks = blocksOf(firstPassage, block);
    let [passages, articles] = [0, 0];
    for (const { first, end } of this.#blocks) {
      passages = Math.max(passages, (firstPassage[end] ?? 0) - (firstPassage[first] ?? 0));
      articles = Math.max(articles, end - first);
    }
    this.#sentenceScores = new Float32Array(passages);
    this.#articleScores = new Float32Array(articles);
    this.#sentenceBounds = new Float32Array(articles);
  }

  /**
   * The passages that share most with the terms, best first.
   * @param allowed one flag an article; absent, every article may answer
   * @param evenWithout also passages that hold none of the terms, in their order, as far as the limit allows
   */
  find(terms: readonly WeightedTerm[], limit: number, allowed?: Uint8Array, evenWithout = false): Candidate[] {
    const { sentences, articleTerms, firstPassage } = this.#source;
    const sought = terms.map(
      ({ term, weight }): SoughtTerm => ({
        inSentences: sentences.weighted(term, weight),
        inArticles: articleTerms.weighted(term, weight),
      }),
    );
    const best = new TopList<Candidate>(limit);
    for (const block of this.#blocks) {
      const { first, end } = block;
      const [firstOfBlock, endOfBlock] = [firstPassage[first] ?? 0, firstPassage[end] ?? 0];
      for (const { inSentences, inArticles } of sought) {
        let most = 0;
        for (const postings of inSentences)
          most = Math.max(most, postings.addUntil(endOfBlock, firstOfBlock, this.#sentenceScores));
        for (const postings of inArticles)
          postings.addUntil(end, first, this.#articleScores, this.#sentenceBounds, most);
      }
      this.#offer(block, best, allowed, evenWithout);
      this.#sentenceScores.fill(0, 0, endOfBlock - firstOfBlock);
      this.#articleScores.fill(0, 0, end - first);
      this.#sentenceBounds.fill(0, 0, end - first);
    }
    return best.take();
  }

  #offer(block: Block, best: TopList<Candidate>, allowed: Uint8Array | undefined, evenWithout: boolean): void {
    const { firstPassage } = this.#source;
    const [scores, articleScores, bounds] = [this.#sentenceScores, this.#articleScores, this.#sentenceBounds];
    const firstOfBlock = firstPassage[block.first] ?? 0;
    let least = best.least;
    for (let article = block.first; article < block.end; article++) {
      // Every sentence that holds a term is in an article that does.
      const whole = articleScores[article - block.first] ?? 0;
      if (whole === 0 && !evenWithout) continue;
      if (allowed && allowed[article] === 0) continue;
      const bound = (bounds[article - block.first] ?? 0) * ROUNDING;
      // Before its sentences are looked at: what they score lies elsewhere in memory.
      if (passageScoreOf(bound, articleScoreOf(whole, bound, LEAD_SENTENCES * bound)) < least) continue;
      const first = (firstPassage[article] ?? 0) - firstOfBlock;
      const end = (firstPassage[article + 1] ?? 0) - firstOfBlock;
      let lead = 0;
      for (let place = first; place < end && place < first + LEAD_SENTENCES; place++) lead += scores[place] ?? 0;
      if (passageScoreOf(bound, articleScoreOf(whole, bound, lead)) < least) continue;
      let most = 0;
      for (let place = first; place < end; place++) {
        const score = scores[place] ?? 0;
        if (score > most) most = score;
      }
      const articleScore = Math.fround(articleScoreOf(whole, most, lead));
      // Most articles end here: not even their best sentence is good enough.
      if (passageScoreOf(most, articleScore) < least) continue;
      for (let place = first; place < end; place++) {
        const sentenceScore = scores[place] ?? 0;
        const score = passageScoreOf(sentenceScore, articleScore);
        if ((sentenceScore === 0 && !evenWithout) || score < least) continue;
        const passage = firstOfBlock + place;
        best.offer({ passage, sentenceScore, articleScore }, passage, score);
        least = best.least;
      }
    }
  }
}

/** An article's score. @param whole as a whole @param most its best sentence's @param lead its first sentences', added up */
function articleScoreOf(whole: number, most: number, lead: number): number {
  return whole + (BEST_SENTENCE_SHARE * most + LEAD_SHARE * lead);
}

/** What candidates are chosen by. */
function passageScoreOf(sentenceScore: number, articleScore: number): number {
  return sentenceScore + ARTICLE_SHARE * articleScore;
}

/** Whole articles, as many as have so many passages: an article of more is a block of its own. */
function blocksOf(firstPassage: Uint32Array, most: number): Block[] {
  const articles = firstPassage.length - 1;
  const blocks: Block[] = [];
  let first = 0;
  for (let end = 1; end <= articles; end++) {
    if (end < articles && (firstPassage[end + 1] ?? 0) - (firstPassage[first] ?? 0) <= most) continue;
    blocks.push({ first, end });
    first = end;
  }
  return blocks;
}
