import { z } from 'zod';
import { JsonEndpoint } from '../jsonEndpoint.js';
import { LruCache } from '../lruCache.js';
import { type SentenceVector, toUnit } from './sentenceVector.js';

/** An endpoint that speaks OpenAI's `/v1/embeddings`: Ollama's, llama.cpp's, OpenAI's own. */
export interface RemoteOptions {
  /** The whole address: "http://localhost:11434/v1/embeddings". */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token, and nowhere else: never in an error, never in a log. */
  readonly key: string | null;
  /** For tests; how long one call of `encode` may take in all. */
  readonly timeoutMs?: number;
}

/** An answer may take this long for meaning's sake; Discord's own limit is 3 s. */
const TIMEOUT_MS = 1_500;
/**
 * Texts in one request. Small enough that on a slow machine some batches arrive before the time is out; these are kept,
 * and the next question needs fewer.
 */
const BATCH = 16;
/** Vectors kept, in memory only and so gone after a restart: 4 KB each at 1,024 dimensions, 80 MB at most. */
const CACHE_SIZE = 20_000;
/** Sixteen vectors of 4,096 numbers, each with its twenty characters, are a sixth of it; what is longer is no answer. */
const MAX_BYTES = 8_000_000;

/** https://platform.openai.com/docs/api-reference/embeddings/object; what else it holds is not needed. */
const RESPONSE = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** Encodes sentences by a model that runs elsewhere. Any trouble is a rejected promise; `RestingScorer` deals with it. */
export class RemoteEncoder {
  readonly name: string;
  readonly #endpoint: JsonEndpoint;
  readonly #model: string;
  readonly #cache = new LruCache<Float32Array>(CACHE_SIZE);
  /** 0 until the first vector has come. */
  #dimensions = 0;

  /** @throws as `JsonEndpoint`'s constructor, for a URL that can't be used */
  constructor({ url, model, key, timeoutMs = TIMEOUT_MS }: RemoteOptions) {
    this.#endpoint = new JsonEndpoint({ url, model, key }, { timeoutMs, maxBytes: MAX_BYTES });
    this.#model = model;
    this.name = this.#endpoint.name;
  }

  /** @throws Error, in a sentence fit for a log, when the endpoint is slow, down, or answers nonsense */
  encode(texts: readonly string[]): Promise<readonly SentenceVector[]> {
    return this.#endpoint.withDeadline((deadline) => this.#encodeAll(texts, deadline));
  }

  async #encodeAll(texts: readonly string[], deadline: AbortSignal): Promise<readonly SentenceVector[]> {
    const vectors = new Map<string, Float32Array>();
    const missing: string[] = [];
    for (const text of new Set(texts)) {
      const known = this.#cache.get(text);
      if (known) vectors.set(text, known);
      else missing.push(text);
    }
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const encoded = await this.#request(batch, deadline);
      batch.forEach((text, i) => {
        const vector = encoded[i];
        if (!vector) return;
        vectors.set(text, vector);
        this.#cache.set(text, vector);
      });
    }
    return texts.map((text) => vectors.get(text) ?? null);
  }

  /** @returns a vector a text, null for one that the model gives no direction */
  async #request(batch: readonly string[], deadline: AbortSignal): Promise<readonly SentenceVector[]> {
    const request = { model: this.#model, input: batch, encoding_format: 'float' };
    return this.#read(await this.#endpoint.post(request, deadline), batch.length);
  }

  #read(answer: unknown, expected: number): readonly SentenceVector[] {
    const parsed = RESPONSE.safeParse(answer);
    if (!parsed.success) throw new Error(`${this.name} answered something that is no list of embeddings`);
    const vectors: SentenceVector[] = Array.from({ length: expected }, () => null);
    const seen = new Set<number>();
    for (const { index, embedding } of parsed.data.data) {
      this.#checkDimensions(embedding.length);
      seen.add(index);
      vectors[index] = toUnit(Float32Array.from(embedding));
    }
    if (seen.size !== expected || vectors.length !== expected) {
      throw new Error(`${this.name} answered ${seen.size} embeddings for ${expected} texts`);
    }
    return vectors;
  }

  /** Another length is another model: what is cached can't be compared with it. */
  #checkDimensions(length: number): void {
    const before = this.#dimensions;
    this.#dimensions = length;
    if (before === 0 || before === length) return;
    this.#cache.clear();
    throw new Error(`${this.name} answered vectors of ${length} dimensions, and of ${before} before`);
  }
}
