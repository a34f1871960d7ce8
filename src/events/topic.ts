import type { Article } from '../corpus/article.js';

/** A sentence of an article that has to do with a topic. */
export interface SentenceHit {
  readonly article: Article;
  /** Index in `article.sentences`. */
  readonly sentence: number;
  /** Higher is closer; only comparable within one ranking. */
  readonly score: number;
}

/** The sentences that have to do with a topic, best first. */
export type RankSentences = (topic: string) => readonly SentenceHit[];
