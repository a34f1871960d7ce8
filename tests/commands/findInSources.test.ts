import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/findInSources.js';
import type { Archive } from '../../src/archive.js';
import { ask, openSeeds, textOf } from './asking.js';

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('Find in sources', () => {
  it('shows what the articles have on each claim, to the one who asked', async () => {
    const reply = await ask(command, archive, {
      text: 'North Korea delivered 2,000 containers to Russia.\nThe moon is made of cheese.',
    });
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
    const reply = await ask(command, archive, { text: 'Lavrov met Kim on Thursday. The moon is made of cheese.' });
    expect(
      textOf({ ...reply, sections: reply.sections.map(({ headline, notes }) => ({ headline, notes })) }),
    ).not.toMatch(/\b(true|false|wrong|right|correct|fake|lie)\b/i);
  });

  it('says how many claims of a long message it shows', async () => {
    const text = Array.from({ length: 12 }, (_, at) => `Lavrov visited the city number ${at} in October.`).join(' ');
    const reply = await ask(command, archive, { text });
    expect(reply.lead).toMatch(/the first 6 of 1[0-2]/);
  });

  it('says so when there is nothing to look up', async () => {
    const reply = await ask(command, archive, { text: 'Hello! How are you?' });
    expect(reply.lead).toContain('no statement');
  });
});
