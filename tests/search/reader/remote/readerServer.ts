import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What the server was asked. */
export interface ReaderRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body, of any protocol. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it as into a recording
  readonly body: any;
}

export type ReaderBehaviour = (request: ReaderRequest, response: ServerResponse) => void;

/** A local server that answers as it is told, and remembers what it was asked. */
export interface ReaderServer {
  /** Without a path. */
  readonly url: string;
  readonly requests: ReaderRequest[];
  behave: ReaderBehaviour;
  close(): Promise<void>;
}

export async function startReaderServer(behave: ReaderBehaviour): Promise<ReaderServer> {
  const requests: ReaderRequest[] = [];
  const server = createServer(async (message, response) => {
    const request = { path: message.url ?? '', headers: message.headers, body: await json(message) };
    requests.push(request);
    running.behave(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: ReaderServer = {
    url: `http://127.0.0.1:${port}`,
    requests,
    behave,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return running;
}

/** Answers every request with this, as JSON. */
export function saying(answer: unknown): ReaderBehaviour {
  return (_request, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
}

/** Cohere's shape, best first as servers give it. @param scores a document each, in the order of the request */
export function rerankAnswer(scores: readonly number[]): unknown {
  const results = scores.map((relevance_score, index) => ({ index, relevance_score }));
  return { id: 'r', results: results.sort((a, b) => b.relevance_score - a.relevance_score), meta: {} };
}

/** The shape of text-embeddings-inference, best first. */
export function teiAnswer(scores: readonly number[]): unknown {
  return scores.map((score, index) => ({ index, score })).sort((a, b) => b.score - a.score);
}

/** What a decision endpoint says beside the choice differs; this is most of it. */
export function decisionAnswer(choice: string): unknown {
  return {
    model: 'm',
    answers: { line: { type: 'choice', choice, confidence: 0.8, probabilities: { [choice]: 0.8 } } },
    usage: { input_tokens: 9, output_tokens: 0 },
  };
}

/** A chat completion with this as the whole reply. */
export function chatAnswer(content: string): unknown {
  return {
    id: 'c',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  };
}
