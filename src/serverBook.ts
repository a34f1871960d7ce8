import { unwatchFile, watchFile } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './feeding/atomicFile.js';

const FILE_NAME = 'servers.json';
const FILE_MODE = 0o600;
/** Another process of the same bot may write it: so often it is looked at, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

const ID = z.string().regex(/^\d{1,20}$/);
const SETTINGS = z.object({
  /** The event that answers on the server; null: none was chosen. */
  event: z.string().nullable().default(null),
  /** Events that answer in channels of it, by the channels' ids. */
  channels: z.record(ID, z.string()).default({}),
  /** 0..1; null: as `.env` says, as in the two below. */
  minConfidence: z.number().min(0).max(1).nullable().default(null),
  privateAnswers: z.boolean().nullable().default(null),
  /** Ids of the channels where it answers. */
  allowedChannels: z.array(ID).min(1).nullable().default(null),
});
const SERVERS = z.record(ID, SETTINGS);

/** What those who may manage a server set for it. */
export type ServerSettings = z.infer<typeof SETTINGS>;
type Servers = ReadonlyMap<string, ServerSettings>;

/** Of a server for which nothing was set, and of direct messages. */
export const NOTHING_SET: ServerSettings = SETTINGS.parse({});

/** Where somebody asks. */
export interface AskedIn {
  /** Null in direct messages. */
  readonly server: string | null;
  /** The channel, and the one that it is a thread of. */
  readonly channels: readonly string[];
}

/** What is set for servers, in one small file: held in memory, written whole, and nothing about people. */
export class ServerBook {
  readonly #file: string;
  readonly #onFault: (sentence: string) => void;
  #servers: Servers = new Map();
  #last: Promise<unknown> = Promise.resolve();

  /** @param onFault told when the file cannot be read; what was known before counts then */
  constructor(folder: string, onFault: (sentence: string) => void) {
    this.#file = join(folder, FILE_NAME);
    this.#onFault = onFault;
  }

  /** Reads what was set before. Never throws. */
  async read(): Promise<void> {
    try {
      this.#servers = (await this.#written()) ?? new Map();
    } catch (error) {
      const reason = error instanceof SyntaxError || error instanceof z.ZodError ? 'it is broken' : String(error);
      this.#onFault(
        `${this.#file} cannot be read (${reason}): what was set for servers does not count. It is put aside when something is set anew.`,
      );
    }
  }

  /** Reads it again when another process has changed it. Keeps no process alive. */
  watch(): void {
    watchFile(this.#file, { persistent: false, interval: LOOK_EVERY_MS }, () => void this.read());
  }

  close(): void {
    unwatchFile(this.#file);
  }

  of(server: string | null): ServerSettings {
    return (server !== null && this.#servers.get(server)) || NOTHING_SET;
  }

  /** The event that a channel is bound to, else its server; null: neither is. */
  eventFor({ server, channels }: AskedIn): string | null {
    const { event, channels: bound } = this.of(server);
    const channel = channels.find((id) => Object.hasOwn(bound, id));
    return channel === undefined ? event : (bound[channel] ?? event);
  }

  /** Sets what is made of what was set before. @throws Error when it cannot be written: then nothing changes */
  change(server: string, make: (before: ServerSettings) => ServerSettings): Promise<void> {
    const changed = this.#last.then(async () => {
      await mkdir(dirname(this.#file), { recursive: true });
      const servers = new Map(await this.#writtenOrKnown());
      const settings = make(servers.get(server) ?? NOTHING_SET);
      if (isNothing(settings)) servers.delete(server);
      else servers.set(server, settings);
      await replaceFile(this.#file, `${JSON.stringify(Object.fromEntries(servers), null, 1)}\n`, FILE_MODE);
      this.#servers = servers;
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }

  /** Null: there is no file. @throws Error for one that cannot be read */
  async #written(): Promise<Servers | null> {
    const text = await readFile(this.#file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return text === null ? null : new Map(Object.entries(SERVERS.parse(JSON.parse(text))));
  }

  /** What stands in the file, to which a change is made; of a broken one, which is put aside, what is known. */
  async #writtenOrKnown(): Promise<Servers> {
    try {
      return (await this.#written()) ?? new Map();
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
      await rename(this.#file, `${this.#file}.broken`);
      return this.#servers;
    }
  }
}

function isNothing({ event, channels, minConfidence, privateAnswers, allowedChannels }: ServerSettings): boolean {
  const set = [event, minConfidence, privateAnswers, allowedChannels].some((value) => value !== null);
  return !set && Object.keys(channels).length === 0;
}
