import { describe, expect, it } from 'vitest';
import { startBotForAll } from './botForAll.js';
import { isPrivate, labelsOf, leafThrough, plainTextOf, textOf } from './reading.js';
import type { LocalDiscord } from './server.js';

let discord: LocalDiscord;

startBotForAll((started) => {
  discord = started;
});

describe('/quote Lavrov', () => {
  it('shows his words with their source and date', async () => {
    const reply = await discord.runCommand('quote', { speaker: 'Lavrov' });
    const all = (await leafThrough(discord, reply)).map(plainTextOf).join('\n');
    expect(all).toContain('We oppose this unconstructive and dangerous line');
    expect(all).toContain('relations have reached a qualitatively new, strategic level');
    expect(all).toContain('20 October 2023');
    expect(all).toMatch(/AFP/);
  });

  it('finds a speaker whose name is misspelt', async () => {
    const reply = await discord.runCommand('quote', { speaker: 'Sergey Lavrow' });
    expect(plainTextOf(reply)).toMatch(/quotation|“/);
    expect(plainTextOf(reply)).not.toMatch(/no words/);
  });

  it('keeps to what it is about', async () => {
    const reply = await discord.runCommand('quote', { speaker: 'Lavrov', about: 'nuclear' });
    expect(plainTextOf(reply)).toMatch(/nuclear (elements|components)/);
  });

  it('says so when somebody is not quoted', async () => {
    const reply = await discord.runCommand('quote', { speaker: 'Angela Merkel' });
    expect(plainTextOf(reply)).toMatch(/no words/);
    expect(plainTextOf(reply)).toContain('Angela Merkel');
  });

  it('shows translations of one statement that differ beside each other', async () => {
    const pages = await leafThrough(discord, await discord.runCommand('quote', { speaker: 'Lavrov' }));
    const both = [
      'We oppose this unconstructive and dangerous line',
      'We reject this unproductive and dangerous trend',
    ];
    expect(pages.map(plainTextOf).some((text) => both.every((wording) => text.includes(wording)))).toBe(true);
  });

  it('tells of somebody who is only mentioned, with a button to those lines', async () => {
    const reply = await discord.runCommand('quote', { speaker: 'Putin' });
    expect(plainTextOf(reply)).toMatch(/no words of .?Putin/);
    const mentioned = Number(/mentioned in (\d+) lines/.exec(plainTextOf(reply))?.[1]);
    expect(mentioned).toBeGreaterThan(5);
    const [button = ''] = labelsOf(reply);
    const lines = await leafThrough(discord, await discord.press(reply, button));
    for (const line of lines) expect(plainTextOf(line)).toContain('Putin');
    expect(lines.length).toBeGreaterThan(1);
  });

  it('is private when asked, with a button to share it', async () => {
    const reply = await discord.runCommand('quote', { speaker: 'Lavrov', private: true });
    expect(isPrivate(reply)).toBe(true);
    const shared = await discord.press(reply, 'Share');
    expect(isPrivate(shared)).toBe(false);
    expect(plainTextOf(shared)).toBe(plainTextOf(reply));
  });
});

describe('the autocomplete over speakers', () => {
  it('offers everybody who is quoted, with the number of quotes', async () => {
    const choices = await discord.autocomplete('quote', 'speaker', '');
    expect(choices.map(({ value }) => value)).toContain('Sergei Lavrov');
    expect(choices[0]?.name).toMatch(/Lavrov.*\d/);
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  it.each(['Lav', 'lavrof', 'Larvov', 'Sergey', 'lavrov'])('knows Lavrov by %j', async (typed) => {
    const [first] = await discord.autocomplete('quote', 'speaker', typed);
    expect(first?.value).toBe('Sergei Lavrov');
  });

  it('offers what Lavrov spoke about, with the number of quotes', async () => {
    const choices = await discord.autocomplete('quote', 'about', 'nuc', { speaker: 'Lavrov' });
    expect(choices[0]).toMatchObject({ name: expect.stringMatching(/nuclear.*\d/), value: 'nuclear' });
  });

  it('has nothing for nobody', async () => {
    expect(await discord.autocomplete('quote', 'speaker', 'zzzzqqqq')).toEqual([]);
  });

  it('gives values that the command understands', async () => {
    for (const { value } of await discord.autocomplete('quote', 'speaker', '')) {
      const reply = await discord.runCommand('quote', { speaker: String(value) });
      expect({ value, text: textOf(reply) }).not.toMatchObject({ text: expect.stringMatching(/no words/) });
    }
  });

  it('survives whatever is typed', async () => {
    for (const typed of ['x'.repeat(500), '(((', '\\', '🦊', '@everyone', '\u0000']) {
      expect(Array.isArray(await discord.autocomplete('quote', 'speaker', typed))).toBe(true);
    }
  });
});

describe('/sources', () => {
  it('lists every article with title, outlet, agency, date and how that is known', async () => {
    const text = plainTextOf(await discord.runCommand('sources'));
    expect(text).toContain("Lavrov meets Kim, slams 'dangerous' US policy");
    expect(text).toContain('Complete News World (APA)');
    expect(text).toContain('Reuters and AFP');
    for (const day of ['18 October 2023', '19 October 2023', '20 October 2023']) expect(text).toContain(day);
    expect(text).toMatch(/undated/);
    for (const file of ['000_', '002_', '003_', '004_']) expect(text).toContain(file);
  });
});

describe('/help', () => {
  it('tells the one who asks what there is to ask', async () => {
    const reply = await discord.runCommand('help');
    expect(isPrivate(reply)).toBe(true);
    for (const { name, type } of discord.commands()) {
      expect(plainTextOf(reply)).toContain(type === 1 ? `/${name}` : name);
    }
  });
});
