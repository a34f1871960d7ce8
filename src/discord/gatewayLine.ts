import { type REST, Routes } from 'discord.js';
import { delayClock } from './arrival.js';
import { attachmentsOf } from './attachedFile.js';
import type { DrawnFile } from './draw.js';
import { codeOf } from './errors.js';
import type { AnswerLine } from './interactions.js';
import { INTERACTION } from './protocol.js';
import { fetchPosted } from './share.js';

/** Discord's code for an interaction that has its answer: from a try whose receipt was lost, or from somebody else. */
const ALREADY_ACKNOWLEDGED = 40_060;

/**
 * Answers what the gateway brought, by requests that are tried again where that is worth it.
 * @param onAnswered told of each interaction that was answered already
 * @param isReplaying whether what comes now is what happened while there was no connection: that is old by nobody's fault, and whether it
 *   is too old Discord says itself
 */
export function gatewayLine(rest: REST, onAnswered: () => void, isReplaying: () => boolean = () => false): AnswerLine {
  const delayOf = delayClock();
  return {
    delayOf: (id) => (isReplaying() ? 0 : delayOf(id)),
    async respond({ response, files }, to) {
      // A ping has no id to answer to; the gateway brings none.
      if (to.type === INTERACTION.ping) return;
      const sent = { body: response, files: uploads(files), auth: false };
      await rest.post(Routes.interactionCallback(to.id, to.token), sent).catch((error: unknown) => {
        if (codeOf(error) !== ALREADY_ACKNOWLEDGED) throw error;
        onAnswered();
      });
    },
    async followUp({ kind, applicationId, token, body, files }) {
      const sent = { body, files: uploads(files), auth: false };
      if (kind === 'edit') return void (await rest.patch(Routes.webhookMessage(applicationId, token), sent));
      if (kind === 'instead') await rest.delete(Routes.webhookMessage(applicationId, token), { auth: false });
      await rest.post(Routes.webhook(applicationId, token), sent);
    },
    fetchPicture: fetchPosted,
    fetchFile: attachmentsOf(rest.options.api),
  };
}

function uploads(files: readonly DrawnFile[]) {
  return files.map(({ name, attachment }) => ({ name, data: attachment }));
}
