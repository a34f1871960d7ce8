import { joinFollowUp } from '../../src/answers/question/followUp.js';
import type { CommandCard } from './command.js';
import type { OptionValues } from './options.js';

/** What a request asks once it is read after the one before it. */
export interface ReadAfter<V extends OptionValues> {
  readonly values: V;
  /** The question that a follow-up was read as, to be told to who asks; null when it was none. */
  readonly readAs: string | null;
}

/**
 * Reads a request with the question before it, so that "and when?" asks of what was asked of. Who takes requests keeps the question
 * before, or finds it in the reply that shows it.
 * @param before null when nothing was asked before
 */
export function readAfter<V extends OptionValues>(
  command: CommandCard,
  values: V,
  before: string | null,
): ReadAfter<V> {
  const { mention } = command;
  const text = mention === undefined ? undefined : values[mention];
  const option = mention === undefined ? undefined : command.options[mention];
  const readAs = typeof text === 'string' && before !== null ? joinFollowUp(text, before) : null;
  if (mention === undefined || readAs === null || (option?.kind === 'text' && readAs.length > option.maxLength)) {
    return { values, readAs: null };
  }
  return { values: { ...values, [mention]: readAs }, readAs };
}
