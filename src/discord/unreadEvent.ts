import { z } from 'zod';
import type { AnswerLog } from './answerLog.js';
import { describeError } from './errors.js';
import { InteractionError } from './receivedInteraction.js';

/** What is not as Discord sends it is one line, and ends nothing. */
export function logUnread(logger: AnswerLog, event: unknown): (error: unknown) => void {
  return (error) => {
    if (error instanceof InteractionError || error instanceof z.ZodError) {
      const reason = error instanceof InteractionError ? error.message : 'it is not as Discord sends it';
      logger.warn({ event: String(event), reason }, 'an event could not be read');
    } else {
      logger.error({ event: String(event), error: describeError(error) }, 'an event could not be handled');
    }
  };
}
