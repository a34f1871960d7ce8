import { Worker } from 'node:worker_threads';
import { builtModule } from '../../src/projectFolder.js';
import { LruCache } from '../../src/search/lruCache.js';

/** What the thread is sent … */
export interface PictureJob {
  readonly id: number;
  readonly svg: string;
  /** The font family that it uses. */
  readonly font: string;
}

/** … and what it sends back; null: the SVG could not be drawn. */
export interface PictureReport {
  readonly id: number;
  readonly png: Uint8Array | null;
}

export interface PictureLimits {
  /** Milliseconds that somebody waits for a picture, beyond which the text comes alone. */
  readonly patience: number;
  /** Pictures under way: one that comes when there are so many would be late anyhow. */
  readonly longestQueue: number;
  /** Milliseconds without a picture after which the thread ends and gives its memory back. */
  readonly idle: number;
}

/** A picture takes some 70 ms; Discord has been told to wait by then, where it takes longer than half of its 3 s. */
const LIMITS: PictureLimits = { patience: 4_000, longestQueue: 24, idle: 30_000 };
/** Pictures that are kept, each of some 100 kB: those that people turn back to. */
const KEPT = 32;

/**
 * Draws pictures in a thread of its own, so that nobody else waits meanwhile. It starts with the first picture and ends when none was
 * wanted for a while; it keeps no process alive.
 */
export class PictureThread {
  readonly #limits: PictureLimits;
  readonly #script: string;
  readonly #kept = new LruCache<Uint8Array>(KEPT);
  /** By SVG, so that what is wanted twice at once is drawn once. */
  readonly #drawing = new Map<string, Promise<Uint8Array | null>>();
  readonly #jobs = new Map<number, (png: Uint8Array | null) => void>();
  #worker: Worker | null = null;
  #lastId = 0;
  #ending: NodeJS.Timeout | undefined;

  constructor(limits: Partial<PictureLimits> = {}, script: string = builtModule('commands/parts/pictureWorker.js')) {
    this.#limits = { ...LIMITS, ...limits };
    this.#script = script;
  }

  /** @returns a PNG; null when it takes too long, when too many are wanted at once and when it cannot be drawn */
  async draw(svg: string, font: string): Promise<Uint8Array | null> {
    const kept = this.#kept.get(svg);
    if (kept) return kept;
    const drawing = this.#drawing.get(svg) ?? this.#start(svg, font);
    return drawing && inTime(drawing, this.#limits.patience);
  }

  /** Ends the thread; what it was drawing comes to nothing. A later picture starts a new one. */
  async close(): Promise<void> {
    clearTimeout(this.#ending);
    const worker = this.#worker;
    this.#worker = null;
    for (const settle of [...this.#jobs.values()]) settle(null);
    await worker?.terminate();
  }

  #start(svg: string, font: string): Promise<Uint8Array | null> | null {
    if (this.#jobs.size >= this.#limits.longestQueue) return null;
    this.#lastId += 1;
    const id = this.#lastId;
    const drawing = new Promise<Uint8Array | null>((resolve) => {
      // What takes far longer than anybody waits hangs.
      const stuck = setTimeout(() => void this.close(), this.#limits.patience * 2).unref();
      this.#jobs.set(id, (png) => {
        clearTimeout(stuck);
        this.#jobs.delete(id);
        this.#drawing.delete(svg);
        if (png) this.#kept.set(svg, png);
        resolve(png);
      });
      this.#started().postMessage({ id, svg, font } satisfies PictureJob);
    });
    this.#drawing.set(svg, drawing);
    return drawing;
  }

  #started(): Worker {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => void this.close(), this.#limits.idle + this.#limits.patience).unref();
    if (this.#worker) return this.#worker;
    // Without the process's own flags, some of which, such as --input-type, a worker refuses; and without its secrets.
    const worker = new Worker(this.#script, { execArgv: [], env: {} });
    worker.on('message', ({ id, png }: PictureReport) => this.#jobs.get(id)?.(png));
    // A thread that breaks takes what it was to draw with it; the next picture gets a new one.
    const lost = () => {
      if (this.#worker === worker) void this.close();
    };
    worker.on('error', lost).on('exit', lost);
    // Nothing waits for it that would not wait by itself. After the listeners, which have a process wait for what they listen to.
    worker.unref();
    this.#worker = worker;
    return worker;
  }
}

async function inTime<T>(work: Promise<T>, patience: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

let shared: PictureThread | null = null;

/** The thread of this process: pictures know nothing of an archive or a way in, and a second thread would only take its memory again. */
export function sharedPictureThread(): PictureThread {
  shared ??= new PictureThread();
  return shared;
}
