import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server was asked. */
export interface EmbeddingsRequest {
  readonly path: string;
  readonly authorization: string | null;
  readonly model: string;
  readonly input: readonly string[];
}

/** Answers one request; `embed` gives what a well-behaved server would say. */
export type Behaviour = (request: EmbeddingsRequest, response: ServerResponse, embed: () => string) => void;

/** A local server that speaks `/v1/embeddings`, well or badly. */
export interface EmbeddingsServer {
  readonly url: string;
  readonly requests: EmbeddingsRequest[];
  behave: Behaviour;
  close(): Promise<void>;
}

/** The vector a well-behaved server gives: how often each of a few letters occurs. */
export function letterVector(text: string, letters = 'aeiost'): number[] {
  return [...letters].map((letter) => text.toLowerCase().split(letter).length - 1);
}

/** As the API documents it, with the list out of order, which it allows. */
export function embeddingsOf({ model, input }: EmbeddingsRequest, letters?: string): string {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: letterVector(text, letters) }));
  return JSON.stringify({ object: 'list', data: data.reverse(), model, usage: { prompt_tokens: 1, total_tokens: 1 } });
}

export const wellBehaved: Behaviour = (_request, response, embed) => {
  response.setHeader('content-type', 'application/json').end(embed());
};

async function readRequest(message: IncomingMessage): Promise<EmbeddingsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  const { model, input } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return { path: message.url ?? '', authorization: message.headers.authorization ?? null, model, input };
}

export async function startEmbeddingsServer(): Promise<EmbeddingsServer> {
  const requests: EmbeddingsRequest[] = [];
  const server = createServer(async (message, response) => {
    const request = await readRequest(message);
    requests.push(request);
    running.behave(request, response, () => embeddingsOf(request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: EmbeddingsServer = {
    url: `http://127.0.0.1:${port}/v1/embeddings`,
    requests,
    behave: wellBehaved,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return running;
}
