import { Worker } from 'node:worker_threads';
import { CrossEncoder } from './crossEncoder.js';
import type { PlacedWeights } from './placedWeights.js';
import { type SharedJob, shareJob, workOff } from './sharedJob.js';
import type { PiecePair } from './wordPieces.js';

/** WebAssembly runs slowly until it has been compiled anew, which some work sets off: better before the first question. */
const WARM_UP_RUNS = 3;
/** Fewer pieces are not shared: twice 10 take 7 ms in one thread and in two, twice 20 take 14 and 9. */
const FEWEST_PIECES = 40;

interface HelpedJob {
  resolve(inTime: boolean): void;
  reject(error: Error): void;
}

/** A second thread over the same weights. It keeps no process alive unless somebody waits for it. */
class Helper {
  readonly #worker: Worker;
  /** In the order in which the thread answers. */
  readonly #jobs: HelpedJob[] = [];
  #ended = false;

  constructor(script: string | URL, placed: PlacedWeights) {
    this.#worker = new Worker(script, { workerData: placed, execArgv: [], env: {} });
    this.#worker.on('message', (inTime: boolean) => {
      this.#jobs.shift()?.resolve(inTime);
      if (this.#jobs.length === 0) this.#worker.unref();
    });
    // What it was is of no use: the end follows, and nothing is missing without a helper.
    this.#worker.on('error', () => {});
    this.#worker.on('exit', () => {
      this.#ended = true;
      for (const { reject } of this.#jobs.splice(0)) reject(new Error('the helper has ended'));
    });
    this.#worker.unref();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** @returns as {@link workOff} does; rejected when the thread ends before */
  workOff(job: SharedJob): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(job);
    });
  }
}

/** @returns null where the system refuses another thread */
function startHelper(script: string | URL, placed: PlacedWeights): Helper | null {
  try {
    return new Helper(script, placed);
  } catch {
    return null;
  }
}

/**
 * A cross-encoder that works in two threads, or in this one alone: without a helper, and once it has crashed. The scores are the
 * same, as a pair's does not depend on what it is computed with.
 */
export class HelpedEncoder {
  readonly #own: CrossEncoder;
  readonly #helper: Helper | null;

  /** @param script what the helper runs, `readerHelper.js`; null for no helper */
  constructor(placed: PlacedWeights, script: string | URL | null) {
    this.#own = new CrossEncoder(placed);
    this.#helper = script === null ? null : startHelper(script, placed);
  }

  /** Has each thread score these pairs. The kernel's code is one for both, so that the second need not have it compiled again. */
  async warmUp(pairs: readonly PiecePair[]): Promise<void> {
    const helped = this.#helper?.workOff(shareJob(pairs, Number.POSITIVE_INFINITY)).catch(() => false);
    for (let run = 0; run < WARM_UP_RUNS; run++) this.#own.score(pairs);
    await helped;
  }

  /**
   * To be asked one thing after another: while it waits for its helper, this thread takes up nothing else.
   * @param pairs none longer than the reader has positions
   * @param deadline in milliseconds since 1970, after which the work is given up
   * @returns one logit a pair, in their order; null when given up
   */
  async score(pairs: readonly PiecePair[], deadline: number): Promise<number[] | null> {
    const alone = () => this.#own.score(pairs, () => Date.now() < deadline);
    const pieces = pairs.reduce((sum, { ids }) => sum + ids.length, 0);
    if (!this.#helper || this.#helper.ended || pairs.length < 2 || pieces < FEWEST_PIECES) return alone();
    const job = shareJob(pairs, deadline);
    const helped = this.#helper.workOff(job).catch(() => null);
    const inTime = workOff(job, this.#own);
    const helpedInTime = await helped;
    if (helpedInTime === null) return alone();
    return inTime && helpedInTime ? [...job.scores] : null;
  }
}
