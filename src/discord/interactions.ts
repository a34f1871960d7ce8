import type { OptionValues } from '../../commands/parts/options.js';
import type { Asker } from './asker.js';
import { type FileFetch, givenFile } from './attachedFile.js';
import type { Dispatcher } from './dispatcher.js';
import { type DrawnFile, SHARE_ID } from './draw.js';
import type { Exchange, Place } from './exchange.js';
import { cut, LIMITS } from './limits.js';
import { messageBody } from './messageBody.js';
import { COMMAND, EPHEMERAL, INTERACTION, MANAGE_SERVER, OPTION, RESPONSE } from './protocol.js';
import {
  type ChosenMessage,
  type CommandData,
  type GivenOption,
  InteractionError,
  type Received,
  type ReceivedInteraction,
  readInteraction,
} from './receivedInteraction.js';
import { fetchInline, type PictureFetch, readShared } from './share.js';

/** The first answer to an interaction, in the shape of Discord's APIInteractionResponse, and the files that go with it. */
export interface InteractionAnswer {
  readonly response: InteractionResponse;
  readonly files: readonly DrawnFile[];
}

type MessageData = ReturnType<typeof messageBody> & { readonly flags?: typeof EPHEMERAL };

export type InteractionResponse =
  | { readonly type: typeof RESPONSE.pong }
  | { readonly type: typeof RESPONSE.message | typeof RESPONSE.update; readonly data: MessageData }
  | { readonly type: typeof RESPONSE.deferredMessage; readonly data: { readonly flags?: typeof EPHEMERAL } }
  | { readonly type: typeof RESPONSE.deferredUpdate }
  | {
      readonly type: typeof RESPONSE.choices;
      readonly data: { readonly choices: readonly { readonly name: string; readonly value: string }[] };
    };

/**
 * What follows a deferred answer: `edit` fills it in (PATCH …/messages/@original), `add` is one more message (POST), and `instead` takes it
 * away (DELETE) and is another, as one that everybody sees cannot become one for the asker alone.
 */
export interface FollowUp {
  readonly kind: 'edit' | 'add' | 'instead';
  /** Where: Discord's `/webhooks/{applicationId}/{token}`. The token is a secret for 15 minutes. */
  readonly applicationId: string;
  readonly token: string;
  readonly body: MessageData;
  readonly files: readonly DrawnFile[];
}

/** What somebody did, in a place and with the rights that they have there. */
type Answerable = Exclude<ReceivedInteraction, { type: typeof INTERACTION.ping }>;

/** How answers get back to the one who sent the interaction. */
export interface AnswerLine {
  /** Gives the first answer; resolves when it is there, as nothing may follow before. */
  respond(answer: InteractionAnswer, to: ReceivedInteraction): Promise<void>;
  /** Null: nobody is in a hurry, so an answer that takes long is waited for instead of deferred. */
  readonly followUp: ((message: FollowUp) => Promise<void>) | null;
  /** `performance.now()` when the interaction came, where that was before it was handed on. */
  readonly since?: number;
  /** Milliseconds that an interaction with this id had probably been on its way when it came; left out: none. */
  readonly delayOf?: (id: string) => number;
  readonly fetchPicture: PictureFetch;
  /** Gets a file that came along; absent: none is taken. */
  readonly fetchFile?: FileFetch | undefined;
}

/** Discord takes no first answer after so long. */
const FORGOTTEN_AFTER_MS = 3_000;

/** When an interaction came. */
interface Came {
  readonly since: number;
  readonly delay: number | undefined;
}

/**
 * Answers one of Discord's interaction objects, however it came.
 * @param raw an APIInteraction, not yet checked
 * @returns when everything is said. An answer that could not be given is in the log; then `respond` may not have been called
 * @throws InteractionError with one sentence when it is no interaction, or none that Dateline knows
 */
export async function receiveInteraction(raw: unknown, dispatcher: Dispatcher, line: AnswerLine): Promise<void> {
  const since = line.since ?? performance.now();
  if (dispatcher.dropsNext()) return;
  const interaction = readInteraction(raw);
  if (interaction.type === INTERACTION.ping) {
    return line.respond({ response: { type: RESPONSE.pong }, files: [] }, interaction);
  }
  const came = { since, delay: line.delayOf?.(interaction.id) };
  switch (interaction.type) {
    case INTERACTION.command:
      return runCommand(interaction, dispatcher, line, came);
    case INTERACTION.component:
      return press(interaction, dispatcher, line, came);
    case INTERACTION.autocomplete:
      return suggest(interaction, dispatcher, line, came);
  }
}

/**
 * The same in process: the whole answer, waited for however long it takes.
 * @throws InteractionError with one sentence when it is no interaction, or none that Dateline knows
 */
export async function answerInteraction(raw: unknown, dispatcher: Dispatcher): Promise<InteractionAnswer> {
  let given: InteractionAnswer | null = null;
  await receiveInteraction(raw, dispatcher, {
    respond: async (answer) => {
      given = answer;
    },
    followUp: null,
    fetchPicture: fetchInline,
  });
  if (given === null) throw new Error('the answer could not be drawn; the log says why');
  return given;
}

async function runCommand(
  interaction: Received<typeof INTERACTION.command>,
  dispatcher: Dispatcher,
  line: AnswerLine,
  came: Came,
): Promise<void> {
  const { data } = interaction;
  const exchange = exchangeOf(interaction, line, came);
  if (data.type === COMMAND.slash) {
    const { name, options } = calledIn(data);
    return dispatcher.run('slash', name, givenOptions(options, data, line.fetchFile), exchange);
  }
  if (data.type !== COMMAND.message) {
    throw new InteractionError('Dateline has slash commands (type 1) and message commands (type 3), and no others.');
  }
  const target = ownEntry(data.resolved?.messages, data.target_id ?? '');
  if (!target) throw new InteractionError('This message command comes without its message.');
  return dispatcher.run('message', data.name, { text: textOfMessage(target) }, exchange);
}

/** The command and what it was given; of a subcommand ("corpus add") what stands under it. */
function calledIn({ name, options }: CommandData): { name: string; options: readonly GivenOption[] } {
  const [first] = options;
  return first?.type === OPTION.subcommand
    ? { name: `${name} ${first.name}`, options: first.options ?? [] }
    : { name, options };
}

/** What is asked of who did it. Outside a server nobody manages one. */

async function press(
  interaction: Received<typeof INTERACTION.component>,
  dispatcher: Dispatcher,
  line: AnswerLine,
  came: Came,
): Promise<void> {
  const { data, message } = interaction;
  const exchange = exchangeOf(interaction, line, came);
  if (data.custom_id === SHARE_ID) return dispatcher.share(() => readShared(message, line.fetchPicture), exchange);
  const asked = message.embeds[0]?.author?.name ?? '';
  const isPrivate = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  return dispatcher.press({ customId: data.custom_id, asked, isPrivate }, exchange);
}

async function suggest(
  interaction: Received<typeof INTERACTION.autocomplete>,
  dispatcher: Dispatcher,
  line: AnswerLine,
  came: Came,
): Promise<void> {
  const { name, options } = calledIn(interaction.data);
  const typed = options.find(({ focused }) => focused === true);
  if (!typed) throw new InteractionError('This autocomplete has no focused option.');
  const found = await dispatcher.suggest(
    name,
    typed.name,
    String(typed.value ?? ''),
    givenOptions(options, interaction.data),
    { ...came, asker: askerOf(interaction) },
  );
  if (found === null) return;
  const choices = found
    // A value that is cut would be another value.
    .filter(({ value }) => value.length > 0 && value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices)
    .map(({ label, value }) => ({ name: cut(label, LIMITS.choiceName), value }));
  // Too late is no harm here: the user has typed on.
  await line
    .respond({ response: { type: RESPONSE.choices, data: { choices } }, files: [] }, interaction)
    .catch(() => {});
}

/** What a record has by a key that somebody else chose: not what every object has, such as "constructor". */
function ownEntry<T>(record: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What a reader reads in a message: its own text, that of its embeds, and that of what it forwards. */
function textOfMessage(message: ChosenMessage): string {
  const shown = [message, ...(message.message_snapshots ?? []).map(({ message: forwarded }) => forwarded)];
  return shown
    .flatMap(({ content, embeds }) => [content, ...embeds.map(({ description }) => description ?? '')])
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function givenOptions(
  options: readonly GivenOption[],
  { resolved }: Pick<CommandData, 'resolved'>,
  fetchFile?: FileFetch,
): OptionValues {
  return Object.fromEntries(
    options.map(({ name, type, value }) => {
      if (type !== OPTION.file) return [name, typeof value === 'number' ? String(value) : (value ?? undefined)];
      const attached = ownEntry(resolved?.attachments, String(value));
      return [name, attached && fetchFile ? givenFile(attached, fetchFile) : undefined];
    }),
  );
}

/** Answers an interaction: a first answer, or what a deferred one is filled in with. */
function exchangeOf(
  interaction: Received<typeof INTERACTION.command | typeof INTERACTION.component>,
  line: AnswerLine,
  came: Came,
): Exchange {
  const { followUp } = line;
  const respond: AnswerLine['respond'] = (answer, to) => {
    // It would only be refused, and cost the time of those who can still be answered.
    const isForgotten = followUp !== null && performance.now() - came.since > FORGOTTEN_AFTER_MS;
    return isForgotten ? Promise.reject(new Error('it is too late for a first answer')) : line.respond(answer, to);
  };
  const { application_id: applicationId, token, guild_id: server } = interaction;
  const isButton = interaction.type === INTERACTION.component;
  let deferred: Place | null = null;
  return {
    ...came,
    about: { interaction: interaction.id, ...(server && { server }) },
    asker: askerOf(interaction),
    async defer(place) {
      if (!followUp) return;
      const response: InteractionResponse =
        place === 'here' && isButton
          ? { type: RESPONSE.deferredUpdate }
          : { type: RESPONSE.deferredMessage, data: flagsFor(place) };
      await respond({ response, files: [] }, interaction);
      deferred = place;
    },
    async deliver(drawn, place) {
      const { files } = drawn;
      const body = messageBody(drawn);
      if (deferred === null || !followUp) {
        const type = place === 'here' && isButton ? RESPONSE.update : RESPONSE.message;
        await respond({ response: { type, data: { ...body, ...flagsFor(place) } }, files }, interaction);
      } else if (deferred === 'here' && place !== 'here') {
        await followUp({ kind: 'add', applicationId, token, body: { ...body, ...flagsFor('private') }, files });
      } else if (deferred === 'public' && place === 'private') {
        await followUp({ kind: 'instead', applicationId, token, body: { ...body, ...flagsFor('private') }, files });
      } else {
        await followUp({ kind: 'edit', applicationId, token, body, files });
      }
    },
  };
}

/** Nobody for an interaction that does not say who it is from: the page's. */

function flagsFor(place: Place): { flags?: typeof EPHEMERAL } {
  return place === 'private' ? { flags: EPHEMERAL } : {};
}

function askerOf(interaction: Answerable): Asker | undefined {
  const { member, user, guild_id: server = null, channel_id: channel, channel: place } = interaction;
  const id = member?.user?.id ?? user?.id;
  if (id === undefined) return undefined;
  const permissions = member?.permissions ?? '';
  const bits = /^\d{1,30}$/.test(permissions) ? BigInt(permissions) : 0n;
  return {
    user: id,
    server,
    channels: [channel, place?.parent_id].flatMap((one) => one ?? []),
    managerOf: server && (bits & MANAGE_SERVER) !== 0n ? server : null,
    pressKey: 'message' in interaction && interaction.message.id ? `${interaction.message.id} ${id}` : null,
  };
}
