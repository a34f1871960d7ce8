import { LONGEST_CORPUS_NAME } from '../../src/corporaOnDisk.js';
import { rankChoices } from './choices.js';
import { type Choice, type CommandCard, optionalText, type TextOption } from './command.js';
import type { OptionValues } from './options.js';

/** The option that chooses among several events. */
const EVENT = 'event';

/** Whether a command asks one event, so that it has to be said which where there are several. */
function asksOne({ kind, events }: CommandCard): boolean {
  return kind === 'slash' && events === undefined;
}

/**
 * Commands as they are where there are several events: those that ask one have an option to choose it. As they were where there is one.
 * @param names of the events; none where there is only one
 */
export function withEvents<Card extends CommandCard>(commands: readonly Card[], names: readonly string[]): Card[] {
  if (names.length === 0) return commands.filter(({ events }) => events !== 'several');
  const event = eventOption(names);
  return commands.map((command) =>
    asksOne(command) ? { ...command, options: { ...command.options, [EVENT]: event } } : command,
  );
}

function eventOption(names: readonly string[]): TextOption<false> {
  return optionalText('Which event is asked; else the one of this channel or server', {
    maxLength: LONGEST_CORPUS_NAME,
    suggest: ({ typed }) => suggestEvents(names, typed),
  });
}

/** Names of events that fit what is typed, misspelt ones too. */
export function suggestEvents(names: readonly string[], typed: string): Promise<Choice[]> {
  return rankChoices(
    names.map((name) => ({ label: name, value: name })),
    typed,
  );
}

/** What a command was given, and apart from it the event that was chosen. */
export function apartFromEvent(
  command: CommandCard,
  given: OptionValues,
): { readonly given: OptionValues; readonly event: string | null } {
  if (!asksOne(command)) return { given, event: null };
  const { [EVENT]: event, ...rest } = given;
  return { given: rest, event: typeof event === 'string' && event.trim() !== '' ? event.trim() : null };
}

/** Whether an option of a command chooses the event and is not its own. */
export function isEventOption(command: CommandCard, option: string): boolean {
  return option === EVENT && asksOne(command);
}

/** A sentence for who names an event that is not there. */
export function noSuchEvent(name: string, names: readonly string[]): string {
  return `There is no event “${name}” here. There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
}
