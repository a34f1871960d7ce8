import type { IncomingMessage, ServerResponse } from 'node:http';
import { DiscordError, invalidApiVersion, methodNotAllowed, notFound, unauthorized } from './errors.js';
import { type RequestBody, readBody } from './requestBody.js';
import type { Troubles } from './troubles.js';
import type { StoredFile } from './world.js';

/** One request to the REST API and how it was answered, kept for assertions. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  json: unknown;
  /** Names of the files that came along. */
  files: string[];
  /** 0 until answered. */
  status: number;
  answer: unknown;
  /** True when a test asked for this failure. */
  onDemand: boolean;
}

/** What a route gets to see. */
export interface Call {
  /** The values of `:names` in the route's path, in order. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly json: unknown;
  readonly files: ReadonlyMap<string, StoredFile>;
}

/** A method and path, `:name` for a part that varies, and what it answers. `undefined` is answered with 204. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** False for routes that a token in the path opens. */
  readonly needsToken: boolean;
  readonly handle: (call: Call) => unknown;
}

const BASE = /^\/api\/v10(?=\/)/;

/** Answers HTTP requests from a table of routes, as Discord does: recorded, authorized, with JSON errors. */
export function createRest(
  token: string,
  routes: readonly Route[],
  troubles: Troubles,
  requests: RecordedRequest[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const record: RecordedRequest = {
      method,
      path: url.pathname.replace(BASE, ''),
      query: url.searchParams,
      authorization: request.headers.authorization ?? null,
      json: undefined,
      files: [],
      status: 0,
      answer: undefined,
      onDemand: false,
    };
    requests.push(record);
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      record.status = status;
      record.answer = body;
      response.writeHead(status, { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers });
      response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
    };
    try {
      const body = await readBody(request);
      record.json = body.json;
      record.files = [...body.files.values()].map(({ name }) => name);
      const met = await troubles.meet(method, record.path);
      const trouble = met?.answer ?? null;
      record.onDemand = trouble !== null;
      if (trouble) return reply(trouble.status, trouble.body, trouble.headers);
      if (met?.cut === 'before') return void request.socket.destroy();
      if (!BASE.test(url.pathname)) throw invalidApiVersion();
      const answer = answerFrom(token, routes, record, body);
      if (met?.cut === 'after') return void request.socket.destroy();
      if (met?.confirmAfter) await new Promise((resolve) => setTimeout(resolve, met.confirmAfter));
      reply(answer === undefined ? 204 : 200, answer);
    } catch (error) {
      if (!(error instanceof DiscordError)) {
        reply(500, { message: `The local Discord itself failed: ${String(error)}`, code: 0 });
        throw error;
      }
      reply(error.status, error.body);
    }
  };
}

function answerFrom(token: string, routes: readonly Route[], record: RecordedRequest, body: RequestBody): unknown {
  const here = routes.flatMap((route) => {
    const params = matchPath(route.path, record.path);
    return params ? [{ route, params }] : [];
  });
  if (here.length === 0) throw notFound();
  const match = here.find(({ route }) => route.method === record.method);
  if (!match) throw methodNotAllowed();
  if (match.route.needsToken && record.authorization !== `Bot ${token}`) throw unauthorized();
  return match.route.handle({ params: match.params, query: record.query, json: body.json, files: body.files });
}

/** @returns the values of the pattern's `:names`, or null when the path is another one */
export function matchPath(pattern: string, path: string): string[] | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params.push(value);
    else if (part !== value) return null;
  }
  return params;
}
