import { randomUUID } from 'node:crypto';
import type { Choice, Command } from '../../commands/parts/command.js';
import { readAfter } from '../../commands/parts/followUp.js';
import { cleanOptions, type OptionValues, readOptions } from '../../commands/parts/options.js';
import { notice, type Reply, type Tone } from '../../commands/parts/reply.js';
import { isFollowUp } from '../answers/question/followUp.js';
import { type Archive, RequestError } from '../archive.js';
import type { CorpusKeeper } from '../corpusKeeper.js';
import { oneLine } from '../english/visibleText.js';
import { ANYBODY, type Asker, checkMayAsk, mayManage, requestOf } from './asker.js';
import { readAsked, readPress } from './buttonState.js';
import { type Drawn, drawNotice, drawReply } from './draw.js';
import { describeError } from './errors.js';

/** Where a reply goes: a new message for all or for one, or in place of the message whose button was pressed. */
export type Place = 'public' | 'private' | 'here';

/** One thing that somebody did and that waits for a response, whatever the way in. */
export interface Exchange {
  /** Tells Discord that the response takes a while; `deliver` then fills it in. */
  defer(place: Place): Promise<void>;
  deliver(drawn: Drawn, place: Place): Promise<void>;
}

/** A button, as it was found on its message. */
export interface PressedButton {
  readonly customId: string;
  /** The line at the head of the message; empty when there is none. */
  readonly asked: string;
  /** Whether only the one who pressed sees the message. */
  readonly isPrivate: boolean;
}

/** Where the dispatcher tells what it did; pino's logger is one. */
export interface AnswerLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** The same log with these fields in each line. */
  child(fields: object): AnswerLog;
}

/**
 * What became of a request: a reply's tone, a request that was refused with a sentence, an error of Dateline's own, or a reply
 * that could not be brought to the one who asked.
 */
export type AnswerOutcome = Tone | 'refused' | 'failed' | 'undelivered';

/** One request that was dealt with. Nothing of what was written, and nobody's name, is in it. */
export interface DealtWith {
  readonly command: string;
  readonly outcome: AnswerOutcome;
  /** From the request to the delivered reply. */
  readonly milliseconds: number;
}

export interface DispatcherOptions {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  readonly logger: AnswerLog;
  /** Told of each request when it was dealt with. */
  readonly observe?: (dealt: DealtWith) => void;
  /** Address of a page that shows articles, without a slash at its end; left out or null: citations lead nowhere. */
  readonly articlePage?: string | null | undefined;
  /** What changes the corpus for those who may; absent: nobody may. */
  readonly keeper?: CorpusKeeper | undefined;
  /** Names a request in the log and in an apology. */
  readonly newId?: () => string;
}

/**
 * Discord forgets an interaction after 3 s. An answer takes milliseconds, and a deferred one flickers, so acknowledge only
 * when half of that time is gone.
 */
export const DEFER_AFTER_MS = 1_500;
/** Long enough to be found in a log of weeks, short enough to be read out. */
const ID_LENGTH = 8;

interface Call {
  readonly command: Command;
  readonly action: string;
  readonly values: OptionValues;
  readonly place: Place;
  work(): Promise<Reply>;
}

/** Owns what is the same for every command: acknowledging in time, errors, the log, and knowing what is unfinished. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #newId: () => string;
  readonly #unfinished = new Set<Promise<void>>();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#newId = options.newId ?? (() => randomUUID().slice(0, ID_LENGTH));
  }

  /** Runs a command. @param given the options as the way in received them */
  run(
    kind: Command['kind'],
    name: string,
    given: OptionValues,
    exchange: Exchange,
    asker: Asker = ANYBODY,
  ): Promise<void> {
    const command = this.#options.commands.find((one) => one.name === name && one.kind === kind);
    if (!command) return this.#sayUnknown(exchange);
    return this.#track(this.#runCommand(command, given, exchange, asker));
  }

  /**
   * Answers a plain mention with the command that takes those. A follow-up ("and when?") is asked, and shown, as it is read.
   * @param before gives the question that was answered before, null when there was none; asked only for a follow-up
   */
  mention(text: string, exchange: Exchange, before: () => Promise<string | null> = async () => null): Promise<void> {
    const command = this.#options.commands.find(({ mention }) => mention !== undefined);
    if (!command?.mention) return Promise.resolve();
    const given = { [command.mention]: text };
    const run = async () => {
      const asked = isFollowUp(text) ? readAfter(command, given, await before()).values : given;
      await this.#runCommand(command, asked, exchange);
    };
    return this.#track(run());
  }

  /** Does what a button says. It may come from before a restart, or from another replica. */
  press(button: PressedButton, exchange: Exchange, asker: Asker = ANYBODY): Promise<void> {
    const press = readPress(button.customId);
    const command = this.#options.commands.find(({ kind, name }) => kind === 'slash' && name === press?.command);
    const actions = command?.actions ?? {};
    // A name that every object has, such as "constructor", is no action.
    const action = press && Object.hasOwn(actions, press.action) ? actions[press.action] : undefined;
    const values = command && press && readAsked(command.options, press.lengths, button.asked);
    if (!press || !command || !action || !values) return this.#sayUnknown(exchange);
    const request = { options: values, arg: press.arg, ...requestOf(asker, this.#options) };
    const place = action.place === 'here' ? 'here' : 'private';
    const work = async () => {
      checkMayAsk(command, asker, this.#options);
      const reply = await action.run(request);
      // A reply that takes another's place is seen by those who saw that one.
      return place === 'here' && reply.tone !== 'notice' ? { ...reply, private: button.isPrivate } : reply;
    };
    return this.#track(this.#attend({ command, action: press.action, values, place, work }, exchange));
  }

  /** Posts a private reply for everyone. @param read gives the reply as it stands */
  share(read: () => Promise<Drawn>, exchange: Exchange): Promise<void> {
    return this.#track(this.#guard(async () => exchange.deliver(await read(), 'public')));
  }

  /** What may be chosen for an option while it is typed; nothing when something goes wrong, since typing goes on. */
  async suggest(
    name: string,
    option: string,
    typed: string,
    others: OptionValues,
    asker: Asker = ANYBODY,
  ): Promise<readonly Choice[]> {
    const command = this.#options.commands.find((one) => one.kind === 'slash' && one.name === name);
    const declared = command?.options[option];
    if (declared?.kind !== 'text' || !declared.suggest) return [];
    if (command?.forManagers && !mayManage(asker, this.#options)) return [];
    const texts = Object.fromEntries(
      Object.entries(others).map(([key, value]) => [key, typeof value === 'string' ? value : undefined]),
    );
    try {
      return await declared.suggest({ typed, others: texts, archive: this.#options.archive });
    } catch (error) {
      this.#options.logger.warn({ command: name, option, error: describeError(error) }, 'no suggestions');
      return [];
    }
  }

  /** Resolves when everything that was begun has ended. */
  async finish(): Promise<void> {
    await Promise.allSettled([...this.#unfinished]);
  }

  async #runCommand(command: Command, given: OptionValues, exchange: Exchange, asker: Asker = ANYBODY): Promise<void> {
    const isPrivate = command.privateByDefault === true || given.private === true;
    const work = async () => {
      checkMayAsk(command, asker, this.#options);
      const options = readOptions(command.options, given);
      const reply = await command.run({ options, ...requestOf(asker, this.#options) });
      const question = command.mention && given[command.mention];
      // Nobody waits for it.
      if (reply.tone === 'closest' && typeof question === 'string') void this.#track(this.#noteGap(question));
      return reply;
    };
    // What a reply shows as asked is what was understood, so both are cleaned in the same way.
    const values = cleanOptions(command.options, given);
    await this.#attend({ command, action: 'run', values, place: isPrivate ? 'private' : 'public', work }, exchange);
  }

  async #attend(call: Call, exchange: Exchange): Promise<void> {
    const id = this.#newId();
    const started = performance.now();
    const log = this.#options.logger.child({ id, command: call.command.name, action: call.action });
    log.debug({ options: call.values }, 'asked');
    const working = this.#work(call, id, log);
    let outcome: AnswerOutcome = 'undelivered';
    await this.#guard(async () => {
      if (await isSlow(working)) await exchange.defer(call.place);
      const done = await working;
      const { reply } = done;
      const place = reply.private && (call.place === 'public' || reply.tone === 'notice') ? 'private' : call.place;
      const drawn = drawReply(reply, call.command, call.values, this.#options.articlePage ?? null);
      await exchange.deliver(drawn, place);
      outcome = done.outcome;
      log.info({ tone: reply.tone, ms: Math.round(performance.now() - started) }, 'answered');
    }, log);
    this.#options.observe?.({ command: call.command.name, outcome, milliseconds: performance.now() - started });
  }

  /** The reply, or what is said instead of one. Never rejects. */
  async #work(call: Call, id: string, log: AnswerLog): Promise<{ reply: Reply; outcome: AnswerOutcome }> {
    try {
      const reply = await call.work();
      return { reply, outcome: reply.tone };
    } catch (error) {
      if (error instanceof RequestError) return { reply: notice(error.message), outcome: 'refused' };
      log.error({ error: describeError(error) }, 'a command failed');
      const apology = `Sorry, something went wrong here. It is in the log as ${id}. Please try again.`;
      return { reply: notice(apology), outcome: 'failed' };
    }
  }

  #sayUnknown(exchange: Exchange): Promise<void> {
    const drawn = drawNotice(
      'This is from an older Dateline and works no longer. Please ask again, with /ask for example.',
    );
    return this.#track(this.#guard(() => exchange.deliver(drawn, 'private')));
  }

  /** Keeps an error from ending the process; without a reply there is nobody left to tell but the log. */
  async #guard(work: () => Promise<void>, log: AnswerLog = this.#options.logger): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ error: describeError(error) }, 'a reply could not be delivered');
    }
  }

  async #noteGap(question: string): Promise<void> {
    await this.#options.keeper?.noteGap(oneLine(question).trim());
  }

  #track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#unfinished.delete(tracked));
    this.#unfinished.add(tracked);
    return tracked;
  }
}

/** Whether the work is still going on when it is time to acknowledge. */
async function isSlow(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), DEFER_AFTER_MS);
  });
  try {
    return await Promise.race([work.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
