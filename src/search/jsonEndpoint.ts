/** A server of an owner's that takes JSON and answers with JSON. */
export interface EndpointOptions {
  /** The whole address: "http://localhost:11434/v1/embeddings". */
  readonly url: string;
  /** What the server calls the model; null where it has but one. */
  readonly model: string | null;
  /** Sent as a bearer token, and nowhere else: never in an error, never in a log. */
  readonly key: string | null;
}

/** How far a server is trusted. */
export interface EndpointLimits {
  /** How long the work with one deadline may take in all, in milliseconds. */
  readonly timeoutMs: number;
  /** What is longer is no answer. */
  readonly maxBytes: number;
}

/** What is read of a wrong answer, to say in the log. */
const EXCERPT_LENGTH = 200;

/**
 * Sends JSON to one address and reads what comes back. Every error is a sentence fit for a log, without the key, that begins with the
 * endpoint's name. A redirect is never followed: it would carry the articles' text to a host that the owner did not name.
 */
export class JsonEndpoint {
  /** "nomic-embed-text at localhost:11434". */
  readonly name: string;
  readonly #url: URL;
  readonly #key: string | null;
  readonly #limits: EndpointLimits;

  /** @throws TypeError for a URL that is none; @throws Error for one with a password in it, which would end up in logs */
  constructor({ url, model, key }: EndpointOptions, limits: EndpointLimits) {
    this.#url = new URL(url);
    if (this.#url.username || this.#url.password) {
      throw new Error('The address of an endpoint must not hold a name or password: the key has a setting of its own.');
    }
    this.#key = key;
    this.#limits = limits;
    this.name = model === null ? this.#url.host : `${model} at ${this.#url.host}`;
  }

  /** Does work of one request or several, which have the time limit together. */
  async withDeadline<T>(work: (deadline: AbortSignal) => Promise<T>): Promise<T> {
    // A timer of our own: that of `AbortSignal.timeout` goes when nothing but a request holds the signal and memory is tidied.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.#limits.timeoutMs);
    try {
      return await work(stop.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @returns what was answered, of any shape; null for what is no JSON
   * @throws Error when the endpoint is slow, down, says too much or answers with another status than success
   */
  async post(body: unknown, deadline: AbortSignal): Promise<unknown> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (this.#key !== null) headers.authorization = `Bearer ${this.#key}`;
    const init = { method: 'POST', headers, body: JSON.stringify(body), signal: deadline, redirect: 'error' } as const;
    const response = await this.#within(deadline, fetch(this.#url, init));
    const text = await this.#within(deadline, readBody(response, this.#limits.maxBytes));
    if (!response.ok) {
      // What people asked belongs in no log, and some servers say back what they were sent.
      const reason = repeats(text, body) ? '' : `: ${this.#excerpt(text)}`;
      throw new Error(`${this.name} answered ${response.status}${reason}`);
    }
    return parseJson(text);
  }

  async #within<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      const { timeoutMs, maxBytes } = this.#limits;
      if (error instanceof TooLong) throw new Error(`${this.name} answered more than ${maxBytes / 1e6} MB`);
      if (deadline.aborted) throw new Error(`${this.name} took longer than ${timeoutMs} ms`);
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new Error(`${this.name} can't be reached: ${this.#excerpt(String(cause))}`);
    }
  }

  /** A short piece of what a server said, without the key should it have sent that back. */
  #excerpt(text: string): string {
    const safe = this.#key === null ? text : text.replaceAll(this.#key, '…');
    return safe.replace(/\s+/g, ' ').slice(0, EXCERPT_LENGTH);
  }
}

/** Whether a text has something in it that was sent, but for the model's name. */
function repeats(text: string, sent: unknown): boolean {
  if (typeof sent === 'string')
    return sent !== '' && [sent, JSON.stringify(sent).slice(1, -1)].some((one) => text.includes(one));
  if (typeof sent !== 'object' || sent === null) return false;
  return Object.entries(sent).some(([key, value]) => key !== 'model' && repeats(text, value));
}

/** The body is longer than any answer. */
class TooLong extends Error {}

/** The body as text. @throws TooLong, with the rest left unread */
async function readBody({ body }: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream, and with it the request.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLong();
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
