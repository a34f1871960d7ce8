import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { ArticleSource } from '../articles.js';
import { statedDay } from '../statedDay.js';
import { agencyNames, filledText } from './fields.js';
import { FileError } from './fileError.js';
import { METADATA_KEYS, type Note, unknownKey } from './metadataKeys.js';

/** What stands apart further, in characters, is no metadata but a fault, and would take long to read. */
const LONGEST_METADATA = 20_000;

/** YAML takes "20260605" for a number. */
const day = z.union([filledText, z.number().transform(String)]);
const FIELDS = z.object({
  title: z.coerce.string().trim().nullish(),
  outlet: filledText.nullish(),
  url: z.url().nullish(),
  date: day.nullish(),
  published: day.nullish(),
  agencies: agencyNames.nullish(),
} satisfies Record<(typeof METADATA_KEYS)[number], z.ZodType>);
/** An article's metadata, read. */
export interface Metadata {
  readonly fields: Omit<ArticleSource, 'id' | 'text'>;
  readonly notes: readonly Note[];
  /** The line of the file that states the date; the first when none does. */
  readonly dateLine: number;
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
    const at = lines.findIndex((line) => line.toLowerCase().startsWith(`${key.toLowerCase()}:`));
    return at < 0 ? above || 1 : at + 1 + above;
  };
  const values = parseYaml(yaml, above);
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return null;
  const parsed = FIELDS.safeParse(withKnownKeys(values));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = String(issue?.path[0] ?? '');
    throw new FileError(`The front matter’s “${key}” cannot be read: ${issue?.message}.`, lineOf(key));
  }
  const { title, outlet, url, date, published, agencies } = parsed.data;
  const dateLine = lineOf(published ? 'published' : 'date');
  const stated = statedDay(published ?? date ?? undefined);
  const unknown = Object.keys(values).filter((key) => !METADATA_KEYS.some((known) => known === key.toLowerCase()));
  return {
    fields: {
      title: title || undefined,
      outlet: outlet ?? undefined,
      url: url ?? undefined,
      published: stated.day,
      agencies: agencies ?? undefined,
    },
    notes: [
      ...unknown.map((key) => ({ line: lineOf(key), message: unknownKey(key) })),
      ...(stated.note === null ? [] : [{ line: dateLine, message: stated.note }]),
    ],
    dateLine,
  };
}

/** "Date" is "date", unless that is there, too. */
function withKnownKeys(values: object): object {
  const lower = Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]);
  return { ...Object.fromEntries(lower), ...values };
}

function parseYaml(yaml: string, above: number): unknown {
  const lines = new LineCounter();
  // YAML's core schema leaves a date the text it is, so that no time zone can shift it.
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS() ?? {};
  throw new FileError(`The front matter is no valid YAML: ${error.message}.`, lines.linePos(error.pos[0]).line + above);
}
