import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CorpusKeeper } from '../src/corpusKeeper.js';
import { type LiveArchive, openLiveArchive } from '../src/liveArchive.js';

let folder = '';
let archive: LiveArchive;
let faults: unknown[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-live-'));
  faults = [];
  writeFileSync(join(folder, 'a.txt'), 'The ferry ran aground off Norwick on Tuesday.');
  archive = await openLiveArchive(folder, { onFault: (error) => faults.push(error) });
});
afterEach(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const ids = async () => (await archive.articles()).map(({ id }) => id).sort();
/** Waits for what a busy machine may take a while for. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 50 });

describe('a live archive', () => {
  it('answers from what is added, changed and removed, without a restart', async () => {
    await archive.watch();
    writeFileSync(join(folder, 'b.txt'), 'The captain of the tug is Gail Starling.');
    await soon(async () => expect(await ids()).toEqual(['a', 'b']));
    expect(JSON.stringify(await archive.ask('who is the captain of the tug'))).toContain('Gail Starling');
    writeFileSync(join(folder, 'b.txt'), 'The captain of the tug is Maya Example, a Norwick sailor.');
    await soon(async () =>
      expect(JSON.stringify(await archive.ask('who is the captain of the tug'))).toContain('Maya Example'),
    );
    rmSync(join(folder, 'b.txt'));
    await soon(async () => expect(await ids()).toEqual(['a']));
    expect(faults).toEqual([]);
  });

  it('sees what comes where the corpus is a link, and where another folder takes its place', async () => {
    const link = `${folder}.link`;
    symlinkSync(folder, link);
    const linked = await openLiveArchive(link, { onFault: (error) => faults.push(error) });
    const linkedIds = async () => (await linked.articles()).map(({ id }) => id).sort();
    try {
      await linked.watch();
      writeFileSync(join(folder, 'b.txt'), 'The captain of the tug is Gail Starling.');
      await soon(async () => expect(await linkedIds()).toEqual(['a', 'b']));
    } finally {
      await linked.close();
      rmSync(link);
    }
    await archive.watch();
    renameSync(folder, `${folder}.old`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'c.txt'), 'The tug sailed on Friday.');
    await soon(async () => expect(await ids()).toEqual(['c']));
    writeFileSync(join(folder, 'd.txt'), 'The tug came back on Sunday.');
    await soon(async () => expect(await ids()).toEqual(['c', 'd']));
    rmSync(`${folder}.old`, { recursive: true });
  });

  it('reads no file half written, nor what is in a hidden folder', async () => {
    await archive.watch();
    let seen = 0;
    const reload = vi.spyOn(archive, 'reload').mockImplementation(async () => {
      seen++;
    });
    mkdirSync(join(folder, '.dateline'));
    writeFileSync(join(folder, '.dateline/changes.jsonl'), '{}\n');
    for (let i = 0; i < 8; i++) {
      appendFileSync(join(folder, 'b.txt'), `Line ${i}. `);
      await wait(100);
      expect(seen).toBe(0);
    }
    await soon(async () => expect(seen).toBeGreaterThan(0));
    reload.mockRestore();
  });

  it('has no moment in which a question fails, however often it is read again', async () => {
    let isDone = false;
    const reloading = (async () => {
      for (let i = 0; i < 5; i++) {
        writeFileSync(join(folder, `b${i}.txt`), `The tug number ${i} came to help.`);
        await archive.reload();
      }
      isDone = true;
    })();
    let asked = 0;
    while (!isDone) {
      expect(JSON.stringify(await archive.ask('what ran aground off Norwick'))).toContain('The ferry ran aground');
      expect(await archive.statements()).toEqual([]);
      expect(archive.size.articles).toBeGreaterThan(0);
      asked++;
      await wait(1);
    }
    await reloading;
    expect(asked).toBeGreaterThan(5);
    expect(archive.size.articles).toBe(6);
  });

  it('keeps the old articles when the folder cannot be read, and says so', async () => {
    renameSync(folder, `${folder}-away`);
    await archive.reload();
    renameSync(`${folder}-away`, folder);
    expect(await ids()).toEqual(['a']);
    expect(String(faults[0])).toContain('cannot be opened');
  });

  it('tells what is new to look at, once', async () => {
    const news: string[][] = [];
    const told = await openLiveArchive(folder, {
      onReload: (_, problems) => news.push(problems.map(({ file }) => file)),
    });
    writeFileSync(join(folder, 'b.txt'), '');
    await told.reload();
    await told.reload();
    await told.close();
    expect(news).toEqual([['b.txt'], []]);
  });

  it('reads a file that came by itself, and answers from it at once', async () => {
    const growing = await openLiveArchive(folder, { leastArticles: 1 });
    const reload = vi.spyOn(growing, 'reload');
    writeFileSync(join(folder, 'b.txt'), 'The captain of the tug is Gail Starling.');
    await growing.add(['b.txt']);
    expect(JSON.stringify(await growing.ask('who is the captain of the tug'))).toContain('Gail Starling');
    expect(reload).not.toHaveBeenCalled();
    await growing.close();
  });

  it('reads what it was told of once, though the system tells of it too', async () => {
    let reloads = 0;
    const growing = await openLiveArchive(folder, { leastArticles: 1, onReload: () => void reloads++ });
    await growing.watch();
    const log = () => undefined;
    const keeper = new CorpusKeeper({ archive: growing, corpus: folder, allowFetch: false, servers: null, log });
    const captain = 'The captain of the tug is Gail Starling, who has steered it for thirty years.';
    await keeper.addFile('b.txt', Buffer.from(captain), 'discord');
    await wait(1_500);
    expect([reloads, growing.size.articles]).toEqual([1, 2]);
    await keeper.remove('b', 'discord');
    await wait(1_500);
    expect([reloads, growing.size.articles]).toEqual([2, 1]);
    // By hand, after that.
    writeFileSync(join(folder, 'b.txt'), `${captain} She lives in Norwick.`);
    await soon(async () => expect([reloads, growing.size.articles]).toEqual([3, 2]));
    await growing.close();
  });
});
