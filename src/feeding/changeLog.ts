import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from './feedError.js';

/** How a change came: never who made it. Lines of older logs do not say. */
const WAYS_IN = ['terminal', 'discord', 'feed'] as const;
export type ChangedBy = (typeof WAYS_IN)[number];

const WHEN_AND_HOW = { at: z.string(), by: z.enum(WAYS_IN).optional() };

/** Something done to a corpus folder; names are paths below it. */
const CHANGE = z.discriminatedUnion('action', [
  z.object({ action: z.literal('add'), ...WHEN_AND_HOW, files: z.array(z.string()) }),
  z.object({
    action: z.literal('remove'),
    ...WHEN_AND_HOW,
    files: z.array(z.string()),
    /** Where each is kept. */
    kept: z.array(z.string()),
  }),
  /** `undoes` is the 1-based line of the change that was undone. */
  z.object({ action: z.literal('undo'), ...WHEN_AND_HOW, undoes: z.number() }),
]);
/** One line of the log. */
export type Change = z.infer<typeof CHANGE>;

/** A change that can still be undone, and its line. */
export interface OpenChange {
  readonly line: number;
  readonly change: Exclude<Change, { action: 'undo' }>;
}

/** Every change of a corpus folder, a line each: what was done, when, and what can be undone. It only grows. */
export class ChangeLog {
  readonly #file: string;

  /** @param folder Dateline's own folder in the corpus, which is there */
  constructor(folder: string) {
    this.#file = join(folder, 'changes.jsonl');
  }

  async append(change: Change): Promise<void> {
    const log = await open(this.#file, 'a+');
    try {
      const { size } = await log.stat();
      const { buffer } = await log.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
      // A line that a power cut left half written must not take this one with it.
      const isCut = size > 0 && buffer.toString() !== '\n';
      await log.appendFile(`${isCut ? '\n' : ''}${JSON.stringify(change)}\n`);
      await log.sync();
    } finally {
      await log.close();
    }
  }

  /** The last change that was not undone; null when there is none. */
  async last(): Promise<OpenChange | null> {
    const changes = await this.#read();
    const undone = new Set(changes.flatMap((change) => (change?.action === 'undo' ? [change.undoes] : [])));
    for (let line = changes.length; line > 0; line--) {
      const change = changes[line - 1];
      if (change && change.action !== 'undo' && !undone.has(line)) return { line, change };
    }
    return null;
  }

  /** The last changes, the newest first. @param most how many */
  async recent(most: number): Promise<Change[]> {
    const changes = (await this.#read()).filter((change) => change !== null);
    return changes.slice(-most).reverse();
  }

  /** The files that once were added so, whatever became of them. */
  async addedBy(by: ChangedBy): Promise<Set<string>> {
    const changes = await this.#read();
    return new Set(changes.flatMap((change) => (change?.action === 'add' && change.by === by ? change.files : [])));
  }

  /** Null for a line that is no change: one that a power cut left half written must not take the others with it. */
  async #read(): Promise<(Change | null)[]> {
    const text = await readFile(this.#file, 'utf8').catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return '';
      throw error;
    });
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        try {
          return CHANGE.parse(JSON.parse(line));
        } catch {
          return null;
        }
      });
  }
}
