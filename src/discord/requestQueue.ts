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

/** Discord forgets an interaction after 3 s: by then what is said has to be there. */
const THERE_WITHIN_MS = 2_500;
/** What is told is told at once, and what is begun has to be found first. */
const FINDING_MS = 300;
/** The most that is reckoned for getting an answer there; a command that takes longer says so in time by itself. */
const LONGEST_DELIVERY_MS = 1_000;
/** Requests that are begun and not yet ended: beyond it the one that is to take the answers takes none. */
const MOST_OPEN = 1_000;
const MOST_WAITING = 1_000;
/** Those that are to be told; beyond it nothing is said, since saying it takes the time of those who could be answered. */
const MOST_DECLINED = 100;
/** To tell somebody that there is no time takes about a fifth of the time of an answer. */
const TOLD_PER_ANSWER = 2;
/** Nobody else, such as a heartbeat of Discord's, should wait longer. */
const LONGEST_TURN_MS = 200;
/** What an answer is thought to take before any was measured, in milliseconds. */
const FIRST_GUESS_MS = 2;
/** One that took longer, because the whole machine stood still, must not have the next few turned away. */
const LONGEST_GUESS_MS = 100;
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
  /** What lately went by from beginning to the end of an answer, and of a word that there is no time. */
  #answeringMs = 0;
  #tellingMs = 0;
  /** When the last turn ended, where the next follows it at once. */
  #lastEnd: number | null = null;

  /** Whether one more would be dropped without a word, so that it need not even be read. */
  get isOverrun(): boolean {
    return this.#declined.length >= MOST_DECLINED;
  }

  /** Resolves when the request has ended, in one way or another. @throws what its `begin` or `decline` throws */
  take(request: QueuedRequest): Promise<Turn> {
    return new Promise((resolve, reject) => {
      const { begin, decline, patience } = request;
      const now = performance.now();
      const isBehind = this.#waiting.length > 0 || this.#declined.length > 0;
      const since = request.since - (isBehind ? (request.delay ?? 0) : 0);
      const entry = { since, patience, begin: () => begin(), decline: () => decline(), resolve, reject };
      const wait = this.#waiting.length * this.#answerMs;
      const isWorthIt = wait <= patience && now - since + wait <= this.#beginWithin;
      if (isWorthIt && this.#waiting.length < MOST_WAITING) this.#waiting.push(entry);
      else this.#turnAway(entry);
      this.#schedule();
    });
  }

  get #beginWithin(): number {
    return THERE_WITHIN_MS - FINDING_MS - this.#answeringMs;
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
    if (answered > 0)
      this.#answerMs = average(this.#answerMs, Math.min(LONGEST_GUESS_MS, (end - (this.#lastEnd ?? begun)) / answered));
    this.#schedule();
    this.#lastEnd = this.#isScheduled ? end : null;
  }

  /** Begins the first that is not too late for that. @returns whether there was one */
  #beginNext(now: number): boolean {
    while (this.#open < MOST_OPEN) {
      const next = this.#waiting.shift();
      if (!next) return false;
      if (now - next.since > this.#beginWithin) this.#turnAway(next);
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
      if (now - next.since > THERE_WITHIN_MS - this.#tellingMs) next.resolve('dropped');
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
    const begun = performance.now();
    const end = () => {
      this.#open -= 1;
      const took = Math.min(LONGEST_DELIVERY_MS, performance.now() - begun);
      if (turn === 'done') this.#answeringMs = average(this.#answeringMs, took);
      else this.#tellingMs = average(this.#tellingMs, took);
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

/** Moves an average towards what came last. */
function average(before: number, last: number): number {
  return before + NEWEST_SHARE * (last - before);
}
