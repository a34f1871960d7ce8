import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/findInSources.js';
import type { Archive } from '../../src/archive.js';
import { ask, openSeeds, press, textOf } from './asking.js';

const check = (text: string, all = false) => ask(command, archive, { text, all });

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('Find in sources', () => {
  it('shows what the articles have on each claim, to the one who asked', async () => {
    const reply = await check('North Korea delivered 2,000 containers to Russia.\nThe moon is made of cheese.');
    expect(reply.private).toBe(true);
    expect(reply.sections[0]).toMatchObject({
      headline: '“North Korea delivered 2,000 containers to Russia.”',
      notes: ['The articles tell it differently:'],
    });
    expect(textOf(reply)).toContain('Number: the message has “2,000”, the article “1,000”');
    expect(reply.sections.at(-1)).toMatchObject({
      headline: '“The moon is made of cheese.”',
      notes: ['Not in the articles.'],
    });
  });

  it('never calls anything true or false', async () => {
    const reply = await check('Lavrov met Kim on Thursday. The moon is made of cheese.');
    expect(
      textOf({ ...reply, sections: reply.sections.map(({ headline, notes }) => ({ headline, notes })) }),
    ).not.toMatch(/\b(true|false|wrong|right|correct|fake|lie)\b/i);
  });

  it('says how many claims of a long message it shows', async () => {
    const text = Array.from({ length: 12 }, (_, at) => `Lavrov visited the city number ${at} in October.`).join(' ');
    const reply = await check(text);
    expect(reply.lead).toBe('What the articles say to this message, claim by claim (the first 6 of 12):');
    const claims = (of: typeof reply) => of.sections.filter(({ headline }) => headline?.startsWith('“Lavrov')).length;
    expect(claims(reply)).toBe(6);
    const all = await check(text, true);
    expect(claims(all)).toBe(12);
    expect(all).toMatchObject({ lead: 'What the articles say to this message, claim by claim:', buttons: [] });
    expect(await press(command, archive, { text, all: false }, reply, 'All')).toEqual(all);
  });

  it('says how many sentences claim nothing that it looks up', async () => {
    const reply = await check(
      'Lavrov met Kim on Thursday. Who knows why? Hello!\nIs that so?\nhttps://example.org/lavrov',
    );
    expect(reply.lead).toBe(
      'What the articles say to this message, claim by claim (2 of its 3 sentences were not looked up):',
    );
  });

  it('shows what comes closest to a claim that is not in the articles, as that', async () => {
    const reply = await check('Lavrov thanked Kim for the weapons.');
    const [claim, line] = reply.sections;
    expect(claim?.notes).toEqual(['Not in the articles. What comes closest, and does not say it:']);
    expect(line?.quotation?.text).toContain('weapons');
    expect(line?.notes?.join(' ')).not.toContain('Also reported');
    expect(reply.tone).toBe('closest');
  });

  it('says so when there is nothing to look up', async () => {
    const reply = await check('Hello! How are you?');
    expect(reply.lead).toContain('no statement');
  });
});
