import { z } from 'zod';

/** What an owner decided about changing the articles while they answer. */
export interface KeepingSettings {
  /** Ids of the servers whose managers may change the articles; null: any server. */
  readonly servers: readonly string[] | null;
  readonly feeds: readonly string[];
  /** From one time that a feed is asked to the next. */
  readonly feedsEveryMinutes: number;
  /** Whether questions that the articles do not answer are kept. */
  readonly gaps: boolean;
  /** Whether readers are asked whether a line answers, and their answers counted. */
  readonly feedback: boolean;
}

const minutesAccepted = { error: 'must be a whole number of minutes from 5 to 10080, such as 15' };

const YES_OR_NO = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true')
  .default(false);

/** Variables of their own group; each message continues the sentence "NAME …" and says what is accepted. */
export const KEEPING_VARIABLES = {
  CORPUS_SERVERS: z
    .string()
    .regex(/^\d{1,20}(?:\s+\d{1,20})*$/, 'must be server ids, digits only, with blanks between them')
    .transform((ids) => ids.split(/\s+/))
    .optional(),
  KEEP_GAPS: YES_OR_NO,
  FEEDBACK: YES_OR_NO,
  FEEDS: z
    .string()
    .transform((addresses) => addresses.split(/\s+/))
    .pipe(
      z.array(
        z.url({
          protocol: /^https?$/,
          error: 'must be web addresses of feeds, with blanks between them, such as https://news.example.org/feed.xml',
        }),
      ),
    )
    .default([]),
  FEEDS_EVERY: z.coerce
    .number(minutesAccepted)
    .int(minutesAccepted)
    .min(5, minutesAccepted)
    .max(10_080, minutesAccepted)
    .default(15),
};

/** What only the variables together show. */
export function keepingProblems(set: Readonly<Record<string, string | undefined>>): string[] {
  if (set.FEEDS && set.ALLOW_FETCH !== 'true')
    return ['FEEDS are fetched only with ALLOW_FETCH=true: set that too, or leave FEEDS out.'];
  return set.FEEDS_EVERY && !set.FEEDS
    ? ['FEEDS_EVERY does nothing without FEEDS: set that too, or leave both out.']
    : [];
}

/** @param guildId the one server that commands are registered in; undefined: everywhere */
export function readKeeping(
  set: z.infer<z.ZodObject<typeof KEEPING_VARIABLES>>,
  guildId: string | undefined,
): KeepingSettings {
  return {
    servers: set.CORPUS_SERVERS ?? (guildId === undefined ? null : [guildId]),
    feeds: set.FEEDS,
    feedsEveryMinutes: set.FEEDS_EVERY,
    gaps: set.KEEP_GAPS,
    feedback: set.FEEDBACK,
  };
}
