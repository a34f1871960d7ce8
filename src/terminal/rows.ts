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
  async ask(archive, values, limit) {
    const { question = '', source, after, before } = textsOf(values);
    const answer = await archive.ask(question, { source, after, before, limit });
    return { found: answer.status === 'answered', rows: [answer] };
  },
  async quote(archive, values, limit) {
    const { speaker, about, source } = textsOf(values);
    const rows = await archive.quotes({ speaker, about, source, limit });
    return { found: rows.length > 0, rows };
  },
  async timeline(archive, values) {
    const { topic, from, to } = textsOf(values);
    const rows = await archive.timeline({ topic, from, to });
    return { found: rows.length > 0, rows };
  },
  async compare(archive, values) {
    const comparison = await archive.compare(textsOf(values).topic ?? '');
    return { found: comparison.items.length > 0, rows: [comparison] };
  },
  async check(archive, values) {
    const check = await archive.check(textsOf(values).text ?? '');
    return { found: check.claims.some(({ outcome }) => outcome !== 'not-found'), rows: [check] };
  },
  async sources(archive) {
    const rows = (await archive.articles()).map(articleRef);
    return { found: rows.length > 0, rows };
  },
};

/** The commands of which a reader may want only so many lines. */
export const LIMITED: ReadonlySet<string> = new Set(['ask', 'quote']);

/** The options that are words; the library knows no others. */
function textsOf(values: Values<Options>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
