import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadedKnowledge, loadKnowledge } from '../../src/search/knowledge.js';

function otherNames({ aliases }: LoadedKnowledge, phrase: string): string[] {
  return (aliases?.expand(phrase) ?? []).map((alias) => alias.phrase);
}

describe('what is known before any article', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-knowledge-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('comes with Dateline, without a problem', async () => {
    const known = await loadKnowledge(null);
    expect(known.problems).toEqual([]);
    expect(otherNames(known, 'US')).toContain('America');
    expect(known.vectors?.similarity('ship', 'boat')).toBeGreaterThan(known.vectors?.similarity('ship', 'bread') ?? 1);
  });

  it('is as much where the owner adds nothing, or the folder is not there', async () => {
    for (const place of [folder, join(folder, 'nowhere')]) {
      const known = await loadKnowledge(place);
      expect(known.problems).toEqual([]);
      expect(otherNames(known, 'US')).toContain('America');
    }
  });

  it('holds what the owner says too, and lets it go with the next loading', async () => {
    await writeFile(join(folder, 'aliases.txt'), '= Halcyon, the old ferry\n');
    expect(otherNames(await loadKnowledge(folder), 'Halcyon')).toEqual(['the old ferry']);
    await rm(join(folder, 'aliases.txt'));
    expect(otherNames(await loadKnowledge(folder), 'Halcyon')).toEqual([]);
  });

  it('is loaded but for the line that cannot be read, which is reported', async () => {
    await writeFile(join(folder, 'aliases.txt'), 'nonsense\n= Halcyon, the old ferry\n');
    const known = await loadKnowledge(folder);
    expect(known.problems).toMatchObject([{ file: 'aliases.txt', line: 1 }]);
    expect(otherNames(known, 'Halcyon')).toEqual(['the old ferry']);
  });

  it('is shared by folders, of which each has its owner’s aliases over it and no other’s', async () => {
    const shared = await loadKnowledge(null);
    await writeFile(join(folder, 'aliases.txt'), '= Halcyon, the old ferry\n~ US, the far shore\nnonsense\n');
    const own = await loadKnowledge(folder, shared);
    expect(own.vectors).toBe(shared.vectors);
    expect(own.problems).toMatchObject([{ file: 'aliases.txt', line: 3 }]);
    expect(otherNames(own, 'Halcyon')).toEqual(['the old ferry']);
    expect(otherNames(own, 'US')).toEqual(expect.arrayContaining(['America', 'the far shore']));
    expect(otherNames(shared, 'Halcyon')).toEqual([]);
    expect(otherNames(shared, 'US')).not.toContain('the far shore');
    const without = await loadKnowledge(join(folder, 'nowhere'), shared);
    expect(without.aliases).toBe(shared.aliases);
  });
});
