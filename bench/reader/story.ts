/** A few articles on one event, each line with a name to write of it: `2.7` is the seventh of the second article. */
import { chooseRun } from '../../src/answers/excerpt.js';
import type { Findings } from '../../src/answers/findings.js';
import { textOfRun } from '../../src/answers/fit/run.js';
import { Responder } from '../../src/answers/responder.js';
import type { Knowledge } from '../../src/search/lexicon.js';
import type { Passages } from '../../src/search/searchedCorpus.js';
import { articleOf, type Row } from './topics.js';

/** Lines of an article that have a name: who writes questions reads no more. */
const LINES = 26;

export class Story {
  readonly #responder: Responder;
  readonly #index: Passages;
  readonly #passages = new Map<string, number>();
  readonly #names = new Map<number, string>();
  /** What was found for the question that was asked last. */
  #last: { readonly question: string; readonly findings: Findings } | null = null;

  constructor(rows: readonly Row[], knowledge: Knowledge) {
    this.#responder = new Responder(rows.map(articleOf), undefined, knowledge);
    this.#index = this.#responder.index;
    const places = new Map(rows.map(({ id }, i) => [id, i + 1]));
    for (const number of this.#index.articles.keys()) {
      const first = this.#index.firstPassage(number);
      const end = Math.min(first + LINES, this.#index.firstPassage(number + 1));
      for (let passage = first; passage < end; passage++) {
        const name = `${places.get(this.#index.article(passage).id)}.${passage - first + 1}`;
        this.#passages.set(name, passage);
        this.#names.set(passage, name);
      }
    }
  }

  /** Every line that has a name, in their order. */
  get names(): string[] {
    return [...this.#passages.keys()];
  }

  /** @returns undefined where no line has that name */
  line(name: string): string | undefined {
    const passage = this.#passages.get(name);
    return passage === undefined ? undefined : this.#index.text(passage);
  }

  /**
   * The names of those among the product's best lines for a question that have one, best first, by words; none where it asks for the whole.
   * @throws RequestError as `ask`
   */
  found(question: string, many: number): string[] {
    const { ranked, reading } = this.#find(question);
    if (reading.question.overview) return [];
    return ranked.slice(0, many).flatMap(({ passage }) => this.#names.get(passage) ?? []);
  }

  /**
   * A line with those that it would be shown with for a question.
   * @param without lines that must not be among them
   * @returns '' where it is shown alone, or with one of those
   * @throws RequestError as `ask`
   */
  shown(question: string, name: string, without: readonly string[]): string {
    const passage = this.#passages.get(name);
    if (passage === undefined) return '';
    const { reading } = this.#find(question);
    const run = chooseRun(passage, reading);
    const others = Array.from({ length: run.last - run.first + 1 }, (_, i) => this.#names.get(run.first + i));
    if (others.length === 1 || without.some((other) => others.includes(other))) return '';
    return textOfRun(run, reading);
  }

  #find(question: string): Findings {
    if (this.#last?.question !== question) this.#last = { question, findings: this.#responder.find(question, 1) };
    return this.#last.findings;
  }
}
