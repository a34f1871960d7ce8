import { z } from 'zod';

/** A text that a file states of its article; an empty one is none. */
export const filledText = z
  .string()
  .trim()
  .transform((value) => value || undefined);

/** Names of agencies, as a list or in words: "Reuters, AFP". */
export const agencyNames = z
  .union([z.string().transform((list) => list.split(',')), z.array(z.string())])
  .transform((names) => names.map((name) => name.trim()).filter(Boolean));
