import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context } from 'hono';

/** The page's files as built: each also compressed, and with a name that changes with what is in it, but for the first. */

const INDEX = 'index.html';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

export interface PageFiles {
  index(context: Context): Promise<Response>;
  /** Null when there is no such file. */
  asset(context: Context, name: string): Promise<Response | null>;
}

/** @param folder where the build puts them. They are read when they are asked for, since many a run shows no page */
export function pageFiles(folder: string): PageFiles {
  let reading: Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> | null = null;
  const files = () => {
    reading ??= readAll(folder);
    return reading;
  };

  async function send(context: Context, name: string, caching: string): Promise<Response | null> {
    const held = await files();
    const plain = held.get(name);
    const type = TYPES[extname(name)];
    if (!plain || !type) return null;
    const accepted = (context.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim().split(';')[0]);
    const encoding = ENCODINGS.find((one) => accepted.includes(one.name) && held.has(name + one.ending));
    return new Response(encoding ? (held.get(name + encoding.ending) ?? plain) : plain, {
      headers: {
        'content-type': type,
        'cache-control': caching,
        vary: 'accept-encoding',
        ...(encoding ? { 'content-encoding': encoding.name } : {}),
      },
    });
  }

  return {
    async index(context) {
      const response = await send(context, INDEX, 'no-cache');
      return response ?? context.text('The page is not built: run “npm run build”, then start again.', 503);
    },
    asset: (context, name) =>
      name === INDEX ? Promise.resolve(null) : send(context, name, 'public, max-age=31536000, immutable'),
  };
}

async function readAll(folder: string): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const names = await readdir(folder).catch((): string[] => []);
  return new Map(
    await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const)),
  );
}
