import { editDistance } from '../../english/editDistance.js';

/** What an article's metadata may say. */
export const METADATA_KEYS = ['title', 'outlet', 'url', 'date', 'published', 'agencies'] as const;
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

/** What to tell of a name that nobody reads, with the name that may have been meant. */
export function unknownKey(key: string, known: readonly string[] = METADATA_KEYS): string {
  const lower = key.toLowerCase();
  const near = known.find((name) => editDistance(lower, name) <= Math.min(MISSPELT_WITHIN, name.length - 2));
  const meant = near ?? MEANT[lower];
  return `“${key}” is not read; ${meant ? `did you mean “${meant}”?` : `what is read is ${known.join(', ')}.`}`;
}
