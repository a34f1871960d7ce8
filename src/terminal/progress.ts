import type { ArchiveOptions } from '../archive.js';

/** Work that is done sooner needs no telling. */
const TOLD_AFTER_MS = 1_000;
/** More often nobody can read it. */
const REDRAWN_EVERY_MS = 100;
/** Cells of a bar. */
const BAR_WIDTH = 30;
/** Takes back the line that the cursor is in. */
const ERASE_LINE = '\r\u001b[K';
const SECONDS_A_MINUTE = 60;

/** Where progress is told: standard error, so that it stands in no result. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Tells on a terminal how far a long piece of work is, at which rate it goes on, and for how long; nowhere else and for no short work. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #now: () => number;
  readonly #since: number;
  #step: { readonly what: string; readonly since: number } | null = null;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;
  #hasEnded = false;

  /** @param now a clock, in milliseconds */
  constructor(output: ProgressOutput, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#since = now();
  }

  /** @param what a word or two for the step that is being done: "Reading files" */
  show(what: string, done: number, total: number): void {
    if (!this.#output.isTTY || this.#hasEnded) return;
    const now = this.#now();
    const isNew = this.#step?.what !== what;
    if (this.#step === null || isNew) this.#step = { what, since: now };
    // A step that begins is told at once: it may keep the process from telling anything for long.
    if (now - this.#since < TOLD_AFTER_MS || (!isNew && now - this.#drawnAt < REDRAWN_EVERY_MS)) return;
    const line = drawProgress(what, done, total, now - this.#step.since);
    // A line that is broken by the terminal could not be taken back.
    this.#output.write(`${ERASE_LINE}${line.slice(0, this.#output.columns ? this.#output.columns - 1 : undefined)}`);
    this.#drawnAt = now;
    this.#isDrawn = true;
  }

  /** Takes the line back. What is shown later is not. */
  end(): void {
    if (this.#isDrawn) this.#output.write(ERASE_LINE);
    this.#isDrawn = false;
    this.#hasEnded = true;
  }
}

const OPENING = { reading: 'Reading files', indexing: 'Indexing articles' } as const;

/** What an archive that is opened calls, to tell it here. */
export function showOpening(progress: Progress): NonNullable<ArchiveOptions['onProgress']> {
  return (step, done, total) => progress.show(OPENING[step], done, total);
}

/** "Reading files [######························] 1,000 of 5,000 · 500 a second · 8 s left". @param elapsed of this step, in milliseconds */
export function drawProgress(what: string, done: number, total: number, elapsed: number): string {
  const rate = elapsed > 0 ? (1_000 * done) / elapsed : 0;
  const pace = rate > 0 && done < total ? [rateInWords(rate), `${timeInWords((total - done) / rate)} left`] : [];
  return [`${what} ${drawBar(done, total)}`, ...pace].join(' · ');
}

/** "[######························] 12 of 60", always as long for one total. */
export function drawBar(done: number, total: number): string {
  const full = total > 0 ? Math.floor((BAR_WIDTH * done) / total) : 0;
  const whole = total.toLocaleString('en');
  return `[${'#'.repeat(full)}${'·'.repeat(BAR_WIDTH - full)}] ${done.toLocaleString('en').padStart(whole.length)} of ${whole}`;
}

/** Slow work is told by the minute, which has a number above one. @param rate per second */
function rateInWords(rate: number): string {
  if (rate < 1) return `${Math.round(rate * SECONDS_A_MINUTE)} a minute`;
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en')} a second`;
}

function timeInWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 2 * SECONDS_A_MINUTE ? `${whole} s` : `${Math.ceil(whole / SECONDS_A_MINUTE)} min`;
}
