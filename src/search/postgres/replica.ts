import { type Database, DatabaseError, openDatabase, type Queryable } from './database.js';

/** A copy that failed is left alone for so long. */
const REST_MS = 10_000;

/**
 * Opens a database that is only read, and a copy of it that is read instead as long as it answers.
 * @param replica address of the copy; null for none
 * @param onFault told when the copy or an idle connection fails
 */
export function openReplicated(address: string, replica: string | null, onFault: (error: Error) => void): Database {
  const primary = openDatabase(address, { onLost: onFault });
  return replica === null ? primary : preferring(openDatabase(replica, { onLost: onFault }), primary, onFault);
}

/** Reads from one database, and from another while the first does not answer. */
export function preferring(first: Database, other: Database, onFault: (error: Error) => void): Database {
  let restsUntil = 0;
  const read = async <T>(ask: (database: Database) => Promise<T>): Promise<T> => {
    if (performance.now() < restsUntil) return ask(other);
    try {
      return await ask(first);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      restsUntil = performance.now() + REST_MS;
      onFault(error);
      return ask(other);
    }
  };
  return {
    query: <Row>(text: string, values?: readonly unknown[]) => read((database) => database.query<Row>(text, values)),
    transaction: <T>(work: (connection: Queryable) => Promise<T>) => read((database) => database.transaction(work)),
    close: async () => {
      await Promise.all([first.close(), other.close()]);
    },
  };
}
