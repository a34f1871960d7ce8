import { REST } from 'discord.js';
import { codeOf } from './errors.js';

/** Of one try. */
const TIMEOUT_MS = 10_000;
/** Further tries of what failed on the way or with a 5xx. */
const RETRIES = 2;
/** A rate limit that lasts longer is not waited for in silence. */
const LONGEST_LIMIT_MS = 30_000;
/** A clock that goes back by more was set. */
const CLOCK_SET_MS = 1_000;
/** How undici calls a connection that the other side closed while it was idle. */
const CLOSED_BY_PEER = new Set<string | number>(['UND_ERR_SOCKET', 'EPIPE']);

export interface RestOptions {
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly retries?: number;
  /** Milliseconds for one try. */
  readonly timeout?: number;
}

/** Discord's REST API, over years: neither a single 401, a closed connection nor a clock that is set back stops it. */
export class LastingRest extends REST {
  #clock = clockOffset();

  constructor({ apiUrl, token, retries = RETRIES, timeout = TIMEOUT_MS }: RestOptions) {
    super({
      api: apiUrl,
      timeout,
      retries,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_LIMIT_MS,
    });
    const send = this.options.makeRequest;
    this.options.makeRequest = async (url, init) => {
      try {
        return await send(url, init);
      } catch (error) {
        throw asReset(error);
      }
    };
    this.setToken(token);
  }

  /** It is called with nothing after a 401, which may be Discord's own trouble; a token that is gone for good the gateway refuses. */
  override setToken(token: string | null): this {
    return token === null ? this : super.setToken(token);
  }

  override async request(options: Parameters<REST['request']>[0]): Promise<unknown> {
    this.#followClock();
    return super.request(options);
  }

  /** Rate limits are remembered by the time of day at which they end, which is far off once the clock was set back. */
  #followClock(): void {
    const offset = clockOffset();
    if (offset < this.#clock - CLOCK_SET_MS) {
      this.globalReset = -1;
      this.handlers.clear();
    }
    this.#clock = offset;
  }
}

/** The time of day against a clock that is never set, in milliseconds. */
function clockOffset(): number {
  return Date.now() - performance.now();
}

/** A closed connection by the one name under which a request is tried again. */
function asReset(error: unknown): unknown {
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
  if (code === undefined || !CLOSED_BY_PEER.has(code)) return error;
  return Object.assign(new Error('the connection was closed by the other side'), { code: 'ECONNRESET', cause: error });
}
