import { z } from 'zod';
import { analyze } from '../english/analyzer.js';
import { KeptFile } from './keptFile.js';

/** Questions that are kept: as many as somebody looks through, and no more of what people wrote than that. */
const MOST_GAPS = 500;

const GAP = z.object({
  /** As it was asked first. */
  question: z.string(),
  count: z.number(),
  /** 'YYYY-MM-DD', in UTC, on which it was asked last. */
  lastDay: z.string(),
});
/** A question that the articles do not answer, and how often it was asked. */
export type Gap = z.infer<typeof GAP>;

/** What was asked and not answered, most often first: what the corpus lacks. Nothing says who asked, or where. */
export class GapBook {
  readonly #file: KeptFile<Gap[]>;
  readonly #now: () => Date;

  /** @param corpus the corpus's folder */
  constructor(corpus: string, now: () => Date = () => new Date()) {
    this.#file = new KeptFile(corpus, 'gaps.json', z.array(GAP), []);
    this.#now = now;
  }

  /** Counts a question, together with those that ask the same in other words of no weight. */
  note(question: string): Promise<void> {
    const key = keyOf(question);
    return this.#file.change((gaps) => {
      const known = gaps.find((gap) => keyOf(gap.question) === key);
      const lastDay = this.#now().toISOString().slice(0, 'YYYY-MM-DD'.length);
      const noted = { question: known?.question ?? question, count: (known?.count ?? 0) + 1, lastDay };
      const others = gaps.filter((gap) => gap !== known);
      // One that is new would be the least of all, and never be kept where all have more.
      return [...others.toSorted(byWeight).slice(0, MOST_GAPS - 1), noted].sort(byWeight);
    });
  }

  /** Most frequent first, of those the latest. */
  list(): Promise<Gap[]> {
    return this.#file.read();
  }
}

function byWeight(a: Gap, b: Gap): number {
  return b.count - a.count || b.lastDay.localeCompare(a.lastDay);
}

/** The same for questions of the same index terms, whatever their order. */
function keyOf(question: string): string {
  const terms = [...new Set(analyze(question).map(({ term }) => term))].sort();
  return terms.join(' ') || question.trim().toLowerCase();
}
