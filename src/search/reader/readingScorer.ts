import { Worker } from 'node:worker_threads';
import { builtModule } from '../../projectFolder.js';
import type { CandidateScorer } from '../meaning/candidateScorer.js';
import type { ScorerLog } from '../meaning/restingScorer.js';
import type { ReaderJob, ReaderReport } from './readerMessages.js';
import type { HeadedCandidate } from './wordPieces.js';

/** An answer waits so long for the scores of a few lines, in milliseconds, three times at most (`answers/ranking/readBest.ts`) … */
const TIME_BUDGET_MS = 500;
/** … and so much longer while the reader is still being loaded, which only the first questions meet. */
const LOADING_BUDGET_MS = 2_000;
/** Jobs under way and waiting: one that comes when there are so many would be late anyhow. */
const LONGEST_QUEUE = 4;
/** A worker that ended unasked is started again so often. */
const RESTARTS = 1;

export interface ReaderOptions {
  /** Where it is said, once, that the reader can't be used. */
  readonly log: Pick<ScorerLog, 'warn'>;
  /** Milliseconds that scores are waited for; 500 unless told. */
  readonly timeBudget?: number;
  /** Milliseconds that it waits longer while the reader is being loaded; 2,000 unless told. */
  readonly loadingBudget?: number;
  /** Jobs under way and waiting before the next is turned away; 4 unless told. */
  readonly longestQueue?: number;
  /** The worker's script; `readerWorker.js` unless told. */
  readonly worker?: string | URL;
}

/** A question that waits, or one that was late and that the worker has not given up yet. */
interface OpenJob {
  settle(scores: readonly number[] | null): void;
  waits: boolean;
}

/**
 * A small cross-encoder that reads question and candidate together, in a worker of its own. It has no say, and never throws,
 * when its file can't be used, when it is late, and under load; what is wrong with it for good is logged once.
 */
export class ReadingScorer implements CandidateScorer {
  readonly name = 'the reader';
  readonly calibrated = true;
  readonly #file: string;
  readonly #options: Required<ReaderOptions>;
  readonly #jobs = new Map<number, OpenJob>();
  readonly #ready: Promise<boolean>;
  #tellReady: (ready: boolean) => void = () => {};
  #worker: Worker | null = null;
  #lastId = 0;
  #crashes = 0;
  #off = false;
  #loaded = false;

  /** @param file as `readerFile.ts` describes it */
  constructor(file: string, options: ReaderOptions) {
    this.#file = file;
    this.#ready = new Promise((resolve) => {
      this.#tellReady = resolve;
    });
    this.#options = {
      timeBudget: TIME_BUDGET_MS,
      loadingBudget: LOADING_BUDGET_MS,
      longestQueue: LONGEST_QUEUE,
      worker: builtModule('src/search/reader/readerWorker.js'),
      ...options,
    };
  }

  /**
   * Starts the worker, which loads the file in the background; without it the first question does. It keeps no process alive.
   * @returns whether it can be asked, once that is known
   */
  start(): Promise<boolean> {
    if (!this.#worker && !this.#off) this.#startWorker();
    return this.#ready;
  }

  /** @returns logits, one a candidate, any number; null past the time budget, under load and when the reader can't be used */
  async score(question: string, candidates: readonly (string | HeadedCandidate)[]): Promise<readonly number[] | null> {
    if (this.#off || this.#jobs.size >= this.#options.longestQueue) return null;
    if (candidates.length === 0) return [];
    const worker = this.#worker ?? this.#startWorker();
    if (!worker) return null;
    this.#lastId += 1;
    const id = this.#lastId;
    const { timeBudget, loadingBudget } = this.#options;
    const budget = this.#loaded ? timeBudget : timeBudget + loadingBudget;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(id, null), budget);
      const settle = (scores: readonly number[] | null) => {
        clearTimeout(timer);
        resolve(scores);
      };
      this.#jobs.set(id, { settle, waits: true });
      worker.ref();
      const job: ReaderJob = { id, question, candidates, deadline: Date.now() + budget };
      worker.postMessage(job);
    });
  }

  /** Ends the worker; questions that wait get null, as do all that come later. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#turnOff();
    await worker?.terminate();
  }

  /** @returns null where the system has no thread left */
  #startWorker(): Worker | null {
    let worker: Worker;
    try {
      // Without the process's own flags, some of which, such as --input-type, a worker refuses.
      worker = new Worker(this.#options.worker, { workerData: this.#file, execArgv: [] });
    } catch (error) {
      this.#giveUp(error instanceof Error ? error.message : String(error));
      return null;
    }
    let reason = 'it ended unasked';
    worker.on('message', (report: ReaderReport) => this.#take(report));
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      if (worker === this.#worker) this.#crash(reason);
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #take(report: ReaderReport): void {
    if (report.kind === 'ready') {
      this.#loaded = true;
      this.#tellReady(true);
    } else if (report.kind === 'unusable') this.#giveUp(report.reason);
    else {
      this.#settle(report.id, report.scores);
      this.#jobs.delete(report.id);
    }
  }

  /** Answers a question, once; its job stays in the queue until the worker is done with it. */
  #settle(id: number, scores: readonly number[] | null): void {
    const job = this.#jobs.get(id);
    if (!job?.waits) return;
    job.waits = false;
    job.settle(scores);
    if (![...this.#jobs.values()].some(({ waits }) => waits)) this.#worker?.unref();
  }

  #settleAll(): void {
    for (const id of this.#jobs.keys()) this.#settle(id, null);
    this.#jobs.clear();
  }

  #crash(reason: string): void {
    this.#crashes += 1;
    this.#worker = null;
    this.#loaded = false;
    this.#settleAll();
    if (this.#crashes > RESTARTS) this.#giveUp(reason);
    else this.#startWorker();
  }

  #giveUp(reason: string): void {
    this.#turnOff();
    this.#options.log.warn(`The reader (${this.#file}) can't be used: ${reason}. Answers are ranked without it.`);
  }

  #turnOff(): void {
    this.#off = true;
    this.#settleAll();
    this.#worker = null;
    this.#tellReady(false);
  }
}

/**
 * A reader from its file, to be closed at the end. Nothing is loaded before `start()` or the first question.
 * @param file the weights; `readerFile.ts` describes them
 */
export function openReader(file: string, options: ReaderOptions): ReadingScorer {
  return new ReadingScorer(file, options);
}
