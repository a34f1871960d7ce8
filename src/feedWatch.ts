import { RequestError } from './archive.js';
import type { Article } from './corpus/article.js';
import type { ExtractedArticle, Extraction } from './corpus/readers/extraction/extracted.js';
import { ExtractionThread } from './corpus/readers/extraction/extractionThread.js';
import type { CorpusKeeper } from './corpusKeeper.js';
import { itemFile, itemKey } from './feeding/feedItem.js';
import { type FeedLine, PUBLIC_WEB } from './feeding/feedLine.js';
import type { FeedMemory, FeedRecord } from './feeding/feedMemory.js';
import type { FetchedFile, Validators } from './feeding/publicFetch.js';
import { EventProfile, type Told } from './search/aboutness.js';
import type { WordVectors } from './search/meaning/wordVectors.js';

export interface FeedWatchOptions {
  readonly addresses: readonly string[];
  /** Minutes from one time that a feed is asked to the next. */
  readonly everyMinutes: number;
  readonly keeper: Pick<CorpusKeeper, 'articles' | 'addFiles' | 'filesAddedBy' | 'whyFixed'>;
  readonly memory: FeedMemory;
  /** Tell how rare a word is; they are loaded once, and null where they cannot be. */
  readonly loadVectors: () => Promise<WordVectors | null>;
  /** The public web unless told. */
  readonly line?: FeedLine;
  /** Is told in a sentence what came, and what could not be had. */
  readonly log: { info(sentence: string): void; warn(sentence: string): void };
  readonly now?: () => Date;
  /** 0..1; spreads the requests of many bots. */
  readonly random?: () => number;
}

/** What a feed says of an article, its title with a line or two, has to be so like the corpus for the page to be fetched … */
export const LEAST_OF_ITEM = 0.15;
/** … and the article, or a feed's whole text of it, for it to be let in. Measured: docs/FEEDING.md. */
export const LEAST_OF_ARTICLE = 0.26;
/** An item with a text of so many characters is the article itself. */
const WHOLE_ARTICLE = 1_500;
/** Items that one look at a feed lets in: a feed that has more of an event has them the next time too. */
const MOST_AT_ONCE = 20;
const MINUTE_MS = 60_000;
/** One look at a feed takes so long at most: behind slow pages the other feeds would wait. The rest of it comes the next time. */
const LONGEST_LOOK_MS = 5 * MINUTE_MS;
/** A feed that cannot be had is asked after twice as long each time, but once a day in any case. */
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS;
/** The share of its wait by which a feed is asked later than it might be. */
const JITTER = 0.1;

/** Asks feeds for new articles, and lets those in that are about what the corpus is about. */
export class FeedWatch {
  readonly #options: FeedWatchOptions;
  readonly #now: () => Date;
  readonly #line: FeedLine;
  readonly #extraction: Extraction & { close(): Promise<void> };
  #vectors: Promise<WordVectors | null> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: FeedWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#line = options.line ?? PUBLIC_WEB;
    this.#extraction = new ExtractionThread();
  }

  /** Looks at each feed now where its time has come, and from then on. Never throws. */
  start(): void {
    this.#looking = this.#run();
  }

  async #run(): Promise<void> {
    const { keeper, log } = this.#options;
    const fixed = await keeper.whyFixed();
    if (fixed !== null) return log.warn(`FEEDS are not asked. ${fixed}`);
    await this.look();
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.start(), MINUTE_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#extraction.close();
    await this.#looking;
  }

  /** Asks the feeds whose time has come, one after the other. Never throws. */
  async look(): Promise<void> {
    for (const address of this.#options.addresses) {
      if (this.#isStopped) return;
      try {
        await this.#lookAt(address);
      } catch (error) {
        // Such as a disk that is full: the next look may do better.
        this.#options.log.warn(`${address}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }

  async #lookAt(address: string): Promise<void> {
    const { memory, log } = this.#options;
    const record = await memory.recall(address);
    if (record.nextAt !== null && record.nextAt > this.#now().toISOString()) return;
    try {
      const fetched = await this.#line.fetchFeed(address, record);
      await memory.remember(address, this.#waited({ ...record, failures: 0, trouble: null }));
      if (fetched) await this.#readFeed(address, fetched.file, fetched.validators);
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      if (this.#isStopped) return;
      log.warn(`The feed ${trouble.startsWith(address) ? trouble : `${address}: ${trouble}`}`);
      const failed = await memory.recall(address);
      await memory.remember(address, this.#waited({ ...failed, failures: record.failures + 1, trouble }));
    }
  }

  /** The same with the time that it is asked next. */
  #waited(record: FeedRecord): FeedRecord {
    const { everyMinutes, random = Math.random } = this.#options;
    const now = this.#now().getTime();
    const wait = Math.min(
      everyMinutes * MINUTE_MS * 2 ** record.failures,
      Math.max(LONGEST_WAIT_MS, everyMinutes * MINUTE_MS),
    );
    const nextAt = new Date(now + wait * (1 + JITTER * random())).toISOString();
    return { ...record, askedAt: new Date(now).toISOString(), nextAt };
  }

  async #readFeed(address: string, { bytes }: FetchedFile, validators: Validators): Promise<void> {
    const { memory } = this.#options;
    const { articles: items } = await this.#extraction.extract('feed', bytes);
    const record = await memory.recall(address);
    const seen = new Set(record.seen);
    const fresh = items.filter((item) => !seen.has(itemKey(item)));
    const profile = fresh.length > 0 ? await this.#profile() : null;
    const end = this.#now().getTime() + LONGEST_LOOK_MS;
    let added = 0;
    let lookedAt = 0;
    for (const item of fresh) {
      if (!profile || added >= MOST_AT_ONCE || this.#isStopped || this.#now().getTime() > end) break;
      if (await this.#letIn(item, profile)) added++;
      lookedAt++;
      seen.add(itemKey(item));
    }
    // What is left for the next time must not be taken for unchanged then.
    const isDone = lookedAt === fresh.length;
    await memory.remember(address, {
      ...record,
      ...(isDone ? validators : {}),
      seen: [...seen],
      added: record.added + added,
    });
  }

  /** What the corpus is about, but for what feeds brought: else one stray article would let in the next. Null: nothing yet. */
  async #profile(): Promise<EventProfile | null> {
    const { keeper, loadVectors } = this.#options;
    this.#vectors ??= loadVectors();
    const [articles, brought, vectors] = await Promise.all([
      keeper.articles(),
      keeper.filesAddedBy('feed'),
      this.#vectors,
    ]);
    if (vectors === null) throw new Error('without the word vectors nothing tells what an article is about');
    const own = articles.filter(({ file }) => file === null || !brought.has(file));
    return own.length === 0 ? null : new EventProfile(own, vectors);
  }

  async #letIn(item: ExtractedArticle, profile: EventProfile): Promise<boolean> {
    const { keeper } = this.#options;
    const told: Told = { title: item.title ?? '', text: item.text };
    const isWhole = item.text.length >= WHOLE_ARTICLE || item.url === null;
    if (profile.likeness(told) < (isWhole ? LEAST_OF_ARTICLE : LEAST_OF_ITEM)) return false;
    const file = isWhole ? itemFile(item) : await this.#line.fetchPage(item.url ?? '').catch(() => itemFile(item));
    const isAbout = (articles: readonly Article[]): boolean =>
      articles.some((article) => profile.likeness(article) >= LEAST_OF_ARTICLE);
    try {
      const whyNot = (articles: readonly Article[]) => (isAbout(articles) ? null : 'It is about something else.');
      return (await keeper.addFiles([file], 'feed', whyNot)).added.length > 0;
    } catch (error) {
      if (error instanceof RequestError) return false;
      throw error;
    }
  }
}
