import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { readQuotes } from '../../src/quotes/extract.js';
import { readQuotesInThread } from '../../src/quotes/quoteThread.js';

const articles = Array.from({ length: 90 }, (_, i) =>
  createArticle({
    id: `harbour-${i}`,
    published: '2024-03-04',
    text: `“Pier ${i} will stay open,” harbour master Nora Beck told reporters on Monday. Silas Webb, the mayor, said that it would not.\n\nThe ferry left “on time” – as ever.`,
  }),
);
const never = new AbortController().signal;

it('quotes that are read in a thread are those that are read here, word for word and in their order', async () => {
  const read = await readQuotesInThread(articles, never);
  expect(read).toEqual(articles.map(readQuotes));
  expect(JSON.stringify(read)).toBe(JSON.stringify(articles.map(readQuotes)));
});

it('the thread is let go when it is not wanted any more', async () => {
  const stop = new AbortController();
  const reading = readQuotesInThread(articles, stop.signal);
  stop.abort(new Error('Enough.'));
  await expect(reading).rejects.toThrow('Enough.');
  await expect(readQuotesInThread(articles, stop.signal)).rejects.toThrow('Enough.');
});

it('a thread that ends too soon is told', async () => {
  const script = join(await mkdtemp(join(tmpdir(), 'dateline-thread-')), 'ends.mjs');
  await writeFile(script, 'process.exit(3)');
  await expect(readQuotesInThread(articles, never, script)).rejects.toThrow('has ended');
  await writeFile(script, 'throw new Error("out of paper")');
  await expect(readQuotesInThread(articles, never, script)).rejects.toThrow('out of paper');
});
