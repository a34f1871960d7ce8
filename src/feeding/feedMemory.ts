import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './atomicFile.js';
import { OWN_FOLDER } from './corpusFolder.js';

/** Items of one feed that are remembered, the last: more than any feed lists at once. */
const MOST_SEEN = 2_000;
const FILE_MODE = 0o644;

const FEED_RECORD = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Keys of items that were looked at, oldest first. */
  seen: z.array(z.string()),
  /** When it was asked last; null: never. Days and times as ISO 8601. */
  askedAt: z.string().nullable(),
  /** When it may be asked again. */
  nextAt: z.string().nullable(),
  /** How often in a row it could not be had. */
  failures: z.number(),
  /** Why the last time; null when it could. */
  trouble: z.string().nullable(),
  /** How many articles came from it. */
  added: z.number(),
});
/** What is remembered of a feed between two times that it is asked. */
export type FeedRecord = z.infer<typeof FEED_RECORD>;

const NEVER_ASKED: FeedRecord = {
  etag: null,
  lastModified: null,
  seen: [],
  askedAt: null,
  nextAt: null,
  failures: 0,
  trouble: null,
  added: 0,
};

/** What is remembered of feeds, in a file of the corpus's own folder: written whole, and bounded. */
export class FeedMemory {
  readonly #folder: string;

  /** @param corpus the corpus's folder */
  constructor(corpus: string) {
    this.#folder = join(corpus, OWN_FOLDER);
  }

  /** By address; a file that cannot be read is as none. */
  async read(): Promise<Map<string, FeedRecord>> {
    const text = await readFile(this.#file, 'utf8').catch(() => '{}');
    try {
      return new Map(Object.entries(z.record(z.string(), FEED_RECORD).parse(JSON.parse(text))));
    } catch {
      return new Map();
    }
  }

  async recall(address: string): Promise<FeedRecord> {
    return (await this.read()).get(address) ?? NEVER_ASKED;
  }

  async remember(address: string, record: FeedRecord): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const all = await this.read();
    all.set(address, { ...record, seen: record.seen.slice(-MOST_SEEN) });
    await replaceFile(this.#file, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`, FILE_MODE);
  }

  get #file(): string {
    return join(this.#folder, 'feeds.json');
  }
}
