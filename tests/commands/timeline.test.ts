import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/timeline.js';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { ask, openSeeds, press, textOf } from './asking.js';

const EVERYTHING = { topic: undefined, from: undefined, to: undefined, private: false };
const PNG_SIGNATURE = '89504e47';

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('/timeline', () => {
  it('goes by when things happened, each in the words of an article with source and date', async () => {
    const first = await ask(command, archive, EVERYTHING);
    expect(first.sections[0]).toMatchObject({
      headline: '2018',
      citations: ['DW (Reuters and AFP) · 18 October 2023', expect.any(String)],
    });
    const second = await press(command, archive, EVERYTHING, first, '▶');
    expect(second.sections.map(({ headline }) => headline)).toContain('18 October 2023');
  });

  it('shows what the day in the article was called, and which sources give another', async () => {
    const text = textOf(await ask(command, archive, { ...EVERYTHING, from: '2023-10-18', to: '2023-10-18' }));
    expect(text).toContain('“Wednesday” = 18 October 2023');
    expect(text).toMatch(/Another day in DW \(Reuters and AFP\): “a day earlier” \(17 October 2023\), “Lavrov arrived/);
  });

  it('marks what is still to come as expected', async () => {
    const reply = await ask(command, archive, { ...EVERYTHING, from: '2023-10-22' });
    expect(reply.sections.map(({ headline }) => headline)).toContain('22 October 2023 · expected');
  });

  it('comes with a picture, and with words for those who cannot see it', async () => {
    const { picture } = await ask(command, archive, EVERYTHING);
    expect(Buffer.from(picture?.png.slice(0, 4) ?? []).toString('hex')).toBe(PNG_SIGNATURE);
    expect(picture?.alt).toContain('2018');
  });

  it('says what part of the time it looked at when it finds nothing', async () => {
    const reply = await ask(command, archive, {
      ...EVERYTHING,
      topic: 'submarine',
      from: '1990-01-01',
      to: '1990-12-31',
    });
    expect(reply.lead).toBe(
      'The articles give no day for anything to do with “submarine” from 1 January 1990 to 31 December 1990.',
    );
    expect((await ask(command, await createArchive([]), EVERYTHING)).lead).toBe(
      'The articles give no day for anything.',
    );
  });

  it('says what is accepted for a day', async () => {
    const asking = ask(command, archive, { ...EVERYTHING, from: 'last week' });
    await expect(asking).rejects.toThrow(RequestError);
    await expect(asking).rejects.toThrow('2023-10-19');
  });

  it('refuses a range that ends before it begins', async () => {
    const asking = ask(command, archive, { ...EVERYTHING, from: '2023-10-20', to: '2023-10-01' });
    await expect(asking).rejects.toThrow(RequestError);
    await expect(asking).rejects.toThrow('2023-10-20 is after 2023-10-01. Swap the two, or leave one out.');
  });

  it('speaks of an order only where there are several happenings', async () => {
    const text = 'The lander reached the Moon on 11 April 2019.';
    const one = await createArchive([{ id: 'landing', text, published: '2019-04-12' }]);
    expect((await ask(command, one, EVERYTHING)).lead).toBe('1 happening:');
    expect((await ask(command, archive, EVERYTHING)).lead).toMatch(/happenings, in the order in which they happened:$/);
  });
});
