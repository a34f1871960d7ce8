import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command, Options, Values } from '../../commands/parts/command.js';
import { readAfter } from '../../commands/parts/followUp.js';
import type { Button, Reply } from '../../commands/parts/reply.js';
import { type Archive, RequestError } from '../archive.js';
import type { OfferedCorpora } from '../discord/chosenCorpus.js';
import { allPages } from './allPages.js';
import { AskedEvent } from './askedEvent.js';
import { complete } from './completion.js';
import { replyAsText } from './drawing.js';
import { MOST_REMEMBERED, type PromptHistory } from './history.js';
import { readLine, usage } from './line.js';
import { type Style, tame } from './style.js';
import { wrapLine } from './wrapping.js';

/** Where questions come from and answers go. */
export interface Conversation {
  readonly archive: Archive;
  /** Several corpora, of which `archive` is the first to be asked; absent: there is that one. */
  readonly corpora?: OfferedCorpora | undefined;
  readonly commands: readonly Command[];
  readonly input: Readable;
  readonly output: Writable;
  /** True with a person at a keyboard: a prompt is shown and the line can be edited. */
  readonly interactive: boolean;
  readonly style: Style;
  /** What was typed in earlier runs; left out: nothing is remembered. */
  readonly history?: PromptHistory | undefined;
  /** Ends the conversation after the answer that is being given. */
  readonly signal: AbortSignal;
}

const PROMPT = '? ';
/** Words for a button of the last reply. They ask the articles nothing, so that a reply without such a button says so. */
const BUTTON_WORDS = ['more', 'context'];
/** Shows all that the last reply is a part of, as the option of that name does; it asks the articles nothing either. */
const ALL = 'all';
const NO_MORE = 'There is no more here.';

/** A reply that has buttons, and what to press them with. */
interface Shown {
  readonly command: Command;
  readonly values: Values<Options>;
  readonly buttons: readonly Button[];
}

/**
 * Takes questions, one a line, until the input ends, `/quit` or the signal.
 * @returns how many lines asked for something
 */
export async function converse(conversation: Conversation): Promise<number> {
  const { output, interactive, signal } = conversation;
  if (signal.aborted) return 0;
  const asking = new AskedEvent(conversation);
  const lines = openLines(conversation, asking);
  const end = () => lines.close();
  signal.addEventListener('abort', end, { once: true });

  const answer = answerer(conversation, asking);
  let asked = 0;
  if (interactive) lines.prompt();
  for await (const line of lines) {
    if (signal.aborted) break;
    if (line.trim()) asked += 1;
    if (!interactive && line.trim()) output.write(`${PROMPT}${tame(line.trim())}\n`);
    const reply = await answer(line);
    if (reply === null) break;
    if (reply) output.write(`\n${reply}\n\n`);
    if (interactive && !signal.aborted) lines.prompt();
  }
  signal.removeEventListener('abort', end);
  lines.close();
  // Or the shell's own prompt would stand on the line that was not typed.
  if (interactive) output.write('\n');
  return asked;
}

/** The lines that are typed; at a keyboard they can be edited, completed with Tab, and called back with the arrows. */
function openLines({ commands, input, output, interactive, history }: Conversation, asking: AskedEvent): Interface {
  const lines = createInterface({
    input,
    output,
    prompt: PROMPT,
    terminal: interactive,
    history: [...(history?.lines ?? [])],
    historySize: MOST_REMEMBERED,
    removeHistoryDuplicates: true,
    completer: (typed: string, done: (error: Error | null, completions: [string[], string]) => void) => {
      // What cannot be looked up completes to nothing, which a key must never complain about.
      const nothing = [[], typed] as const;
      const event = asking.complete(typed);
      (event ? Promise.resolve(event) : complete(typed, commands, asking.archive))
        .catch(() => nothing)
        .then(([fits, end]) => done(null, [[...fits], end]));
    },
  });
  if (history) lines.on('history', (typed) => history.keep(typed));
  // On a terminal readline takes Ctrl-C for itself: as in a shell it takes back what is typed, and with nothing typed it is the end.
  lines.on('SIGINT', () => {
    if (lines.line === '') return lines.close();
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
  });
  return lines;
}

/** Gives what to print for a line; null to end. A mistake in the line is answered, never thrown. */
function answerer(
  { commands, interactive, style }: Conversation,
  asking: AskedEvent,
): (line: string) => Promise<string | null> {
  let shown: Shown | null = null;
  let before: string | null = null;
  const ofItsOwn = (line: string) => wrapLine(line, { width: style.width });

  async function answer(text: string): Promise<string | null> {
    const chosen = asking.choose(text);
    if (chosen !== null) {
      // What was shown and asked is of another event.
      [shown, before] = [null, null];
      return ofItsOwn(tame(chosen));
    }
    const { archive, events } = asking;
    const word = text.trim().toLowerCase();
    if (BUTTON_WORDS.includes(word)) {
      return press(
        shown?.buttons.find((button) => button.word === word && !button.disabled),
        `There is no ${word} here.`,
      );
    }
    if (word === ALL) return showAll();
    const line = readLine(text, commands);
    switch (line.kind) {
      case 'nothing':
        return '';
      case 'quit':
        return null;
      case 'help':
        return help(commands, style, events);
      case 'request': {
        const { command } = line;
        // What is piped in are questions each by itself.
        const { values, readAs } = readAfter(command, line.values, interactive ? before : null);
        before = command.mention ? String(values[command.mention]) : before;
        const answer = show(command, values, await command.run({ options: values, archive, commands }));
        return readAs === null ? answer : `${ofItsOwn(style.faint(tame(`Read as “${readAs}”.`)))}\n\n${answer}`;
      }
      case 'button':
        return press(shown?.buttons[line.number - 1], 'There is nothing of that number to choose.');
    }
  }

  async function showAll(): Promise<string> {
    if (!shown) throw new RequestError(NO_MORE);
    const { command, values } = shown;
    const whole = command.options[ALL]?.kind === 'flag' ? { ...values, [ALL]: true } : values;
    return show(command, whole, await allPages(command, commands, whole, asking.archive));
  }

  async function press(button: Button | undefined, complaint: string): Promise<string> {
    if (!shown || !button || button.disabled) throw new RequestError(complaint);
    const { command, values } = shown;
    const action = command.actions?.[button.action];
    if (!action) throw new RequestError('That can only be done on Discord.');
    const reply = await action.run({ options: values, archive: asking.archive, commands, arg: button.arg });
    // Beside a reply, not in its place: the reply's own buttons go on working.
    return action.place === 'private' ? replyAsText(reply, style) : show(command, values, reply);
  }

  function show(command: Command, values: Values<Options>, reply: Reply): string {
    // Counted with the disabled ones, so that "the next" has the same number on every page.
    const buttons = reply.buttons.filter(({ action }) => command.actions?.[action]);
    shown = { command, values, buttons };
    const choices = buttons.flatMap(({ label, disabled, purpose }, at) =>
      disabled ? [] : `${at + 1} ${tame(purpose ?? `for “${label}”`)}`,
    );
    return [replyAsText(reply, style), choices.length > 0 ? ofItsOwn(style.faint(`Type ${choices.join(', ')}.`)) : '']
      .filter(Boolean)
      .join('\n\n');
  }

  return async (text) => {
    try {
      return await answer(text);
    } catch (error) {
      // It may name what an article names: its outlet, for instance.
      if (error instanceof RequestError) return ofItsOwn(tame(error.message));
      // A fault in one answer must not take the prompt away from the next question.
      const reason = tame(error instanceof Error ? error.message : String(error));
      return ofItsOwn(`That went wrong: ${reason}. You can go on asking.`);
    }
  };
}

function help(commands: readonly Command[], { width }: Style, events: readonly string[]): string {
  const line = (text: string) => wrapLine(text, { width, hanging: '    ' });
  const meaning = (text: string) => wrapLine(text, { width, indent: '    ' });
  return [
    wrapLine('Type a question in plain English, such as: what did the minister say', { width }),
    wrapLine('The answer is a line from an article, word for word, with its source and date.', { width }),
    '',
    ...commands
      .filter(({ name }) => name !== 'help')
      .flatMap((command) => [line(usage(command)), meaning(command.description)]),
    line('1 to 9, more, all, context'),
    meaning('what the last reply offers'),
    ...(events.length > 0 ? [line('event NAME'), meaning(`ask another event: ${tame(events.join(', '))}`)] : []),
    line('/quit'),
    meaning('or Ctrl-D: leave'),
  ].join('\n');
}
