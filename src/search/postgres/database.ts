import pg from 'pg';
import { placeOf } from './address.js';

/** Something that runs SQL: a connection, or a pool of them. */
export interface Queryable {
  /**
   * @param values for $1, $2, …
   * @param withinMs how long the answer is waited for; as the connection does unless told
   * @returns the rows, by the columns' names
   */
  query<Row>(text: string, values?: readonly unknown[], withinMs?: number): Promise<readonly Row[]>;
}

/** A database with its articles. */
export interface Database extends Queryable {
  /** Runs work in one transaction on one connection: all of it happens, or nothing. */
  transaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database cannot be asked. The message is for the owner, and holds no password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** How long somebody who asks waits for a connection, in milliseconds … */
const CONNECT_WITHIN_MS = 2_000;
/** … for the server to give a query up … */
const STATEMENT_WITHIN_MS = 2_000;
/** … and for a server that does not even do that. */
const QUERY_WITHIN_MS = 2_500;
/** More would not be faster: what is asked takes a few milliseconds. */
const MOST_CONNECTIONS = 8;

/** How a connection is used. */
export interface ConnectionOptions {
  /** For who imports: queries may take as long as they take. */
  readonly patient?: boolean;
  /** Told of a connection that was lost while nobody used it; the next query gets a new one. */
  readonly onLost?: (error: Error) => void;
}

/**
 * Opens a PostgreSQL server; nothing is asked of it yet.
 * @param address `postgres://user:password@host:port/database`, with the parameters that libpq knows
 */
export function openDatabase(address: string, { patient = false, onLost }: ConnectionOptions = {}): Database {
  const place = placeOf(address);
  const limits = patient ? {} : { statement_timeout: STATEMENT_WITHIN_MS, query_timeout: QUERY_WITHIN_MS };
  const pool = new pg.Pool({
    connectionString: address,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    application_name: 'dateline',
    ...limits,
  });
  // Without a listener a lost idle connection ends the process.
  pool.on('error', (error) => onLost?.(explained(error, place)));
  return {
    async query<Row>(text: string, values: readonly unknown[] = [], withinMs?: number) {
      try {
        return await ask<Row>(pool, text, values, withinMs);
      } catch (error) {
        if (!isLostConnection(error)) throw explained(error, place);
      }
      // A server that was restarted leaves dead connections behind. Whoever asks gets a new one, once.
      try {
        return await ask<Row>(pool, text, values, withinMs);
      } catch (error) {
        throw explained(error, place);
      }
    },
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw explained(error, place);
      });
      let fault: unknown = null;
      try {
        await client.query('BEGIN');
        const result = await work({ query: (text, values = [], withinMs) => ask(client, text, values, withinMs) });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        fault = error;
        await client.query('ROLLBACK').catch(() => undefined);
        throw explained(error, place);
      } finally {
        // One that failed in between is not used again.
        client.release(fault !== null);
      }
    },
    close: () => pool.end(),
  };
}

async function ask<Row>(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[],
  withinMs?: number,
): Promise<readonly Row[]> {
  // The driver knows the limit of one query; its types do not.
  const limit = withinMs === undefined ? {} : { query_timeout: withinMs };
  const { rows } = await connection.query({ text, values: [...values], ...limit });
  return rows as Row[];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The server ended the connection, or it was cut: 57P01 to 57P03 are a server that stops or starts. */
function isLostConnection(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  return /^(?:57P0[123]|08\w{3}|ECONNRESET|EPIPE)$/.test(codeOf(error)) || /^Connection terminated/.test(message);
}

/** What went wrong, and where, in one sentence without a password. What is no fault of the database stays as it is. */
function explained(error: unknown, place: string): Error {
  const code = codeOf(error);
  if (error instanceof Error && !code && !/connection|connect|timeout|SASL|password/i.test(error.message)) return error;
  return new DatabaseError(`PostgreSQL (${place}) cannot be asked: ${reasonFor(error, code)}.`, { cause: undefined });
}

function reasonFor(error: unknown, code: string): string {
  const message = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'no server answers there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of its machine is not known';
    case '28P01':
    case '28000':
      return 'it does not let this user in; look at the user and the password in the address';
    case '3D000':
      return 'it has no such database';
    case '53300':
      return 'it has no connection left';
    case '57P01':
    case '57P02':
    case '57P03':
      return 'it is stopping or starting';
    case '57014':
      return 'it took too long';
    case '42P01':
      return 'it has no articles yet; fill it with “dateline import”';
    case '42501':
      return `the user may not do that (${message})`;
    default:
      if (/timeout/i.test(message)) return 'it took too long';
      if (/SASL|password/i.test(message)) return 'it wants a password, and the address has none';
      return code ? `${message} (${code})` : message;
  }
}
