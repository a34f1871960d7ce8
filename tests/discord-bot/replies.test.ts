import fc from 'fast-check';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import type { Drawn, DrawnButton } from '../../src/discord/draw.js';
import { type ArticleInput, createArchive } from '../../src/index.js';
import { expectHarmless, expectWithinLimits } from './expectations.js';
import { nastyText } from './texts.js';

/** Sentences such that every command finds something in them, with a hole for what is hostile. */
const sentences = nastyText(120).chain((nasty) =>
  fc.constantFrom(
    `Lavrov met Kim ${nasty} on Thursday.`,
    `"We oppose this ${nasty} dangerous line," Lavrov said in July 2023.`,
    `The Kremlin said that ${nasty} 1,000 containers were sent on 18 October 2023.`,
    nasty,
  ),
);
const articles: fc.Arbitrary<ArticleInput[]> = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9_*]{1,20}$/),
    title: fc.oneof(fc.constant('Lavrov meets Kim'), nastyText(120)),
    text: fc
      .array(sentences, { minLength: 1, maxLength: 5 })
      .map((parts) => `Lavrov met Kim.\n\n${parts.join('\n\n')}`),
    outlet: fc.oneof(fc.constant(undefined), nastyText(40)),
    url: fc.constantFrom(undefined, 'https://news.example/1', 'javascript:alert(1)', '](https://evil.example)'),
    published: fc.constantFrom(undefined, '2023-10-19'),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
);
const question = fc.oneof(fc.constant('who met Kim'), nastyText(200));

let commands: readonly Command[];
beforeAll(async () => {
  commands = await loadCommands();
});

/** Everything that a user sees: the reply, and what each of its buttons leads to. */
async function everythingDrawn(dispatcher: Dispatcher, kind: Command['kind'], name: string, given: object) {
  const drawn: Drawn[] = [];
  const exchange = {
    defer: async () => undefined,
    deliver: async (message: Drawn) => void drawn.push(message),
  };
  await dispatcher.run(kind, name, { ...given }, exchange);
  const [first] = drawn;
  const buttons = first?.components.flatMap(({ components }) => components) ?? [];
  const asked = first?.embeds[0]?.author?.name ?? '';
  for (const { custom_id: customId } of buttons.filter(isPressable)) {
    await dispatcher.press({ customId, asked, isPrivate: false }, exchange);
  }
  expect(drawn.length).toBe(1 + buttons.filter(isPressable).length);
  return drawn;
}

function isPressable({ custom_id, disabled }: DrawnButton): boolean {
  return !disabled && custom_id !== 'share';
}

describe('every reply to anything that may be asked of any articles', () => {
  it('is inside Discord’s limits, pings nobody and hides no link; and so is what its buttons lead to', async () => {
    const complaints: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => void complaints.push(line) });
    await fc.assert(
      fc.asyncProperty(articles, question, async (inputs, asked) => {
        const archive = await createArchive(inputs);
        const dispatcher = new Dispatcher({ archive, commands, logger });
        const replies = [
          await everythingDrawn(dispatcher, 'slash', 'ask', { question: asked, private: asked.length % 2 === 0 }),
          await everythingDrawn(dispatcher, 'slash', 'quote', { speaker: 'Lavrov', about: asked.slice(0, 60) }),
          await everythingDrawn(dispatcher, 'slash', 'compare', { topic: asked }),
          await everythingDrawn(dispatcher, 'slash', 'sources', {}),
          await everythingDrawn(dispatcher, 'message', 'Find in sources', { text: `Lavrov met Kim. ${asked}` }),
        ].flat();
        for (const drawn of replies) {
          expectWithinLimits(drawn);
          expectHarmless(drawn);
        }
        expect(complaints).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);
});
