import type { ArticleText } from '../articleText.js';
import type { CorpusCard, InteractionReply } from './objects.js';

/** The server did not answer as wished; the message is for the reader. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** An answer, and how long the server took for it, in milliseconds; null when it does not say. */
export interface Answered {
  readonly reply: InteractionReply;
  readonly took: number | null;
}

const UNREACHABLE = 'Dateline cannot be reached. Is it still running?';

async function request(path: string, body?: object): Promise<Response> {
  const init = body
    ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    : {};
  const response = await fetch(path, init).catch(() => {
    throw new RefusedError(UNREACHABLE);
  });
  if (response.ok) return response;
  const said: unknown = await response.json().catch(() => null);
  const sentence = typeof said === 'object' && said !== null && 'error' in said ? String(said.error) : UNREACHABLE;
  throw new RefusedError(sentence);
}

async function send(path: string, body: object): Promise<Answered> {
  const response = await request(path, body);
  const took = /\bdur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')?.[1];
  return { reply: (await response.json()) as InteractionReply, took: took ? Number(took) : null };
}

/** What the page asks of its server. Each rejects with a RefusedError. */
export const api = {
  corpus: async () => (await (await request('/playground/corpus')).json()) as CorpusCard,
  examples: async () => (await (await request('/playground/examples')).json()) as readonly string[],
  /** @param event the one that it is of; null where there is only one */
  article: async (id: string, event: string | null) => {
    const query = new URLSearchParams(event === null ? { id } : { id, of: event });
    return (await (await request(`/playground/article?${query}`)).json()) as ArticleText;
  },
  interact: (interaction: object) => send('/playground/interactions', interaction),
  write: (message: object) => send('/playground/messages', message),
};
