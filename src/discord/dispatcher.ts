import { randomUUID } from 'node:crypto';
import type { Choice, Command } from '../../commands/parts/command.js';
import { apartFromEvent } from '../../commands/parts/eventOption.js';
import { readAfter } from '../../commands/parts/followUp.js';
import { cleanOptions, type OptionValues, readOptions } from '../../commands/parts/options.js';
import { isFollowUp } from '../answers/question/followUp.js';
import type { AccessSettings } from '../settings/access.js';
import { accessGuard, type Refusal } from './accessGuard.js';
import type { AnswerLog, AnswerOutcome, DealtWith } from './answerLog.js';
import { type Asker, checkMayAsk, mayAsk, requestOf } from './asker.js';
import { readAsked, readPress } from './buttonState.js';
import { type Call, noteGap, performCall } from './call.js';
import { type ChoosingOptions, type ChosenCorpus, corpusChooser, NOTHING_WANTED, type Wanted } from './chosenCorpus.js';
import { type Drawn, drawNotice, drawReply } from './draw.js';
import { codeOf, describeError, TOO_LATE } from './errors.js';
import type { Exchange, Place, PressedButton } from './exchange.js';
import type { EarlierAnswer } from './heardMessage.js';
import { lateClock } from './lateClock.js';
import { NOTHING_BEFORE, requestBehind } from './requestBehind.js';
import { RequestQueue, type Turn } from './requestQueue.js';
import { allowedChannels, answersPrivately } from './serverRules.js';
import { shedLog } from './shedLog.js';
import { findSuggestions } from './suggestions.js';

export interface DispatcherOptions extends ChoosingOptions {
  readonly commands: readonly Command[];
  readonly logger: AnswerLog;
  /** Told of each request when it was dealt with. */
  readonly observe?: (dealt: DealtWith) => void;
  /** Address of a page that shows articles, without a slash at its end; left out or null: citations lead nowhere. */
  readonly articlePage?: string | null | undefined;
  /** Who may ask how much, and where; everybody everywhere unless told. */
  readonly access?: AccessSettings | undefined;
  /** Shared by all that answer in one process; one of its own unless told. */
  readonly queue?: RequestQueue;
  /** Names a request in the log and in an apology. */
  readonly newId?: () => string;
}

/**
 * Discord forgets an interaction after 3 s. An answer takes milliseconds, and a deferred one flickers, so acknowledge only
 * when half of that time is gone since it came.
 */
export const DEFER_AFTER_MS = 1_500;
/** Milliseconds that a request may have to wait for others: most then take the word that there is no time for an answer. */
const PATIENCE_MS = 1_000;
/** … and a suggestion, which is for what is being typed just now. They are the first to go under load. */
const TYPING_PATIENCE_MS = 200;
const ASK_ALONE = drawNotice('Answers here are for the one who asks alone. Please ask with /ask.');
const TOO_BUSY = drawNotice('Too many people are asking at once. Please ask again in a moment.');
/** Long enough to be found in a log of weeks, short enough to be read out. */
const ID_LENGTH = 8;

/** Owns what is the same for every command: acknowledging in time, errors, the log, and knowing what is unfinished. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #newId: () => string;
  readonly #queue: RequestQueue;
  readonly #choose: (asker: Asker | undefined, wanted: Wanted) => ChosenCorpus;
  readonly #refusalOf: ReturnType<typeof accessGuard>;
  readonly #logShed: (turn: Exclude<Turn, 'done'>) => void;
  readonly #unfinished = new Set<Promise<void>>();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#newId = options.newId ?? (() => randomUUID().slice(0, ID_LENGTH));
    this.#queue = options.queue ?? new RequestQueue();
    this.#choose = corpusChooser(options);
    const channelsFor = (asker: Asker) => allowedChannels(options, asker);
    this.#refusalOf = options.access ? accessGuard(options.access, undefined, channelsFor) : () => null;
    this.#logShed = shedLog(options.logger);
  }

  /** Runs a command. @param given the options as the way in received them */
  run(kind: Command['kind'], name: string, given: OptionValues, exchange: Exchange): Promise<void> {
    const command = this.#options.commands.find((one) => one.name === name && one.kind === kind);
    if (!command) return this.#sayUnknown(exchange);
    const isPrivate = answersPrivately(this.#options, exchange.asker) && command.options.private?.kind === 'flag';
    const { given: own, event } = apartFromEvent(command, given);
    const asked = isPrivate ? { ...own, private: true } : own;
    const wanted: Wanted = event === null ? NOTHING_WANTED : { by: 'option', name: event };
    // Who sets where it answers may do so from anywhere, or one that is gone would lock everybody out.
    const isAnywhere = command.forManagers === 'ofServer' && mayAsk(command, exchange.asker, {});
    const work = (late: Promise<true>) => this.#runCommand(command, asked, exchange, late, wanted);
    return this.#take(name, exchange, work, isAnywhere);
  }

  /**
   * Answers a plain mention with the command that takes those. A follow-up ("and when?") is asked, and shown, as it is read.
   * @param before gives the answer before, null when there was none; asked only for a follow-up
   */
  mention(
    text: string,
    exchange: Exchange,
    before: () => Promise<EarlierAnswer | null> = async () => null,
  ): Promise<void> {
    const command = this.#options.commands.find(({ mention }) => mention !== undefined);
    if (!command?.mention) return Promise.resolve();
    // Everybody in a channel would read along.
    if (exchange.asker?.server && answersPrivately(this.#options, exchange.asker)) {
      return this.#take(command.name, exchange, () =>
        this.#guard(() => exchange.deliver(ASK_ALONE, 'public'), this.#logOf(exchange)),
      );
    }
    const given = { [command.mention]: text };
    return this.#take(command.name, exchange, async (late) => {
      const earlier = isFollowUp(text) ? await before() : null;
      const { values, question, wanted } = earlier ? requestBehind(earlier, command) : NOTHING_BEFORE;
      const { values: asked } = readAfter(command, { ...values, ...given }, question);
      await this.#runCommand(command, asked, exchange, late, wanted);
    });
  }

  /** Whether somebody would be answered where they ask, if there is time. */
  answersIn(asker: Asker | undefined): boolean {
    return asker === undefined || this.#refusalOf(asker, false)?.why !== 'elsewhere';
  }

  /** Whether there is no time for anything more, which then counts as dropped. Asked before a request is even read. */
  dropsNext(): boolean {
    if (!this.#queue.isOverrun) return false;
    this.#logShed('dropped');
    return true;
  }

  /** Does what a button says. It may come from before a restart, or from another replica. */
  press(button: PressedButton, exchange: Exchange): Promise<void> {
    const press = readPress(button.customId);
    const command = this.#options.commands.find(({ kind, name }) => kind === 'slash' && name === press?.command);
    const actions = command?.actions ?? {};
    // A name that every object has, such as "constructor", is no action.
    const action = press && Object.hasOwn(actions, press.action) ? actions[press.action] : undefined;
    const values = command && press && readAsked(command.options, press.lengths, button.asked);
    if (!press || !command || !action || !values) return this.#sayUnknown(exchange);
    const { asker } = exchange;
    const place: Place = action.place === 'here' ? 'here' : 'private';
    const work = async (chosen: ChosenCorpus) => {
      checkMayAsk(command, asker, chosen);
      const reply = await action.run({ options: values, arg: press.arg, ...requestOf(asker, this.#askable(chosen)) });
      // A reply that takes another's place is seen by those who saw that one.
      return place === 'here' && reply.tone !== 'notice' ? { ...reply, private: button.isPrivate } : reply;
    };
    const wanted: Wanted = press.event === null ? NOTHING_WANTED : { by: 'button', name: press.event };
    const call: Call = { command, action: press.action, values, place, wanted, asker, work };
    return this.#take(command.name, exchange, (late) => this.#attend(call, exchange, late));
  }

  /** Posts a private reply for everyone. @param read gives the reply as it stands */
  share(read: () => Promise<Drawn>, exchange: Exchange): Promise<void> {
    return this.#take('share', exchange, () =>
      this.#guard(async () => exchange.deliver(await read(), 'public'), this.#logOf(exchange)),
    );
  }

  /**
   * What may be chosen for an option while it is typed; nothing when something goes wrong or takes too long, since typing goes on. Null
   * when there is not even time to say so.
   */
  async suggest(
    name: string,
    option: string,
    typed: string,
    others: OptionValues,
    { since = performance.now(), delay, asker }: Pick<Exchange, 'since' | 'delay' | 'asker'> = {},
  ): Promise<readonly Choice[] | null> {
    let found: readonly Choice[] = [];
    const turn = await this.#queue.take({
      since,
      delay,
      patience: TYPING_PATIENCE_MS,
      begin: async () => {
        const source = { ...this.#options, choose: this.#choose };
        found = await findSuggestions(source, { command: name, option, typed, others }, asker);
      },
      decline: async () => {},
    });
    return turn === 'dropped' ? null : found;
  }

  /** Resolves when everything that was begun has ended. */
  async finish(): Promise<void> {
    await Promise.allSettled([...this.#unfinished]);
  }

  async #runCommand(
    command: Command,
    given: OptionValues,
    exchange: Exchange,
    late: Promise<true>,
    wanted: Wanted = NOTHING_WANTED,
  ): Promise<void> {
    const { asker } = exchange;
    const isPrivate =
      command.privateByDefault === true || given.private === true || answersPrivately(this.#options, asker);
    const work = async (chosen: ChosenCorpus) => {
      checkMayAsk(command, asker, chosen);
      const options = readOptions(command.options, given);
      const reply = await command.run({ options, ...requestOf(asker, this.#askable(chosen)) });
      const question = command.mention && given[command.mention];
      // Nobody waits for it.
      if (reply.tone === 'closest' && typeof question === 'string') void this.#track(noteGap(chosen, question));
      return reply;
    };
    // What a reply shows as asked is what was understood, so both are cleaned in the same way.
    const values = cleanOptions(command.options, given);
    const place = isPrivate ? 'private' : 'public';
    const call: Call = { command, action: 'run', values, place, wanted, asker, work };
    await this.#attend(call, exchange, late);
  }

  /** @param late resolves when it is time to acknowledge */
  async #attend(call: Call, exchange: Exchange, late: Promise<true>): Promise<void> {
    const id = this.#newId();
    const started = performance.now();
    const log = this.#logOf(exchange).child({ id, command: call.command.name, action: call.action });
    log.debug({ options: call.values }, 'asked');
    const working = performCall(call, this.#choose, id, log);
    let outcome: AnswerOutcome = 'undelivered';
    await this.#guard(async () => {
      const isSlow = await Promise.race([working.then(() => false), late]);
      if (isSlow) await exchange.defer(call.place);
      const done = await working;
      const { reply, chosen } = done;
      const place = reply.private && (call.place === 'public' || reply.tone === 'notice') ? 'private' : call.place;
      const of = call.command.events === undefined ? chosen : null;
      const drawn = drawReply(reply, call.command, call.values, this.#options.articlePage ?? null, of);
      await exchange.deliver(drawn, place);
      outcome = done.outcome;
      log.info({ tone: reply.tone, ms: Math.round(performance.now() - started) }, 'answered');
    }, log);
    this.#options.observe?.({ command: call.command.name, outcome, milliseconds: performance.now() - started });
  }

  #sayUnknown(exchange: Exchange): Promise<void> {
    const drawn = drawNotice(
      'This is from an older Dateline and works no longer. Please ask again, with /ask for example.',
    );
    return this.#take('unknown', exchange, () =>
      this.#guard(() => exchange.deliver(drawn, 'private'), this.#logOf(exchange)),
    );
  }

  /** Does it when it is its turn, or says that there is no time. */
  #take(
    command: string,
    exchange: Exchange,
    work: (late: Promise<true>) => Promise<void>,
    isAnywhere = false,
  ): Promise<void> {
    const { since = performance.now(), delay } = exchange;
    const say = (drawn: Drawn, why: Refusal['why'] | 'busy') =>
      this.#guard(
        () => (exchange.decline ? exchange.decline(drawn, why) : exchange.deliver(drawn, 'private')),
        this.#logOf(exchange),
      );
    const refusal = exchange.asker ? this.#refusalOf(exchange.asker, isAnywhere) : null;
    // Who would be refused is refused: in a channel where nothing is to be said nothing is said of that either.
    const decline = () => (refusal ? say(refusal.drawn, refusal.why) : say(TOO_BUSY, 'busy'));
    const waitAndWork = async () => {
      const clock = lateClock(since + DEFER_AFTER_MS - performance.now());
      const begin = () => (refusal ? say(refusal.drawn, refusal.why) : work(clock.late));
      const turn = await this.#queue
        .take({ since, delay, patience: PATIENCE_MS, begin, decline })
        .finally(() => clock.stop());
      if (turn === 'done') {
        if (refusal) this.#options.observe?.({ command, outcome: 'refused', milliseconds: performance.now() - since });
        return;
      }
      this.#logShed(turn);
      this.#options.observe?.({ command, outcome: turn, milliseconds: performance.now() - since });
    };
    return this.#track(waitAndWork());
  }

  /** Keeps an error from ending the process; without a reply there is nobody left to tell but the log. */
  async #guard(work: () => Promise<void>, log: AnswerLog): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (codeOf(error) === TOO_LATE) log.warn({}, 'a reply came too late: Discord waits 3 s for it');
      else log.error({ error: describeError(error) }, 'a reply could not be delivered');
    }
  }

  #logOf({ about }: Exchange): AnswerLog {
    return about ? this.#options.logger.child(about) : this.#options.logger;
  }

  #askable(chosen: ChosenCorpus): Parameters<typeof requestOf>[1] {
    const { commands, corpora, servers } = this.#options;
    return { ...chosen, commands, events: corpora?.names ?? [], servers };
  }

  #track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#unfinished.delete(tracked));
    this.#unfinished.add(tracked);
    return tracked;
  }
}
