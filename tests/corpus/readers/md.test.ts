import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mdReader } from '../../../src/corpus/readers/md.js';
import { bodyText, paragraphsOf } from '../seeds.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-md-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function contents(text: string) {
  const file = path.join(folder, 'a.md');
  await writeFile(file, text);
  return mdReader.read({ path: file, name: 'a.md', id: 'a' });
}

async function read(text: string) {
  const { articles } = await contents(text);
  const article = articles[0]?.article;
  if (!article) throw new Error('nothing was read');
  return article;
}

const FRONT = `---
title: Lavrov in Pyongyang
outlet: The Times
date: 2023-10-19
url: https://example.org/lavrov
agencies: [Agence France-Presse, Reuters]
mood: grim
---
`;

describe('mdReader', () => {
  it('reads the front matter', async () => {
    expect(await read(`${FRONT}\nHe came on Thursday.\n`)).toMatchObject({
      id: 'a',
      file: 'a.md',
      title: 'Lavrov in Pyongyang',
      outlet: 'The Times',
      url: 'https://example.org/lavrov',
      agencies: ['AFP', 'Reuters'],
      published: { date: '2023-10-19', basis: 'stated' },
    });
  });

  it('reads its names in any case', async () => {
    const { articles, problems } = await contents(
      '---\nTitle: Lavrov\nOUTLET: The Times\nDate: 2023-10-19\n---\nHe came.',
    );
    expect(articles[0]?.article).toMatchObject({
      title: 'Lavrov',
      outlet: 'The Times',
      published: { date: '2023-10-19' },
    });
    expect(problems).toEqual([]);
    await expect(read('---\nTitle: X\nDate: 2023-02-30\n---\nHe came.')).rejects.toMatchObject({ line: 3 });
  });

  it('keeps the text of the file as it is, and answers from what is below the front matter', async () => {
    const source = `${FRONT}\nHe came on Thursday.\n`.replaceAll('\n', '\r\n');
    const article = await read(source);
    expect(article.text).toBe(source);
    expect(bodyText(article)).toBe('He came on Thursday.');
  });

  it('takes `published` and agencies as a list in words, and the day of a time', async () => {
    const article = await read('---\npublished: 2023-10-19T23:30:00-05:00\nagencies: AP, AFP\n---\nHe came.');
    expect(article.published.date).toBe('2023-10-19');
    expect(article.agencies).toEqual(['AP', 'AFP']);
  });

  it('reads Markdown without front matter: headings are headings, the first is the title', async () => {
    const article = await read('# Lavrov in Pyongyang\n\nHe came.\n\n## Later\n\nHe left.\n\n![map](map.png)\n');
    expect(article.title).toBe('Lavrov in Pyongyang');
    expect(article.published.basis).toBe('unknown');
    expect(paragraphsOf(article, 'body')).toEqual(['He came.', 'He left.']);
  });

  it.each([
    ['titel: Ferry', 'titel', 'did you mean “title”?'],
    ['link: https://example.org', 'link', 'did you mean “url”?'],
    ['mood: grim', 'mood', 'what is read is title, outlet, url, date, published, agencies.'],
  ])('reads the article and says which name is not read: %s', async (line, key, hint) => {
    const { articles, problems } = await contents(`---\ndate: 2023-10-19\n${line}\n---\nHe came.`);
    expect(articles).toHaveLength(1);
    expect(problems).toEqual([{ file: 'a.md', line: 3, message: `“${key}” is not read; ${hint}`, isNote: true }]);
  });

  it.each(['20/10/2023', '10/20/2023', '20.10.2023', '2023/10/20', '20231020', '20 October 2023', 'Oct 20, 2023'])(
    'takes %s for the day that it is',
    async (date) => {
      const { articles, problems } = await contents(`---\ndate: ${date}\n---\nHe came.`);
      expect(articles[0]?.article.published).toEqual({ date: '2023-10-20', basis: 'stated' });
      expect(problems).toEqual([]);
    },
  );

  it('leaves an article undated where its date is two days, and says so', async () => {
    const { articles, problems } = await contents('---\ntitle: X\ndate: 05/06/2026\n---\nHe came.');
    expect(articles[0]?.article.published).toEqual({ date: null, basis: 'unknown' });
    expect(problems).toEqual([
      { file: 'a.md', line: 3, message: expect.stringMatching(/“05\/06\/2026” is two days/), isNote: true },
    ]);
  });

  it.each([
    ['---\ntitle: X\nmood: }\n---\nHe came.', /no valid YAML/, 3],
    ['---\ntitle: X\ndate: 2023-02-30\n---\nHe came.', /2023-02-30/, 3],
    ['---\ntitle: X\noutlet: [1]\n---\nHe came.', /“outlet”/, 3],
    ['---\ntitle: X\n---\n', /no text/, 1],
  ])('says what is wrong, and where: %j', async (text, message, line) => {
    await expect(read(text)).rejects.toMatchObject({ message: expect.stringMatching(message), line });
  });
});
