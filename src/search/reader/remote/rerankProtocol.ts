import { z } from 'zod';
import { logOddsOf } from './logOdds.js';
import { namingModel, type ReaderProtocol } from './protocol.js';

/** https://docs.cohere.com/reference/rerank; what else it holds is not needed. */
const RESPONSE = z.object({
  results: z.array(z.object({ index: z.int(), relevance_score: z.number() })),
});

/** Cohere's `/v1/rerank`, which llama.cpp, Jina, Infinity and vLLM speak too: one score a document, best first. */
export const RERANK_PROTOCOL: ReaderProtocol = {
  answers: 'list of one relevance_score a line',
  request: (question, lines, model) => ({
    ...namingModel(model),
    query: question,
    documents: lines,
    top_n: lines.length,
  }),
  read: (answer, count) => {
    const { data } = RESPONSE.safeParse(answer);
    return data
      ? logOddsOf(
          data.results.map(({ index, relevance_score: score }) => ({ index, score })),
          count,
        )
      : null;
  },
};
