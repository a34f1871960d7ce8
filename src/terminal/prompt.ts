import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command, Options, Values } from '../../commands/parts/command.js';
import { readAfter } from '../../commands/parts/followUp.js';
import type { Button, Reply } from '../../commands/parts/reply.js';
import { type Archive, RequestError } from '../archive.js';
import { replyAsText } from './drawing.js';
import { readLine, usage } from './line.js';
import { type Style, tame } from './style.js';

/** Where questions come from and answers go. */
export interface Conversation {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  readonly input: Readable;
  readonly output: Writable;
  /** True with a person at a keyboard: a prompt is shown and the line can be edited. */
  readonly interactive: boolean;
  readonly style: Style;
  /** Ends the conversation after the answer that is being given. */
  readonly signal: AbortSignal;
}

const PROMPT = '? ';
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
  const { input, output, interactive, signal } = conversation;
  if (signal.aborted) return 0;
  const lines = createInterface({ input, output, prompt: PROMPT, terminal: interactive });
  const end = () => lines.close();
  // On a terminal readline takes Ctrl-C for itself; it means the end here as everywhere.
  lines.on('SIGINT', end);
  signal.addEventListener('abort', end, { once: true });

  const answer = answerer(conversation);
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

/** Gives what to print for a line; null to end. A mistake in the line is answered, never thrown. */
function answerer({ archive, commands, interactive, style }: Conversation): (line: string) => Promise<string | null> {
  let shown: Shown | null = null;
  let before: string | null = null;

  async function answer(text: string): Promise<string | null> {
    const line = readLine(text, commands);
    switch (line.kind) {
      case 'nothing':
        return '';
      case 'quit':
        return null;
      case 'help':
        return help(commands);
      case 'request': {
        const { command } = line;
        // What is piped in are questions each by itself.
        const { values, readAs } = readAfter(command, line.values, interactive ? before : null);
        before = command.mention ? String(values[command.mention]) : before;
        const answer = show(command, values, await command.run({ options: values, archive, commands }));
        return readAs === null ? answer : `${style.faint(tame(`Read as “${readAs}”.`))}\n\n${answer}`;
      }
      case 'button': {
        const button = shown?.buttons[line.number - 1];
        if (!shown || !button || button.disabled) throw new RequestError('There is nothing of that number to choose.');
        const { command, values } = shown;
        const action = command.actions?.[button.action];
        if (!action) throw new RequestError('That can only be done on Discord.');
        const reply = await action.run({ options: values, archive, commands, arg: button.arg });
        // Beside a reply, not in its place: the reply's own buttons go on working.
        return action.place === 'private' ? replyAsText(reply, style) : show(command, values, reply);
      }
    }
  }

  function show(command: Command, values: Values<Options>, reply: Reply): string {
    // Counted with the disabled ones, so that "the next" has the same number on every page.
    const buttons = reply.buttons.filter(({ action }) => command.actions?.[action]);
    shown = { command, values, buttons };
    const choices = buttons.flatMap(({ label, disabled, purpose }, at) =>
      disabled ? [] : `${at + 1} ${tame(purpose ?? `for “${label}”`)}`,
    );
    return [replyAsText(reply, style), choices.length > 0 ? style.faint(`Type ${choices.join(', ')}.`) : '']
      .filter(Boolean)
      .join('\n\n');
  }

  return async (text) => {
    try {
      return await answer(text);
    } catch (error) {
      // It may name what an article names: its outlet, for instance.
      if (error instanceof RequestError) return tame(error.message);
      // A fault in one answer must not take the prompt away from the next question.
      return `That went wrong: ${tame(error instanceof Error ? error.message : String(error))}. You can go on asking.`;
    }
  };
}

function help(commands: readonly Command[]): string {
  return [
    'Type a question in plain English, such as: what did the minister say',
    'The answer is a line from an article, word for word, with its source and date.',
    '',
    ...commands
      .filter(({ name }) => name !== 'help')
      .flatMap((command) => [usage(command), `    ${command.description}`]),
    '/quit',
    '    or Ctrl-D: leave',
  ].join('\n');
}
