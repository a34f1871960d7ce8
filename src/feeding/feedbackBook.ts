import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { KeptFile } from './keptFile.js';

/** Articles whose counts are kept. */
const MOST_ARTICLES = 2_000;
/** Presses that are remembered, so that none is counted twice. */
const MOST_PRESSES = 10_000;

const COUNTS = z.object({ answers: z.number(), doesNot: z.number() });
/** How often readers said of lines of an article that they answer, and that they do not. */
export type FeedbackCounts = z.infer<typeof COUNTS>;

/**
 * What readers say of answers, counted by article. Who pressed is kept nowhere: a digest of message and reader, with a salt of this run's
 * own, stays in memory so that one reader counts once a message. After a restart they could count again.
 */
export class FeedbackBook {
  readonly #file: KeptFile<Record<string, FeedbackCounts>>;
  readonly #salt = randomBytes(16);
  readonly #presses = new Set<string>();

  /** @param corpus the corpus's folder */
  constructor(corpus: string) {
    this.#file = new KeptFile(corpus, 'feedback.json', z.record(z.string(), COUNTS), {});
  }

  /**
   * Counts a press.
   * @param presser names reader and message; it is not kept
   * @returns false when that reader was counted for that message already
   */
  async give(article: string, isAnswer: boolean, presser: string): Promise<boolean> {
    const press = createHash('sha256').update(this.#salt).update(presser).digest('base64');
    if (this.#presses.has(press)) return false;
    this.#presses.add(press);
    const [oldest] = this.#presses;
    if (oldest !== undefined && this.#presses.size > MOST_PRESSES) this.#presses.delete(oldest);
    await this.#file.change((all) => {
      const { [article]: known = { answers: 0, doesNot: 0 }, ...others } = all;
      const counts = isAnswer ? { ...known, answers: known.answers + 1 } : { ...known, doesNot: known.doesNot + 1 };
      const kept = Object.entries(others)
        .sort(byMostSaid)
        .slice(0, MOST_ARTICLES - 1);
      return Object.fromEntries([...kept, [article, counts]]);
    });
    return true;
  }

  /** By article, those first of which most was said. */
  async list(): Promise<[article: string, counts: FeedbackCounts][]> {
    return Object.entries(await this.#file.read()).sort(byMostSaid);
  }
}

function byMostSaid([, a]: [string, FeedbackCounts], [, b]: [string, FeedbackCounts]): number {
  return b.doesNot + b.answers - (a.doesNot + a.answers);
}
