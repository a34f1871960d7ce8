import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { replaceFile } from './atomicFile.js';
import { OWN_FOLDER } from './corpusFolder.js';

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

  async read(): Promise<Content> {
    const text = await readFile(join(this.#folder, this.#name), 'utf8').catch(() => null);
    if (text === null) return this.#empty;
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch {
      return this.#empty;
    }
  }

  /** Replaces the content by what is made of it. @throws Error when it cannot be written */
  change(make: (before: Content) => Content): Promise<void> {
    const changed = this.#last.then(async () => {
      await mkdir(this.#folder, { recursive: true });
      const content = make(await this.read());
      await replaceFile(join(this.#folder, this.#name), `${JSON.stringify(content, null, 1)}\n`, FILE_MODE);
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }
}
