import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database, Queryable } from '../../../src/search/postgres/database.js';

/** PostgreSQL in this process, in memory: wherever the tests run. */
export async function openPglite(): Promise<Database> {
  const server = await PGlite.create();
  const over = (connection: Pick<PGlite, 'query'>): Queryable => ({
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await connection.query<Row>(text, [...values])).rows,
  });
  return {
    ...over(server),
    transaction: (work) => server.transaction((connection) => work(over(connection as unknown as PGlite))),
    close: () => server.close(),
  };
}

/** A server without tables, which whoever uses it may close and others still use: starting one takes seconds. */
export async function emptied(server: Database): Promise<Database> {
  for (const table of ['migration', 'corpus', 'chunk', 'article', 'posting']) {
    await server.query(`DROP TABLE IF EXISTS dateline_${table}`);
  }
  return { ...server, close: async () => undefined };
}

/** A real server of a test's own. */
export interface PostgresServer {
  /** Address of its database, for somebody with a password. */
  readonly address: string;
  start(): Promise<void>;
  /** At once, as when its machine fails. */
  stop(): Promise<void>;
  /** Lets this many connections in at once; who has one keeps it. */
  letIn(connections: number): Promise<void>;
  /** For good. */
  remove(): Promise<void>;
}

export const PASSWORD = 'hush-hush';

/** Why there can be no real server here; null when there can. Said where its tests are skipped. */
export function whyNoServer(): string | null {
  if (binaries() === null) return 'PostgreSQL is not installed';
  return process.getuid?.() === 0 && owner() === null
    ? 'root may not run PostgreSQL, and there is no user postgres'
    : null;
}

/** Starts a server on loopback, with its files in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const [bin, user] = [binaries() ?? '', owner()];
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const run = async (name: string, args: readonly string[]): Promise<void> => {
    const child = spawn(join(bin, name), args, { cwd: folder, stdio: 'ignore', ...user });
    const [status] = await once(child, 'exit');
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
  };
  const flags = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
  };
  const options = Object.entries(flags)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const psql = (sql: string) => run('psql', ['-h', folder, '-p', String(port), '-U', 'postgres', '-c', sql]);
  const server: PostgresServer = {
    address: `postgres://reader:${PASSWORD}@127.0.0.1:${port}/news`,
    start: () => run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']),
    stop: () => run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']),
    letIn: (connections) => psql(`ALTER ROLE reader CONNECTION LIMIT ${connections}`),
    remove: async () => {
      await server.stop().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  await server.start();
  await psql(`CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}'`);
  await psql('CREATE DATABASE news OWNER reader');
  return server;
}

/** The folder of the newest installed version. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null;
}

/** Whom the server runs as where that may not be who runs the tests; null where it may, or where there is nobody. */
function owner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
