import type { AccessSettings } from '../settings/access.js';
import type { Asker } from './asker.js';
import type { ServerSetting } from './chosenCorpus.js';

/** What holds everywhere, and what is set for servers. */
export interface RuleSource {
  readonly access?: AccessSettings | undefined;
  readonly servers?: ServerSetting | undefined;
}

/** Whether answers are for the one who asked alone: as their server says, else as `.env` does. */
export function answersPrivately({ access, servers }: RuleSource, asker: Asker | undefined): boolean {
  return servers?.book.of(asker?.server ?? null).privateAnswers ?? access?.privateAnswers ?? false;
}

/** Ids of the channels where somebody may ask, of their server's own where it has any; none: everywhere. */
export function allowedChannels({ access, servers }: RuleSource, { server }: Pick<Asker, 'server'>): readonly string[] {
  return servers?.book.of(server).allowedChannels ?? access?.channels ?? [];
}
