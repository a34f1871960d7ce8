import { z } from 'zod';
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
/** What is read of a wrong answer, to say in the log. */
const EXCERPT_LENGTH = 200;

/** Sixteen vectors of 4,096 numbers, each with its twenty characters, are a sixth of it; what is longer is no answer. */
const MAX_BYTES = 8_000_000;

/** https://platform.openai.com/docs/api-reference/embeddings/object; what else it holds is not needed. */
const RESPONSE = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** Encodes sentences by a model that runs elsewhere. Any trouble is a rejected promise; `RestingScorer` deals with it. */
export class RemoteEncoder {
  readonly name: string;
  readonly #url: URL;
  readonly #model: string;
  readonly #key: string | null;
  readonly #timeoutMs: number;
  readonly #cache = new LruCache<Float32Array>(CACHE_SIZE);
  /** 0 until the first vector has come. */
  #dimensions = 0;

  /** @throws TypeError for a URL that is none; @throws Error for one with a password in it, which would end up in logs */
  constructor({ url, model, key, timeoutMs = TIMEOUT_MS }: RemoteOptions) {
    this.#url = new URL(url);
    if (this.#url.username || this.#url.password) {
      throw new Error('EMBEDDINGS_URL must not hold a name or password: put the key into EMBEDDINGS_KEY.');
    }
    this.#model = model;
    this.#key = key;
    this.#timeoutMs = timeoutMs;
    this.name = `${model} at ${this.#url.host}`;
  }

  /** @throws Error, in a sentence fit for a log, when the endpoint is slow, down, or answers nonsense */
  async encode(texts: readonly string[]): Promise<readonly SentenceVector[]> {
    // A timer of our own: that of `AbortSignal.timeout` goes when nothing but a request holds the signal and memory is tidied.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.#timeoutMs);
    try {
      return await this.#encodeAll(texts, stop.signal);
    } finally {
      clearTimeout(timer);
    }
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
    const response = await this.#post(batch, deadline);
    const text = await this.#within(deadline, readBody(response));
    if (!response.ok) throw new Error(`${this.name} answered ${response.status}: ${this.#excerpt(text)}`);
    return this.#read(text, batch.length);
  }

  #post(batch: readonly string[], deadline: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (this.#key !== null) headers.authorization = `Bearer ${this.#key}`;
    const body = JSON.stringify({ model: this.#model, input: batch, encoding_format: 'float' });
    // A redirect would carry the articles' text to a host that the owner did not name.
    return this.#within(
      deadline,
      fetch(this.#url, { method: 'POST', headers, body, signal: deadline, redirect: 'error' }),
    );
  }

  async #within<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof TooLong) throw new Error(`${this.name} answered more than ${MAX_BYTES / 1e6} MB`);
      if (deadline.aborted) throw new Error(`${this.name} took longer than ${this.#timeoutMs} ms`);
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new Error(`${this.name} can't be reached: ${this.#excerpt(String(cause))}`);
    }
  }

  #read(text: string, expected: number): readonly SentenceVector[] {
    const parsed = RESPONSE.safeParse(parseJson(text));
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

  /** A short piece of what a server said, without the key should it have sent that back. */
  #excerpt(text: string): string {
    const safe = this.#key === null ? text : text.replaceAll(this.#key, '…');
    return safe.replace(/\s+/g, ' ').slice(0, EXCERPT_LENGTH);
  }
}

/** The body is longer than any answer. */
class TooLong extends Error {}

/** The body as text. @throws TooLong, with the rest left unread */
async function readBody({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream, and with it the request.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
