import type { Command, TextOption } from '../../commands/parts/command.js';
import type { Archive } from '../archive.js';
import { isTypedOption, subjectOf, typedName } from './line.js';
import { tame } from './style.js';

/** What may stand in place of the end of a line, best first, and that end: what readline asks of a completer. */
export type Completions = readonly [fits: string[], end: string];

/** Beside the commands, what the prompt itself takes. */
const PROMPT_COMMANDS = ['help', 'quit'];
/** `about:` and `--about`, as an option is begun. */
const BEGUN = /(?:^|\s)(?:--([a-z_]{1,32})[ =]|([a-z_]{1,32}):)/g;

/** What is being typed at the end of a command's line. */
interface Begun {
  readonly option: TextOption;
  readonly typed: string;
  /** With dashes a value of several words needs quotation marks. */
  readonly isDashed: boolean;
}

/**
 * Completes what is typed so far: names of commands and options, and what an option's own suggestions have, such as speakers and
 * sources. A plain question completes to nothing.
 * @param typed the line up to the cursor
 */
export async function complete(typed: string, commands: readonly Command[], archive: Archive): Promise<Completions> {
  if (!typed.startsWith('/')) return [[], typed];
  const space = typed.indexOf(' ');
  if (space < 0) {
    const names = commands.map(typedName).filter((name) => !PROMPT_COMMANDS.includes(name));
    // What takes no words needs no space.
    const written = [...names.map((name) => `/${name} `), ...PROMPT_COMMANDS.map((name) => `/${name}`)];
    return [beginning(written.sort(), typed), typed];
  }
  const command = commands.find((candidate) => typedName(candidate) === typed.slice(1, space).toLowerCase());
  if (!command) return [[], typed];
  const words = typed.slice(space + 1);
  const lastWord = words.slice(words.lastIndexOf(' ') + 1);
  if (lastWord.startsWith('--') && !lastWord.includes('=')) {
    const names = Object.keys(command.options).filter(isTypedOption);
    const written = names.map((name) => `--${name} `);
    return [beginning(written, lastWord), lastWord];
  }
  return completeValue(words, command, archive);
}

/** Completes a value by the suggestions of its option, which is the command's subject unless another is begun. */
async function completeValue(words: string, command: Command, archive: Archive): Promise<Completions> {
  const begun = [...words.matchAll(BEGUN)].filter(([, dashed, named]) => optionOf(command, dashed ?? named));
  const last = begun.at(-1);
  const subject = subjectOf(command);
  const spoken = words.slice(0, begun[0]?.index ?? words.length).trim();
  const value = readBegun(words, command, last) ?? (subject && { option: subject, typed: words, isDashed: false });
  if (!value) return [[], words];
  const { option, typed, isDashed } = value;
  const wanted = typed.replaceAll('"', '').trimStart();
  const others = subject && subject !== option ? { [subject.name]: spoken || undefined } : {};
  const choices = (await option.suggest?.({ typed: wanted, others, archive })) ?? [];
  const names = choices.map(({ value: name }) => tame(name));
  const fitting = beginning(names, wanted);
  // None that begins so: readline can only put one in place of what is typed, so it is the best.
  const fits = fitting.length > 0 ? fitting : names.slice(0, 1);
  return [fits.map((name) => (isDashed && name.includes(' ') ? `"${name}"` : name)), typed];
}

function readBegun(words: string, command: Command, begun: RegExpExecArray | undefined): Begun | null {
  if (!begun) return null;
  const [whole, dashed, named] = begun;
  const option = optionOf(command, dashed ?? named);
  return option && { option, typed: words.slice(begun.index + whole.length), isDashed: dashed !== undefined };
}

function optionOf({ options }: Command, name: string | undefined): TextOption | null {
  const option = name !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
  return option?.kind === 'text' ? option : null;
}

function beginning(names: readonly string[], typed: string): string[] {
  return names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
}
