/**
 * Something that reads candidates for a question and says which fits best: an embeddings endpoint, a cross-encoder, a
 * reranker. It chooses among lines and never writes one.
 */
export interface CandidateScorer {
  /** For logs and figures: "nomic-embed-text at localhost". */
  readonly name: string;
  /**
   * @param candidates sentences, as written
   * @returns one score a candidate, in their order, comparable with each other and higher for a better fit; null when it
   *   has no say, so that the order stays as it is
   */
  score(question: string, candidates: readonly string[]): Promise<readonly number[] | null>;
}
