import type { APIMessage } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFER_AFTER_MS } from '../../src/discord/dispatcher.js';
import { startBotForAll } from './botForAll.js';
import { isPrivate, labelsOf, plainTextOf, textOf } from './reading.js';
import type { LocalDiscord } from './server.js';

let discord: LocalDiscord;

const ask = (question: string, options: Record<string, string | boolean> = {}) =>
  discord.runCommand('ask', { question, ...options });

startBotForAll((started) => {
  discord = started;
});

describe('/ask who met Kim', () => {
  let answer: APIMessage;
  beforeAll(async () => {
    answer = await ask('who met Kim');
  });

  it('answers with the line that says so, word for word', () => {
    expect(plainTextOf(answer)).toContain(
      "Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un on Thursday",
    );
    expect(isPrivate(answer)).toBe(false);
  });

  it('draws it as a quotation with what matched in bold', () => {
    const quoted = textOf(answer)
      .split('\n')
      .filter((line) => line.startsWith('> '));
    expect(quoted.join('\n')).toMatch(/\*\*[^*]*Kim[^*]*\*\*/);
  });

  it('says headline, agency, date in words, what Thursday means, file and paragraph', () => {
    const text = plainTextOf(answer);
    expect(text).toContain("Lavrov meets Kim, slams 'dangerous' US policy");
    expect(text).toContain('AFP');
    expect(text).toContain('20 October 2023');
    expect(text).toMatch(/Thursday” = 19 October 2023/);
    expect(text).toMatch(/000_591516c1a6096e95.*paragraph 1\b/);
  });

  it('shows what was asked', () => {
    expect(textOf(answer)).toContain('who met Kim');
  });

  it('comes before it would have to be deferred, half of the three seconds that Discord waits', async () => {
    // Not the first after the start: how long that takes depends on the machine.
    await ask('who met Kim');
    expect(discord.interactions.at(-1)?.answeredAfter).toBeLessThan(DEFER_AFTER_MS);
  });
});

describe('the buttons of an answer', () => {
  it('lead to the other excerpts and back, in place', async () => {
    const first = await ask('what did Lavrov say about US policy?');
    expect(textOf(first)).toContain('1 of ');
    expect(labelsOf(first)).toEqual(['(◀)', '▶', 'Context']);
    const second = await discord.press(first, '▶');
    expect(second.id).toBe(first.id);
    expect(textOf(second)).toContain('2 of ');
    expect(textOf(second)).not.toContain(textOf(first).split('\n')[2]);
    const back = await discord.press(second, '◀');
    expect(textOf(back)).toBe(textOf(first));
  });

  it('end at the last excerpt', async () => {
    let page = await ask('what did Lavrov say about US policy?');
    const total = Number(/1 of (\d+)/.exec(textOf(page))?.[1]);
    for (let turn = 1; turn < total; turn++) page = await discord.press(page, '▶');
    expect(textOf(page)).toContain(`${total} of ${total}`);
    expect(labelsOf(page)).toEqual(['◀', '(▶)', 'Context']);
    await expect(discord.press(page, '▶')).rejects.toThrow('greyed out');
  });

  it('show the sentences around the line, only to the one who pressed', async () => {
    const answer = await ask('who met Kim');
    const context = await discord.press(answer, 'Context', { user: 'Maya' });
    expect(context.id).not.toBe(answer.id);
    expect(isPrivate(context)).toBe(true);
    const text = plainTextOf(context);
    expect(text).toContain('met with North Korea');
    expect(text).toContain('close neighbour and long-time partner');
    expect(discord.message(answer.id)).toEqual(answer);
  });

  it('post a private answer for everyone on "Share", once the one who asked wants that', async () => {
    const mine = await ask('who met Kim', { private: true });
    expect(isPrivate(mine)).toBe(true);
    expect(labelsOf(mine)).toContain('Share');
    const shared = await discord.press(mine, 'Share');
    expect(isPrivate(shared)).toBe(false);
    expect(shared.id).not.toBe(mine.id);
    expect(plainTextOf(shared)).toContain("met with North Korea's Kim Jong Un on Thursday");
    expect(labelsOf(shared)).not.toContain('Share');
  });

  it('work on a shared answer for everybody', async () => {
    const mine = await ask('what did Lavrov say about US policy?', { private: true });
    const turned = await discord.press(mine, '▶');
    expect(isPrivate(turned)).toBe(true);
    const shared = await discord.press(turned, 'Share');
    expect(textOf(shared)).toContain('2 of ');
    const third = await discord.press(shared, '▶', { user: 'Maya' });
    expect(third.id).toBe(shared.id);
    expect(textOf(third)).toContain('3 of ');
  });
});

describe('filters', () => {
  it('keep to the source that is asked for, forgiving its spelling', async () => {
    const answer = await ask('what did Lavrov say about US policy?', { source: 'Complete New World' });
    expect(plainTextOf(answer)).toContain('Complete News World (APA)');
  });

  it('keep to articles before a day', async () => {
    const answer = await ask('what did Lavrov say about US policy?', { before: '2023-10-18' });
    expect(textOf(answer)).toContain('18 October 2023');
    expect(textOf(answer)).not.toContain('20 October 2023 ·');
  });

  it('offer sources while one types', async () => {
    const choices = await discord.autocomplete('ask', 'source', 'Reut');
    expect(choices[0]?.value).toBe('Reuters');
    const everything = await discord.autocomplete('ask', 'source', '');
    expect(everything.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['AFP', 'Reuters', 'Complete News World']),
    );
    const typo = await discord.autocomplete('ask', 'source', 'Compleet');
    expect(typo[0]?.value).toBe('Complete News World');
  });
});

describe('what the articles do not say', () => {
  it('is said so, with the closest lines marked as no answer', async () => {
    const answer = await ask('what is the population of Iceland?');
    const text = textOf(answer);
    expect(text).toContain("The articles don't say");
    expect(text).toMatch(/closest|not an answer/);
    expect(labelsOf(answer)).toEqual([]);
  });
});

describe('what is not accepted gets a sentence that says what is', () => {
  it('a date that is no day', async () => {
    const answer = await ask('who met Kim', { after: '2023-02-30' });
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('2023-02-30');
    expect(textOf(answer)).toMatch(/\d{4}-\d{2}-\d{2}(?!.*2023-02-30)|YYYY-MM-DD/);
  });

  it('a date in words that mean nothing', async () => {
    const answer = await ask('who met Kim', { before: 'when pigs fly' });
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('when pigs fly');
  });

  it('a source that nobody knows', async () => {
    const answer = await ask('who met Kim', { source: 'Völkischer Anzeiger von Xanadu' });
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('Xanadu');
    expect(textOf(answer)).toMatch(/Reuters|AFP/);
  });

  it.each(['   ', '?!…', '\u200b'])('a question without a word (%j)', async (question) => {
    const answer = await ask(question);
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toMatch(/question/i);
    expect(textOf(answer)).not.toMatch(/sorry|went wrong/i);
  });
});

describe('what a user writes', () => {
  it.each(['@everyone who met Kim', '<@&1> <@1> @here who met Kim', '**who** `met` [Kim](https://evil.example)'])(
    'pings nobody and disguises no link: %s',
    async (question) => {
      const answer = await ask(question);
      expect(answer.mention_everyone).toBe(false);
      expect(answer.embeds[0]?.description ?? '').not.toContain('](https://evil.example)');
    },
  );

  it('may be as long as Discord lets it be', async () => {
    const longest = 200;
    const answer = await ask(`who met Kim ${'and what did they say '.repeat(20)}`.slice(0, longest));
    expect(textOf(answer).length).toBeGreaterThan(0);
  });

  it('works in a thread, a direct message and a group where only the user installed the bot', async () => {
    for (const where of ['thread', 'dm', 'group'] as const) {
      const answer = await discord.runCommand('ask', { question: 'who met Kim' }, { where });
      expect(plainTextOf(answer)).toContain('Kim Jong Un on Thursday');
      const context = await discord.press(answer, 'Context');
      expect(plainTextOf(context)).toContain('close neighbour');
    }
  });
});
