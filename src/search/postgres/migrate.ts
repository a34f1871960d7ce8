import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '../../projectFolder.js';
import type { Database } from './database.js';

/** Any number that nobody else in the database uses: "dateline" on a telephone's keys. */
const MIGRATION_LOCK = 32835463;

const FILE = /^(\d{4})-[\w-]+\.sql$/;

/** Brings the tables to the form that this version of Dateline knows: each step once, and all or nothing. */
export async function migrate(database: Database): Promise<void> {
  const folder = join(dataFolder(), 'postgres');
  const files = (await readdir(folder)).filter((name) => FILE.test(name)).sort();
  await database.transaction(async (connection) => {
    // Two that start at once would both find the tables missing.
    await connection.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await connection.query('CREATE TABLE IF NOT EXISTS dateline_migration (name text PRIMARY KEY)');
    const done = new Set(
      (await connection.query<{ name: string }>('SELECT name FROM dateline_migration')).map(({ name }) => name),
    );
    for (const file of files.filter((name) => !done.has(name))) {
      for (const statement of statementsOf(await readFile(join(folder, file), 'utf8')))
        await connection.query(statement);
      await connection.query('INSERT INTO dateline_migration VALUES ($1)', [file]);
    }
  });
}

/** The statements of a file, one after the other: a semicolon ends one at the end of a line. */
function statementsOf(sql: string): string[] {
  return sql
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;\s*$/m)
    .filter((statement) => statement.trim() !== '');
}
