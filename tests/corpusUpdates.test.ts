import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive, OpenedArchive } from '../src/archiveInterface.js';
import { CorpusUpdates } from '../src/corpusUpdates.js';

let folder = '';
let closed: string[] = [];
let current: OpenedArchive;
/** Resolve the readings of the whole folder that were begun, one after another. */
let readings: ((opened: OpenedArchive) => void)[] = [];
let faults: unknown[] = [];
let updates: CorpusUpdates;

/** An archive of some files, of which none is read. */
function archiveOf(files: readonly string[], isUnfinished = false): OpenedArchive {
  const close = async () => void closed.push(files.join());
  return {
    archive: { size: { articles: files.length }, close } as unknown as Archive,
    isUnfinished,
    hasFile: (name) => files.includes(name),
    prepare: async () => undefined,
    withFiles: async (names) =>
      names.some((name) => files.includes(name)) ? null : archiveOf([...files, ...names], isUnfinished),
  };
}
const files = () => ['a', 'b', 'c', 'd'].filter((name) => current.hasFile(name));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-updates-'));
  current = archiveOf(['a']);
  closed = [];
  readings = [];
  faults = [];
  updates = new CorpusUpdates({
    where: folder,
    open: () => new Promise((resolve) => readings.push(resolve)),
    current: () => current,
    replace: (next) => {
      current = next;
    },
    onFault: (error) => faults.push(error),
    readAt: Date.now(),
    leastArticles: 1,
  });
});
afterEach(() => {
  updates.close();
  rmSync(folder, { recursive: true });
  vi.useRealTimers();
});

const begun = (count: number) => vi.waitFor(() => expect(readings).toHaveLength(count));

describe('what keeps an archive up to date', () => {
  it('adds files while the whole folder is being read, and loses none that came too late for it', async () => {
    const reloaded = updates.reload();
    await begun(1);
    expect(await updates.add(['b'])).toBe(true);
    expect(await updates.add(['c'])).toBe(true);
    expect(files()).toEqual(['a', 'b', 'c']);
    readings[0]?.(archiveOf(['a', 'b']));
    await reloaded;
    expect(files()).toEqual(['a', 'b', 'c']);
    expect(faults).toEqual([]);
  });

  it('reads the folder once more when something changes meanwhile, however often', async () => {
    const all = [updates.reload(), updates.reload()];
    await begun(1);
    all.push(updates.reload(), updates.reload());
    readings[0]?.(archiveOf(['a']));
    await begun(2);
    readings[1]?.(archiveOf(['a', 'd']));
    await Promise.all(all);
    expect(files()).toEqual(['a', 'd']);
    expect(readings).toHaveLength(2);
  });

  it('reads the whole folder later when that may find more, and not again and again', async () => {
    vi.useFakeTimers();
    current = archiveOf(['a'], true);
    await updates.add(['b']);
    await updates.add(['c']);
    expect(readings).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readings).toHaveLength(1);
    // It takes five seconds, so that nothing is read for fifty.
    await vi.advanceTimersByTimeAsync(5_000);
    readings[0]?.(archiveOf(['a', 'b', 'c'], true));
    await vi.advanceTimersByTimeAsync(0);
    await updates.add(['d']);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(readings).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readings).toHaveLength(2);
  });

  it('knows the files that it was told of, as long as they are as they were then', async () => {
    const path = join(folder, 'b');
    writeFileSync(path, 'The ferry sailed.');
    await updates.add(['b']);
    expect(updates.isRead('b', statSync(path))).toBe(true);
    expect(updates.isRead('b', null)).toBe(false);
    writeFileSync(path, 'The ferry sailed again.');
    expect(updates.isRead('b', statSync(path))).toBe(false);
    rmSync(path);
    void updates.reload(['b']);
    await begun(1);
    expect(updates.isRead('b', null)).toBe(true);
  });
});
