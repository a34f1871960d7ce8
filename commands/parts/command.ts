import type { Archive } from '../../src/archive.js';
import type { CorpusKeeper } from '../../src/corpusKeeper.js';
import type { Reply } from './reply.js';
import type { ServerDesk } from './serverDesk.js';

/** Something to choose while typing. */
export interface Choice {
  /** What the reader sees: "Sergei Lavrov · 6 quotes". */
  readonly label: string;
  /** What the option becomes. */
  readonly value: string;
}

/** What a suggestion may look at: what is typed so far, in this option and in the others. */
export interface Typing {
  readonly typed: string;
  readonly others: Readonly<Record<string, string | undefined>>;
  readonly archive: Archive;
  /** Names of the events there are; none or absent where there is only one. */
  readonly events?: readonly string[] | undefined;
}

export interface TextOption<Required extends boolean = boolean> {
  readonly kind: 'text';
  readonly description: string;
  readonly required: Required;
  /** In characters. All text options of a command together have to fit `MAX_ASKED` of a way in, or its buttons go. */
  readonly maxLength: number;
  /** What to say when it is missing, where whoever asks did not type it. */
  readonly whenMissing?: string | undefined;
  /** A day, which may be written in words and is read as 'YYYY-MM-DD'. */
  readonly isDay?: true | undefined;
  /** Keeps its line breaks. Only for what no button has to bring back. */
  readonly multiline?: true | undefined;
  /** Best first. Free text always works too. */
  readonly suggest?: ((typing: Typing) => Promise<readonly Choice[]>) | undefined;
}

export interface FlagOption {
  readonly kind: 'flag';
  readonly description: string;
}

/** A file that comes along. It is no state that a button could bring back. */
export interface FileOption {
  readonly kind: 'file';
  readonly description: string;
}

/** A channel of the server that a request comes from. It is no state that a button could bring back. */
export interface ChannelOption {
  readonly kind: 'channel';
  readonly description: string;
}

/** A file that came along; nothing of it is fetched before it is read. */
export interface GivenFile {
  /** As its sender calls it. */
  readonly name: string;
  /** @throws RequestError with a sentence for the one who sent it */
  read(): Promise<Uint8Array>;
}

export type Options = Readonly<Record<string, TextOption | FlagOption | FileOption | ChannelOption>>;

/** What a handler reads, derived from what the command declares. */
export type Values<O extends Options> = { readonly [Name in keyof O]: Value<O[Name]> };

type Value<Option> = Option extends FlagOption
  ? boolean
  : Option extends FileOption
    ? GivenFile | undefined
    : Option extends TextOption<true>
      ? string
      : string | undefined;

/** What `/help` shows of a command. */
export interface CommandCard {
  readonly name: string;
  readonly description: string;
  readonly kind: 'slash' | 'message';
  readonly options: Options;
  /** What it is called where it is typed in a terminal, when that is not its name: "check" for "Find in sources". */
  readonly typed?: string | undefined;
  /** The option that the text of a plain mention ("@Dateline what happened") fills. At most one command has it. */
  readonly mention?: string | undefined;
  /**
   * Only for members who may manage the server, who alone are shown it. Terminals and the page do not have it. `ofServer`: it is about their
   * server and not about the articles, so that it does not matter from where those are looked after.
   */
  readonly forManagers?: boolean | 'ofServer' | undefined;
  /**
   * How it stands to several events. Left out: it asks one of them, and gets an option `event` that says which. `any`: it is about none in
   * particular. `several`: the same, and it is there only where there are several.
   */
  readonly events?: 'any' | 'several' | undefined;
}

/** What a command is asked. It knows nothing of who asks, or by which way in: one that not everybody may ask is not asked by others. */
export interface Request<O extends Options> {
  readonly options: Values<O>;
  readonly archive: Archive;
  /** Names of the events there are; none or absent where there is only one. */
  readonly events?: readonly string[] | undefined;
  /** All commands there are for the one who asks. */
  readonly commands: readonly CommandCard[];
  /** What changes the corpus; absent where that is not done. */
  readonly keeper?: CorpusKeeper | undefined;
  /** What may be set for the server; absent for who may not manage it, and where nothing is set. */
  readonly server?: ServerDesk | undefined;
  /** What is kept of what people do, a sentence each; absent: nothing. */
  readonly kept?: readonly string[] | undefined;
  /** Counts what a reader says of an answer; absent where that is not wanted. */
  readonly feedback?: Feedback | undefined;
}

/** Takes one reader's word on one reply. */
export interface Feedback {
  /** @returns false when it was taken before */
  give(article: string, isAnswer: boolean): Promise<boolean>;
}

/**
 * What a button does. `here`: the reply takes the place of the one with the button. `private`: a new reply, seen only by
 * the one who pressed.
 */
export interface Action<O extends Options> {
  readonly place: 'here' | 'private';
  run(request: Request<O> & { readonly arg: string }): Promise<Reply>;
}

/** A command's answer as the library gives it: what `--json` prints, one row a line. */
export interface Rows {
  readonly rows: readonly unknown[];
  /** Whether the articles had anything. */
  readonly found: boolean;
}

/** One command: what it is called, its options, and the functions from a request to a reply. */
export interface Command<O extends Options = Options> extends CommandCard {
  /** `slash` is typed; `message` is chosen from a message's menu, and its one text option is that message's text. */
  readonly kind: 'slash' | 'message';
  /**
   * A slash command's name is lower case, of one word or two: "corpus add" stands under "corpus" with the others of that first word. A
   * message command's is what the menu shows. At most 32 characters.
   */
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly description: string;
  readonly options: O;
  /** True when a reply is for the one who asked alone unless they share it. */
  readonly privateByDefault?: boolean | undefined;
  /** @throws RequestError with a sentence for the user. */
  run(request: Request<O>): Promise<Reply>;
  /** The same for a program. Left out: the command has no such form. */
  rows?(request: Request<O> & { readonly limit?: number | undefined }): Promise<Rows>;
  /** Whether a reader may want only so many lines: then the command line has `--limit`. */
  readonly limited?: boolean | undefined;
  /** Whether the first page is the answer and the others only offer other lines: then the command line has `--all`. */
  readonly bestFirst?: boolean | undefined;
  /** By name, as buttons give it. */
  readonly actions?: Readonly<Record<string, Action<O>>> | undefined;
}

/** Declares a command; its handlers can read the options it declares and no other. */
export function defineCommand<const O extends Options>(
  command: Command<O> & { readonly mention?: (keyof O & string) | undefined },
): Command<O> {
  return command;
}

/** "Wednesday, 20 September 2023" has 28. */
const LONGEST_DAY = 30;

/** A text that must be given. */
export function requiredText(
  description: string,
  more: Pick<TextOption, 'maxLength' | 'multiline' | 'suggest' | 'whenMissing'>,
): TextOption<true> {
  return { kind: 'text', required: true, description, ...more };
}

/** A text that may be left out. */
export function optionalText(
  description: string,
  more: Pick<TextOption, 'maxLength' | 'multiline' | 'suggest'>,
): TextOption<false> {
  return { kind: 'text', required: false, description, ...more };
}

/** A day that may be left out. */
export function optionalDay(description: string): TextOption<false> {
  return { kind: 'text', required: false, description, maxLength: LONGEST_DAY, isDay: true };
}

/** A file that may come along. */
export function file(description: string): FileOption {
  return { kind: 'file', description };
}

/** A channel that may be chosen; its id is given. */
export function channel(description: string): ChannelOption {
  return { kind: 'channel', description };
}

/** The commands that everybody may ask. */
export function forEverybody<Card extends CommandCard>(commands: readonly Card[]): readonly Card[] {
  return commands.filter(({ forManagers }) => !forManagers);
}

/** Yes or no; no when left out. */
export function flag(description: string): FlagOption {
  return { kind: 'flag', description };
}
