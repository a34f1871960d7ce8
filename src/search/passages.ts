import type { Article, Problem, Sentence } from '../corpus/article.js';
import { analyze, rememberTerms, type TermOf, type Token } from '../english/analyzer.js';
import { type Form, FormTable, type ForwardIndex, ForwardIndexBuilder, type IndexedToken } from './forwardIndex.js';
import { DocumentScores, type InvertedIndex, InvertedIndexBuilder } from './invertedIndex.js';

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
/** A title's words count this many times in its article. */
const TITLE_REPEATS = 3;

/** Every sentence of a corpus, indexed, with its article as the weaker field around it. */
export class PassageIndex {
  readonly articles: readonly Article[];
  readonly sentences: InvertedIndex;
  readonly articleTerms: InvertedIndex;
  /** Every form of a word that a sentence or a title has, by its number. */
  readonly forms: readonly Form[];
  /** Articles that no answer can come from, through a fault of ours. */
  readonly problems: readonly Problem[];
  readonly #sentenceTokens: ForwardIndex;
  readonly #titleTokens: ForwardIndex;
  /** First passage of each article; one more at the end. */
  readonly #firstPassage: Uint32Array;
  readonly #articleOf: Uint32Array;
  readonly #sentenceScores: DocumentScores;
  readonly #articleScores: DocumentScores;
  readonly #bestSentences: Float32Array;

  constructor(articles: readonly Article[]) {
    this.articles = articles;
    const sentences = new InvertedIndexBuilder();
    const whole = new InvertedIndexBuilder();
    const table = new FormTable();
    const terms = rememberTerms();
    const sentenceTokens = new ForwardIndexBuilder(table);
    const titleTokens = new ForwardIndexBuilder(table);
    const articleOf: number[] = [];
    const problems: Problem[] = [];
    this.#firstPassage = new Uint32Array(articles.length + 1);
    for (const [number, article] of articles.entries()) {
      const { title, lines, problem } = readWords(article, terms);
      if (problem) problems.push(problem);
      titleTokens.add(title);
      const all = Array.from({ length: TITLE_REPEATS }, () => title).flat();
      for (const tokens of lines) {
        sentences.add(tokens);
        sentenceTokens.add(tokens);
        articleOf.push(number);
        for (const token of tokens) all.push(token);
      }
      whole.add(all);
      this.#firstPassage[number + 1] = articleOf.length;
    }
    this.sentences = sentences.build();
    this.articleTerms = whole.build();
    this.forms = table.forms;
    this.problems = problems;
    this.#sentenceTokens = sentenceTokens.build();
    this.#titleTokens = titleTokens.build();
    this.#articleOf = Uint32Array.from(articleOf);
    this.#sentenceScores = new DocumentScores(articleOf.length);
    this.#articleScores = new DocumentScores(articles.length);
    this.#bestSentences = new Float32Array(articles.length);
  }

  /** Passages in all. */
  get size(): number {
    return this.#articleOf.length;
  }

  articleNumber(passage: number): number {
    return this.#articleOf[passage] ?? 0;
  }

  article(passage: number): Article {
    const article = this.articles[this.articleNumber(passage)];
    if (!article) throw new RangeError(`no passage ${passage}`);
    return article;
  }

  /** Where the passage stands among its article's sentences. */
  sentenceNumber(passage: number): number {
    return passage - (this.#firstPassage[this.articleNumber(passage)] ?? 0);
  }

  sentence(passage: number): Sentence {
    const sentence = this.article(passage).sentences[this.sentenceNumber(passage)];
    if (!sentence) throw new RangeError(`no passage ${passage}`);
    return sentence;
  }

  /** The passage's words, as written. */
  text(passage: number): string {
    const { start, end } = this.sentence(passage);
    return this.article(passage).text.slice(start, end);
  }

  /** The passage's words without stop words; spans are into the passage. */
  tokens(passage: number): readonly IndexedToken[] {
    return this.#sentenceTokens.tokens(passage);
  }

  /** The same of an article's title, by the article's number. */
  titleTokens(articleNumber: number): readonly IndexedToken[] {
    return this.#titleTokens.tokens(articleNumber);
  }

  /** How many of the articles have a term, as a share: what most of them have is what they are about. @returns 0..1 */
  articleShare(term: string): number {
    return this.articleTerms.documentFrequency(term) / (this.articles.length || 1);
  }

  /** First passage of an article, by the article's number. */
  firstPassage(articleNumber: number): number {
    return this.#firstPassage[articleNumber] ?? this.size;
  }

  /**
   * The passages that share most with the terms, best first.
   * @param allowed one flag an article; absent, every article may answer
   * @param evenWithout also passages that hold none of the terms, in their order, as far as the limit allows
   */
  candidates(terms: readonly WeightedTerm[], limit: number, allowed?: Uint8Array, evenWithout = false): Candidate[] {
    for (const { term, weight } of terms) {
      this.sentences.accumulate(term, weight, this.#sentenceScores);
      this.articleTerms.accumulate(term, weight, this.#articleScores);
    }
    this.#addSentencesToArticles();
    const best = new TopList(limit);
    const passages = evenWithout ? Uint32Array.from(this.#articleOf.keys()) : this.#sentenceScores.touched;
    const [articleOf, sentences, inArticles] = [this.#articleOf, this.#sentenceScores, this.#articleScores];
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
      articleScore: this.#articleScores.of(this.articleNumber(passage)),
    }));
    this.#sentenceScores.clear();
    this.#articleScores.clear();
    return found;
  }

  /** Every sentence that holds a term is in an article that does, so that both lists are complete. */
  #addSentencesToArticles(): void {
    const [best, articleOf, scores] = [this.#bestSentences, this.#articleOf, this.#sentenceScores];
    const passages = scores.touched;
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i] ?? 0;
      const article = articleOf[passage] ?? 0;
      best[article] = Math.max(best[article] ?? 0, scores.of(passage));
    }
    for (const article of this.#articleScores.touched) {
      let lead = 0;
      const first = this.firstPassage(article);
      const end = Math.min(first + LEAD_SENTENCES, this.firstPassage(article + 1));
      for (let passage = first; passage < end; passage++) lead += this.#sentenceScores.of(passage);
      this.#articleScores.add(article, BEST_SENTENCE_SHARE * (best[article] ?? 0) + LEAD_SHARE * lead);
      best[article] = 0;
    }
  }
}

interface ArticleWords {
  readonly title: readonly Token[];
  /** A list a sentence. */
  readonly lines: readonly (readonly Token[])[];
  readonly problem: Problem | null;
}

/** The words of an article's title and sentences; none when a fault of ours keeps them from being read, and the rest still serves. */
function readWords(article: Article, terms: TermOf): ArticleWords {
  try {
    const title = analyze(article.title, false, terms);
    const lines = article.sentences.map(({ start, end }) => analyze(article.text.slice(start, end), false, terms));
    return { title, lines, problem: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `It could not be indexed and is in no answer: ${reason}.`;
    return { title: [], lines: [], problem: { file: article.file ?? article.id, line: null, message } };
  }
}

/** Keeps the best of a long stream: a binary heap with the worst kept on top. Ties go to the earlier item. */
class TopList {
  readonly #limit: number;
  readonly #heap: { item: number; score: number }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(item: number, score: number): void {
    const heap = this.#heap;
    const worst = heap[0];
    if (heap.length >= this.#limit) {
      // Nearly every item of a long stream ends here, so that nothing is made for it.
      if (!worst || score < worst.score || !isBetter({ item, score }, worst)) return;
      heap[0] = { item, score };
      this.#sink();
      return;
    }
    heap.push({ item, score });
    this.#rise();
  }

  #rise(): void {
    let at = this.#heap.length - 1;
    while (at > 0 && this.#swapIfWorse(at, (at - 1) >> 1)) at = (at - 1) >> 1;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const a = this.#heap[left];
      if (!a) return;
      const b = this.#heap[left + 1];
      const worse = b && isBetter(a, b) ? left + 1 : left;
      if (!this.#swapIfWorse(worse, at)) return;
      at = worse;
    }
  }

  /** Moves the entry at `child` above the one at `parent` when it is worse. */
  #swapIfWorse(child: number, parent: number): boolean {
    const a = this.#heap[child];
    const b = this.#heap[parent];
    if (!a || !b || !isBetter(b, a)) return false;
    this.#heap[parent] = a;
    this.#heap[child] = b;
    return true;
  }

  /** Best first. */
  take(): number[] {
    return [...this.#heap].sort((a, b) => (isBetter(a, b) ? -1 : 1)).map((entry) => entry.item);
  }
}

function isBetter(a: { item: number; score: number }, b: { item: number; score: number }): boolean {
  return a.score > b.score || (a.score === b.score && a.item < b.item);
}
