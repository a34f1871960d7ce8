import { setImmediate } from 'node:timers';

/** One request that waits for its turn. */
export interface QueuedRequest {
  /** `performance.now()` when it came. */
  readonly since: number;
  /** Milliseconds that it had probably been on its way before that; they count only where others wait too. */
  readonly delay?: number | undefined;
  /** Milliseconds of waiting that it is worth: if it would have to wait longer, it is declined at once. */
  readonly patience: number;
  /** Does it. */
  begin(): Promise<void>;
  /** Says, as cheaply as that can be said, that there is no time for it. */
  decline(): Promise<void>;
}

/** What became of a request: it was begun and ended, it was told that there is no time, or nothing was said. */
export type Turn = 'done' | 'declined' | 'dropped';

interface Entry extends QueuedRequest {
  readonly resolve: (turn: Turn) => void;
  readonly reject: (error: unknown) => void;
}

/** Discord forgets an interaction after 3 s, and an answer takes a while to get there. */
export const TOO_LATE_MS = 2_500;
/** What has waited so long is told that there is no time instead of being begun, since what is told is told at once. */
const BEGIN_WITHIN_MS = 2_000;
/** Requests that are begun and not yet ended: beyond it the one that is to take the answers takes none. */
const MOST_OPEN = 1_000;
const MOST_WAITING = 1_000;
/** Those that are to be told; beyond it nothing is said, since saying it takes the time of those who could be answered. */
const MOST_DECLINED = 100;
/** To tell somebody that there is no time takes about a fifth of the time of an answer. */
const TOLD_PER_ANSWER = 2;
/** Nobody else, such as a heartbeat of Discord's, should wait longer. */
const LONGEST_TURN_MS = 50;
/** What an answer is thought to take before any was measured, in milliseconds. */
const FIRST_GUESS_MS = 2;
/** How much the last turn counts against all before it. */
const NEWEST_SHARE = 0.1;

/**
 * Begins one request after another and lets everything else have its turn between them, so that under load each is answered in its
 * time or told early that it will not be: begun all at once, none would be.
 */
export class RequestQueue {
  readonly #waiting: Entry[] = [];
  readonly #declined: Entry[] = [];
  #open = 0;
  #isScheduled = false;
  #answerMs = FIRST_GUESS_MS;
  /** When the last turn ended, where the next follows it at once. */
  #lastEnd: number | null = null;

  /** Resolves when the request has ended, in one way or another. @throws what its `begin` or `decline` throws */
  take(request: QueuedRequest): Promise<Turn> {
    return new Promise((resolve, reject) => {
      const { begin, decline, patience } = request;
      const now = performance.now();
      const isBehind = this.#waiting.length > 0 || this.#declined.length > 0;
      const since = request.since - (isBehind ? (request.delay ?? 0) : 0);
      const entry = { since, patience, begin: () => begin(), decline: () => decline(), resolve, reject };
      const wait = this.#waiting.length * this.#answerMs;
      const isWorthIt = wait <= patience && now - since + wait <= BEGIN_WITHIN_MS;
      if (isWorthIt && this.#waiting.length < MOST_WAITING) this.#waiting.push(entry);
      else this.#turnAway(entry);
      this.#schedule();
    });
  }

  #isWanted(): boolean {
    return this.#declined.length > 0 || (this.#waiting.length > 0 && this.#open < MOST_OPEN);
  }

  #schedule(): void {
    if (this.#isScheduled || !this.#isWanted()) return;
    this.#isScheduled = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#isScheduled = false;
    const begun = performance.now();
    // As long as everything else took since the last turn, or what floods in would leave no time for any answer.
    const until = begun + Math.min(LONGEST_TURN_MS, this.#lastEnd === null ? 0 : begun - this.#lastEnd);
    let answered = 0;
    do {
      answered += Number(this.#beginNext(performance.now()));
      for (let told = 0; told < TOLD_PER_ANSWER; told++) this.#tellNext(performance.now());
    } while (performance.now() < until && this.#isWanted());
    const end = performance.now();
    if (answered > 0) this.#learn((end - (this.#lastEnd ?? begun)) / answered);
    this.#schedule();
    this.#lastEnd = this.#isScheduled ? end : null;
  }

  #learn(milliseconds: number): void {
    this.#answerMs += NEWEST_SHARE * (milliseconds - this.#answerMs);
  }

  /** Begins the first that is not too late for that. @returns whether there was one */
  #beginNext(now: number): boolean {
    while (this.#open < MOST_OPEN) {
      const next = this.#waiting.shift();
      if (!next) return false;
      if (now - next.since > BEGIN_WITHIN_MS) this.#turnAway(next);
      else {
        this.#settle(next, next.begin(), 'done');
        return true;
      }
    }
    return false;
  }

  /** Tells the first for whom it is not too late even for that. */
  #tellNext(now: number): void {
    for (;;) {
      const next = this.#declined.shift();
      if (!next) return;
      if (now - next.since > TOO_LATE_MS) next.resolve('dropped');
      else {
        this.#settle(next, next.decline(), 'declined');
        return;
      }
    }
  }

  #turnAway(entry: Entry): void {
    if (this.#declined.length < MOST_DECLINED) this.#declined.push(entry);
    else entry.resolve('dropped');
  }

  #settle(entry: Entry, work: Promise<void>, turn: Turn): void {
    this.#open += 1;
    const end = () => {
      this.#open -= 1;
      this.#schedule();
    };
    work.then(
      () => {
        end();
        entry.resolve(turn);
      },
      (error: unknown) => {
        end();
        entry.reject(error);
      },
    );
  }
}
