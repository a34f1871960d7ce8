/** Something that shall go wrong with a coming request. */
export interface Trouble {
  /** The HTTP status to answer with; without one the request is only slowed down. */
  readonly status?: number;
  /** Only requests with this method. */
  readonly method?: string;
  /** Only requests whose path below `/api/v10` matches. */
  readonly path?: RegExp;
  /** Seconds, for a 429. */
  readonly retryAfter?: number;
  /** The JSON error code; 0 unless told. */
  readonly code?: number;
  readonly message?: string;
  /** A page in HTML in place of Discord's JSON. */
  readonly page?: string;
  /** Of a 429: whether it is for everything and not for this route alone. */
  readonly isGlobal?: boolean;
  /** Milliseconds before anything else happens. */
  readonly delay?: number;
  /** Milliseconds from taking it to saying so. */
  readonly confirmAfter?: number;
  /** The connection ends without an answer, before the request was taken or after. */
  readonly cut?: 'before' | 'after';
  /** How many requests; 1 unless told. */
  readonly times?: number;
}

/** An answer that is given instead of the real one. */
export interface TroubledAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown> | string;
}

/** What a request meets: an answer instead of the real one, or something between the real one and whoever waits for it. */
export interface Met extends Pick<Trouble, 'confirmAfter' | 'cut'> {
  readonly answer: TroubledAnswer | null;
}

/** What was asked to go wrong and has not yet. */
export interface Troubles {
  add(trouble: Trouble): void;
  /** What goes wrong with this request, after the wait that was asked for; null when nothing does. */
  meet(method: string, path: string): Promise<Met | null>;
}

export function createTroubles(): Troubles {
  let waiting: { trouble: Trouble; left: number }[] = [];
  return {
    add: (trouble) => void waiting.push({ trouble, left: trouble.times ?? 1 }),
    meet: async (method, path) => {
      const met = waiting.find(
        ({ trouble }) => (trouble.method ?? method) === method && (trouble.path?.test(path) ?? true),
      );
      if (!met) return null;
      met.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      const { trouble } = met;
      if (trouble.delay) await new Promise((resolve) => setTimeout(resolve, trouble.delay));
      const { status, confirmAfter, cut } = trouble;
      const answer = status === undefined ? null : answerTo(trouble, status);
      return answer || confirmAfter || cut
        ? { answer, ...(confirmAfter && { confirmAfter }), ...(cut && { cut }) }
        : null;
    },
  };
}

function answerTo(trouble: Trouble, status: number): TroubledAnswer {
  if (trouble.page !== undefined) return { status, headers: { 'content-type': 'text/html' }, body: trouble.page };
  if (status !== 429) {
    const message = trouble.message ?? `${status}: trouble on demand`;
    return { status, headers: {}, body: { message, code: trouble.code ?? 0 } };
  }
  const retryAfter = trouble.retryAfter ?? 1;
  return {
    status,
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.now() / 1000 + retryAfter),
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-bucket': 'on-demand',
      'x-ratelimit-scope': trouble.isGlobal ? 'global' : 'user',
      ...(trouble.isGlobal && { 'x-ratelimit-global': 'true' }),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: trouble.isGlobal ?? false },
  };
}
