/** Opens a corpus in a process of its own, asks it questions and says what that took: `size.ts` runs it, once to read and once to read back. */
import { readFile } from 'node:fs/promises';
import { openArchive } from '../src/archive.js';
import { timeOnCore } from './loopWatch.js';
import { residentMegabytes } from './residentMemory.js';

/** What opening and asking took, in milliseconds of the thread unless it says otherwise. */
export interface SizeFigures {
  readonly openMs: number;
  /** By all threads of the process, those that collect garbage too. */
  readonly openAllThreadsMs: number;
  readonly openClockMs: number;
  /** Until what was read is kept; next to nothing when it was read back. */
  readonly keepMs: number;
  /** After opening, in units of 10⁶ bytes; null where the system has no /proc. */
  readonly megabytes: number | null;
  readonly peakMegabytes: number;
  /** The first question of all, before anything is read ahead. */
  readonly firstAskMs: number;
  /** A list a kind of question; a time each. */
  readonly asked: Readonly<Record<string, readonly AskedTime[]>>;
}

export interface AskedTime {
  readonly workedMs: number;
  readonly clockMs: number;
}

const MICROSECONDS_A_MILLISECOND = 1000;
const KIBIBYTES_A_MEGABYTE = 1e6 / 1024;

function allThreadsMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS_A_MILLISECOND;
}

const [corpus = '', snapshots = '', questionFile = ''] = process.argv.slice(2);
const kinds = JSON.parse(await readFile(questionFile, 'utf8')) as Readonly<Record<string, readonly string[]>>;

const [start, startAll, startClock] = [timeOnCore(), allThreadsMs(), performance.now()];
const archive = await openArchive(corpus, { reader: false, snapshots });
const [openMs, openAllThreadsMs, openClockMs] = [
  timeOnCore() - start,
  allThreadsMs() - startAll,
  performance.now() - startClock,
];
const megabytes = await residentMegabytes(process.pid);

const asked: Record<string, AskedTime[]> = {};
let firstAskMs = 0;
for (const [kind, questions] of Object.entries(kinds)) {
  const times: AskedTime[] = [];
  for (const question of questions) {
    const [worked, clock] = [timeOnCore(), performance.now()];
    await archive.ask(question);
    times.push({ workedMs: timeOnCore() - worked, clockMs: performance.now() - clock });
    firstAskMs ||= timeOnCore() - worked;
  }
  asked[kind] = times;
}

const closing = timeOnCore();
await archive.close();
const figures: SizeFigures = {
  openMs,
  openAllThreadsMs,
  openClockMs,
  keepMs: timeOnCore() - closing,
  megabytes,
  peakMegabytes: process.resourceUsage().maxRSS / KIBIBYTES_A_MEGABYTE,
  firstAskMs,
  asked,
};
console.log(JSON.stringify(figures));
