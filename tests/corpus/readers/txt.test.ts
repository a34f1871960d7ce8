import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/folder.js';
import { makePage } from '../documents.js';
import { bodyText } from '../seeds.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-txt-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads a folder that holds this one text. */
async function read(text: string, name = 'a.txt') {
  const alone = await mkdtemp(path.join(folder, 'one-'));
  await writeFile(path.join(alone, name), text);
  const { articles, problems } = await readCorpus(alone, { today: '2032-01-01' });
  return { article: articles[0], problems };
}

const LEAD = 'The ferry sank off Ostrin at noon, and nobody was hurt.';

describe('a plain text', () => {
  it('may say at its head what it is called, whose it is and of which day', async () => {
    const head = 'Title: Ferry sinks\nSource: The Ostrin Herald\nDate: 4 March 2031\nAuthor: Mara Velling';
    const { article, problems } = await read(`${head}\n\n${LEAD}\n`);
    expect(article).toMatchObject({
      title: 'Ferry sinks',
      outlet: 'The Ostrin Herald',
      published: { date: '2031-03-04', basis: 'stated' },
    });
    expect(article && bodyText(article)).toBe(LEAD);
    expect(problems).toEqual([]);
  });

  it('is read without its day where its head has none, with a note', async () => {
    const { article, problems } = await read(`Title: Ferry sinks\nDate: 03/04/2031\n\n${LEAD}\n`);
    expect(article?.published.basis).toBe('unknown');
    expect(problems).toMatchObject([{ line: 1, message: expect.stringMatching(/is two days/), isNote: true }]);
  });

  it.each([
    ['a.txt', `Ferry owner fined\nPosted on 03/04/2031 by admin\n\n${LEAD}`, 2],
    ['a.txt', `Ferry owner fined in Ostrin\n03/04/2031\n\n${LEAD}`, 2],
    ['a.md', `# Ferry owner fined\n\nPublished: 03.04.2031\n\n${LEAD}`, 3],
    ['a.jsonl', JSON.stringify({ id: 'a', text: `Ferry owner fined\nPosted on 03/04/2031\n\n${LEAD}` }), 1],
  ])('has a note where its page states a day that is two: %s, %j', async (name, text, line) => {
    const { article, problems } = await read(text, name);
    expect(article?.published).toEqual({ date: null, basis: 'unknown' });
    expect(problems).toMatchObject([{ line, message: expect.stringMatching(/is two days/), isNote: true }]);
  });

  it('has the day of a stamp in figures that is one', async () => {
    const { article, problems } = await read(`Ferry owner fined in Ostrin\n20/03/2031\n\n${LEAD}`);
    expect([article?.published.date, problems]).toEqual(['2031-03-20', []]);
  });

  it('that is a web page is read as one, and a note says so', async () => {
    const { article, problems } = await read(makePage([LEAD, LEAD.replace('noon', 'night')], { title: 'Ferry sinks' }));
    expect(article?.title).toBe('Ferry sinks');
    expect(article?.text).not.toMatch(/<|Home/);
    expect(problems).toMatchObject([
      { message: expect.stringMatching(/web page .*rename it to end in \.html/), isNote: true },
    ]);
  });

  it('that is formatted text is refused in a sentence', async () => {
    const { article, problems } = await read(`{\\rtf1\\ansi\\deff0 ${LEAD}\\par}`);
    expect(article).toBeUndefined();
    expect(problems).toMatchObject([{ message: expect.stringMatching(/RTF/) }]);
  });
});
