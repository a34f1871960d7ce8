import { Worker } from 'node:worker_threads';
import { builtModule } from '../../../projectFolder.js';
import { FileError, GivenUpError } from '../fileError.js';
import type { DocumentFormat, Extracted, Extraction, ExtractionJob, ExtractionReport } from './extracted.js';

/** What one document may take. */
export interface ExtractionLimits {
  readonly milliseconds: number;
  /** Of the parser's own memory. */
  readonly megabytes: number;
}

const LIMITS: ExtractionLimits = { milliseconds: 10_000, megabytes: 256 };
/** Buffers do not count for a worker's own limit, so what the whole process grows by is looked at, so often. */
const LOOK_EVERY_MS = 100;
const BYTES_A_MEGABYTE = 1e6;

const SCRIPT = 'src/corpus/readers/extraction/extractionWorker.js';

/**
 * Takes articles out of documents in a thread of its own, one document after another, so that none can stop or crash what reads
 * the others: one that takes too long or too much memory is given up with its thread, and the next gets a new one.
 */
export class ExtractionThread implements Extraction {
  readonly #limits: ExtractionLimits;
  readonly #script: string;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: ExtractionLimits = LIMITS, script: string = builtModule(SCRIPT)) {
    this.#limits = limits;
    this.#script = script;
  }

  extract(format: DocumentFormat, bytes: Uint8Array): Promise<Extracted> {
    const done = this.#last.then(() => this.#run({ format, bytes }));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Ends the thread once what it was asked for is done: for one of several that share it. */
  async rest(): Promise<void> {
    const rested = this.#last.then(() => this.close());
    this.#last = rested;
    await rested;
  }

  /** Ends the thread; a later document starts a new one. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #run(job: ExtractionJob): Promise<Extracted> {
    const { milliseconds, megabytes } = this.#limits;
    const worker = this.#started();
    return new Promise((resolve, reject) => {
      const before = process.memoryUsage.rss();
      const end = (error: FileError): void => {
        leave();
        if (this.#worker === worker) this.#worker = null;
        void worker.terminate().then(() => reject(error));
      };
      const giveUp = (sentence: string): void => end(new GivenUpError(sentence));
      const tooMuch = `It takes more than ${megabytes} MB of memory to read and was given up; split it or save it as text.`;
      const timer = setTimeout(() => {
        giveUp(`It takes longer than ${milliseconds / 1_000} s to read and was given up; split it or save it as text.`);
      }, milliseconds);
      const look = setInterval(() => {
        if (process.memoryUsage.rss() - before > megabytes * BYTES_A_MEGABYTE) giveUp(tooMuch);
      }, LOOK_EVERY_MS);
      const onMessage = (report: ExtractionReport): void => {
        leave();
        if ('extracted' in report) resolve(report.extracted);
        else reject(new FileError(report.refusal));
      };
      const onError = (error: unknown): void => {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        const reason = error instanceof Error ? error.message : String(error);
        if (code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp(tooMuch);
        else end(new FileError(`It stops the parser (${reason}); save it as text.`));
      };
      const onExit = (): void => end(new FileError('It stops the parser; save it as text.'));
      const leave = (): void => {
        clearTimeout(timer);
        clearInterval(look);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(job);
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    // Without the process's own flags, some of which, such as --input-type, a worker refuses; and without its secrets.
    const worker = new Worker(this.#script, {
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    // What goes wrong after a document was given up is nobody's any more, and must not end the process.
    worker.on('error', () => undefined);
    // What a parser prints is for nobody, and is not kept.
    worker.stdout.resume();
    worker.stderr.resume();
    this.#worker = worker;
    return worker;
  }
}
