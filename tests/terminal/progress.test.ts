import { describe, expect, it } from 'vitest';
import { drawBar, drawProgress, Progress } from '../../src/terminal/progress.js';

/** A progress on a screen of that width, and its clock. */
function watched(isTTY = true, columns = 100) {
  const written: string[] = [];
  const clock = { ms: 0 };
  const progress = new Progress({ isTTY, columns, write: (text) => written.push(text) }, () => clock.ms);
  return { written, clock, progress };
}

describe('the progress of long work', () => {
  it('is told with a rate and the time left, once a second has passed, and taken back at the end', () => {
    const { written, clock, progress } = watched();
    progress.show('Reading files', 10, 1_000);
    clock.ms = 900;
    progress.show('Reading files', 200, 1_000);
    expect(written).toEqual([]);
    clock.ms = 2_000;
    progress.show('Reading files', 400, 1_000);
    expect(written.join('')).toContain('400 of 1,000 · 200 a second · 3 s left');
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('is not told where nobody watches, of short work, or after its end', () => {
    const piped = watched(false);
    piped.clock.ms = 5_000;
    piped.progress.show('Reading files', 1, 2);
    const short = watched();
    short.progress.show('Reading files', 1, 2);
    short.progress.end();
    short.clock.ms = 5_000;
    short.progress.show('Reading files', 1, 2);
    expect([piped.written, short.written]).toEqual([[], []]);
  });

  it('is redrawn ten times a second at most, but at once for a new step', () => {
    const { written, clock, progress } = watched();
    clock.ms = 1_500;
    progress.show('Reading files', 1, 100);
    clock.ms = 1_510;
    progress.show('Reading files', 2, 100);
    expect(written).toHaveLength(1);
    progress.show('Indexing articles', 0, 100);
    expect(written).toHaveLength(2);
  });

  it('never fills the last column, or it could not be taken back', () => {
    const { written, clock, progress } = watched(true, 30);
    clock.ms = 2_000;
    progress.show('Reading files', 1, 100);
    expect(written[0]?.replace('\r\u001b[K', '').length).toBeLessThan(30);
  });

  it('has slow work by the minute and long waits in minutes', () => {
    expect(drawProgress('Asking', 10, 100, 40_000)).toMatch(/ · 15 a minute · 6 min left$/);
    expect(drawProgress('Asking', 100, 100, 40_000)).toMatch(/100 of 100$/);
  });
});

describe('the progress bar', () => {
  it('is as long at each step, from empty to full', () => {
    const bars = [0, 7, 60, 120].map((done) => drawBar(done, 120));
    expect(new Set(bars.map((bar) => bar.length)).size).toBe(1);
    expect(bars[0]).toBe(`[${'·'.repeat(30)}]   0 of 120`);
    expect(bars[2]).toBe(`[${'#'.repeat(15)}${'·'.repeat(15)}]  60 of 120`);
    expect(bars[3]).toBe(`[${'#'.repeat(30)}] 120 of 120`);
  });
});
