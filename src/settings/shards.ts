import { z } from 'zod';

/** How many connections to Discord's gateway: so many, or as many as Discord recommends. */
export type Shards = number | 'auto';

/** Discord recommends one for each 1,000 servers or so, and lets a bot begin 1,000 a day. */
const MOST_SHARDS = 1_000;

const accepted = { error: `must be auto, or a whole number of connections from 1 to ${MOST_SHARDS}` };

/** The message continues the sentence "SHARDS …". */
export const shardsAccepted = z
  .union(
    [
      z.literal('auto'),
      z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1, accepted).max(MOST_SHARDS, accepted)),
    ],
    accepted,
  )
  .default(1);
