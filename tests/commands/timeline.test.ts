import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/timeline.js';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { ask, openSeeds, press, textOf } from './asking.js';

const EVERYTHING = { topic: undefined, from: undefined, to: undefined, all: false, private: false };
const PNG_SIGNATURE = '89504e47';

/** Twenty things that one article each tells, of one week, and one that two tell in their headlines. */
async function manyHappenings(): Promise<{ big: Archive; told: string }> {
  const told = 'The mayor of Arden resigned on 6 March 2024.';
  const crafts = 'baker potter weaver joiner mason tailor miller cooper glazier tanner dyer smith carter tinker'.split(
    ' ',
  );
  const towns = 'Bramley Calder Denby Elland Farnley Garforth'.split(' ');
  const small = crafts
    .concat(towns)
    .map((word, i) => `The ${word.toLowerCase()} club opened hall ${i} on ${1 + (i % 7)} March 2024.`);
  const inputs = [
    { id: 'a', title: 'Mayor of Arden resigns', text: told, published: '2024-03-06' },
    {
      id: 'b',
      title: 'Arden mayor resigns',
      text: 'Arden lost its mayor, who resigned on Wednesday.',
      published: '2024-03-07',
    },
    { id: 'c', title: 'This week', text: ['A week of news.', ...small].join('\n\n'), published: '2024-03-08' },
  ];
  return { big: await createArchive(inputs), told };
}

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('/timeline', () => {
  it('goes by when things happened, each in the words of an article with source and date', async () => {
    const first = await ask(command, archive, { ...EVERYTHING, all: true });
    expect(first.sections[0]).toMatchObject({
      headline: '2018',
      citations: ['DW (Reuters and AFP) · 18 October 2023', expect.any(String)],
    });
    const second = await press(command, archive, { ...EVERYTHING, all: true }, first, '▶');
    expect(second.sections.map(({ headline }) => headline)).toContain('19 October 2023');
  });

  it('shows of a sentence what its day belongs to, with "…" where it goes on', async () => {
    const [first] = (await ask(command, archive, { ...EVERYTHING, all: true })).sections;
    expect(first?.quotation?.text).toBe('Lavrov, who last visited the isolated country in 2018 …');
  });

  it('keeps what is older than the story apart, one press away', async () => {
    const story = await ask(command, archive, EVERYTHING);
    expect(story.lead).toBe(
      '10 of 12 happenings, in the order in which they happened; “all” shows the rest (2 of them older than the story):',
    );
    expect(story.sections[0]?.headline).toBe('2023');
    const before = await press(command, archive, EVERYTHING, story, 'Before (2)');
    expect(before.sections.map(({ headline }) => headline)).toEqual(['2018', 'July 2023']);
    const back = await press(command, archive, EVERYTHING, before, 'Story');
    expect(textOf(back)).toBe(textOf(story));
  });

  it('shows what is older in one piece with the rest to who asks for that time', async () => {
    const reply = await ask(command, archive, { ...EVERYTHING, to: '2018-12-31' });
    expect(reply.sections.map(({ headline }) => headline)).toEqual(['2018']);
    expect(reply.buttons).toEqual([]);
  });

  it('shows first what is told most, and the rest behind “More”', async () => {
    const { big, told } = await manyHappenings();
    const story = await ask(command, big, EVERYTHING);
    expect(story.lead).toMatch(/^\d+ of 21 happenings, those told most, in the order/);
    expect(story.buttons.find(({ word }) => word === 'more')?.label).toMatch(/^More/);
    expect(textOf(story)).toContain(told);
    const more = await press(
      command,
      big,
      EVERYTHING,
      story,
      story.buttons.find(({ action }) => action === 'more')?.label ?? '',
    );
    expect(textOf(more)).toMatch(/^\d+ more happenings that less is told of/);
    expect(textOf(more)).not.toContain(told);
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
    expect(picture?.alt).toContain('17 October 2023');
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
    expect((await ask(command, archive, EVERYTHING)).lead).toMatch(/happenings, in the order in which they happened;/);
  });
});
