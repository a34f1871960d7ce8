import { type REST, Routes } from 'discord.js';
import { delayClock } from './arrival.js';
import type { DrawnFile } from './draw.js';
import type { AnswerLine } from './interactions.js';
import { INTERACTION } from './protocol.js';
import { fetchPosted } from './share.js';

/**
 * Answers what the gateway brought, by requests of discord.js's, which tries again what is worth it.
 * @param isReplaying whether what comes now is what happened while there was no connection: that is old by nobody's fault, and whether it
 *   is too old Discord says itself
 */
export function gatewayLine(rest: REST, isReplaying: () => boolean = () => false): AnswerLine {
  const delayOf = delayClock();
  return {
    delayOf: (id) => (isReplaying() ? 0 : delayOf(id)),
    async respond({ response, files }, to) {
      // A ping has no id to answer to; the gateway brings none.
      if (to.type === INTERACTION.ping) return;
      await rest.post(Routes.interactionCallback(to.id, to.token), {
        body: response,
        files: uploads(files),
        auth: false,
      });
    },
    async followUp({ kind, applicationId, token, body, files }) {
      const sent = { body, files: uploads(files), auth: false };
      if (kind === 'edit') await rest.patch(Routes.webhookMessage(applicationId, token), sent);
      else await rest.post(Routes.webhook(applicationId, token), sent);
    },
    fetchPicture: fetchPosted,
  };
}

function uploads(files: readonly DrawnFile[]) {
  return files.map(({ name, attachment }) => ({ name, data: attachment }));
}
