import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCorpora } from '../src/corporaOnDisk.js';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'dateline-corpora-'));
});
afterEach(() => rmSync(place, { recursive: true }));

const folder = (...names: string[]) => {
  for (const name of names) mkdirSync(join(place, name), { recursive: true });
};
const namesIn = async (...patterns: string[]) => {
  const { corpora } = await findCorpora(patterns.map((pattern) => join(place, pattern)));
  return corpora.map(({ name }) => name);
};

describe('the corpora that a pattern finds', () => {
  it('are folders and .jsonl files, called as those are, in the order of their names', async () => {
    folder('harbour', 'Bridge', '.dateline');
    writeFileSync(join(place, 'flood.jsonl'), '');
    writeFileSync(join(place, 'notes.txt'), '');
    expect(await namesIn('*')).toEqual(['Bridge', 'flood', 'harbour']);
  });

  it('are those that its * fits', async () => {
    folder('2023-flood', '2024-flood', '2024-fire', 'flood');
    expect(await namesIn('2024-*')).toEqual(['2024-fire', '2024-flood']);
    expect(await namesIn('20*-*flood')).toEqual(['2023-flood', '2024-flood']);
    expect(await namesIn('*flood*')).toEqual(['2023-flood', '2024-flood', 'flood']);
    expect(await namesIn('flood*flood')).toEqual([]);
  });

  it('are each found once, whichever patterns find them', async () => {
    folder('harbour', 'bridge');
    expect(await namesIn('*', 'harbour')).toEqual(['bridge', 'harbour']);
  });

  it('have a name that can be typed, and each its own', async () => {
    folder('a/Harbour', 'b/harbour', `c/${'long'.repeat(13)}`, 'c/a|b');
    const { corpora, faults } = await findCorpora(['a', 'b', 'c'].map((name) => join(place, name, '*')));
    expect(corpora.map(({ name }) => name)).toEqual(['Harbour']);
    expect(faults).toEqual([
      expect.stringContaining('are called the same: rename one of them'),
      expect.stringContaining('without |'),
      expect.stringContaining('50 at most: rename it'),
    ]);
  });

  it('are none where nothing is, which is said', async () => {
    const { corpora, faults } = await findCorpora([join(place, 'nowhere/*'), join(place, 'x*')]);
    expect(corpora).toEqual([]);
    expect(faults[0]).toContain('cannot be looked into (ENOENT)');
    expect(faults.at(-1)).toContain('matches no folder');
  });
});
