/** Measures time, memory and how far confidence can be trusted: `npm run bench -- --help`. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { openArchive } from '../src/archive.js';
import { evaluate } from '../src/evaluation/evaluate.js';
import { readQuestionSet } from '../src/evaluation/questionSet.js';
import { drawTable } from '../src/terminal/table.js';
import { measureBlocking } from './blocking.js';
import { measureDiscordLatency } from './discordLatency.js';
import { measureFuzz } from './fuzz/fuzz.js';
import { drawGrowthTimes, measureGrowth } from './growth.js';
import { drawGrowth, measureHostileDocuments, measureHostileTexts } from './hostile.js';
import { fuzzInteractions } from './interactionFuzz.js';
import { measureGateway } from './load/gateway.js';
import { measureLive } from './load/live.js';
import { measureLoad } from './load/load.js';
import { measureProcess } from './load/process.js';
import { measureRest } from './load/rest.js';
import { measureSoak } from './load/soak.js';
import { peerChart } from './peers/peerChart.js';
import { measurePeers } from './peers/peers.js';
import { drawPeers } from './peers/peerTables.js';
import { drawPostgresTimes, measurePostgres } from './postgresTimes.js';
import { drawReliability, reliabilityBins } from './reliability.js';
import { measureSize } from './size.js';
import { measureStartUp } from './startUp.js';
import { makeSyntheticCorpus } from './syntheticCorpus.js';
import { drawMilliseconds, median } from './timing.js';

/** Passages, beside the four articles. */
const PEER_SIZES = [10_000, 100_000, 1_000_000];

/** An odd number, so that the median is a run that happened. */
const RUNS = 5;
/** Building a large corpus takes seconds. */
const LARGE_RUNS = 3;
const SYNTHETIC_QUESTIONS = 100;
const DEFAULT_PASSAGES = 10_000;
/** As big as a folder is meant to be. */
const LARGE_PASSAGES = 1_000_000;
const DISCORD_RUNS = 200;
const FUZZED_BODIES = 10_000;
const FUZZ_SEED = 1;
const SOAKED = 200_000;
/** Enough that the slowest in a hundred is more than one. */
const POSTGRES_QUESTIONS = 400;

/** From dist/bench, where this runs, to the project's root. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SEEDS = resolve(ROOT, 'seeds');
const QUESTION_SET = resolve(ROOT, 'tests/eval/event.jsonl');
/** Questions as they are written to be right, and as they are typed. */
const RELIABILITY_SETS = [QUESTION_SET, resolve(ROOT, 'tests/eval/casual.jsonl')];

/** What is measured against a local Discord or on the process itself; each takes minutes. */
const ENDURANCE: Readonly<Record<string, readonly [string, (share: number) => Promise<string>]>> = {
  live: ['A file added, changed and removed while people ask', (share) => measureLive(QUESTION_SET, share)],
  load: [
    '/ask at so many a second; milliseconds from sending to the answer',
    (share) => measureLoad(QUESTION_SET, share),
  ],
  fuzz: ['What is almost right, of all kinds that come in', (share) => measureFuzz(SEEDS, share)],
  gateway: ['People ask ten times a second while the connection is in trouble', measureGateway],
  process: ['The process ended, its disk taken away, its secrets looked for', measureProcess],
  rest: ['What people see when Discord does not take an answer at once', measureRest],
  soak: ['The heap before and after', (share) => measureSoak(QUESTION_SET, SOAKED * share)],
};

interface BenchOptions {
  readonly passages?: number;
  readonly share: number;
  readonly database?: string;
  readonly sizes: readonly number[];
  readonly only: readonly string[];
  readonly picture?: string;
}

async function run(
  what: string | undefined,
  corpus: string | undefined,
  { passages: wanted, share, database, sizes, only, picture }: BenchOptions,
): Promise<void> {
  const passages = wanted ?? DEFAULT_PASSAGES;
  const endurance = what === undefined ? undefined : ENDURANCE[what];
  if (endurance) {
    const [title, measure] = endurance;
    heading(title);
    console.log(await measure(share));
    return;
  }
  if (what === 'postgres') {
    if (!database) throw new Error('Name a database that may be emptied: --database postgres://user@localhost/bench');
    heading('Made-up articles in PostgreSQL, asked by words alone');
    console.log(drawPostgresTimes(await measurePostgres(database, passages, POSTGRES_QUESTIONS)));
    return;
  }
  if (what === 'peers') {
    heading('Engines that find passages, each in a process of its own, by words alone');
    const rows = await measurePeers({
      seeds: SEEDS,
      sizes,
      sets: RELIABILITY_SETS,
      only,
      onStep: (step) => console.error(step),
    });
    console.log(drawPeers(rows));
    if (picture) await writeFile(picture, peerChart(rows));
    return;
  }
  if (what === 'size') {
    heading('Made-up articles: read, kept, read back, and asked by words alone');
    console.log(await measureSize(wanted ?? LARGE_PASSAGES));
    return;
  }
  if (what === 'blocking') {
    heading('What each takes, and for how long at most it keeps the process from everything else');
    console.log(await blockingTable(corpus ?? SEEDS));
    return;
  }
  if (what === 'grow') {
    heading('Articles added to a live archive of made-up ones, asked by words alone');
    console.log(drawGrowthTimes(await measureGrowth(wanted ?? LARGE_PASSAGES)));
    return;
  }
  if (what === 'hostile') {
    heading('Articles that nobody writes: to read one, list its quotes and ask it a question');
    console.log(drawGrowth(await measureHostileTexts()));
    heading('Documents that nobody writes: to take the text out of one, or to give it up after 10 s');
    console.log(drawGrowth(await measureHostileDocuments()));
    return;
  }
  if (what === 'interactions') {
    heading('Signed bodies that are almost interactions, sent to /interactions');
    await reportFuzz();
    return;
  }
  const questions = readQuestionSet(await readFile(QUESTION_SET, 'utf8'), QUESTION_SET);
  const synthetic = makeSyntheticCorpus(passages, SYNTHETIC_QUESTIONS);

  heading('Start-up, from process start to "ready", without Discord');
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const large = join(folder, 'synthetic.jsonl');
    await writeFile(large, synthetic.articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
    console.log(
      await startUpTable([
        ['the four articles', SEEDS, RUNS],
        [`${passages} passages`, large, LARGE_RUNS],
      ]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }

  heading('/ask on a local Discord, from interaction sent to answer received');
  const discord = await measureDiscordLatency(
    SEEDS,
    questions.map(({ q }) => q),
    DISCORD_RUNS,
  );
  console.log(
    `${drawMilliseconds(discord.median)} at the median of ${discord.runs} runs, ${drawMilliseconds(discord.max)} at most; ${drawMegabytes(discord.megabytes)} then`,
  );

  for (const set of RELIABILITY_SETS) {
    heading(`Confidence on ${relative(ROOT, set)}, by words alone: predicted against observed`);
    const asked = readQuestionSet(await readFile(set, 'utf8'), set);
    console.log(drawReliability(reliabilityBins(await evaluate(asked, () => openArchive(SEEDS, { reader: false })))));
  }
}

/** Fails the run when any of them got something else than an answer or a clear refusal. */
async function reportFuzz(): Promise<void> {
  const archive = await openArchive(SEEDS);
  const { bodies, answered, refused, faults, slowestMs } = await fuzzInteractions(archive, FUZZED_BODIES, FUZZ_SEED);
  await archive.close();
  console.log(
    `${bodies} bodies: ${answered} answered, ${refused} refused with a sentence, ${faults.length} otherwise; the slowest took ${drawMilliseconds(slowestMs)}`,
  );
  for (const fault of faults) console.log(`- ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

async function startUpTable(corpora: readonly (readonly [string, string, number])[]): Promise<string> {
  const rows = [['', 'ready', 'memory']];
  for (const [name, corpus, runs] of corpora) {
    const measured = [];
    for (let run = 0; run < runs; run++) measured.push(await measureStartUp(corpus));
    const memory = measured.flatMap(({ megabytes }) => megabytes ?? []);
    rows.push([
      name,
      drawMilliseconds(median(measured.map(({ milliseconds }) => milliseconds))),
      drawMegabytes(memory.length > 0 ? median(memory) : null),
    ]);
  }
  return drawTable(rows);
}

async function blockingTable(corpus: string): Promise<string> {
  const rows = await measureBlocking(corpus);
  return drawTable([
    ['', 'median', 'slowest', 'longest block', 'work of the slowest', 'longest work', 'runs'],
    ...rows.map(({ what, runs, median, slowest, longestBlock, mostWorked, longestWorked }) => [
      what,
      drawMilliseconds(median),
      drawMilliseconds(slowest),
      drawMilliseconds(longestBlock),
      drawMilliseconds(mostWorked),
      drawMilliseconds(longestWorked),
      String(runs),
    ]),
  ]);
}

function drawMegabytes(value: number | null): string {
  return value === null ? 'memory unknown here' : `${value.toFixed(0)} MB`;
}

function heading(text: string): void {
  console.log(`\n${text}`);
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('must be a whole number, 1 or more.');
  return value;
}

function sizesOf(text: string): number[] {
  return text.split(',').map(positiveInteger);
}

await new Command('npm run bench --')
  .description('Measures start-up, memory, latency and calibration; with an argument, something else.')
  .addArgument(
    new Argument(
      '[what]',
      'only this: "blocking" times what may keep the process busy, "grow" adds articles to a live archive, "hostile" texts that are made to take long, "interactions" sends mutated ones, "peers" sets it beside other engines, "postgres" fills a database and asks it, "size" reads corpora of three sizes; docs/RELIABILITY.md has the others',
    ).choices(['blocking', 'grow', 'hostile', 'interactions', 'peers', 'postgres', 'size', ...Object.keys(ENDURANCE)]),
  )
  .addArgument(new Argument('[corpus]', 'for "blocking": a folder or a .jsonl file; the four articles unless told'))
  .option('--share <n>', 'of the full time that the others take, such as 0.1', Number, 1)
  .option(
    '--passages <n>',
    `size of the synthetic corpus; ${DEFAULT_PASSAGES}, for "grow" and "size" ${LARGE_PASSAGES}`,
    positiveInteger,
  )
  .option('--database <address>', 'for "postgres": a database whose articles may be replaced')
  .option('--sizes <list>', 'for "peers": passages of the made-up corpora', sizesOf, PEER_SIZES)
  .option('--only <list>', 'for "peers": the engines, by their names', (text) => text.split(','), [])
  .option('--picture <file>', 'for "peers": where to draw it, as SVG')
  .action(run)
  .parseAsync();
