import { findCorpora, type NamedCorpus } from './corporaOnDisk.js';
import type { CorpusKeeper } from './corpusKeeper.js';
import type { FeedWatch } from './feedWatch.js';
import type { LiveArchive } from './liveArchive.js';

/** A corpus that is open: what asks it, what changes it, what feeds it. */
export interface HeldCorpus extends NamedCorpus {
  readonly archive: LiveArchive;
  readonly keeper: CorpusKeeper;
  /** Null: no feeds are set. */
  readonly feeds: FeedWatch | null;
}

export interface CorporaOptions {
  /** As `findCorpora`. */
  readonly patterns: readonly string[];
  /** @throws Error when it cannot be read at all: the others are opened nevertheless */
  readonly open: (corpus: NamedCorpus) => Promise<HeldCorpus>;
  /** Told of what is no corpus, and of what cannot be opened or read ahead, a sentence each. */
  readonly onFault: (sentence: string) => void;
  /** Told of one that is gone. */
  readonly onGone: (name: string) => void;
  /** Milliseconds from one look for others to the next; half a minute unless told. */
  readonly lookEvery?: number;
}

/** So often is looked for corpora that came and for those that are gone, in milliseconds. */
const LOOK_EVERY_MS = 30_000;

/** None of several corpora can be asked. */
export class NoCorpusError extends Error {
  override readonly name = 'NoCorpusError';
}

/**
 * The corpora of one process, each an event of its own with its own articles, changes and feeds. What they need alike, such as the reader,
 * is shared by whoever opens them. Of one alone nobody need know a name.
 */
export class Corpora {
  readonly #options: CorporaOptions | null;
  #held: readonly HeldCorpus[];
  #isSettled = false;
  #timer: NodeJS.Timeout | undefined;
  /** What was told of the last look: what goes on being wrong is told once. */
  #told = new Set<string>();
  #scanning: Promise<void> = Promise.resolve();

  /** @param options null: there is one corpus, which stays the one */
  constructor(held: readonly HeldCorpus[], options: CorporaOptions | null) {
    this.#held = held;
    this.#options = options;
  }

  /** One corpus, which stays the one. */
  static ofOne(held: HeldCorpus): Corpora {
    return new Corpora([held], null);
  }

  /** Opens what is there, one after the other. @throws NoCorpusError when none can be opened */
  static async open(options: CorporaOptions): Promise<Corpora> {
    const corpora = new Corpora([], options);
    await corpora.#scan(options);
    if (corpora.#held.length > 0) return corpora;
    throw new NoCorpusError(`CORPORA is ${options.patterns.join(', ')}, and nothing of that can be read.`);
  }

  /** In the order of their names, at least one. */
  get all(): readonly HeldCorpus[] {
    return this.#held;
  }

  /** What there is to choose from: nothing where there is only one. */
  get names(): readonly string[] {
    return this.#held.length > 1 ? this.#held.map(({ name }) => name) : [];
  }

  /** What answers where nothing else was chosen. */
  get first(): HeldCorpus {
    const [first] = this.#held;
    if (!first) throw new NoCorpusError('There is no corpus.');
    return first;
  }

  /** All of them together, as metrics count them. */
  get size(): { readonly articles: number; readonly passages: number } {
    const sizes = this.#held.map(({ archive }) => archive.size);
    return {
      articles: sizes.reduce((sum, { articles }) => sum + articles, 0),
      passages: sizes.reduce((sum, { passages }) => sum + passages, 0),
    };
  }

  /** The one of that name, in whatever capitals it is written; null when there is none. */
  of(name: string): HeldCorpus | null {
    const wanted = name.trim().toLowerCase();
    return this.#held.find((one) => one.name.toLowerCase() === wanted) ?? null;
  }

  /**
   * Has each load what it will need, read its articles again when they change, and ask its feeds: one corpus after the other. From then on
   * others that come are noticed.
   */
  async settleIn(): Promise<void> {
    this.#isSettled = true;
    for (const held of this.#held) await this.#settle(held);
    const options = this.#options;
    if (options) this.#timer = setInterval(() => void this.#look(options), options.lookEvery ?? LOOK_EVERY_MS).unref();
  }

  /** Reads all of them again, and looks for those that came and those that are gone. */
  async reload(): Promise<void> {
    const reread = this.#held.map(({ archive }) => archive.reload());
    if (this.#options) await this.#look(this.#options);
    await Promise.all(reread);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#held.map(closeHeld));
  }

  /** One look after the other. */
  #look(options: CorporaOptions): Promise<void> {
    this.#scanning = this.#scanning.then(() => this.#scan(options));
    return this.#scanning;
  }

  async #scan({ patterns, open, onFault, onGone }: CorporaOptions): Promise<void> {
    const { corpora, faults: found } = await findCorpora(patterns);
    const faults = [...found];
    const kept = this.#held.filter(({ where }) => corpora.some((one) => one.where === where));
    const gone = this.#held.filter((held) => !kept.includes(held));
    const opened: HeldCorpus[] = [];
    for (const corpus of corpora) {
      if (kept.some(({ where }) => where === corpus.where)) continue;
      try {
        opened.push(await open(corpus));
      } catch (error) {
        faults.push(`${corpus.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    for (const fault of faults) if (!this.#told.has(fault)) onFault(fault);
    this.#told = new Set(faults);
    const held = [...kept, ...opened];
    // Something has to answer: what is gone altogether goes on answering from what was read.
    if (held.length === 0) return;
    const order = corpora.map(({ where }) => where);
    this.#held = held.sort((a, b) => order.indexOf(a.where) - order.indexOf(b.where));
    for (const one of gone) {
      onGone(one.name);
      await closeHeld(one);
    }
    if (this.#isSettled) for (const one of opened) await this.#settle(one);
  }

  async #settle({ name, archive, feeds }: HeldCorpus): Promise<void> {
    try {
      await archive.readAhead();
      await archive.watch();
      await feeds?.start();
    } catch (error) {
      if (!this.#options) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.onFault(`${name} could not be read ahead: ${reason}`);
    }
  }
}

async function closeHeld({ archive, feeds }: HeldCorpus): Promise<void> {
  await feeds?.stop();
  await archive.close();
}
