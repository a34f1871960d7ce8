import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/sources.js';
import { type Archive, createArchive } from '../../src/archive.js';
import { ask, openSeeds, press, textOf } from './asking.js';

let seeds: Archive;
beforeAll(async () => {
  seeds = await openSeeds();
});

describe('/sources', () => {
  it('lists every article with source, date, how that is known, and file', async () => {
    const reply = await ask(command, seeds, { private: false });
    expect(reply.lead).toBe('4 articles, 18 October 2023 to 20 October 2023, oldest first:');
    const text = textOf(reply);
    expect(text).toContain('AFP · 20 October 2023 · date stated by the article\n000_591516c1a6096e95.txt');
    expect(text).toMatch(/Complete News World \(APA\) · undated, inferred 19 October 2023 · from other coverage/);
    expect(reply.buttons).toEqual([]);
  });

  it('says when a date is that of a dateline without a year', async () => {
    const story = 'The harbour bridge of Ostrin collapsed into the Vessel river on Thursday.';
    const archive = await createArchive([
      { id: 'wire', text: `OSTRIN, Oct 19: ${story}` },
      { id: 'dated', text: story, published: '2023-10-20' },
    ]);
    expect(textOf(await ask(command, archive, { private: false }))).toContain(
      'undated, inferred 19 October 2023 · from its dateline, the year worked out',
    );
  });

  it('turns pages when there are many', async () => {
    const many = await createArchive(
      Array.from({ length: 15 }, (_, at) => ({
        id: `a${at}`,
        title: `Title ${at}`,
        text: `Text number ${at} is here.`,
      })),
    );
    const first = await ask(command, many, { private: false });
    expect(first.position).toBe('1 of 3');
    const second = await press(command, many, { private: false }, first, '▶');
    expect(second.position).toBe('2 of 3');
    const titles = [first, second].flatMap(({ sections }) => sections.map(({ headline }) => headline));
    expect(new Set(titles).size).toBe(12);
  });

  it('says what to do when there is no article', async () => {
    const reply = await ask(command, await createArchive([]), { private: true });
    expect(reply.lead).toContain('no articles yet');
    expect(reply.private).toBe(true);
  });
});
