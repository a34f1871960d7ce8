import { once } from 'node:events';
import { access, constants, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Config } from '../config.js';
import { codeOf } from '../discord/errors.js';
import { isShipped } from '../feeding/shipped.js';
import type { Finding } from './finding.js';

/** A Dateline that runs here answers in a moment. */
const HEALTH_TIMEOUT_MS = 1_000;

/** Whether HTTP could be served now. */
export async function examinePort({ web: { host, port } }: Config): Promise<Finding> {
  const check = 'HTTP';
  const place = `port ${port} of ${host}`;
  const code = await whyTaken(host, port);
  if (code === null)
    return { check, status: 'ok', message: port === 0 ? 'at any port that is free.' : `${place} is free.` };
  if (code === 'EADDRINUSE' && (await isDateline(host, port))) {
    return { check, status: 'ok', message: `a Dateline serves ${place} already.` };
  }
  const message =
    code === 'EADDRINUSE'
      ? `${place} is taken by another program: set PORT to another one, or to 0 for any that is free.`
      : `${place} cannot be had (${code}): look at HOST and PORT.`;
  return { check, status: 'broken', message };
}

/** Whether articles can be added by `dateline add`. */
export async function examineFeeding(corpus: string): Promise<Finding> {
  const check = 'Feeding';
  if (await isShipped(corpus)) {
    return {
      check,
      status: 'ok',
      message: 'the articles that ship with Dateline stay as they are; the first “dateline add” offers a folder.',
    };
  }
  const found = await stat(corpus).catch(() => null);
  if (!found?.isDirectory()) return { check, status: 'ok', message: 'off, as the corpus is no folder.' };
  try {
    await access(corpus, constants.R_OK | constants.W_OK | constants.X_OK);
    return { check, status: 'ok', message: `“dateline add” may write into ${corpus}.` };
  } catch (error) {
    const message = `“dateline add” may not write into ${corpus} (${codeOf(error)}): let this user write there, or add articles by hand.`;
    return { check, status: 'attention', message };
  }
}

/** @returns the system's code; null when the port is free */
async function whyTaken(host: string, port: number): Promise<string | null> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return null;
  } catch (error) {
    return String(codeOf(error) ?? error);
  }
}

async function isDateline(host: string, port: number): Promise<boolean> {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${reachable}:${port}/healthz`, {
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    return 'corpus' in ((await response.json()) as object);
  } catch {
    return false;
  }
}
