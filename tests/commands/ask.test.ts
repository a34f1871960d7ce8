import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/ask.js';
import type { Answer } from '../../src/answers/answer.js';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { ask, boldIn, openSeeds, press, textOf } from './asking.js';

const NOTHING_ELSE = { source: undefined, after: undefined, before: undefined, private: false };
const WHO_MET_KIM = { ...NOTHING_ELSE, question: 'who met Kim' };

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

/** The four articles, of which the answer to one question is not sure. */
async function unsure(missing: readonly string[]): Promise<Archive> {
  const answer: Answer = { ...(await archive.ask('who met Kim', { limit: 5 })), status: 'unsure', missing };
  return { size: archive.size, ask: async () => answer } as unknown as Archive;
}

describe('/ask', () => {
  it('says that no article is of a time that is asked for', async () => {
    const lead = async (asked: object) =>
      (await ask(command, archive, { ...NOTHING_ELSE, question: 'who quit', ...asked })).lead;
    const tooNew = 'No article is that new: the newest is of 20 October 2023.';
    expect(await lead({ after: '2025-04-01' })).toBe(`The articles don't say. ${tooNew}`);
    expect(await lead({ question: 'who quit after 1 April 2025' })).toContain(tooNew);
    expect(await lead({ before: '2023-01-01' })).toContain('No article is that old: the oldest is of 18 October 2023.');
    expect(await lead({ after: '2023-10-20' })).not.toContain('No article');
  });

  it('shows the line with headline, source, date in words, day explained, file and paragraph', async () => {
    const reply = await ask(command, archive, { ...WHO_MET_KIM, source: 'AFP' });
    expect(reply.tone).toBe('answer');
    expect(reply.position).toMatch(/^1 of \d$/);
    const [section] = reply.sections;
    expect(section).toMatchObject({
      headline: "Lavrov meets Kim, slams 'dangerous' US policy",
      citations: ['AFP · 20 October 2023', '000_591516c1a6096e95, paragraph 1'],
    });
    expect(section?.quotation?.text).toMatch(
      /^Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un/,
    );
    expect(boldIn(section ?? {}).join(' ')).toContain('Kim');
    expect(section?.notes).toContain('“Thursday” = 19 October 2023');
  });

  it('leads through the other lines and back', async () => {
    const first = await ask(command, archive, WHO_MET_KIM);
    const second = await press(command, archive, WHO_MET_KIM, first, '▶');
    expect(second.position).toMatch(/^2 of/);
    expect(textOf(second)).not.toBe(textOf(first));
    expect(await press(command, archive, WHO_MET_KIM, second, '◀')).toEqual(first);
  });

  it('greys the arrow that leads nowhere', async () => {
    const first = await ask(command, archive, WHO_MET_KIM);
    expect(first.buttons.find(({ label }) => label === '◀')?.disabled).toBe(true);
  });

  it('shows the sentences around a line to the one who wants them', async () => {
    const first = await ask(command, archive, WHO_MET_KIM);
    const context = await press(command, archive, WHO_MET_KIM, first, 'Context');
    const line = first.sections[0]?.quotation?.text ?? '';
    expect(context.private).toBe(true);
    expect(context.sections[0]?.quotation?.text).toContain(line);
    expect(context.sections[0]?.quotation?.text.length).toBeGreaterThan(line.length);
  });

  it('says what another source tells otherwise, and shows its line as the second', async () => {
    const line = (injured: number) =>
      `The ferry Aurora sank off Norway on 4 March and ${injured} passengers were injured.`;
    const differing = await createArchive([
      { id: 'first', published: '2024-03-05', outlet: 'Post', text: line(12) },
      { id: 'second', published: '2024-03-06', outlet: 'Gazette', text: line(19) },
    ]);
    const question = 'how many passengers of the ferry Aurora were injured';
    const reply = await ask(command, differing, { ...NOTHING_ELSE, question });
    expect(reply.lead).toMatch(
      /^Told otherwise: the first line has “1[29]”, the second “1[29]”\. The (first|second) line is the newer\.$/,
    );
    expect(reply.sections.map(({ quotation }) => quotation?.text).sort()).toEqual([line(12), line(19)]);
  });

  it('tells who asks in another language so, in that language, and shows no line', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, question: 'warum ist Lawrow dorthin gereist' });
    expect(reply).toMatchObject({ tone: 'notice', sections: [] });
    expect(reply.lead).toMatch(/^Ich kann die Artikel nur auf Englisch durchsuchen\./);
  });

  it.each([
    [[], 'This may answer it, or only come near.'],
    [['dockers'], 'This may answer it, but the line doesn’t say “dockers”.'],
    [['dockers', 'halden'], 'This may answer it, but the line doesn’t say “dockers” or “halden”.'],
    [['a', 'b', 'c'], 'This may answer it, but the line doesn’t say “a”, “b” or “c”.'],
  ])('says what an unsure answer lacks (%j), and shows its lines all the same', async (missing, lead) => {
    const sure = await ask(command, archive, WHO_MET_KIM);
    expect(await ask(command, await unsure(missing), WHO_MET_KIM)).toEqual({ ...sure, lead });
  });

  it('has no doubt about a sure answer', async () => {
    expect((await ask(command, archive, WHO_MET_KIM)).lead).toBeUndefined();
  });

  it('shows an overview whole, by day, each line with its source', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, question: 'summary pls' });
    expect(reply.tone).toBe('answer');
    expect(reply.lead).toBe('What the articles tell, in their own words, by day:');
    expect(reply.buttons).toEqual([]);
    expect(reply.position).toBeUndefined();
    const { excerpts } = await archive.ask('summary pls', { limit: 5 });
    const days = excerpts.map(({ article }) => article.published.date ?? '9').toSorted();
    const byDay = days.map((day) => excerpts.filter(({ article }) => (article.published.date ?? '9') === day));
    expect(reply.sections).toHaveLength(excerpts.length);
    for (const [i, section] of reply.sections.entries()) {
      expect(byDay[i]?.map(({ text }) => text)).toContain(section.quotation?.text);
      expect(section.citations?.length).toBeGreaterThan(0);
    }
  });

  it('shows the undated line of an overview last, and says which part was asked for', async () => {
    const texts = [
      'Two brothers bought an island with forty sheep on it.',
      'Thieves carried a bell out of the church at night.',
    ];
    const undated = await createArchive([
      { id: 'island', text: texts[0] ?? '' },
      { id: 'bell', text: texts[1] ?? '', published: '2024-05-06', outlet: 'Fjord Post' },
    ]);
    const reply = await ask(command, undated, { ...NOTHING_ELSE, question: 'summary' });
    expect(reply.sections.map(({ quotation }) => quotation?.text)).toEqual(texts.toReversed());
    const part = await ask(command, undated, { ...NOTHING_ELSE, question: 'summary according to Fjord Post' });
    expect(part.lead).toBe('What the articles tell, in their own words, by day: Only articles from Fjord Post.');
    expect(part.sections).toHaveLength(1);
  });

  it('counts an unsure answer as found, and a refusal not', async () => {
    const isFound = async (asked: Archive, question: string) => {
      const options = { ...NOTHING_ELSE, question };
      return (await command.rows?.({ archive: asked, options, commands: [command], limit: 5 }))?.found;
    };
    expect(await isFound(await unsure([]), 'who met Kim')).toBe(true);
    expect(await isFound(archive, 'who won the football cup in Xanadu')).toBe(false);
  });

  it('says that the articles do not say, and shows the closest lines as such', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, question: 'who won the football cup in Xanadu' });
    expect(reply.tone).toBe('closest');
    expect(reply.lead).toMatch(/^The articles don't say\./);
    expect(reply.lead).toContain('not an answer');
    // On Discord there is nothing to press under a refusal.
    expect(reply.buttons.filter(({ typedOnly }) => !typedOnly)).toEqual([]);
    expect(reply.sections.length).toBeGreaterThan(0);
    expect(textOf(reply)).not.toMatch(/Also reported by|Same wire text/);
  });

  it('says so without closest lines when there are none', async () => {
    const reply = await ask(command, archive, { ...WHO_MET_KIM, after: '2030-01-01' });
    expect(reply.sections).toEqual([]);
    expect(reply.lead).toBe("The articles don't say. No article is that new: the newest is of 20 October 2023.");
  });

  it('says that there are no articles yet, and how to add one', async () => {
    const reply = await ask(command, await createArchive([]), WHO_MET_KIM);
    expect(reply.lead).toMatch(/^There are no articles yet\. .*dateline add FILE/);
    expect(reply.tone).toBe('notice');
  });

  it('says which part of the articles a question itself asked for', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, question: 'who met Kim according to AFP' });
    expect(reply.lead).toContain('AFP');
  });

  it('keeps a private answer private', async () => {
    expect((await ask(command, archive, { ...WHO_MET_KIM, private: true })).private).toBe(true);
  });

  it.each([
    [{ after: 'soon' }, '2023-10-19'],
    [{ before: '2023-02-30' }, '2023-10-19'],
    [{ source: 'The Daily Planet' }, 'AFP'],
    [{ question: '???' }, 'what did the minister say'],
    [{ question: 'how r u' }, 'what did the minister say'],
  ])('says what is accepted for %j', async (wrong, accepted) => {
    const asking = ask(command, archive, { ...WHO_MET_KIM, ...wrong });
    await expect(asking).rejects.toThrow(RequestError);
    await expect(asking).rejects.toThrow(accepted);
  });
});
