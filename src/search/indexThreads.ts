import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Article } from '../corpus/article.js';
import { builtModule } from '../projectFolder.js';
import { finishInSlices } from '../steps.js';
import {
  type AnalysedArticles,
  type PassageContents,
  PassageContentsBuilder,
  type SentForms,
} from './passageContents.js';
import { packArticles } from './snapshot/packedArticles.js';

/** Fewer are read sooner than threads are there. */
export const THREADS_FROM = 500;
/** Articles sent at one time: what comes back takes this thread a few milliseconds. */
const BATCH = 50;
/** So many batches are on their way to each thread, that none waits. */
const AHEAD = 2;
/** Putting together what they send keeps one thread busy that has so many others. */
const MOST_THREADS = 8;

/**
 * Reads the words of a corpus in threads, so that all of the machine's processors do, and whoever asks something meanwhile hardly waits.
 * @returns what `readPassages` gives, to the byte
 * @throws the signal's reason once it is aborted, or an Error when a thread ends too soon
 */
export async function readPassagesInThreads(
  articles: readonly Article[],
  signal: AbortSignal | undefined,
  script: string = builtModule('src/search/analysisWorker.js'),
): Promise<PassageContents> {
  signal?.throwIfAborted();
  const threads = Array.from(
    { length: Math.min(availableParallelism(), MOST_THREADS) },
    () => new AnalysisThread(script),
  );
  const batches = Math.ceil(articles.length / BATCH);
  const builder = new PassageContentsBuilder(articles.length);
  try {
    for (let batch = 0, sent = 0; batch < batches; batch++) {
      for (; sent < Math.min(batches, batch + AHEAD * threads.length); sent++)
        threads[sent % threads.length]?.send(articles.slice(sent * BATCH, (sent + 1) * BATCH));
      // Each thread answers in the order in which it was asked.
      const thread = threads[batch % threads.length];
      const analysed = await thread?.next();
      if (thread && analysed) await finishInSlices(builder.addAnalysed(analysed, thread.sent), signal);
    }
    return await finishInSlices(builder.buildInSteps(), signal);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** A thread that analyses articles. */
class AnalysisThread {
  readonly #worker: Worker;
  readonly #ended: Promise<never>;
  readonly #arrived: AnalysedArticles[] = [];
  readonly sent: SentForms = { forms: [], numbers: [] };
  #notify: () => void = () => {};

  constructor(script: string) {
    // Without the process's own flags, some of which a worker refuses, and without its secrets.
    this.#worker = new Worker(script, { execArgv: [], env: {} });
    this.#ended = once(this.#worker, 'exit').then(() => {
      throw new Error('A thread that reads the articles has ended.');
    });
    // It may end when nobody waits for it any more.
    this.#ended.catch(() => undefined);
    this.#worker.on('message', (analysed: AnalysedArticles) => {
      this.#arrived.push(analysed);
      this.#notify();
    });
  }

  send(articles: readonly Article[]): void {
    this.#worker.postMessage(packArticles(articles));
  }

  /** What comes back next. @throws Error when the thread has ended */
  async next(): Promise<AnalysedArticles> {
    for (;;) {
      const analysed = this.#arrived.shift();
      if (analysed) return analysed;
      const arrival = new Promise<void>((resolve) => {
        this.#notify = resolve;
      });
      await Promise.race([arrival, this.#ended]);
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
