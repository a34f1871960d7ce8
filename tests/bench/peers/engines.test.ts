import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../../../bench/peers/engines.js';

const PASSAGES = [
  'The ferry to Skerra left the harbour at noon with eleven passengers.',
  'A storm had closed the lighthouse for the whole of the winter.',
  'Mayor Ingrid Holm opened the new bridge over the river.',
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-engines-'));
  await writeFile(
    join(folder, 'articles.jsonl'),
    PASSAGES.map((text, id) => `${JSON.stringify({ id: `a${id}`, text, published: '2024-03-01' })}\n`),
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe.each(ENGINES)('$name', ({ build, start }) => {
  it('finds the passage that has the words, and so does what it kept', async () => {
    const corpus = { articles: join(folder, 'articles.jsonl'), passages: PASSAGES };
    const kept = await mkdtemp(join(folder, 'kept-'));
    const built = await build(corpus);
    expect((await built.find('bridge over the river'))[0]).toBe(PASSAGES[2]);
    await built.keep?.(kept);
    if (!start) return;
    const find = await start(kept, corpus);
    expect((await find('ferry to Skerra'))[0]).toBe(PASSAGES[0]);
  });
});
