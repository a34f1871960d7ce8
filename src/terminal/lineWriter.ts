import { setTimeout as sleep } from 'node:timers/promises';

/** Takes bytes and says how many of them it wrote; calls back with what went wrong. Never throws. */
export type ByteSink = (bytes: Buffer, done: (error: Error | null, written: number) => void) => void;

export interface LineWriterOptions {
  readonly sink: ByteSink;
  /** The line that tells how many were dropped. */
  readonly describeLoss: (dropped: number) => string;
  /** Bytes that may wait. */
  readonly limit?: number;
  /** Milliseconds after which what failed is tried again. */
  readonly retryMs?: number;
}

/** Thousands of lines, and nothing beside an index. */
const LIMIT = 1_000_000;
const RETRY_MS = 1_000;
/** Bytes that are handed over at once. */
const BATCH = 64_000;

/**
 * Writes lines without ever waiting for who reads them, and without ever failing: while they cannot be written they wait, up to a
 * limit; beyond it they are dropped, and counted in a line once writing works again.
 */
export class LineWriter {
  readonly #options: Required<LineWriterOptions>;
  #waiting: Buffer[] = [];
  #bytes = 0;
  #dropped = 0;
  #isWriting = false;
  #retry: NodeJS.Timeout | null = null;

  constructor(options: LineWriterOptions) {
    this.#options = { limit: LIMIT, retryMs: RETRY_MS, ...options };
  }

  /** @param line with its line end */
  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#bytes + bytes.length > this.#options.limit) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    if (this.#retry === null) this.#pump();
  }

  /** Resolves when everything is written, or after so many milliseconds. */
  async flush(withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    while (this.#bytes > 0 && performance.now() < end) await sleep(FLUSH_STEP_MS);
  }

  #pump(): void {
    if (this.#isWriting || this.#waiting.length === 0) return;
    const batch = this.#nextBatch();
    this.#isWriting = true;
    this.#options.sink(batch, (error, written) => {
      this.#isWriting = false;
      this.#bytes -= written;
      if (written < batch.length) this.#waiting.unshift(batch.subarray(written));
      if (error) return this.#tryLater();
      this.#tellLoss();
      this.#pump();
    });
  }

  #nextBatch(): Buffer {
    let [count, size] = [0, 0];
    while (count < this.#waiting.length && (count === 0 || size < BATCH)) size += this.#waiting[count++]?.length ?? 0;
    return Buffer.concat(this.#waiting.splice(0, count));
  }

  #tryLater(): void {
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#pump();
    }, this.#options.retryMs).unref();
  }

  #tellLoss(): void {
    const dropped = this.#dropped;
    if (dropped === 0) return;
    this.#dropped = 0;
    this.write(this.#options.describeLoss(dropped));
  }
}

const FLUSH_STEP_MS = 10;
