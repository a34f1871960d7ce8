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
  /** The answer is as it would have been, but the connection ends before it is sent. */
  readonly isLost?: boolean;
  /** The connection ends before anything was done. */
  readonly isCut?: boolean;
  /** Milliseconds before anything else happens. */
  readonly delay?: number;
  /** How many requests; 1 unless told. */
  readonly times?: number;
}

/** An answer that is given instead of the real one. */
export interface TroubledAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown> | string;
}

/** What goes wrong with one request. */
export interface Met {
  /** The answer to give instead of the real one; null for the real one. */
  readonly answer: TroubledAnswer | null;
  readonly isLost?: boolean | undefined;
  readonly isCut?: boolean | undefined;
}

/** What was asked to go wrong and has not yet. */
export interface Troubles {
  add(trouble: Trouble): void;
  /** What goes wrong, after the wait that was asked for. */
  meet(method: string, path: string): Promise<Met>;
}

export function createTroubles(): Troubles {
  let waiting: { trouble: Trouble; left: number }[] = [];
  return {
    add: (trouble) => void waiting.push({ trouble, left: trouble.times ?? 1 }),
    meet: async (method, path) => {
      const met = waiting.find(
        ({ trouble }) => (trouble.method ?? method) === method && (trouble.path?.test(path) ?? true),
      );
      if (!met) return { answer: null };
      met.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      const { trouble } = met;
      if (trouble.delay) await new Promise((resolve) => setTimeout(resolve, trouble.delay));
      return {
        answer: trouble.status === undefined ? null : answerTo(trouble, trouble.status),
        isLost: trouble.isLost,
        isCut: trouble.isCut,
      };
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
      'x-ratelimit-scope': 'user',
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: false },
  };
}
