import type { ServerDefaults } from '../../commands/parts/serverDesk.js';
import { DEFAULT_MIN_CONFIDENCE } from '../answers/refusal.js';
import type { AccessSettings } from './access.js';

/** What `.env` says for every server. */
export function serverDefaults({
  minConfidence,
  access,
}: {
  readonly minConfidence: number | null;
  readonly access: AccessSettings;
}): ServerDefaults {
  return {
    minConfidence: minConfidence ?? DEFAULT_MIN_CONFIDENCE,
    privateAnswers: access.privateAnswers,
    allowedChannels: access.channels,
  };
}
