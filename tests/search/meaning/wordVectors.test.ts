import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quantise, readVectorTable, writeVectorTable } from '../../../src/search/meaning/vectorFile.js';
import { loadWordVectors, WordVectors } from '../../../src/search/meaning/wordVectors.js';

const TABLE = {
  dimensions: 2,
  words: ['east', 'north', 'northeast', 'west', 'nowhere'],
  rows: Int8Array.of(127, 0, 0, 127, 127, 127, -127, 0, 0, 0),
};

describe('quantising', () => {
  it('keeps the direction and uses all eight bits', () => {
    expect([...quantise([0.1, -0.2, 0])]).toEqual([64, -127, 0]);
  });

  it('leaves the zero vector zero', () => {
    expect([...quantise([0, 0])]).toEqual([0, 0]);
  });
});

describe('the table on disk', () => {
  it('comes back as it was written', () => {
    expect(readVectorTable(writeVectorTable(TABLE))).toEqual(TABLE);
  });

  it.each([
    ['other bytes', Buffer.from('GIF89a; not a table'), 'not a word vector table'],
    ['nothing', Buffer.alloc(0), 'not a word vector table'],
    ['half a table', writeVectorTable(TABLE).subarray(0, -3), 'bytes long'],
    ['too much', Buffer.concat([writeVectorTable(TABLE), Buffer.from('x')]), 'bytes long'],
    ['another layout', Buffer.from(writeVectorTable(TABLE)).fill(9, 4, 5), 'layout 9'],
  ])('is refused when it is %s', (_what, bytes, reason) => {
    expect(() => readVectorTable(bytes)).toThrow(reason);
  });
});

describe('similarity of words', () => {
  const vectors = new WordVectors(TABLE);

  it('is the cosine of their directions', () => {
    expect(vectors.similarity('east', 'northeast')).toBeCloseTo(Math.SQRT1_2);
    expect(vectors.similarity('east', 'north')).toBeCloseTo(0);
    expect(vectors.similarity('east', 'west')).toBeCloseTo(-1);
  });

  it('is 0 when a word is unknown or has no direction, but 1 with itself', () => {
    expect(vectors.similarity('east', 'up')).toBe(0);
    expect(vectors.similarity('east', 'nowhere')).toBe(0);
    expect(vectors.similarity('up', 'up')).toBe(1);
  });

  it('knows how common a word is', () => {
    expect(vectors.rank('north')).toBe(1);
    expect(vectors.rank('up')).toBeUndefined();
  });
});

describe('the table that comes with Dateline', () => {
  it('loads, and knows that a warplane is a bomber rather than a budget', async () => {
    const { vectors, problem } = await loadWordVectors();
    expect(problem).toBeNull();
    expect(vectors?.similarity('warplane', 'bomber')).toBeGreaterThan(0.4);
    expect(vectors?.similarity('warplane', 'budget')).toBeLessThan(0.2);
    expect(vectors?.rank('government')).toBeLessThan(200);
  });
});

describe('a table that cannot be used', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-vectors-'));
    file = join(folder, 'table.bin');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(bytes: Buffer, checksumOf = bytes): Promise<void> {
    await writeFile(file, bytes);
    await writeFile(`${file}.sha256`, `${createHash('sha256').update(checksumOf).digest('hex')}  table.bin\n`);
  }

  it('is read when all is well', async () => {
    await write(writeVectorTable(TABLE));
    expect((await loadWordVectors(file)).vectors?.similarity('east', 'northeast')).toBeCloseTo(Math.SQRT1_2);
  });

  it('is reported, not thrown, when it is absent', async () => {
    const { vectors, problem } = await loadWordVectors(file);
    expect(vectors).toBeNull();
    expect(problem).toMatch(/no such file/);
  });

  it('is reported when a bit has flipped', async () => {
    const bytes = writeVectorTable(TABLE);
    await write(Buffer.from(bytes).fill(1, bytes.length - 1), bytes);
    const { vectors, problem } = await loadWordVectors(file);
    expect(vectors).toBeNull();
    expect(problem).toMatch(/checksum is wrong.*npm run vectors/);
  });

  it('is reported when it is whole but cut short before it was summed', async () => {
    await write(writeVectorTable(TABLE).subarray(0, -2));
    expect((await loadWordVectors(file)).problem).toMatch(/bytes long/);
  });
});
