import type { Encoder, SentenceVector } from './encoder.js';

/** After a failure the first encoder is left alone for so long, lest every answer wait for its time-out. */
const REST_MS = 30_000;

/** Where an encoder's trouble is said. */
export interface EncoderLog {
  warn(message: string): void;
  info(message: string): void;
}

/**
 * An encoder that may fail, with one that can't behind it. A call is answered by one of the two as a whole, so its vectors can be
 * compared. Trouble is logged once when it begins, and once more when it is over.
 */
export class FallbackEncoder implements Encoder {
  readonly name: string;
  readonly #first: Encoder;
  readonly #second: Encoder;
  readonly #log: EncoderLog;
  readonly #now: () => number;
  #failing = false;
  #restUntil = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds from any start, for the pause after a failure */
  constructor(first: Encoder, second: Encoder, log: EncoderLog, now: () => number = () => performance.now()) {
    this.#first = first;
    this.#second = second;
    this.#log = log;
    this.#now = now;
    this.name = `${first.name}, else ${second.name}`;
  }

  async encode(texts: readonly string[]): Promise<readonly SentenceVector[]> {
    if (this.#now() < this.#restUntil) return this.#second.encode(texts);
    try {
      const vectors = await this.#first.encode(texts);
      if (this.#failing) this.#log.info(`Embeddings work again: ${this.#first.name}.`);
      this.#failing = false;
      return vectors;
    } catch (error) {
      this.#fail(error);
      return this.#second.encode(texts);
    }
  }

  #fail(error: unknown): void {
    this.#restUntil = this.#now() + REST_MS;
    if (this.#failing) return;
    this.#failing = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#log.warn(`Embeddings don't work, so ${this.#second.name} stands in: ${reason}`);
  }
}
