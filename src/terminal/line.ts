import { parseArgs } from 'node:util';
import type { Command, CommandCard, Options, TextOption, Values } from '../../commands/parts/command.js';
import { type OptionValues, readOptions } from '../../commands/parts/options.js';
import { RequestError } from '../archive.js';
import { readWrittenDate } from '../english/writtenDate.js';

/** What a line typed at the prompt asks for. */
export type Line =
  | { readonly kind: 'nothing' | 'help' | 'quit' }
  /** A button of the last reply, counted from 1. */
  | { readonly kind: 'button'; readonly number: number }
  | { readonly kind: 'request'; readonly command: Command; readonly values: Values<Options> };

/** Alone on a line these are for the prompt, slash or not: nobody asks the articles for "exit". */
const PLAIN_WORDS = /^(?:help|quit|exit)$/i;

/** A word, or several between double quotes, with an option's name before them or without; no name is longer than Discord allows. */
const WORD = /(\w{1,32}:)?"([^"]*)"|\S+/g;
/** How many words a day has: "Thursday, 20 March 2025", "20 March 2025". */
const DAY_LENGTHS = [4, 3];
/** An option as Discord writes it: `about:nuclear`. */
const NAMED = /^(\w+):(.*)$/s;

/**
 * Reads a line of the prompt: `/quote Lavrov --about nuclear`, the same as Discord writes it (`/quote Lavrov
 * about:nuclear`), `2` for a button, or just a question.
 * @throws RequestError that says what is accepted
 */
export function readLine(line: string, commands: readonly Command[]): Line {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (/^\d$/.test(text)) return { kind: 'button', number: Number(text) };
  if (PLAIN_WORDS.test(text)) return readCommand(text, commands);
  if (text.startsWith('/')) return readCommand(text.slice(1), commands);
  const command = commands.find(({ mention }) => mention !== undefined);
  if (!command?.mention) throw new RequestError('Start with a slash; /help lists what there is.');
  return { kind: 'request', command, values: readOptions(command.options, { [command.mention]: text }) };
}

/** Whether an option means something where commands are typed: what is private is so anyway here. */
export function isTypedOption(name: string): boolean {
  return name !== 'private';
}

/** How a command is written at the prompt: "/quote speaker [--about WORDS]". */
export function usage(command: CommandCard): string {
  const first = subjectOf(command)?.name;
  const words = [`/${typedName(command)}`];
  for (const [name, option] of Object.entries(command.options)) {
    if (!isTypedOption(name)) continue;
    if (option.kind === 'flag') {
      words.push(`[--${name}]`);
      continue;
    }
    // Files are named to “dateline add”, and channels there are none.
    if (option.kind !== 'text') continue;
    const word = name === first ? name : `--${name} ${name.toUpperCase()}`;
    words.push(option.required ? word : `[${word}]`);
  }
  return words.join(' ');
}

function readCommand(text: string, commands: readonly Command[]): Line {
  const [first = '', ...words] = [...text.matchAll(WORD)].map(([word, name = '', quoted]) =>
    quoted === undefined ? word : name + quoted,
  );
  const typed = first.toLowerCase();
  if (typed === 'help') return { kind: 'help' };
  if (typed === 'quit' || typed === 'exit') return { kind: 'quit' };
  const command = commands.find((candidate) => typedName(candidate) === typed);
  if (!command) throw new RequestError(`There is no /${typed}. /help lists what there is.`);
  return { kind: 'request', command, values: readValues(command, words) };
}

/** The name of a command on the command line and, after a slash, at the prompt. */
export function typedName({ name, typed }: CommandCard): string {
  return typed ?? name.toLowerCase().replace(/\s+/g, '-');
}

/** The option that words without a name fill: the first text of the command. Null when it has none. */
export function subjectOf({ options }: CommandCard): (TextOption & { readonly name: string }) | null {
  for (const [name, option] of Object.entries(options)) if (option.kind === 'text') return { name, ...option };
  return null;
}

function readValues(command: CommandCard, words: string[]): Values<Options> {
  const kinds = Object.entries(command.options).map(
    ([name, { kind }]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }] as const,
  );
  const subject = subjectOf(command);
  const given = parseWords(
    withDashes(withWholeDays(words, command), command),
    Object.fromEntries(kinds),
    subject !== null,
  );
  const texts = given && (subject ? { [subject.name]: given.text, ...given.values } : given.values);
  if (!texts || (subject?.required && !texts[subject.name])) throw new RequestError(`Type it as “${usage(command)}”.`);
  return readOptions(command.options, texts);
}

/** Puts the words of a day behind its option together: `--after 20 March 2025`, where other values of several words need quotation marks. */
function withWholeDays(words: readonly string[], { options }: CommandCard): string[] {
  const whole: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const option = word.startsWith('--') ? options[word.slice(2)] : undefined;
    whole.push(word);
    if (option?.kind !== 'text' || !option.isDay) continue;
    const length = DAY_LENGTHS.find(
      (length) => readWrittenDate(words.slice(at + 1, at + 1 + length).join(' ')) !== null,
    );
    if (length === undefined) continue;
    whole.push(words.slice(at + 1, at + 1 + length).join(' '));
    at += length;
  }
  return whole;
}

/** Writes `about:nuclear elements` as `--about=nuclear elements`: such a value ends where the next option begins. */
function withDashes(words: readonly string[], { options }: CommandCard): string[] {
  const written: string[] = [];
  let open: string | null = null;
  for (const word of words) {
    const [, name = '', value = ''] = NAMED.exec(word) ?? [];
    const kind = Object.hasOwn(options, name) ? options[name]?.kind : undefined;
    if (open !== null && (kind !== undefined || word.startsWith('--'))) {
      written.push(open);
      open = null;
    }
    if (kind === 'text') open = `--${name}=${value}`;
    else if (kind === 'flag') written.push(...(/^true$/i.test(value) ? [`--${name}`] : []));
    else if (open !== null) open += open.endsWith('=') ? word : ` ${word}`;
    else written.push(word);
  }
  return open === null ? written : [...written, open];
}

/** Null for an option that is not accepted. */
function parseWords(
  args: string[],
  options: Record<string, { type: 'boolean' | 'string' }>,
  allowPositionals: boolean,
): { values: OptionValues; text: string } | null {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals });
    return { values, text: positionals.join(' ') };
  } catch {
    return null;
  }
}
