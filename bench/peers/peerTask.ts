/** What a process measures. */
export interface PeerTask {
  readonly step: 'build' | 'start';
  readonly engine: string;
  /** Files: articles, a passage a line, and questions by kind. */
  readonly articles: string;
  readonly passages: string;
  readonly questions: string;
  /** Question sets whose answers are known. */
  readonly sets: readonly string[];
  /** Where the engine keeps its index. */
  readonly folder: string;
  /** A question that takes longer ends it, in milliseconds. */
  readonly tooSlowMs: number;
  /** No more questions of a kind are asked after so long. */
  readonly patienceMs: number;
}

/** Milliseconds a question. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly asked: number;
}

/** How often the right line was found, 0..1. */
export interface Quality {
  readonly questions: number;
  readonly first: number;
  readonly firstThree: number;
}

/** What it came to; memory in units of 10⁶ bytes, null where the system does not tell. */
export type Measured = BuildMeasured | StartMeasured;

export interface BuildMeasured {
  readonly step: 'build';
  readonly milliseconds: number;
  readonly megabytes: number | null;
  readonly times: Readonly<Record<string, Times>>;
  /** The slowest question, in milliseconds. */
  readonly slowest: number;
  readonly quality: Readonly<Record<string, Quality>>;
  readonly keeps: boolean;
}

export interface StartMeasured {
  readonly step: 'start';
  readonly milliseconds: number;
  readonly megabytes: number | null;
}
