import type { IncomingMessage } from 'node:http';
import { type Fault, invalidFormBody, invalidJson } from './errors.js';
import type { StoredFile } from './world.js';

/** A request's body: its JSON, and the files that came along, by the number in `files[n]`. */
export interface RequestBody {
  readonly json: unknown;
  readonly files: ReadonlyMap<string, StoredFile>;
}

/** Reads JSON, or multipart form data with `payload_json` and `files[n]`. @throws DiscordError for anything else. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { json: undefined, files: new Map() };
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (!type.startsWith('application/json')) throw invalidFormBody([unsupported(type)]);
  return { json: parseJson(bytes.toString('utf8')), files: new Map() };
}

/** Reads the multipart form that `payload_json` and files come in. */
export async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, StoredFile>();
  let json: unknown = {};
  for (const [name, value] of form) {
    if (name === 'payload_json') {
      json = parseJson(typeof value === 'string' ? value : await value.text());
      continue;
    }
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (index === undefined || typeof value === 'string') throw invalidFormBody([unsupported(name)]);
    files.set(index, {
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { json, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}

function unsupported(what: string): Fault {
  return { path: ['_content'], code: 'CONTENT_TYPE_INVALID', message: `Unexpected "${what}"` };
}
