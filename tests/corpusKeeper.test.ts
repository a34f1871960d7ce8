import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestError } from '../src/archive.js';
import { CorpusKeeper } from '../src/corpusKeeper.js';
import { type LiveArchive, openLiveArchive } from '../src/liveArchive.js';
import { seedsFolder } from '../src/projectFolder.js';

const TEXT = 'The ferry ran aground off Norwick on Tuesday.';

let corpus = '';
let archive: LiveArchive;
let said: string[];
beforeEach(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-keeper-'));
  archive = await openLiveArchive(corpus, { reader: false });
  said = [];
});
afterEach(async () => {
  await archive.close();
  rmSync(corpus, { recursive: true });
});

const keeper = (folder = corpus, servers: string[] | null = null) =>
  new CorpusKeeper({
    archive,
    corpus: folder,
    allowFetch: false,
    servers: servers && new Set(servers),
    log: (sentence) => said.push(sentence),
  });
const names = () => readdirSync(corpus).filter((name) => !name.startsWith('.'));

describe('who keeps a corpus', () => {
  it('makes one change after the other, so that two at once see each other', async () => {
    const kept = keeper();
    const both = await Promise.all(['a.txt', 'b.txt'].map((name) => kept.addFile(name, Buffer.from(TEXT), 'discord')));
    expect(both.map(({ added }) => added.length)).toEqual([1, 0]);
    expect(names()).toEqual(['a.txt']);
    expect(archive.size.articles).toBe(1);
    expect(said).toEqual(['a.txt: added (discord).']);
  });

  it('goes on after a change that failed', async () => {
    const kept = keeper();
    await expect(kept.undo('discord')).rejects.toThrow(RequestError);
    expect((await kept.addFile('a.txt', Buffer.from(TEXT), 'discord')).added).toHaveLength(1);
    expect((await kept.standing()).changes).toMatchObject([{ action: 'add', by: 'discord', files: ['a.txt'] }]);
  });

  it.each(['../../a.txt', '..\\a.txt', '/etc/a.txt', '.a.txt', 'x/.dateline/a.txt'])(
    'puts a file called %s into the folder itself',
    async (name) => {
      await keeper().addFile(name, Buffer.from(TEXT), 'discord');
      expect(names()).toEqual(['a.txt']);
    },
  );

  it('fetches nothing without the owner’s leave', async () => {
    await expect(keeper().addLink('https://example.org/', 'discord')).rejects.toThrow(/unless ALLOW_FETCH=true/);
  });

  it('changes nothing of the articles that ship with Dateline', async () => {
    const shipped = keeper(seedsFolder());
    await expect(shipped.addFile('a.txt', Buffer.from(TEXT), 'discord')).rejects.toThrow(/stay as they are/);
    await expect(shipped.remove('000_33ym2uh', 'discord')).rejects.toThrow(/stay as they are/);
    await expect(shipped.undo('discord')).rejects.toThrow(/stay as they are/);
  });

  it('takes changes from the servers that are named alone', () => {
    expect([keeper().isManagedFrom('1'), keeper(corpus, ['2']).isManagedFrom('1')]).toEqual([true, false]);
  });
});
