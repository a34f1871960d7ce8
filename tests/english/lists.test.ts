import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'src/english/lists';
/** A list as it is written: its comment, its name and its entries. */
const LIST =
  /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export const ([A-Z_]+)(?:: ReadonlyMap<string, string>)? = (?:wordList|wordPairs)\(`\n([^`]*)\n`\);/g;

const lists = readdirSync(FOLDER)
  .filter((file) => file !== 'wordList.ts')
  .flatMap((file) =>
    [...readFileSync(join(FOLDER, file), 'utf8').matchAll(LIST)].map(([, comment, name = '', entries = '']) => ({
      name: `${name} in ${file}`,
      comment: comment ?? '',
      entries: entries.split('\n'),
    })),
  );

describe('the lists of words', () => {
  it('are found, every one that is exported', () => {
    const exported = readdirSync(FOLDER).flatMap((file) => [
      ...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^export const /gm),
    ]);
    expect(lists.length).toBeGreaterThan(20);
    expect(lists).toHaveLength(exported.length);
  });

  it.each(lists)('has one entry a line, in order, none twice: $name', ({ entries }) => {
    expect(entries).toEqual([...new Set(entries)].sort());
    expect(entries.filter((entry) => entry !== entry.trim() || entry === '')).toEqual([]);
  });

  it.each(lists)('says what it is for: $name', ({ comment }) => {
    expect(comment).not.toBe('');
  });
});
