import { z } from 'zod';

/** What an owner decided about changing the articles while they answer. */
export interface KeepingSettings {
  /** Ids of the servers whose managers may change the articles; null: any server. */
  readonly servers: readonly string[] | null;
}

/** Variables of their own group; each message continues the sentence "NAME …" and says what is accepted. */
export const KEEPING_VARIABLES = {
  CORPUS_SERVERS: z
    .string()
    .regex(/^\d{1,20}(?:\s+\d{1,20})*$/, 'must be server ids, digits only, with blanks between them')
    .transform((ids) => ids.split(/\s+/))
    .optional(),
};

/** @param guildId the one server that commands are registered in; undefined: everywhere */
export function readKeeping(
  { CORPUS_SERVERS: servers }: z.infer<z.ZodObject<typeof KEEPING_VARIABLES>>,
  guildId: string | undefined,
): KeepingSettings {
  return { servers: servers ?? (guildId === undefined ? null : [guildId]) };
}
