import type { CandidateScorer } from './candidateScorer.js';
import { RemoteEncoder, type RemoteOptions } from './remoteEncoder.js';
import { cosine } from './sentenceVector.js';

/** Scores candidates by how near their vectors lie to the question's. */
export class EmbeddingsScorer implements CandidateScorer {
  readonly name: string;
  readonly #encoder: RemoteEncoder;

  /** @throws as `RemoteEncoder`'s constructor, for a URL that can't be used */
  constructor(options: RemoteOptions) {
    this.#encoder = new RemoteEncoder(options);
    this.name = this.#encoder.name;
  }

  /** @returns cosines, -1..1 @throws as `RemoteEncoder.encode` */
  async score(question: string, candidates: readonly string[]): Promise<readonly number[]> {
    const [asked = null, ...said] = await this.#encoder.encode([question, ...candidates]);
    return said.map((vector) => cosine(asked, vector));
  }
}
