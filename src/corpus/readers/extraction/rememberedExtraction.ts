import { createHash } from 'node:crypto';
import { GivenUpError } from '../fileError.js';
import type { DocumentFormat, Extracted, Extraction } from './extracted.js';

/**
 * What was taken out of documents, by their bytes: a corpus that is read again and again parses only what is new, and what was given up for
 * want of time or memory.
 */
export class RememberedExtraction implements Extraction {
  readonly #extraction: Extraction;
  #last = new Map<string, Promise<Extracted>>();
  #now = new Map<string, Promise<Extracted>>();

  constructor(extraction: Extraction) {
    this.#extraction = extraction;
  }

  extract(format: DocumentFormat, bytes: Uint8Array): Promise<Extracted> {
    const key = `${format} ${createHash('sha256').update(bytes).digest('base64')}`;
    const known = this.#now.get(key) ?? this.#last.get(key);
    const extracted = known ?? this.#extraction.extract(format, bytes);
    this.#now.set(key, extracted);
    extracted.catch((error: unknown) => {
      if (error instanceof GivenUpError && this.#now.get(key) === extracted) this.#now.delete(key);
    });
    return extracted;
  }

  /** Forgets what was not asked for since the last call: documents that are gone. */
  forgetUnused(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }
}
