import type { ScorerVerdict } from '../../meaning/candidateScorer.js';

/** How a kind of server is asked which line answers a question, and how its answer is read. */
export interface ReaderProtocol {
  /** What a right answer is, to say what a wrong one is not: "a list of scores". */
  readonly answers: string;
  /** @param model what the server calls its model; null where it has but one @returns the body of the request */
  request(question: string, lines: readonly string[], model: string | null): Readonly<Record<string, unknown>>;
  /**
   * @param answer the body that came, of any shape
   * @param count how many lines were sent
   * @returns log odds, one a line, or that none answers; null for anything that is not wholly a right answer
   */
  read(answer: unknown, count: number): ScorerVerdict;
}

/** The part of a request that names the model: nothing where there is none to name. */
export function namingModel(model: string | null): { readonly model?: string } {
  return model === null ? {} : { model };
}
