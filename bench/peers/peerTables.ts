import { drawTable } from '../../src/terminal/table.js';
import { drawMilliseconds } from '../timing.js';
import type { PeerRow } from './peers.js';
import type { Times } from './peerTask.js';

/** The engine that the others are set beside. */
const OWN = 'Dateline';
const NOTHING = '–';

/** A table a size, and at its foot who is left out from there on, and why. */
export function drawPeers(rows: readonly PeerRow[]): string {
  const sizes = [...new Set(rows.map(({ passages }) => passages))];
  return sizes
    .map((size) =>
      drawSize(
        size,
        rows.filter(({ passages }) => passages === size),
      ),
    )
    .join('\n\n');
}

function drawSize(size: number, rows: readonly PeerRow[]): string {
  const own = rows.find(({ engine }) => engine === OWN)?.build?.times;
  const table = [
    [
      '',
      'build',
      'passages/s',
      'start',
      'memory',
      'plain p50',
      'p99',
      '',
      'misspelt p50',
      'p99',
      '',
      'long p50',
      'p99',
      '',
    ],
    ...rows.map(({ engine, build, start }) => [
      engine,
      build ? drawMilliseconds(build.milliseconds) : NOTHING,
      build ? String(Math.round(size / (build.milliseconds / 1_000))) : NOTHING,
      start ? drawMilliseconds(start.milliseconds) : NOTHING,
      drawMegabytes(start?.megabytes ?? build?.megabytes ?? null),
      ...['plain', 'misspelt', 'long'].flatMap((kind) => drawTimes(build?.times[kind], own?.[kind])),
    ]),
  ];
  const leftOut = rows
    .filter((row) => row.leftOut !== null)
    .map((row) => `${row.engine} is left out from here on: ${row.leftOut}.`);
  return [`${size} passages`, drawTable(table), ...drawQuality(rows), ...leftOut].join('\n');
}

function drawTimes(times: Times | undefined, own: Times | undefined): string[] {
  if (!times) return [NOTHING, NOTHING, ''];
  return [drawMilliseconds(times.p50), drawMilliseconds(times.p99), own ? ratio(times.p50, own.p50) : ''];
}

/** How often the right line was first, and among the first three, of the sets that are about this corpus. */
function drawQuality(rows: readonly PeerRow[]): string[] {
  const sets = Object.keys(rows.find(({ build }) => build)?.build?.quality ?? {});
  if (sets.length === 0) return [];
  const table = [
    ['', ...sets.flatMap((set) => [`${set}: first`, 'first three'])],
    ...rows.map(({ engine, build }) => [
      engine,
      ...sets.flatMap((set) => {
        const quality = build?.quality[set];
        return quality ? [quality.first.toFixed(2), quality.firstThree.toFixed(2)] : [NOTHING, NOTHING];
      }),
    ]),
  ];
  return ['', drawTable(table)];
}

function drawMegabytes(value: number | null): string {
  return value === null ? NOTHING : `${value.toFixed(0)} MB`;
}

function ratio(value: number, own: number): string {
  const times = value / own;
  return `×${times >= 10 ? times.toFixed(0) : times.toPrecision(2)}`;
}
