import { type EndpointOptions, JsonEndpoint } from '../../jsonEndpoint.js';
import type { CandidateScorer, ScorerVerdict } from '../../meaning/candidateScorer.js';
import type { ReaderProtocol } from './protocol.js';
import { type ProtocolName, protocolNamed } from './protocols.js';

/** A server that reads a question's best lines in place of the built-in reader. */
export interface RemoteReaderOptions extends EndpointOptions {
  readonly protocol: ProtocolName;
  /** For tests; how long an answer may take. */
  readonly timeoutMs?: number | undefined;
}

/** Discord waits 3 s, some of which the answer itself needs. */
const TIMEOUT_MS = 2_500;
/** Sixteen scores are some 1 KB; a server that sends the lines back as well stays below a tenth of it. */
const MAX_BYTES = 1_000_000;
/** Questions read at the same time: a server takes them one after another, so that the next would come too late. */
const MOST_AT_ONCE = 4;
/** What is longer is hardly a sentence, and a model has its limits. */
const LONGEST_LINE = 1_000;

/**
 * Has lines read by a model that runs elsewhere. It may order them or say that none answers, and nothing else that comes back is
 * used. Any trouble is a rejected promise; `RestingScorer` deals with it.
 */
export class RemoteReader implements CandidateScorer {
  readonly name: string;
  readonly #endpoint: JsonEndpoint;
  readonly #protocol: ReaderProtocol;
  readonly #model: string | null;
  #underWay = 0;

  /** @throws as `JsonEndpoint`'s constructor, for a URL that can't be used */
  constructor({ protocol, timeoutMs = TIMEOUT_MS, ...endpoint }: RemoteReaderOptions) {
    this.#endpoint = new JsonEndpoint(endpoint, { timeoutMs, maxBytes: MAX_BYTES });
    this.#protocol = protocolNamed(protocol);
    this.#model = endpoint.model;
    this.name = this.#endpoint.name;
  }

  /**
   * @returns log odds, or that none answers; null under load
   * @throws Error, in a sentence fit for a log, when the server is slow, down, or answers anything but what the protocol allows
   */
  async score(question: string, candidates: readonly string[]): Promise<ScorerVerdict> {
    if (candidates.length === 0) return [];
    if (this.#underWay >= MOST_AT_ONCE) return null;
    this.#underWay += 1;
    try {
      const lines = candidates.map((candidate) => candidate.slice(0, LONGEST_LINE));
      const request = this.#protocol.request(question, lines, this.#model);
      const answer = await this.#endpoint.withDeadline((deadline) => this.#endpoint.post(request, deadline));
      const verdict = this.#protocol.read(answer, lines.length);
      if (verdict === null) throw new Error(`${this.name} answered something that is no ${this.#protocol.answers}`);
      return verdict;
    } finally {
      this.#underWay -= 1;
    }
  }
}
