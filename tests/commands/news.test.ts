import { describe, expect, it } from 'vitest';
import news from '../../commands/news.js';
import { createArchive, RequestError } from '../../src/archive.js';
import { ask, press, textOf } from './asking.js';

const story = (day: string, text: string) => ({ id: `a${day}`, title: `Of ${day}`, text, published: day });
const archive = await createArchive([
  story('2024-05-06', 'Harbour pilots in Bergen began a strike on Monday over pay and rest.'),
  story('2024-05-09', 'Mayor Olsen invited both sides of the pilots’ strike for talks at the town hall.'),
  story('2024-05-12', 'The pilots turned down an offer of three per cent after a vote in the harbour.'),
  story('2024-05-15', 'After nine days a rise of four per cent brought the boats of the pilots back to sea.'),
]);
const options = { since: undefined, private: false };
const headings = ({ sections }: { sections: readonly { headline?: string | undefined }[] }) =>
  sections.flatMap(({ headline }) => (headline?.includes('·') ? [headline] : []));

describe('/news', () => {
  it('tells the last three days that the articles cover, oldest first', async () => {
    const reply = await ask(news, archive, options);
    expect(headings(reply)).toEqual(['9 May 2024 · 1 article', '12 May 2024 · 1 article', '15 May 2024 · 1 article']);
    expect(textOf(reply)).toMatch(/talks at the town hall[\s\S]*turned down an offer[\s\S]*back to sea/);
    expect(textOf(reply)).not.toContain('began a strike');
  });

  it('tells all since a day, a few days a page', async () => {
    const since = { ...options, since: '2024-05-01' };
    const first = await ask(news, archive, since);
    expect([first.position, headings(first).length]).toEqual(['1 of 2', 3]);
    expect(textOf(await press(news, archive, since, first, '▶'))).toContain('back to sea');
  });

  it('says when there is nothing since, and what is no day', async () => {
    const later = await ask(news, archive, { ...options, since: '2024-06-01' });
    expect([later.tone, later.lead]).toEqual(['closest', 'There is no article of 1 June 2024 or later.']);
    await expect(ask(news, archive, { ...options, since: 'May' })).rejects.toThrow(RequestError);
  });

  it('says when no article says of which day it is', async () => {
    const undated = await createArchive([{ id: 'a', text: 'The ferry ran aground.' }]);
    expect((await ask(news, undated, options)).lead).toBe('No article says of which day it is.');
  });

  it('is a row a day for a program', async () => {
    const { rows, found } = (await news.rows?.({ archive, options, commands: [] })) ?? {};
    expect(found).toBe(true);
    expect(rows).toMatchObject([{ day: '2024-05-09', articles: 1 }, { day: '2024-05-12' }, { day: '2024-05-15' }]);
  });
});

describe('a question for what is new', () => {
  const linesFor = async (question: string) =>
    (await archive.ask(question)).excerpts.map(({ article }) => article.id).sort();
  const LAST_THREE = ['a2024-05-09', 'a2024-05-12', 'a2024-05-15'];

  it.each([
    'what’s new',
    'whats new?',
    'anything new',
    'what did i miss',
    'what have I missed',
    'did i miss anything?',
  ])('is answered from the last three days: “%s”', async (question) => {
    expect(await linesFor(question)).toEqual(LAST_THREE);
  });

  it('is answered since a day that it names', async () => {
    expect(await linesFor('what did i miss since 12 May 2024')).toEqual(LAST_THREE.slice(1));
  });

  it('is answered from everything where the whole is asked for, or a topic', async () => {
    expect(await linesFor('summary')).toHaveLength(4);
    expect(await linesFor('what’s new with the strike')).toContain('a2024-05-06');
  });
});
