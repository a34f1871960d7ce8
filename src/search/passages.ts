import type { Article, Problem, Sentence } from '../corpus/article.js';
import { analyze, rememberTerms, type TermOf } from '../english/analyzer.js';
import { finish, type Steps } from '../steps.js';
import { type Candidate, CandidateSearch, type WeightedTerm } from './candidates.js';
import { type ClosePassage, ClosestSearch } from './closest.js';
import type { Form, ForwardIndex, IndexedToken } from './forwardIndex.js';
import type { InvertedIndex } from './invertedIndex.js';
import { type ArticleWords, type PassageContents, PassageContentsBuilder } from './passageContents.js';
import { type NameUses, nameUsesIn, type Passages } from './searchedCorpus.js';

/**
 * Reads the words of a corpus, an article a step.
 * @param wordsOf gives an article's words, where they were read before
 */
export function* readPassages(
  articles: readonly Article[],
  wordsOf: (article: Article, terms: TermOf) => ArticleWords = readWords,
): Steps<PassageContents> {
  const builder = new PassageContentsBuilder(articles.length);
  const terms = rememberTerms();
  for (const article of articles) {
    builder.add(wordsOf(article, terms));
    yield;
  }
  return yield* builder.buildInSteps();
}

/** Every sentence of a corpus, indexed, with its article as the weaker field around it. */
export class PassageIndex implements Passages {
  readonly articles: readonly Article[];
  readonly contents: PassageContents;
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
  /** The number of each passage's article. */
  readonly #articleOf: Uint32Array;
  readonly #search: CandidateSearch;
  readonly #closest: ClosestSearch;

  /** @param contents what {@link readPassages} reads of the articles: in steps, for who cannot wait */
  constructor(articles: readonly Article[], contents: PassageContents = finish(readPassages(articles))) {
    const { sentences, articleTerms, forms, problems, sentenceTokens, titleTokens, firstPassage } = contents;
    this.articles = articles;
    this.contents = contents;
    this.sentences = sentences;
    this.articleTerms = articleTerms;
    this.forms = forms;
    this.problems = problems;
    this.#sentenceTokens = sentenceTokens;
    this.#titleTokens = titleTokens;
    this.#firstPassage = firstPassage;
    const articleOf = new Uint32Array(firstPassage.at(-1) ?? 0);
    for (let number = 0; number < articles.length; number++)
      articleOf.fill(number, firstPassage[number], firstPassage[number + 1]);
    this.#articleOf = articleOf;
    this.#search = new CandidateSearch({ sentences, articleTerms, firstPassage });
    this.#closest = new ClosestSearch(this.sentences, this.size);
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

  /** How a term stands as a name in the first sentences that hold it. */
  nameUses(term: string, sentences: number): NameUses {
    return nameUsesIn(
      term,
      Array.from(this.sentences.documentsOf(term, sentences), (passage) =>
        this.#sentenceTokens.tokensOfTerm(passage, term),
      ),
    );
  }

  /** All of it is in memory. */
  hold(): void {}

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
    return this.#search.find(terms, limit, allowed, evenWithout);
  }

  /** The passages that share most with the terms themselves, whatever else is in their articles, best first. */
  closest(terms: readonly WeightedTerm[], limit: number): ClosePassage[] {
    return this.#closest.find(terms, limit);
  }
}

/** The words of an article's title and sentences; none when a fault of ours keeps them from being read, and the rest still serves. */
export function readWords(article: Article, terms: TermOf): ArticleWords {
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
