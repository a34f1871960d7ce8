/** Finds passages for a question. @returns their texts, best first, five at most */
export type Find = (question: string) => Promise<readonly string[]> | readonly string[];

/** A corpus as every engine gets it. */
export interface PeerCorpus {
  /** A `.jsonl` of articles, or a folder: for the engine that reads articles. */
  readonly articles: string;
  /** The sentences that Dateline cuts: for those that index passages. */
  readonly passages: readonly string[];
}

/** Something that finds passages, to be measured beside the others. */
export interface Engine {
  readonly name: string;
  /** Indexes a corpus. */
  build(corpus: PeerCorpus): Promise<BuiltEngine>;
  /** Opens what was kept in the folder, with the passages at hand; left out where the engine keeps nothing, and builds again. */
  start?(folder: string, corpus: PeerCorpus): Promise<Find>;
}

/** An engine with its index. */
export interface BuiltEngine {
  readonly find: Find;
  /** Keeps the index in a folder. */
  keep?(folder: string): Promise<void>;
}

/** As many passages as are asked for. */
export const FOUND = 5;
