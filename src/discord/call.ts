import type { Command } from '../../commands/parts/command.js';
import type { OptionValues } from '../../commands/parts/options.js';
import { notice, type Reply } from '../../commands/parts/reply.js';
import { RequestError } from '../archive.js';
import { oneLine } from '../english/visibleText.js';
import type { AnswerLog, AnswerOutcome } from './answerLog.js';
import type { Asker } from './asker.js';
import type { ChosenCorpus, Wanted } from './chosenCorpus.js';
import { describeError } from './errors.js';
import type { Place } from './exchange.js';

/** A command that somebody asked, or an action of it, ready to be done. */
export interface Call {
  readonly command: Command;
  readonly action: string;
  readonly values: OptionValues;
  readonly place: Place;
  /** Which corpus was asked for. */
  readonly wanted: Wanted;
  readonly asker: Asker | undefined;
  work(chosen: ChosenCorpus): Promise<Reply>;
}

/** What came of a call. */
export interface Done {
  readonly reply: Reply;
  readonly outcome: AnswerOutcome;
  /** Null: none could be chosen. */
  readonly chosen: ChosenCorpus | null;
}

/** The reply, or what is said instead of one. Never rejects. @param id names the call in the log and in an apology */
export async function performCall(
  call: Call,
  choose: (asker: Asker | undefined, wanted: Wanted) => ChosenCorpus,
  id: string,
  log: AnswerLog,
): Promise<Done> {
  let chosen: ChosenCorpus | null = null;
  try {
    chosen = choose(call.asker, call.wanted);
    const reply = await call.work(chosen);
    return { reply, outcome: reply.tone, chosen };
  } catch (error) {
    if (error instanceof RequestError) return { reply: notice(error.message), outcome: 'refused', chosen };
    log.error({ error: describeError(error) }, 'a command failed');
    const apology = `Sorry, something went wrong here. It is in the log as ${id}. Please try again.`;
    return { reply: notice(apology), outcome: 'failed', chosen };
  }
}

/** Keeps a question that a corpus does not answer, where that is wanted. */
export async function noteGap({ keeper }: ChosenCorpus, question: string): Promise<void> {
  await keeper?.noteGap(oneLine(question).trim());
}
