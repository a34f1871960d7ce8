import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/ask.js';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { ask, boldIn, openSeeds, press, textOf } from './asking.js';

const NOTHING_ELSE = { source: undefined, after: undefined, before: undefined, private: false };
const WHO_MET_KIM = { ...NOTHING_ELSE, question: 'who met Kim' };

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('/ask', () => {
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

  it('says that the articles do not say, and shows the closest lines as such', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, question: 'who won the football cup in Xanadu' });
    expect(reply.tone).toBe('closest');
    expect(reply.lead).toMatch(/^The articles don't say\./);
    expect(reply.lead).toContain('not an answer');
    expect(reply.buttons).toEqual([]);
    expect(reply.sections.length).toBeGreaterThan(0);
    expect(textOf(reply)).not.toMatch(/Also reported by|Same wire text/);
  });

  it('says so without closest lines when there are none', async () => {
    const reply = await ask(command, archive, { ...WHO_MET_KIM, after: '2030-01-01' });
    expect(reply.sections).toEqual([]);
    expect(reply.lead).toBe("The articles don't say.");
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
  ])('says what is accepted for %j', async (wrong, accepted) => {
    const asking = ask(command, archive, { ...WHO_MET_KIM, ...wrong });
    await expect(asking).rejects.toThrow(RequestError);
    await expect(asking).rejects.toThrow(accepted);
  });
});
