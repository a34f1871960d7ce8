import { z } from 'zod';
import { logOddsOf } from './logOdds.js';
import type { ReaderProtocol } from './protocol.js';

/** https://huggingface.github.io/text-embeddings-inference, `/rerank`. */
const RESPONSE = z.array(z.object({ index: z.int(), score: z.number() }));

/** `/rerank` of Hugging Face's text-embeddings-inference, which serves one model and names none: one score a text, best first. */
export const TEI_PROTOCOL: ReaderProtocol = {
  answers: 'list of one score a line',
  // Without `truncate` one line that is too long would have all refused.
  request: (question, lines) => ({ query: question, texts: lines, truncate: true }),
  read: (answer, count) => {
    const { data } = RESPONSE.safeParse(answer);
    return data ? logOddsOf(data, count) : null;
  },
};
