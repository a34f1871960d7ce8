/** What a scorer says when it has read every candidate and none of them answers: nothing is to be given as an answer, then. */
export const NONE_ANSWERS = 'none answers';

/**
 * What a scorer says: one score a candidate, in their order, finite, comparable with each other and higher for a better fit; or
 * that none answers, which only what reads lines can say; or null, when it has no say, so that all stays as it is.
 */
export type ScorerVerdict = readonly number[] | typeof NONE_ANSWERS | null;

/**
 * Something that reads candidates for a question and says which fits best: an embeddings endpoint, a cross-encoder, a
 * reranker. It chooses among lines or refuses them all, and never writes one.
 */
export interface CandidateScorer {
  /** For logs and figures: "nomic-embed-text at localhost". */
  readonly name: string;
  /**
   * Whether the confidence may go by its scores: true for the built-in reader, on whose log odds `READ_CONFIDENCE` was fitted. Left out
   * or false, its scores order lines, and the confidence goes by words.
   */
  readonly calibrated?: boolean;
  /** @param candidates sentences, as written */
  score(question: string, candidates: readonly string[]): Promise<ScorerVerdict>;
}
