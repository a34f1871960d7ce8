import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Corpora, NoCorpusError } from '../src/corpora.js';
import type { NamedCorpus } from '../src/corporaOnDisk.js';
import { ExtractionThread } from '../src/corpus/readers/extraction/extractionThread.js';
import { CorpusKeeper } from '../src/corpusKeeper.js';
import { openLiveArchive } from '../src/liveArchive.js';
import { loadKnowledge } from '../src/search/knowledge.js';

let place = '';
let faults: string[] = [];
let gone: string[] = [];
let open: Corpora | null = null;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'dateline-corpora-'));
  [faults, gone, open] = [[], [], null];
});
afterEach(async () => {
  await open?.close();
  rmSync(place, { recursive: true });
});

function write(event: string, file: string, text: string): void {
  mkdirSync(join(place, event), { recursive: true });
  writeFileSync(join(place, event, file), text);
}

async function openAll(more: { lookEvery?: number } = {}): Promise<Corpora> {
  const shared = { sharedKnowledge: await loadKnowledge(null), sharedExtraction: new ExtractionThread() };
  const hold = async (corpus: NamedCorpus) => {
    const archive = await openLiveArchive(corpus.where, { ...shared, reader: false });
    const log = () => undefined;
    const keeper = new CorpusKeeper({ archive, corpus: corpus.where, allowFetch: false, servers: null, log });
    return { ...corpus, archive, keeper, feeds: null };
  };
  open = await Corpora.open({
    patterns: [join(place, '*')],
    open: hold,
    onFault: (sentence) => faults.push(sentence),
    onGone: (name) => gone.push(name),
    ...more,
  });
  return open;
}

const lineOf = async (corpora: Corpora, event: string, question: string) =>
  (await corpora.of(event)?.archive.ask(question))?.excerpts[0]?.text;

describe('several corpora', () => {
  it('answer each from its own articles, and are found by name in any capitals', async () => {
    write('harbour', 'tug.txt', 'The captain of the tug is Gail Starling.');
    write('bridge', 'builder.txt', 'The builder of the bridge is Omar Fenwick.');
    const corpora = await openAll();
    expect(corpora.names).toEqual(['bridge', 'harbour']);
    expect(corpora.first.name).toBe('bridge');
    expect(corpora.size.articles).toBe(2);
    expect(await lineOf(corpora, 'Harbour', 'who is the captain of the tug')).toContain('Gail Starling');
    expect(await lineOf(corpora, 'bridge', 'who is the captain of the tug')).toBeUndefined();
    expect(corpora.of('flood')).toBeNull();
  });

  it('have each its own aliases over those that all share', async () => {
    const line = 'The vessel fell silent above the reef.';
    write('harbour', 'tug.txt', line);
    write('harbour', 'aliases.txt', '= Halcyon, vessel\n');
    write('bridge', 'tug.txt', line);
    const corpora = await openAll();
    const sureness = async (event: string) =>
      (await corpora.of(event)?.archive.ask('Did Halcyon fall silent?'))?.confidence ?? 0;
    expect(await sureness('harbour')).toBeGreaterThan((await sureness('bridge')) + 0.1);
  });

  it('are opened but for the one that cannot be read, which is said', async () => {
    write('harbour', 'tug.txt', 'The captain of the tug is Gail Starling.');
    write('bridge', 'other.txt', 'The bridge is closed.');
    const { patterns } = { patterns: [join(place, 'harbour'), join(place, 'flood')] };
    open = await Corpora.open({
      patterns,
      open: async (corpus) => {
        const archive = await openLiveArchive(corpus.where, { reader: false });
        const options = { archive, corpus: corpus.where, allowFetch: false, servers: null, log: () => undefined };
        return { ...corpus, archive, keeper: new CorpusKeeper(options), feeds: null };
      },
      onFault: (sentence) => faults.push(sentence),
      onGone: () => undefined,
    });
    expect(open.all.map(({ name }) => name)).toEqual(['harbour']);
    expect(open.names).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/^flood cannot be read: /)]);
  });

  it('must be one at least', async () => {
    await expect(openAll()).rejects.toThrow(NoCorpusError);
  });

  it('come and go when they are read again', async () => {
    write('harbour', 'tug.txt', 'The captain of the tug is Gail Starling.');
    write('bridge', 'other.txt', 'The bridge is closed.');
    const corpora = await openAll();
    const { archive } = corpora.of('harbour') ?? {};
    write('flood', 'river.txt', 'The river Wend rose on Sunday.');
    rmSync(join(place, 'bridge'), { recursive: true });
    await corpora.reload();
    expect(corpora.names).toEqual(['flood', 'harbour']);
    expect(gone).toEqual(['bridge']);
    expect(corpora.of('harbour')?.archive).toBe(archive);
    expect(await lineOf(corpora, 'flood', 'which river rose')).toContain('Wend');
  });

  it('are noticed without being told to look, and what is wrong is said once', async () => {
    write('harbour', 'tug.txt', 'The captain of the tug is Gail Starling.');
    mkdirSync(join(place, 'a|b'));
    const corpora = await openAll({ lookEvery: 20 });
    await corpora.settleIn();
    write('flood', 'river.txt', 'The river Wend rose on Sunday.');
    const end = performance.now() + 10_000;
    while (corpora.names.length < 2 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(corpora.names).toEqual(['flood', 'harbour']);
    expect(faults).toEqual([expect.stringContaining('without |')]);
  });

  it('go on answering from what was read where all of them are gone', async () => {
    write('harbour', 'tug.txt', 'The captain of the tug is Gail Starling.');
    const corpora = await openAll();
    rmSync(join(place, 'harbour'), { recursive: true });
    await corpora.reload();
    expect(await lineOf(corpora, 'harbour', 'who is the captain of the tug')).toContain('Gail Starling');
  });
});

describe('one corpus', () => {
  it('has no name that anybody need choose', async () => {
    write('harbour', 'tug.txt', 'The captain of the tug is Gail Starling.');
    const corpora = await openAll();
    expect(corpora.names).toEqual([]);
    const alone = Corpora.ofOne({ ...corpora.first, name: '' });
    await alone.reload();
    expect(alone.names).toEqual([]);
    expect(alone.all).toHaveLength(1);
  });
});
