import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../../bench/syntheticCorpus.js';
import { createArticle } from '../../src/corpus/articles.js';
import { readPassagesInThreads } from '../../src/search/indexThreads.js';
import type { PassageContents } from '../../src/search/passageContents.js';
import { readPassages } from '../../src/search/passages.js';
import { finish } from '../../src/steps.js';
import { readSeed } from '../corpus/seeds.js';

const names = Array.from({ length: 400 }, (_, i) => `Odela Vale ${i}`).join(', ');
const ARTICLES = [
  readSeed('000'),
  ...makeSyntheticCorpus(4_400, 0).articles.map((input) => createArticle(input)),
  readSeed('002'),
  // More words than a byte counts, a word of more letters than it does, and a title that is so too.
  createArticle({
    id: 'names',
    title: `Guests: ${names}`,
    text: `The US invited us: ${names}. Nobody else came, US officials said.`,
  }),
  createArticle({ id: 'letters', text: `The ${'Llan'.repeat(60)} was closed. Odela Vale went home.` }),
  readSeed('003'),
];

/** What an index is made of, as plain arrays and lists. */
function plain({ sentences, articleTerms, sentenceTokens, titleTokens, ...rest }: PassageContents) {
  const parts = [sentences.parts, articleTerms.parts, sentenceTokens.parts, titleTokens.parts];
  return { parts, ...rest };
}

describe('an index that is read in threads', () => {
  it('is to the byte the one that is read here', async () => {
    const here = plain(finish(readPassages(ARTICLES)));
    expect(plain(await readPassagesInThreads(ARTICLES, undefined))).toEqual(here);
  });

  it('is none once it is not wanted any more', async () => {
    const stop = new AbortController();
    const reading = readPassagesInThreads(ARTICLES, stop.signal);
    stop.abort(new Error('Enough.'));
    await expect(reading).rejects.toThrow('Enough.');
    await expect(readPassagesInThreads(ARTICLES, stop.signal)).rejects.toThrow('Enough.');
  });

  it('is none when a thread ends too soon', async () => {
    const script = join(await mkdtemp(join(tmpdir(), 'dateline-threads-')), 'ends.mjs');
    await writeFile(script, 'process.exit(0);');
    await expect(readPassagesInThreads(ARTICLES, undefined, script)).rejects.toThrow('has ended');
  });
});
