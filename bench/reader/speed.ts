/**
 * How long a reader takes on one core, and what it holds in memory: `node --expose-gc dist/bench/reader/speed.js FILE`. The least
 * and the middle of some runs, and the least of the core's time, as other work on the machine only makes a run longer.
 */
import { readFile } from 'node:fs/promises';
import { CrossEncoder } from '../../src/search/reader/crossEncoder.js';
import { placeWeights } from '../../src/search/reader/placedWeights.js';
import { readReaderFile } from '../../src/search/reader/readerFile.js';
import { WordPieces } from '../../src/search/reader/wordPieces.js';
import { drawTable } from '../../src/terminal/table.js';
import { residentMegabytes } from '../residentMemory.js';
import { drawMilliseconds, median, timed } from '../timing.js';

const CANDIDATES = 16;
const PIECES = 50;
const RUNS = 40;

/** Sixteen candidates of every length from short to long, 50 pieces a pair on average, marks and question counted. */
function pairsOf(vocabulary: number) {
  return Array.from({ length: CANDIDATES }, (_, i) => ({
    ids: Array.from({ length: PIECES - CANDIDATES + 1 + 2 * i }, (_, at) => (at * 7_919 + i * 104_729) % vocabulary),
    candidateAt: 12,
  }));
}

async function measure(file: string): Promise<void> {
  const before = await residentMegabytes(process.pid);
  const opened = await timed(async () => {
    const weights = readReaderFile(await readFile(file));
    const wordPieces = new WordPieces(weights.pieces, weights.shape.positions);
    return {
      encoder: new CrossEncoder(placeWeights(weights)),
      wordPieces,
      layers: weights.layers.length,
      pieces: weights.pieces.length,
    };
  });
  const { encoder, wordPieces, layers, pieces } = opened.result;
  const pairs = pairsOf(pieces);
  const times: number[] = [];
  const coreTimes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage();
    times.push((await timed(() => encoder.score(pairs))).milliseconds);
    const { user, system } = process.cpuUsage(start);
    coreTimes.push((user + system) / 1_000);
  }
  const sentence = 'The harbour authority said on Monday that the ferry would sail again before the end of the month. ';
  const cutting = await timed(() =>
    wordPieces.pairs('when will the ferry sail again', Array(CANDIDATES).fill(sentence)),
  );
  globalThis.gc?.();
  const after = await residentMegabytes(process.pid);
  const rows = [
    ['layers', String(layers)],
    ['opened in', drawMilliseconds(opened.milliseconds)],
    [`${CANDIDATES} candidates of ${PIECES} pieces, first`, drawMilliseconds(times[0] ?? 0)],
    ['least', drawMilliseconds(Math.min(...times))],
    ['middle', drawMilliseconds(median(times))],
    ["least of the core's time", drawMilliseconds(Math.min(...coreTimes))],
    ['word pieces of 16 sentences', drawMilliseconds(cutting.milliseconds)],
    ['memory', before === null || after === null ? 'unknown' : `+${(after - before).toFixed(0)} MB`],
  ];
  process.stdout.write(`${file}\n${drawTable(rows)}\n`);
}

await measure(process.argv[2] ?? '');
