import type { Options, Values } from '../../commands/parts/command.js';
import type { Archive } from '../archive.js';
import { articleRef } from '../corpus/excerpt.js';

/** What `--json` prints, one a line, and whether the articles had anything. */
export interface Rows {
  readonly found: boolean;
  readonly rows: readonly unknown[];
}

/** A command's answer as the library gives it. `limit` is how many at most, when that was asked for. */
type RowsOf = (archive: Archive, values: Values<Options>, limit: number | undefined) => Promise<Rows>;

/** The library's call for each command, by the name that is typed. A command that is not here has no JSON form. */
export const ROWS: Readonly<Record<string, RowsOf>> = {
  async ask(archive, { question = '', source, after, before }, limit) {
    const answer = await archive.ask(question, { source, after, before, limit });
    return { found: answer.status === 'answered', rows: [answer] };
  },
  async quote(archive, { speaker, about, source }, limit) {
    const rows = await archive.quotes({ speaker, about, source, limit });
    return { found: rows.length > 0, rows };
  },
  async sources(archive) {
    const rows = (await archive.articles()).map(articleRef);
    return { found: rows.length > 0, rows };
  },
};

/** The commands of which a reader may want only so many lines. */
export const LIMITED: ReadonlySet<string> = new Set(['ask', 'quote']);
