import type { Problem } from '../corpus/article.js';
import type { Token } from '../english/analyzer.js';
import type { Steps } from '../steps.js';
import {
  type Columns,
  type Form,
  FormTable,
  ForwardIndex,
  ForwardIndexBuilder,
  type IndexedToken,
  type TokenRun,
} from './forwardIndex.js';
import type { InvertedIndex } from './invertedIndex.js';
import { InvertedIndexBuilder } from './invertedIndexBuilder.js';

/** A title's words count this many times in its article. */
export const TITLE_REPEATS = 3;

/** What is read of a corpus for its index. */
export interface PassageContents {
  readonly sentences: InvertedIndex;
  readonly articleTerms: InvertedIndex;
  readonly forms: readonly Form[];
  readonly problems: readonly Problem[];
  readonly sentenceTokens: ForwardIndex;
  readonly titleTokens: ForwardIndex;
  /** First passage of each article; one more at the end. */
  readonly firstPassage: Uint32Array;
}

/** The words of an article. */
export interface ArticleWords {
  readonly title: readonly Token[];
  /** A list a sentence. */
  readonly lines: readonly (readonly Token[])[];
  readonly problem: Problem | null;
}

/** The words of some articles, as they are sent between threads: each article's title is a document, and each of its sentences after it. */
export interface AnalysedArticles {
  /** Every form that is in them and was in none sent before, in the order in which they are met: surface and term, one after the other. */
  readonly forms: readonly string[];
  /** Sentences of each article. */
  readonly sentences: Uint32Array;
  /** Where each document's tokens begin; one more at the end. Forms are numbered as they were sent. */
  readonly offsets: Uint32Array;
  readonly columns: Columns;
  /** The few documents that the columns are too narrow for. */
  readonly oversized: ReadonlyMap<number, readonly IndexedToken[]>;
  readonly problems: readonly Problem[];
}

/** The forms that one who analyses articles has sent, by the numbers that they have there. */
export interface SentForms {
  readonly forms: Form[];
  /** Their numbers here. */
  readonly numbers: number[];
}

/** Collects the words of articles, one after another. */
export class PassageContentsBuilder {
  readonly #sentences = new InvertedIndexBuilder();
  readonly #whole = new InvertedIndexBuilder();
  readonly #table = new FormTable();
  readonly #sentenceTokens = new ForwardIndexBuilder(this.#table);
  readonly #titleTokens = new ForwardIndexBuilder(this.#table);
  readonly #problems: Problem[] = [];
  readonly #firstPassage: Uint32Array;
  #articles = 0;
  #passages = 0;

  /** @param articles how many there will be */
  constructor(articles: number) {
    this.#firstPassage = new Uint32Array(articles + 1);
  }

  add({ title, lines, problem }: ArticleWords): void {
    if (problem) this.#problems.push(problem);
    const table = this.#table;
    const titleForms = table.addAll(title);
    this.#titleTokens.add(title, titleForms);
    const all = repeated(title).flat();
    const allForms = repeated(titleForms).flat();
    for (const tokens of lines) {
      const forms = table.addAll(tokens);
      this.#sentences.add(tokens, forms);
      this.#sentenceTokens.add(tokens, forms);
      for (const token of tokens) all.push(token);
      for (const form of forms) allForms.push(form);
    }
    this.#whole.add(all, allForms);
    this.#end(lines.length);
  }

  /**
   * Adds articles that were analysed elsewhere, to the same numbers; an article a step.
   * @param sent the forms that came from there before, to which those that came with these are added
   */
  *addAnalysed(analysed: AnalysedArticles, sent: SentForms): Steps<void> {
    const { offsets, columns, oversized } = analysed;
    const { forms, numbers } = sent;
    for (const form of formsOf(analysed)) {
      forms.push(form);
      numbers.push(this.#table.add(form));
    }
    const tokens = new ForwardIndex(forms, { offsets, columns, oversized });
    const runOf = (document: number): TokenRun => ({
      columns,
      numbers,
      from: offsets[document] ?? 0,
      to: offsets[document + 1] ?? 0,
    });
    for (const problem of analysed.problems) this.#problems.push(problem);
    let document = 0;
    for (const sentences of analysed.sentences) {
      const documents = Array.from({ length: 1 + sentences }, (_, i) => document + i);
      if (documents.some((one) => oversized.has(one))) {
        const [title = [], ...lines] = documents.map((one) => tokens.tokens(one));
        this.add({ title, lines, problem: null });
      } else this.#addRuns(documents.map(runOf));
      document += documents.length;
      yield;
    }
  }

  #addRuns(runs: readonly TokenRun[]): void {
    const { forms } = this.#table;
    const [title, ...lines] = runs;
    if (!title) return;
    this.#titleTokens.addRun(title);
    for (const line of lines) {
      this.#sentences.addRuns([line], forms);
      this.#sentenceTokens.addRun(line);
    }
    this.#whole.addRuns([...repeated(title), ...lines], forms);
    this.#end(lines.length);
  }

  #end(sentences: number): void {
    this.#passages += sentences;
    this.#articles++;
    this.#firstPassage[this.#articles] = this.#passages;
  }

  *buildInSteps(): Steps<PassageContents> {
    return {
      sentences: yield* this.#sentences.buildInSteps(),
      articleTerms: yield* this.#whole.buildInSteps(),
      forms: this.#table.forms,
      problems: this.#problems,
      sentenceTokens: yield* this.#sentenceTokens.buildInSteps(),
      titleTokens: yield* this.#titleTokens.buildInSteps(),
      firstPassage: this.#firstPassage,
    };
  }
}

function repeated<T>(title: T): T[] {
  return Array.from({ length: TITLE_REPEATS }, () => title);
}

function formsOf({ forms }: AnalysedArticles): Form[] {
  const all: Form[] = [];
  for (let i = 0; i < forms.length; i += 2) all.push({ surface: forms[i] ?? '', term: forms[i + 1] ?? '' });
  return all;
}
