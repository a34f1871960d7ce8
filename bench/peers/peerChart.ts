import { escapeXml } from '../../commands/parts/pictureText.js';
import type { PeerRow } from './peers.js';

/** Pixels. */
const WIDTH = 900;
const HEIGHT = 520;
const LEFT = 90;
const RIGHT = 220;
const TOP = 60;
const BOTTOM = 60;
/** Labels nearer to one another than this are moved apart. */
const LEADING = 20;

const GROUND = '#ffffff';
const INK = '#1e1f22';
const QUIET = '#6b6f76';
const GRID = '#e3e5e8';
const OWN = 'Dateline';
/** Told apart also by those who see few colours (Okabe and Ito 2008); a label at the end of each line names it. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7f7f7f', '#a05a2c'];

/** A line an engine: passages across, milliseconds of a plain question at the median up, both logarithmic. */
export function peerChart(rows: readonly PeerRow[]): string {
  const measured = rows.flatMap(({ engine, passages, build }) => {
    const p50 = build?.times.plain?.p50;
    return p50 === undefined ? [] : [{ engine, passages, p50 }];
  });
  const x = axis(
    measured.map(({ passages }) => passages),
    [LEFT, WIDTH - RIGHT],
  );
  const y = axis(
    measured.map(({ p50 }) => p50),
    [HEIGHT - BOTTOM, TOP],
  );
  const engines = [...new Set(measured.map(({ engine }) => engine))];
  const lines = engines.map((engine, number) => {
    const points = measured
      .filter((row) => row.engine === engine)
      .map(({ passages, p50 }) => [x.at(passages), y.at(p50)] as const);
    return { engine, colour: COLOURS[number % COLOURS.length] ?? INK, points };
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="15">`,
    '<title>Milliseconds a question takes at the median, by the number of passages</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${GROUND}"/>`,
    text(LEFT, 30, 'A plain question at the median, milliseconds (both axes are logarithmic)', INK, 'start'),
    ...x.ticks.flatMap((tick) => [
      rule(x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM),
      text(x.at(tick), HEIGHT - BOTTOM + 24, tick.toLocaleString('en'), QUIET, 'middle'),
    ]),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, 'passages', QUIET, 'middle'),
    ...y.ticks.flatMap((tick) => [
      rule(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick)),
      text(LEFT - 10, y.at(tick) + 5, tick.toLocaleString('en'), QUIET, 'end'),
    ]),
    ...lines.flatMap(({ engine, colour, points }) => [
      `<polyline points="${points.map((point) => point.map(round).join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="${engine === OWN ? 4 : 2}"/>`,
      ...points.map(([cx, cy]) => `<circle cx="${round(cx)}" cy="${round(cy)}" r="4" fill="${colour}"/>`),
    ]),
    ...labels(lines),
    '</svg>',
    '',
  ].join('\n');
}

interface Line {
  readonly engine: string;
  readonly colour: string;
  readonly points: readonly (readonly [number, number])[];
}

/** A name beside the last point of each line, moved down where another stands there. */
function labels(lines: readonly Line[]): string[] {
  const ends = lines.flatMap((line) => {
    const end = line.points.at(-1);
    return end ? [{ ...line, x: end[0], y: end[1] }] : [];
  });
  let [column, lowest] = [Number.NaN, 0];
  return ends
    .toSorted((a, b) => a.x - b.x || a.y - b.y)
    .map(({ engine, colour, x, y }) => {
      const free = x === column ? Math.max(y, lowest + LEADING) : y;
      [column, lowest] = [x, free];
      return text(x + 12, free + 5, engine, colour, 'start', engine === OWN);
    });
}

/** A logarithmic axis over whole powers of ten. @param to where it begins and ends, in pixels */
function axis(values: readonly number[], to: readonly [number, number]) {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const [first, last] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  const step = (to[1] - to[0]) / Math.max(1, last - first);
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, number) => 10 ** (first + number)),
    at: (value: number) => to[0] + (Math.log10(value) - first) * step,
  };
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${GRID}"/>`;
}

function text(x: number, y: number, words: string, fill: string, anchor: string, bold = false): string {
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" text-anchor="${anchor}"${weight}>${escapeXml(words)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
