import type { Choice, Command } from '../../commands/parts/command.js';
import { apartFromEvent, isEventOption, suggestEvents } from '../../commands/parts/eventOption.js';
import type { OptionValues } from '../../commands/parts/options.js';
import { RequestError } from '../archive.js';
import type { AnswerLog } from './answerLog.js';
import { type Asker, mayAsk } from './asker.js';
import type { ChosenCorpus, OfferedCorpora, Wanted } from './chosenCorpus.js';
import { describeError } from './errors.js';

/** What is being typed, into which option of which command, beside what. */
export interface TypedOption {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly others: OptionValues;
}

export interface SuggestionSource {
  readonly commands: readonly Command[];
  readonly corpora?: OfferedCorpora | undefined;
  readonly choose: (asker: Asker | undefined, wanted: Wanted) => ChosenCorpus;
  readonly logger: AnswerLog;
}

/** What may be chosen for an option while it is typed; nothing when that goes wrong. */
export async function findSuggestions(
  { commands, corpora, choose, logger }: SuggestionSource,
  { command: name, option, typed, others: given }: TypedOption,
  asker: Asker | undefined,
): Promise<readonly Choice[]> {
  const command = commands.find((one) => one.kind === 'slash' && one.name === name);
  if (!command) return [];
  try {
    const events = corpora?.names ?? [];
    if (isEventOption(command, option)) return await suggestEvents(events, typed);
    const declared = command.options[option];
    if (declared?.kind !== 'text' || !declared.suggest) return [];
    const { given: others, event } = apartFromEvent(command, given);
    const chosen = choose(asker, event === null ? { by: 'nothing' } : { by: 'option', name: event });
    if (!mayAsk(command, asker, chosen)) return [];
    const texts = Object.fromEntries(
      Object.entries(others).map(([key, value]) => [key, typeof value === 'string' ? value : undefined]),
    );
    return await declared.suggest({ typed, others: texts, archive: chosen.archive, events });
  } catch (error) {
    // Such as an event that is not typed to its end yet.
    if (error instanceof RequestError) return [];
    logger.warn({ command: name, option, error: describeError(error) }, 'no suggestions');
    return [];
  }
}
