import type { Command } from '../../commands/parts/command.js';
import type { OptionValues } from '../../commands/parts/options.js';
import { readAsked, readPress } from './buttonState.js';
import { NOTHING_WANTED, type Wanted } from './chosenCorpus.js';
import type { EarlierAnswer } from './heardMessage.js';

/** What a follow-up goes on from. */
export interface RequestBefore {
  /** What was asked for beside the question, such as a source. */
  readonly values: OptionValues;
  readonly question: string | null;
  readonly wanted: Wanted;
}

export const NOTHING_BEFORE: RequestBefore = { values: {}, question: null, wanted: NOTHING_WANTED };

/** What an answer answered, as its buttons tell: without one of the command's own, the line at its head is all that is known. */
export function requestBehind({ asked, buttonIds }: EarlierAnswer, command: Command): RequestBefore {
  const presses = buttonIds.map(readPress).filter((press) => press !== null);
  const own = presses.find((press) => press.command === command.name);
  const values = own && readAsked(command.options, own.lengths, asked);
  const texts = Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => typeof value === 'string'));
  const question = texts[command.mention ?? ''];
  const event = presses.find((press) => press.event !== null)?.event ?? null;
  return {
    values: texts,
    question: typeof question === 'string' ? question : asked,
    wanted: event === null ? NOTHING_WANTED : { by: 'button', name: event },
  };
}
