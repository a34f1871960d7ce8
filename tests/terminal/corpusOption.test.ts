import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusNamed } from '../../src/terminal/corpusOption.js';

let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'dateline-named-'));
  for (const name of ['harbour', 'bridge']) mkdirSync(join(place, name));
});
afterAll(() => rmSync(place, { recursive: true }));

const several = () => ({ corpus: 'seeds', corpora: [join(place, '*')] });
const one = { corpus: 'articles', corpora: null };

describe('the corpus that the command line names', () => {
  it('is the one of --corpus, else the one that is set', async () => {
    expect(await corpusNamed({ given: { corpus: 'here' }, config: several() }, 'ask')).toBe('here');
    expect(await corpusNamed({ given: {}, config: one }, 'ask')).toBe('articles');
  });

  it('is the event of --event, in any capitals, else the first by name', async () => {
    expect(await corpusNamed({ given: { event: 'Harbour' }, config: several() }, 'ask')).toBe(join(place, 'harbour'));
    expect(await corpusNamed({ given: {}, config: several() }, 'first')).toBe(join(place, 'bridge'));
  });

  it('has to be named where something is changed', async () => {
    await expect(corpusNamed({ given: {}, config: several() }, 'ask')).rejects.toThrow(
      'say --event and one of bridge, harbour',
    );
  });

  it('is complained of where it is not there, or twice', async () => {
    const flood = { given: { event: 'flood' }, config: several() };
    await expect(corpusNamed(flood, 'first')).rejects.toThrow('no event “flood” here. There are bridge, harbour.');
    await expect(corpusNamed({ given: { event: 'x' }, config: one }, 'first')).rejects.toThrow(
      'CORPORA, which is not set',
    );
    const both = { given: { corpus: 'here', event: 'harbour' }, config: several() };
    await expect(corpusNamed(both, 'first')).rejects.toThrow('leave one of them out');
    const nothing = { corpus: 'seeds', corpora: [join(place, 'x*')] };
    await expect(corpusNamed({ given: {}, config: nothing }, 'first')).rejects.toThrow('matches nothing');
  });
});
