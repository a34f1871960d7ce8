import { type Archive, createArchive, type LoadedKnowledge, loadKnowledge } from '../src/archive.js';
import { ExtractionThread } from '../src/corpus/readers/extraction/extractionThread.js';
import { drawTable } from '../src/terminal/table.js';
import { HOSTILE_DOCUMENTS } from './hostileDocuments.js';
import { HOSTILE_TEXTS } from './hostileTexts.js';
import { drawMilliseconds, timed } from './timing.js';

/** The shortest text, in characters; the others are twice as long, four times and eight times. */
const SHORTEST = 25_000;
const LENGTHS = [1, 2, 4, 8].map((times) => times * SHORTEST);
/** Of so many readings the quickest counts: what else the machine did makes the others slower. */
const RUNS = 3;
/** What takes so long is not tried at greater length. */
const PATIENCE_MS = 20_000;
/** The exponent that is aimed at: 1 is linear, and what is above it sorts or is noise. */
const AIM = 1.15;
/** Shorter times are noise, and their exponent says nothing. */
const LEAST_MS = 20;

/** Times at growing lengths. */
export interface Growth {
  readonly name: string;
  /** A time each length, fewer when patience ran out. */
  readonly milliseconds: readonly number[];
  /** How time grows with length: the slope of its logarithm over that of the length. */
  readonly exponent: number;
}

/** Takes the text out of documents that nobody writes and anybody can drop into a folder, as a corpus does. */
export async function measureHostileDocuments(only?: string): Promise<Growth[]> {
  const growths: Growth[] = [];
  for (const [name, { format, make }] of Object.entries(HOSTILE_DOCUMENTS)) {
    if (only !== undefined && !name.includes(only)) continue;
    const thread = new ExtractionThread();
    // What is refused, also for the time that it takes, is read as well as it can be.
    const read = (bytes: Buffer) => thread.extract(format, bytes).catch(() => undefined);
    growths.push(await measure(name, make, read));
    await thread.close();
  }
  return growths;
}

/** Reads articles that nobody writes and anybody can put into a folder, and asks them for an answer and for quotes. */
export async function measureHostileTexts(only?: string): Promise<Growth[]> {
  const knowledge = await loadKnowledge(null);
  const growths: Growth[] = [];
  for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
    if (only === undefined || name.includes(only))
      growths.push(await measure(name, make, (text) => readAndAsk(text, knowledge)));
  }
  return growths;
}

async function measure<T>(
  name: string,
  make: (length: number) => T,
  read: (made: T) => Promise<unknown>,
): Promise<Growth> {
  // The first reading of a kind is slow whatever its length: what it runs through is compiled then.
  await read(make(SHORTEST));
  const times: number[] = [];
  for (const length of LENGTHS) {
    const made = make(length);
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const { milliseconds } = await timed(() => read(made));
      least = Math.min(least, milliseconds);
      if (milliseconds > PATIENCE_MS) break;
    }
    times.push(least);
    if (least > PATIENCE_MS) break;
  }
  return { name, milliseconds: times, exponent: slope(LENGTHS.slice(0, times.length), times) };
}

/** All that a corpus of this one article does, once. */
async function readAndAsk(text: string, knowledge: LoadedKnowledge): Promise<void> {
  let archive: Archive;
  try {
    archive = await createArchive([{ id: 'hostile', text, published: '2023-10-20' }], { knowledge });
  } catch (error) {
    // A text without a word is refused in a sentence; anything else is a fault.
    if (error instanceof Error && error.message.includes('no text to answer from')) return;
    throw error;
  }
  await archive.quotes();
  await archive.statements({ speaker: 'Starling', about: 'going there' });
  await archive.ask('what did the minister say on Thursday');
  await archive.close();
}

/** Least-squares slope of log y over log x; 0 of fewer than two points. */
export function slope(x: readonly number[], y: readonly number[]): number {
  const points = x.map((value, i) => [Math.log(value), Math.log(Math.max(y[i] ?? 0, 1e-3))] as const);
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [a]) => sum + (a - meanX) ** 2, 0);
  const together = points.reduce((sum, [a, b]) => sum + (a - meanX) * (b - meanY), 0);
  return spread === 0 ? 0 : together / spread;
}

/** A line a text, what grows too fast marked. */
export function drawGrowth(growths: readonly Growth[]): string {
  const head = ['', ...LENGTHS.map((length) => `${length / 1_000} KB`), 'exponent', ''];
  const rows = growths.map(({ name, milliseconds, exponent }) => {
    const longest = milliseconds.at(-1) ?? 0;
    const mark = longest > LEAST_MS && exponent > AIM ? `above ${AIM}` : '';
    const times = LENGTHS.map((_, i) => (milliseconds[i] === undefined ? '–' : drawMilliseconds(milliseconds[i])));
    return [name, ...times, exponent.toFixed(2), mark];
  });
  return drawTable([head, ...rows]);
}
