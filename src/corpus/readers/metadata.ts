import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { editDistance } from '../../english/editDistance.js';
import type { ArticleSource } from '../articles.js';
import { statedDay } from '../statedDay.js';
import { FileError } from './fileError.js';

/** What stands apart further, in characters, is no metadata but a fault, and would take long to read. */
const LONGEST_METADATA = 20_000;

/** An empty value is none. */
const filledText = z
  .string()
  .trim()
  .transform((value) => value || undefined);
/** YAML takes "20260605" for a number. */
const day = z.union([filledText, z.number().transform(String)]);
const FIELDS = z.object({
  title: z.coerce.string().trim().nullish(),
  outlet: filledText.nullish(),
  url: z.url().nullish(),
  date: day.nullish(),
  published: day.nullish(),
  agencies: z.union([z.string().transform((list) => list.split(',')), z.array(z.string())]).nullish(),
});
/** What an article's metadata may say. */
export const METADATA_KEYS: readonly string[] = Object.keys(FIELDS.shape);
/** Other names for the same, from other programs. */
const MEANT: Readonly<Record<string, string>> = {
  headline: 'title',
  link: 'url',
  name: 'title',
  newspaper: 'outlet',
  publisher: 'outlet',
  site: 'outlet',
  source: 'outlet',
  subject: 'title',
  website: 'outlet',
};
/** Names that are so many edits apart are one, misspelt: "titel", "Outlets". */
const MISSPELT_WITHIN = 2;

/** Something to tell the owner, and its line in the file; null for the whole file. */
export interface Note {
  readonly line: number | null;
  readonly message: string;
}

/** An article's metadata, read. */
export interface Metadata {
  readonly fields: Omit<ArticleSource, 'id' | 'text'>;
  readonly notes: readonly Note[];
  /** The line of the file that states the date; the first when none does. */
  readonly dateLine: number;
}

/** What to tell of a name that nobody reads, with the name that may have been meant. */
export function unknownKey(key: string, known: readonly string[] = METADATA_KEYS): string {
  const lower = key.toLowerCase();
  const near = known.find((name) => editDistance(lower, name) <= Math.min(MISSPELT_WITHIN, name.length - 2));
  const meant = near ?? MEANT[lower];
  return `“${key}” is not read; ${meant ? `did you mean “${meant}”?` : `what is read is ${known.join(', ')}.`}`;
}

/**
 * Reads an article's metadata.
 * @param yaml lines such as "title: …"
 * @param above lines of the file above it
 * @returns null when it is something else than names and values
 * @throws FileError when it cannot be read
 */
export function readMetadata(yaml: string, above: number): Metadata | null {
  if (yaml.length > LONGEST_METADATA) {
    throw new FileError(
      `The front matter has ${yaml.length} characters; up to ${LONGEST_METADATA} are read. Shorten it, or take the “---” above it away.`,
      above || 1,
    );
  }
  const lines = yaml.split(/\r\n|\r|\n/);
  const lineOf = (key: string): number => {
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    return at < 0 ? above || 1 : at + 1 + above;
  };
  const values = parseYaml(yaml, above);
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return null;
  const parsed = FIELDS.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = String(issue?.path[0] ?? '');
    throw new FileError(`The front matter’s “${key}” cannot be read: ${issue?.message}.`, lineOf(key));
  }
  const { title, outlet, url, date, published, agencies } = parsed.data;
  const dateLine = lineOf(published ? 'published' : 'date');
  const stated = statedDay(published ?? date ?? undefined);
  const unknown = Object.keys(values).filter((key) => !METADATA_KEYS.includes(key));
  return {
    fields: {
      title: title || undefined,
      outlet: outlet ?? undefined,
      url: url ?? undefined,
      published: stated.day,
      agencies: agencies?.map((agency) => agency.trim()).filter(Boolean),
    },
    notes: [
      ...unknown.map((key) => ({ line: lineOf(key), message: unknownKey(key) })),
      ...(stated.note === null ? [] : [{ line: dateLine, message: stated.note }]),
    ],
    dateLine,
  };
}

function parseYaml(yaml: string, above: number): unknown {
  const lines = new LineCounter();
  // YAML's core schema leaves a date the text it is, so that no time zone can shift it.
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS() ?? {};
  throw new FileError(`The front matter is no valid YAML: ${error.message}.`, lines.linePos(error.pos[0]).line + above);
}
