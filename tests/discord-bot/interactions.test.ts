import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCommands } from '../../commands/parts/load.js';
import { createArchive } from '../../src/archive.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import { answerInteraction, type InteractionAnswer } from '../../src/discord/interactions.js';
import { InteractionError } from '../../src/discord/receivedInteraction.js';
import { autocomplete, buttonPress, messageCommand, PING, slashCommand } from './interactionObjects.js';

const ARTICLES = [
  {
    id: 'ferry',
    title: 'Ferry sails again',
    outlet: 'Harbour Post',
    published: '2021-05-04',
    text: 'The ferry to Ulva sailed again on Tuesday after nine weeks in the yard.\n\nThe minister thanked the crew of the ferry.\n\nThe ferry carries forty cars.',
  },
];

let dispatcher: Dispatcher;
beforeAll(async () => {
  const [archive, commands] = [await createArchive(ARTICLES), await loadCommands()];
  dispatcher = new Dispatcher({ archive, commands, logger: pino({ level: 'silent' }) });
});

const answerTo = (raw: unknown) => answerInteraction(raw, dispatcher);

/** The message that an answer makes. */
function messageOf({ response }: InteractionAnswer) {
  if (response.type !== 4 && response.type !== 7) throw new Error(`no message, but type ${response.type}`);
  return response.data;
}

function firstButton(answer: InteractionAnswer, label: string): string {
  const buttons = messageOf(answer).components.flatMap(({ components }) => components);
  return buttons.find((button) => button.label === label)?.custom_id ?? `no button ${label}`;
}

describe('an interaction object', () => {
  it.each(['constructor', '__proto__', 'nobody'])('whose message is “%s” is one without a message', async (target) => {
    const interaction = messageCommand('Find in sources', 'The ferry sailed on Tuesday.');
    const data = { ...(interaction as { data: object }).data, target_id: target };
    await expect(answerTo({ ...(interaction as object), data })).rejects.toThrow(InteractionError);
  });

  it('that is a ping is answered with a pong', async () => {
    expect(await answerTo(PING)).toEqual({ response: { type: 1 }, files: [] });
  });

  it('of a slash command is answered with a message that pings nobody', async () => {
    const message = messageOf(await answerTo(slashCommand('ask', { question: 'when did the ferry sail again?' })));
    expect(message.embeds[0]?.description).toContain('nine weeks in the yard');
    expect(message.allowed_mentions).toEqual({ parse: [] });
    expect(message.flags).toBeUndefined();
  });

  it('is answered for one person alone when that is asked for', async () => {
    const answer = await answerTo(slashCommand('ask', { question: 'when did the ferry sail again?', private: true }));
    expect(messageOf(answer).flags).toBe(64);
  });

  it('of a message command reads the message that it comes with', async () => {
    const answer = await answerTo(messageCommand('Find in sources', 'The ferry to Ulva sailed again on Tuesday.'));
    expect(messageOf(answer).embeds[0]?.description).toContain('nine weeks in the yard');
  });

  it('of an autocomplete is answered with choices', async () => {
    const { response } = await answerTo(autocomplete('ask', 'source', 'Harb', { question: 'the ferry' }));
    expect(response).toEqual({ type: 8, data: { choices: [expect.objectContaining({ value: 'Harbour Post' })] } });
  });

  it('of a pressed button changes the message, with what was asked read from it', async () => {
    const first = await answerTo(slashCommand('ask', { question: 'what about the ferry' }));
    const second = await answerTo(buttonPress(firstButton(first, '▶'), messageOf(first)));
    expect(second.response.type).toBe(7);
    expect(messageOf(second).embeds[0]?.footer?.text).toMatch(/^2 of /);
  });

  it('of a pressed "Share" posts the private message for everyone', async () => {
    const mine = await answerTo(slashCommand('ask', { question: 'when did the ferry sail again?', private: true }));
    const shared = await answerTo(buttonPress(firstButton(mine, 'Share'), messageOf(mine)));
    expect(shared.response.type).toBe(4);
    expect(messageOf(shared).flags).toBeUndefined();
    expect(messageOf(shared).embeds[0]?.description).toBe(messageOf(mine).embeds[0]?.description);
  });
});

describe('a picture', () => {
  const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const share = (url: string) =>
    answerTo(buttonPress('share', { embeds: [{ image: { url } }], attachments: [{ description: 'One dot.' }] }));

  it('keeps its words for those who cannot see it when it is shared', async () => {
    const shared = await share(`data:image/png;base64,${PIXEL}`);
    expect(shared.files.map(({ attachment }) => attachment.toString('base64'))).toEqual([PIXEL]);
    expect(messageOf(shared).attachments).toEqual([{ id: '0', filename: 'picture.png', description: 'One dot.' }]);
  });

  it('keeps its words where Discord has them beside the embed’s picture and no attachment', async () => {
    const image = { url: `data:image/png;base64,${PIXEL}`, description: 'Two dots.' };
    const shared = await answerTo(buttonPress('share', { embeds: [{ image }], attachments: [] }));
    expect(messageOf(shared).attachments).toEqual([{ id: '0', filename: 'picture.png', description: 'Two dots.' }]);
  });

  it('is not fetched for somebody in process who names an address', async () => {
    const shared = await share('http://127.0.0.1:1/secret.png');
    expect(shared.files).toEqual([]);
  });
});

describe('a message that is looked up', () => {
  const CLAIM = 'Sergei Lavrov met with Kim Jong Un on Thursday.';

  it.each([
    ['forwards another', { message_snapshots: [{ message: { content: CLAIM } }] }],
    ['is an embed', { embeds: [{ description: CLAIM }] }],
    ['forwards an embed', { message_snapshots: [{ message: { content: '', embeds: [{ description: CLAIM }] } }] }],
  ])('is read where it %s', async (_, more) => {
    const answer = await answerTo(messageCommand('Find in sources', '', more));
    expect(JSON.stringify(answer.response)).toContain(`“${CLAIM}”`);
  });
});

describe('a button of a name that every object has', () => {
  it.each(['constructor', 'toString', '__proto__'])('is no action: %s', async (action) => {
    const message = { embeds: [{ author: { name: 'who met Kim' } }] };
    const answer = await answerTo(buttonPress(`ask|${action}|1|11,0,0,0,0`, message));
    expect(JSON.stringify(answer.response)).not.toMatch(/went wrong/i);
  });
});

describe('what is no interaction', () => {
  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /no interaction/],
    ['a list', [], /no interaction/],
    ['an unknown type', { type: 99 }, /its type must be 1 \(ping\)/],
    ['a command without data', { ...slashCommand('ask'), data: null }, /at data/],
    ['an id that is none', { ...slashCommand('ask'), id: '../x' }, /at id: must be digits/],
    ['a token that leads elsewhere', { ...slashCommand('ask'), token: 'a/../b' }, /at token/],
    [
      'a message command without its message',
      { ...messageCommand('Find in sources', 'x'), data: { type: 3, name: 'Find in sources' } },
      /without its message/,
    ],
    ['a command of users', { ...slashCommand('ask'), data: { type: 2, name: 'ask' } }, /no others/],
    [
      'an autocomplete where nothing is typed',
      { ...autocomplete('ask', 'source', 'x'), data: { type: 1, name: 'ask' } },
      /no focused option/,
    ],
  ])('is refused with a sentence: %s', async (_, raw, sentence) => {
    const refusal = answerTo(raw);
    await expect(refusal).rejects.toThrow(InteractionError);
    await expect(refusal).rejects.toThrow(sentence);
  });
});
