/** A few articles on one event, each line with a name to write of it: `2.7` is the seventh of the second article. */
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
    const { ranked, reading } = this.#responder.find(question, 1);
    if (reading.question.overview) return [];
    return ranked.slice(0, many).flatMap(({ passage }) => this.#names.get(passage) ?? []);
  }
}
