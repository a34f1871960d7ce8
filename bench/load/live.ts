import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';
import { drawTable } from '../../src/terminal/table.js';
import { drawMilliseconds, median, percentile } from '../timing.js';
import type { LightDiscord } from './lightDiscord.js';
import { startLoadedBot } from './load.js';
import { FORGOTTEN_AFTER_MS, TOO_BUSY } from './loadRun.js';

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));
/** Times that a file is added, changed and removed. */
const ROUNDS = 20;
const ASKED_A_SECOND = 50;
const WARM_UP_MS = 3_000;
const LOOK_EVERY_MS = 50;
/** A change that is not there by then never comes. */
const GIVE_UP_AFTER_MS = 20_000;
const PROBE = 'who keeps the lighthouse of Skerra';

/** Adds, changes and removes a file while people ask, and measures how long until answers tell, and how many got none. */
export async function measureLive(questionSet: string, share: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-live-'));
  const corpus = join(folder, 'articles');
  await cp(SEEDS, corpus, { recursive: true });
  const questions = readQuestionSet(await readFile(questionSet, 'utf8'), questionSet).map(({ q }) => q);
  const { discord, stop } = await startLoadedBot({ CORPUS: corpus });
  const people = new People(discord, (n) => questions[n % questions.length] ?? '');
  const asking = people.ask();
  try {
    await sleep(WARM_UP_MS);
    const took: Record<'added' | 'changed' | 'removed', number[]> = { added: [], changed: [], removed: [] };
    const file = join(corpus, 'lighthouse.txt');
    for (let round = 0; round < Math.max(2, Math.round(ROUNDS * share)); round++) {
      const [first, second] = [`Quelvane${round}`, `Torbrick${round}`];
      took.added.push(
        await until(
          people,
          () => writeFile(file, article(first)),
          (text) => text.includes(first),
        ),
      );
      took.changed.push(
        await until(
          people,
          () => writeFile(file, article(second)),
          (text) => text.includes(second),
        ),
      );
      took.removed.push(
        await until(
          people,
          () => rm(file),
          (text) => !text.includes(second),
        ),
      );
    }
    people.stop();
    await asking;
    const rows = Object.entries(took).map(([what, times]) => [
      `a file ${what}`,
      drawMilliseconds(median(times)),
      drawMilliseconds(percentile(times, 1)),
      String(times.length),
    ]);
    return `${drawTable([['until an answer tells', 'median', 'slowest', 'times'], ...rows])}\n${people.summary()}`;
  } finally {
    people.stop();
    await asking;
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function article(keeper: string): string {
  return ` date 2024-05-04 The lighthouse of Skerra\n\n${keeper} Holm keeps the lighthouse of Skerra, the council said on Saturday.\n`;
}

/** @returns milliseconds from the change to when the first answer was asked for that tells of it */
async function until(people: People, change: () => Promise<void>, tells: (text: string) => boolean): Promise<number> {
  const begun = performance.now();
  await change();
  while (performance.now() - begun < GIVE_UP_AFTER_MS) {
    const asked = performance.now();
    const text = await people.probe();
    if (text !== null && tells(text)) return asked - begun;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('the change never came');
}

/** Many who ask, and one who asks after the change. */
class People {
  readonly #discord: LightDiscord;
  readonly #questionAt: (n: number) => string;
  readonly #open = new Map<string, (text: string) => void>();
  #isAsking = true;
  #sent = 0;
  #answered = 0;
  #late = 0;
  #turnedAway = 0;
  readonly #times: number[] = [];

  constructor(discord: LightDiscord, questionAt: (n: number) => string) {
    this.#discord = discord;
    this.#questionAt = questionAt;
  }

  /** Asks on until it is stopped, and then waits for the last answers. */
  async ask(): Promise<void> {
    const begun = performance.now();
    while (this.#isAsking) {
      const due = Math.floor(((performance.now() - begun) / 1_000) * ASKED_A_SECOND);
      while (this.#sent < due) this.#send(this.#questionAt(this.#sent++), () => {});
      this.#collect();
      await sleep(2);
    }
    const end = performance.now() + FORGOTTEN_AFTER_MS;
    while (this.#open.size > 0 && performance.now() < end) {
      this.#collect();
      await sleep(20);
    }
  }

  stop(): void {
    this.#isAsking = false;
  }

  /** @returns what is answered; null when nothing came in time */
  probe(): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), FORGOTTEN_AFTER_MS);
      this.#send(PROBE, (text) => {
        clearTimeout(timer);
        resolve(text);
      });
    });
  }

  summary(): string {
    return `${this.#sent} asked meanwhile, ${ASKED_A_SECOND} a second: ${this.#answered} answered in time, ${this.#turnedAway} told to ask again, ${this.#late} late, ${this.#open.size} not at all; p50 ${drawMilliseconds(median(this.#times))}, p99 ${drawMilliseconds(percentile(this.#times, 0.99))}`;
  }

  #send(question: string, take: (text: string) => void): void {
    const options = [{ type: 3, name: 'question', value: question }];
    this.#open.set(this.#discord.send({ type: 2, command: 'ask', options }), take);
  }

  #collect(): void {
    for (const { id, kind, after, text } of this.#discord.takeAnswers()) {
      const take = this.#open.get(id);
      if (!take || kind === 'deferred') continue;
      this.#open.delete(id);
      take(text);
      this.#times.push(after);
      if (after > FORGOTTEN_AFTER_MS && kind !== 'follow-up') this.#late++;
      else if (TOO_BUSY.test(text)) this.#turnedAway++;
      else this.#answered++;
    }
  }
}
