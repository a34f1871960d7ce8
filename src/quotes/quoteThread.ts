import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Article } from '../corpus/article.js';
import { builtModule } from '../projectFolder.js';
import { packArticles } from '../search/snapshot/packedArticles.js';
import type { ReadQuotes } from './extract.js';
import { withTexts } from './sentQuotes.js';

/** Fewer are read sooner than a thread is there. */
export const THREAD_FROM = 500;
/** Articles sent at one time: what comes back takes this thread a few milliseconds. */
const BATCH = 20;
/** So many batches are on their way, that the other thread never waits. */
const AHEAD = 2;

/**
 * Reads the quotes of articles in a thread of its own, so that nobody who asks something meanwhile waits for it.
 * @returns what `readQuotes` gives of each, in their order
 * @throws the signal's reason once it is aborted, or an Error when the thread ends too soon
 */
export async function readQuotesInThread(
  articles: readonly Article[],
  signal: AbortSignal,
  script: string = builtModule('src/quotes/quoteWorker.js'),
): Promise<ReadQuotes[]> {
  signal.throwIfAborted();
  // Without the process's own flags, some of which a worker refuses, and without its secrets.
  const worker = new Worker(script, { execArgv: [], env: {} });
  const ended = once(worker, 'exit').then(() => {
    throw new Error('The thread that reads the quotes has ended.');
  });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Either may come when nobody waits for it any more.
  ended.catch(() => undefined);
  stopped.catch(() => undefined);
  try {
    const answers = batchesOf(worker);
    const read: ReadQuotes[] = [];
    let sent = 0;
    while (read.length < articles.length) {
      while (sent < articles.length && sent < read.length + AHEAD * BATCH) {
        worker.postMessage(packArticles(articles.slice(sent, sent + BATCH)));
        sent += BATCH;
      }
      const batch = await Promise.race([answers.next(), ended, stopped]);
      for (const one of batch) {
        const article = articles[read.length];
        if (article) read.push(withTexts(one, article));
      }
    }
    return read;
  } finally {
    await worker.terminate();
  }
}

/** What the worker sends, one after another, whether it is waited for yet or not. */
function batchesOf(worker: Worker): { next(): Promise<ReadQuotes[]> } {
  const arrived: ReadQuotes[][] = [];
  let notify: () => void = () => {};
  worker.on('message', (batch: ReadQuotes[]) => {
    arrived.push(batch);
    notify();
  });
  return {
    async next() {
      for (;;) {
        const batch = arrived.shift();
        if (batch) return batch;
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
  };
}
