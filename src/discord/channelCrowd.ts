/** Discord takes some five messages in five seconds in one channel; what is sent beyond that waits, and all after it. */
const MOST_AT_ONCE = 5;
/** Milliseconds that a question written in a channel may wait for the answers to others there. */
const PATIENCE_MS = 5_000;
/** Beyond it, in one channel and in all together, nobody's turn would come in time. */
const MOST_WAITING = 50;
const MOST_WAITING_IN_ALL = 1_000;
/** A channel is told at most once in so many milliseconds that not everybody will be answered. */
const TELL_EVERY_MS = 15_000;
/** Channels whose last telling is remembered; beyond it the one told longest ago is forgotten. */
const MOST_TOLD = 1_000;

interface Channel {
  open: number;
  readonly waiting: ((isTurn: boolean) => void)[];
}

/** Lets the questions of a channel go on a few at a time, and those not at all that would wait too long. */
export class ChannelCrowd {
  readonly #channels = new Map<string, Channel>();
  readonly #told = new Map<string, number>();
  readonly #now: () => number;
  #waiting = 0;

  /** @param now milliseconds, of any beginning */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Does the work when it is its turn in this channel. @returns whether that came in time; else nothing was done */
  async enter(channel: string, work: () => Promise<void>): Promise<boolean> {
    if (!(await this.#turn(channel))) return false;
    try {
      await work();
      return true;
    } finally {
      this.#leave(channel);
    }
  }

  /** Whether a channel may be told now that not everybody there is answered. */
  mayTell(channel: string): boolean {
    const now = this.#now();
    const last = this.#told.get(channel);
    if (last !== undefined && now - last < TELL_EVERY_MS) return false;
    this.#told.delete(channel);
    this.#told.set(channel, now);
    const [oldest] = this.#told.keys();
    if (this.#told.size > MOST_TOLD && oldest !== undefined) this.#told.delete(oldest);
    return true;
  }

  async #turn(id: string): Promise<boolean> {
    const channel = this.#channels.get(id) ?? { open: 0, waiting: [] };
    this.#channels.set(id, channel);
    if (channel.open < MOST_AT_ONCE) {
      channel.open += 1;
      return true;
    }
    if (channel.waiting.length >= MOST_WAITING || this.#waiting >= MOST_WAITING_IN_ALL) return false;
    this.#waiting += 1;
    let timer: NodeJS.Timeout | undefined;
    const isTurn = await new Promise<boolean>((resolve) => {
      channel.waiting.push(resolve);
      timer = setTimeout(() => {
        channel.waiting.splice(channel.waiting.indexOf(resolve), 1);
        resolve(false);
      }, PATIENCE_MS);
    });
    clearTimeout(timer);
    this.#waiting -= 1;
    return isTurn;
  }

  /** Gives the place to the next, or up. */
  #leave(id: string): void {
    const channel = this.#channels.get(id);
    if (!channel) return;
    const next = channel.waiting.shift();
    if (next) next(true);
    else channel.open -= 1;
    if (channel.open === 0) this.#channels.delete(id);
  }
}
