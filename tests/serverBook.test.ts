import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_SET, ServerBook } from '../src/serverBook.js';

let folder = '';
let faults: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-servers-'));
  faults = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'servers.json');
async function opened(where = folder): Promise<ServerBook> {
  const book = new ServerBook(where, (sentence) => faults.push(sentence));
  await book.read();
  return book;
}

describe('what is set for servers', () => {
  it('is nothing at first, and of direct messages always', async () => {
    const book = await opened();
    expect(book.of('1')).toEqual(NOTHING_SET);
    expect(book.of(null)).toEqual(NOTHING_SET);
    expect(faults).toEqual([]);
    expect(existsSync(file())).toBe(false);
  });

  it('is there at the next start, in a file for its owner alone', async () => {
    const book = await opened();
    await book.change('1', (before) => ({ ...before, event: 'harbour', privateAnswers: true }));
    const again = await opened();
    expect(again.of('1')).toEqual({ ...NOTHING_SET, event: 'harbour', privateAnswers: true });
    expect(again.of('2')).toEqual(NOTHING_SET);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });

  it('makes the folder that it is kept in', async () => {
    const book = await opened(join(folder, 'a/.dateline'));
    await book.change('1', (before) => ({ ...before, event: 'harbour' }));
    expect((await opened(join(folder, 'a/.dateline'))).of('1').event).toBe('harbour');
  });

  it('leaves no trace of a server for which nothing is set any more', async () => {
    const book = await opened();
    await book.change('1', (before) => ({ ...before, event: 'harbour' }));
    await book.change('1', (before) => ({ ...before, event: null }));
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({});
  });

  it('takes changes at once one after the other, and those of another process too', async () => {
    const [one, other] = [await opened(), await opened()];
    await Promise.all(['1', '2', '3'].map((id) => one.change(id, (before) => ({ ...before, event: `event ${id}` }))));
    await other.change('4', (before) => ({ ...before, minConfidence: 0.5 }));
    await one.read();
    expect(['1', '2', '3'].map((id) => one.of(id).event)).toEqual(['event 1', 'event 2', 'event 3']);
    expect(one.of('4').minConfidence).toBe(0.5);
  });

  it('counts for a channel before the server, and for its threads', async () => {
    const book = await opened();
    await book.change('1', (before) => ({ ...before, event: 'bridge', channels: { 10: 'harbour', 12: 'flood' } }));
    expect(book.eventFor({ server: '1', channels: ['11'] })).toBe('bridge');
    expect(book.eventFor({ server: '1', channels: ['11', '10'] })).toBe('harbour');
    expect(book.eventFor({ server: '1', channels: ['12', '10'] })).toBe('flood');
    expect(book.eventFor({ server: '2', channels: ['10'] })).toBeNull();
    expect(book.eventFor({ server: null, channels: ['constructor'] })).toBeNull();
  });

  it('does not count where its file is broken, which is said; the file is put aside when something is set', async () => {
    for (const broken of ['{"1": {"event"', '{"1": {"minConfidence": 7}}', '{"Ada": {}}']) {
      writeFileSync(file(), broken);
      faults = [];
      const book = await opened();
      expect(book.of('1')).toEqual(NOTHING_SET);
      expect(faults).toEqual([expect.stringContaining('it is broken')]);
      await book.change('2', (before) => ({ ...before, event: 'harbour' }));
      expect(readFileSync(`${file()}.broken`, 'utf8')).toBe(broken);
      expect((await opened()).of('2').event).toBe('harbour');
    }
  });

  it('stays as it was where it cannot be written', async () => {
    writeFileSync(join(folder, 'taken'), '');
    const book = await opened(join(folder, 'taken'));
    await expect(book.change('1', (before) => ({ ...before, event: 'harbour' }))).rejects.toThrow();
    expect(book.of('1')).toEqual(NOTHING_SET);
  });
});
