import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { replaceFile } from './atomicFile.js';
import { OWN_FOLDER } from './corpusFolder.js';
import { systemCode } from './feedError.js';

/** Only its owner reads what people asked. */
const FILE_MODE = 0o600;

/** A small file in the corpus's own folder: read and written whole, one change after the other. */
export class KeptFile<Content> {
  readonly #folder: string;
  readonly #name: string;
  readonly #schema: z.ZodType<Content>;
  readonly #empty: Content;
  #last: Promise<unknown> = Promise.resolve();

  /** @param empty its content where there is no file, or none that can be read */
  constructor(corpus: string, name: string, schema: z.ZodType<Content>, empty: Content) {
    this.#folder = join(corpus, OWN_FOLDER);
    this.#name = name;
    this.#schema = schema;
    this.#empty = empty;
  }

  /** What stands in it, as far as that can be read. */
  async read(): Promise<Content> {
    const text = await readFile(this.#path, 'utf8').catch(() => null);
    return (text === null ? null : this.#parsed(text)) ?? this.#empty;
  }

  /** Replaces the content by what is made of it. @throws Error when it cannot be read or written: then nothing changes */
  change(make: (before: Content) => Content): Promise<void> {
    const changed = this.#last.then(async () => {
      await mkdir(this.#folder, { recursive: true });
      const content = make(await this.#written());
      await replaceFile(this.#path, `${JSON.stringify(content, null, 1)}\n`, FILE_MODE);
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }

  get #path(): string {
    return join(this.#folder, this.#name);
  }

  /** What a change is made to; a broken file is put aside, so that nothing of it is lost. */
  async #written(): Promise<Content> {
    const text = await readFile(this.#path, 'utf8').catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return this.#empty;
    const content = this.#parsed(text);
    if (content === null) await rename(this.#path, `${this.#path}.broken`);
    return content ?? this.#empty;
  }

  #parsed(text: string): Content | null {
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }
}
