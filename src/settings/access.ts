import { z } from 'zod';

/** Who may ask how much, and where. */
export interface AccessSettings {
  /** Requests of one person a minute; 0: any number. */
  readonly perUser: number;
  /** Requests of all people of one server a minute; 0: any number. */
  readonly perServer: number;
  /** Ids of the channels where it answers; none: everywhere. */
  readonly channels: readonly string[];
  /** Whether answers are for the one who asked alone, until they share them. */
  readonly privateAnswers: boolean;
}

const MOST_A_MINUTE = 100_000;
const limitAccepted = {
  error: `must be a whole number of requests a minute up to ${MOST_A_MINUTE}, or 0 for no limit`,
};
const limit = (preset: number) =>
  z
    .string()
    .regex(/^\d+$/, limitAccepted)
    .transform(Number)
    .pipe(z.int().max(MOST_A_MINUTE, limitAccepted))
    .default(preset);

/** The variables that say so; each message continues the sentence "NAME …". */
export const ACCESS_VARIABLES = {
  RATE_LIMIT_USER: limit(20),
  RATE_LIMIT_SERVER: limit(300),
  ALLOWED_CHANNELS: z
    .string()
    .transform((ids) => ids.split(/[\s,]+/).filter(Boolean))
    .refine(
      (ids) => ids.every((id) => /^\d{1,20}$/.test(id)),
      'must be ids of channels, digits only, with blanks or commas between them',
    )
    .default([]),
  PRIVATE_ANSWERS: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
};

/** The settings from the variables' checked values. */
export function accessSettings(value: z.infer<z.ZodObject<typeof ACCESS_VARIABLES>>): AccessSettings {
  return {
    perUser: value.RATE_LIMIT_USER,
    perServer: value.RATE_LIMIT_SERVER,
    channels: value.ALLOWED_CHANNELS,
    privateAnswers: value.PRIVATE_ANSWERS === 'true',
  };
}
