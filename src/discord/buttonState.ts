import type { CommandCard, Options } from '../../commands/parts/command.js';
import type { OptionValues } from '../../commands/parts/options.js';
import { oneLine } from '../english/visibleText.js';
import { LIMITS } from './limits.js';

/**
 * The state of a reply's buttons, kept where every restart and every replica finds it again: what was asked stands in
 * plain sight at the head of the reply, and a button's id says which stretch of that line is which option.
 *
 *   head  `who visited · AFP`      id  `ask|page|1|11,3,0,0,1`
 *
 * Where there are several events, the one that was asked stands behind it: `ask|page|1|11,3,0,0,1|harbour`.
 */

/** What a button's id says. */
export interface Press {
  readonly command: string;
  readonly action: string;
  readonly arg: string;
  readonly lengths: string;
  /** The event that was asked; null: there was only one. */
  readonly event: string | null;
}

const BETWEEN_PARTS = '|';
const BETWEEN_VALUES = ' · ';

/** The line at the head of a reply: what was asked, value by value. Empty when nothing was. */
export function askedLine(options: Options, values: OptionValues): string {
  return texts(options, values)
    .filter((text) => text !== '')
    .join(BETWEEN_VALUES);
}

/**
 * The id of a button.
 * @param event the one that was asked; null where there is only one
 * @returns null when the state does not fit Discord's limits: then the button must not be drawn
 */
export function pressId(
  command: CommandCard,
  values: OptionValues,
  action: string,
  arg: string,
  event: string | null = null,
): string | null {
  if (Object.values(values).some((value) => typeof value === 'object')) return null;
  const lengths = Object.entries(command.options).map(([name, option]) =>
    option.kind === 'flag' ? Number(values[name] === true) : option.kind === 'text' ? textOf(values[name]).length : 0,
  );
  const parts = [command.name, action, arg, lengths.join(',')];
  const id = (event === null ? parts : [...parts, event]).join(BETWEEN_PARTS);
  const asked = askedLine(command.options, values);
  const keeps = asked.length <= LIMITS.author && oneLine(asked) === asked;
  return keeps && id.length <= LIMITS.customId ? id : null;
}

/** Reads a button's id; null when it is none of ours. */
export function readPress(customId: string): Press | null {
  const [command, action, arg, lengths, event, ...more] = customId.split(BETWEEN_PARTS);
  if (!command || !action || arg === undefined || lengths === undefined || more.length > 0) return null;
  return { command, action, arg, lengths, event: event || null };
}

/**
 * The options of the request that a reply answered.
 * @param asked the line at the head of the reply
 * @returns null when line and lengths do not belong together (an older Dateline's button, a reply without its head)
 */
export function readAsked(options: Options, lengths: string, asked: string): OptionValues | null {
  const declared = Object.entries(options);
  const counts = lengths === '' ? [] : lengths.split(',').map(Number);
  if (counts.length !== declared.length || counts.some((length) => !Number.isInteger(length) || length < 0))
    return null;
  const values: Record<string, string | boolean | undefined> = {};
  let at = 0;
  for (const [index, [name, option]] of declared.entries()) {
    const length = counts[index] ?? 0;
    if (option.kind === 'flag') values[name] = length === 1;
    else if (option.kind !== 'text') values[name] = undefined;
    else if (length > 0) {
      if (at > 0) at += BETWEEN_VALUES.length;
      values[name] = asked.slice(at, at + length);
      at += length;
    } else if (option.required) return null;
  }
  return at === asked.length ? values : null;
}

function texts(options: Options, values: OptionValues): string[] {
  return Object.entries(options)
    .filter(([, option]) => option.kind === 'text')
    .map(([name]) => textOf(values[name]));
}

function textOf(value: OptionValues[string]): string {
  return typeof value === 'string' ? value : '';
}
