import { describe, expect, it } from 'vitest';
import { peerChart } from '../../../bench/peers/peerChart.js';
import type { PeerRow } from '../../../bench/peers/peers.js';
import { drawPeers } from '../../../bench/peers/peerTables.js';

function row(engine: string, passages: number, p50: number, leftOut: string | null = null): PeerRow {
  const times = { plain: { p50, p99: 2 * p50, asked: 200 } };
  const build = {
    step: 'build',
    milliseconds: 500,
    megabytes: 90,
    times,
    slowest: p50,
    quality: {},
    keeps: false,
  } as const;
  return { engine, passages, build, start: null, leftOut };
}

describe('drawPeers', () => {
  it('sets each engine beside Dateline, and says who is left out', () => {
    const drawn = drawPeers([row('Dateline', 1_000, 2), row('fuse.js', 1_000, 4_000, 'a question took 4.0 s')]);
    expect(drawn).toContain('1000 passages');
    expect(drawn).toMatch(/fuse\.js\s+500 ms\s+2000\s+–\s+90 MB\s+4000 ms\s+8000 ms\s+×2000/);
    expect(drawn).toContain('fuse.js is left out from here on: a question took 4.0 s.');
  });
});

describe('peerChart', () => {
  it('names every engine and both ends of its axes', () => {
    const svg = peerChart([row('Dateline', 100, 1), row('Dateline', 10_000, 3), row('<other>', 100, 1_000)]);
    expect(svg).toContain('>Dateline</text>');
    expect(svg).toContain('&lt;other&gt;');
    expect(svg).toContain('>10,000</text>');
    expect(svg).toContain('>1,000</text>');
  });
});
