import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonlReader } from '../../../src/corpus/readers/jsonl.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-jsonl-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array) {
  const file = path.join(folder, 'a.jsonl');
  await writeFile(file, content);
  return jsonlReader.read({ path: file, name: 'a.jsonl', id: 'a' });
}

const GOOD = JSON.stringify({ id: 'one', text: 'He came.', title: 'X', url: null, published: '2023-10-19' });

describe('jsonlReader', () => {
  it('reads an article a line, and passes over blank lines', async () => {
    const { articles, problems } = await read(
      `\uFEFF${GOOD}\r\n\r\n{"id": 2, "text": "He left.", "date": "2023-10-20"}`,
    );
    expect(problems).toEqual([]);
    expect(articles.map(({ article, line }) => [article.id, article.published.date, article.file, line])).toEqual([
      ['one', '2023-10-19', 'a.jsonl', 1],
      ['2', '2023-10-20', 'a.jsonl', 3],
    ]);
  });

  it('takes agencies as a list, in JSON or in words', async () => {
    const lines = ['["AP", " Reuters "]', '"AP, Reuters"'].map(
      (agencies, i) => `{"id": ${i}, "text": "He came.", "agencies": ${agencies}}`,
    );
    const { articles, problems } = await read(lines.join('\n'));
    expect(problems).toEqual([]);
    expect(articles.map(({ article }) => article.agencies)).toEqual([
      ['AP', 'Reuters'],
      ['AP', 'Reuters'],
    ]);
  });

  it('reports each broken line by its number and reads the rest', async () => {
    const broken = [
      ['{"id": "x"', /no JSON/],
      ['[1]', /no article/],
      ['{"id": "one"}', /“text” is missing\./],
      ['{"id": "", "text": "He came."}', /“id”/],
      ['{"id": "x", "text": " "}', /no text/],
      ['{"id": "x", "text": "He came.", "published": "2023-02-30"}', /2023-02-30/],
    ] as const;
    const { articles, problems } = await read([GOOD, ...broken.map(([line]) => line)].join('\n'));
    expect(articles).toHaveLength(1);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    for (const [i, [, message]] of broken.entries()) expect(problems[i]?.message).toMatch(message);
  });

  it('reports a line that is not UTF-8 and one too long for an article', async () => {
    const long = `{"id": "long", "text": "${'a'.repeat(21_000_000)}"}`;
    const bytes = Buffer.concat([Buffer.from([0x22, 0xff, 0x22, 10]), Buffer.from(`${long}\n${GOOD}`)]);
    const { articles, problems } = await read(bytes);
    expect(articles.map(({ line }) => line)).toEqual([3]);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [1, expect.stringMatching(/not UTF-8/)],
      [2, expect.stringMatching(/20 MB/)],
    ]);
  });

  it('reports a file without a line', async () => {
    await expect(read('\n \n')).rejects.toThrow(/empty/);
  });

  it('says by line which names are not read, and reads the article', async () => {
    const { articles, problems } = await read(
      '{"id":"a","text":"He came."}\n{"id":"b","text":"He left.","headline":"X"}',
    );
    expect(articles).toHaveLength(2);
    expect(problems).toMatchObject([
      { line: 2, message: '“headline” is not read; did you mean “title”?', isNote: true },
    ]);
  });
});
