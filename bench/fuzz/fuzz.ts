import { openArchive } from '../../src/archive.js';
import { drawTable } from '../../src/terminal/table.js';
import { fuzzInteractions } from '../interactionFuzz.js';
import { drawMilliseconds } from '../timing.js';
import { fuzzAddresses } from './addresses.js';
import { fuzzDocuments } from './documents.js';
import { fuzzSettings } from './settings.js';
import { fuzzSnapshots } from './snapshots.js';
import { fuzzTexts } from './texts.js';

/** What became of things that are almost right. */
export interface FuzzRow {
  readonly what: string;
  readonly cases: number;
  /** What must not happen: a crash, silence, something shown that stands nowhere, a secret repeated. */
  readonly faults: readonly string[];
  /** The longest of one case, or of the few that are looked at together. */
  readonly slowestMs: number;
  /** How many were taken and refused, and what it took. */
  readonly outcome?: string;
}

/** A million in all. */
const CASES = {
  addresses: 10_000,
  documents: 10_000,
  snapshots: 30_000,
  texts: 100_000,
  interactions: 350_000,
  settings: 500_000,
};
const SEED = 1;
const SHOWN_FAULTS = 20;

/**
 * Sends interactions, reads articles, files, settings and snapshots that are almost right, and asks for addresses that nobody may look at.
 * Any fault fails the run.
 * @param seeds the folder of articles that interactions ask
 * @param share of the full number; 1 takes half an hour
 */
export async function measureFuzz(seeds: string, share: number): Promise<string> {
  const count = (cases: number) => Math.max(1, Math.round(cases * share));
  const rows = [
    await fuzzAddresses(count(CASES.addresses), SEED),
    await fuzzDocuments(count(CASES.documents), SEED),
    await fuzzSnapshots(count(CASES.snapshots), SEED),
    await fuzzTexts(count(CASES.texts), SEED),
    await fuzzBodies(seeds, count(CASES.interactions)),
    fuzzSettings(count(CASES.settings), SEED),
  ];
  const faults = rows.flatMap((row) => row.faults);
  if (faults.length > 0) process.exitCode = 1;
  const table = [
    ['', 'cases', 'faults', 'slowest', ''],
    ...rows.map(({ what, cases, faults, slowestMs, outcome = '' }) => [
      what,
      String(cases),
      String(faults.length),
      drawMilliseconds(slowestMs),
      outcome,
    ]),
  ];
  return [drawTable(table), ...faults.slice(0, SHOWN_FAULTS).map((fault) => `- ${fault}`)].join('\n');
}

async function fuzzBodies(seeds: string, count: number): Promise<FuzzRow> {
  const archive = await openArchive(seeds, { reader: false });
  const { bodies, answered, refused, faults, slowestMs } = await fuzzInteractions(archive, count, SEED);
  await archive.close();
  const outcome = `${answered} answered, ${refused} refused with a sentence`;
  return { what: 'signed interactions', cases: bodies, faults, slowestMs, outcome };
}
