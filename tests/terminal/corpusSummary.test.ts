import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive.js';
import { describeCorpus, describeProblems } from '../../src/terminal/corpusSummary.js';

const TEXT = 'The lander reached the Moon on Thursday. Nobody was aboard.';

async function described(...published: (string | undefined)[]): Promise<string> {
  const archive = await createArchive(
    published.map((day, at) => ({ id: `article-${at}`, text: TEXT, published: day })),
  );
  const description = describeCorpus(archive.size, await archive.articles());
  await archive.close();
  return description;
}

describe('the opening', () => {
  it('counts articles and passages and says which days they span', async () => {
    expect(await described('2019-04-11', '2019-04-12')).toBe('2 articles, 4 passages, 11 April 2019 to 12 April 2019.');
  });

  it('says how many articles have no date of their own', async () => {
    expect(await described('2019-04-12', undefined)).toMatch(/^2 articles, .*; 1 without a date of its own\.$/);
  });

  it('says so of several in the plural, and once of a corpus that has no date at all', async () => {
    expect(await described('2019-04-12', undefined, undefined)).toMatch(/; 2 without a date of their own\.$/);
    expect(await described(undefined)).toBe('1 article, 2 passages, no dates.');
  });

  it('says how to add an article where there is none', async () => {
    expect(await described()).toMatch(/^no articles yet\. Put some into it, by hand or with “npx dateline add FILE”/);
  });

  it('names the problems by file and line, tamed', () => {
    const problems = [
      { file: 'a.txt', line: null, message: 'It is empty.' },
      { file: 'b\u001b[2J.jsonl', line: 7, message: 'It is no JSON.' },
    ];
    expect(describeProblems(problems)).toEqual(['a.txt: It is empty.', 'b [2J.jsonl:7: It is no JSON.']);
  });
});
