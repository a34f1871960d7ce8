import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArchive, loadKnowledge, openArchive, RequestError } from '../src/archive.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-archive-'));
  writeFileSync(join(folder, 'moon.txt'), ' date 2019-04-12 Moon\n\nThe lander fell silent above the plain.\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** How sure the corpus in the folder is of its answer. */
async function confidence(question: string): Promise<number> {
  const archive = await openArchive(folder);
  const answer = await archive.ask(question);
  await archive.close();
  return answer.confidence;
}

describe('an archive', () => {
  it('knows what its owner says that things are also called', async () => {
    const question = 'Did Beresheet fall silent?';
    const before = await confidence(question);
    writeFileSync(join(folder, 'aliases.txt'), '= Beresheet, lander\n');
    expect(await confidence(question)).toBeGreaterThan(before + 0.1);
  });

  it('reports an alias that cannot be read by file and line, and is no article itself', async () => {
    writeFileSync(join(folder, 'aliases.txt'), '# ours\nBeresheet is the lander\n');
    const archive = await openArchive(folder);
    expect(archive.problems).toMatchObject([{ file: 'aliases.txt', line: 2 }]);
    expect(archive.size.articles).toBe(1);
  });

  it('opens a single file too, which has no aliases of its own', async () => {
    const file = join(folder, 'one.jsonl');
    writeFileSync(file, '{"id":"a","text":"The lander fell silent above the plain."}\n');
    const archive = await openArchive(file);
    expect(archive.problems).toEqual([]);
    expect(archive.size).toMatchObject({ articles: 1, firstDate: null, lastDate: null });
  });

  it('tells how far its opening is: every file that is read, then the articles to be indexed', async () => {
    for (let at = 0; at < 20; at += 1) writeFileSync(join(folder, `${at}.txt`), `Boat ${at} left the harbour.\n`);
    const told: unknown[] = [];
    await openArchive(folder, { onProgress: (...step) => told.push(step) });
    expect(told).toEqual([
      ['reading', 16, 21],
      ['reading', 21, 21],
      ['indexing', 0, 21],
    ]);
  });

  it('cannot be opened from a place that is not there', async () => {
    await expect(openArchive(join(folder, 'nowhere'))).rejects.toThrow('nowhere');
  });

  it('is not made of two articles with one id', async () => {
    const article = { id: 'a', text: 'The lander fell silent above the plain.' };
    await expect(createArchive([article, article])).rejects.toThrow('“a”');
  });

  it('answers an empty request with a sentence that says what is accepted', async () => {
    const archive = await createArchive([{ id: 'a', text: 'The lander fell silent above the plain.' }]);
    for (const request of [
      () => archive.ask(' '),
      () => archive.compare(''),
      () => archive.check('…'),
      () => archive.ask('who', { after: '2023-02-30' }),
      () => archive.timeline({ from: 'May' }),
      () => archive.quotes({ source: 'Zzyzx Gazette' }),
    ]) {
      await expect(request()).rejects.toThrow(RequestError);
    }
  });
});

/** Three articles: the middle one in time, the first, and one without a date. */
const three = [
  {
    id: 'landing',
    text: 'The lander fell silent above the plain.\n\nEngineers waited for a signal on Monday.\n\nNone came.',
    title: 'Silence',
    outlet: 'Moon Post',
    url: 'https://example.org/landing',
    published: '2019-04-12',
  },
  { id: 'launch', text: 'The lander left Earth on a rocket. “We are proud,” said Ana Ruiz.', published: '2019-02-22' },
  { id: 'diary', text: 'Somebody drew a lander in a diary.' },
];

describe('an archive made of articles', () => {
  it('has what it was given of each, and what the text says', async () => {
    const archive = await createArchive(three);
    const [, landing] = await archive.articles();
    expect(landing).toMatchObject({
      id: 'landing',
      file: null,
      text: three[0]?.text,
      title: 'Silence',
      outlet: 'Moon Post',
      url: 'https://example.org/landing',
      published: { date: '2019-04-12', basis: 'stated' },
    });
  });

  it('gives its articles oldest first, undated last, and says how big it is', async () => {
    const archive = await createArchive(three);
    expect((await archive.articles()).map(({ id }) => id)).toEqual(['launch', 'landing', 'diary']);
    expect(archive.size).toEqual({ articles: 3, passages: 6, firstDate: '2019-02-22', lastDate: '2019-04-12' });
    expect(await archive.sources()).toEqual(['Moon Post']);
    expect(archive.problems).toEqual([]);
  });

  it('gives an article without a date none, and shows it as undated', async () => {
    const archive = await createArchive(three, { minConfidence: 0 });
    const { excerpts } = await archive.ask('who drew a lander in a diary');
    expect(excerpts[0]?.article).toMatchObject({ id: 'diary', published: { date: null, basis: 'unknown' } });
  });

  it.each([
    ['without text', { id: 'blank', text: '' }],
    ['of white space', { id: 'blank', text: ' \n\t\n' }],
    ['with a date that the calendar has not', { id: 'blank', text: 'The lander fell.', published: '2023-02-30' }],
  ])('is not made of one %s, and says which', async (_, article) => {
    await expect(createArchive([...three, article])).rejects.toThrow('“blank”');
  });

  it('of none answers nothing and breaks nothing', async () => {
    const archive = await createArchive([]);
    expect(archive.size).toEqual({ articles: 0, passages: 0, firstDate: null, lastDate: null });
    expect(await archive.ask('who met Kim')).toMatchObject({ status: 'not-found', excerpts: [], closest: [] });
    expect(await archive.quotes()).toEqual([]);
    expect(await archive.articles()).toEqual([]);
    await archive.close();
  });

  it('refuses by the confidence that its owner asks for', async () => {
    const [bold, shy] = await Promise.all([0, 1].map((minConfidence) => createArchive(three, { minConfidence })));
    expect((await bold?.ask('where did the lander fall silent'))?.status).toBe('answered');
    expect((await shy?.ask('where did the lander fall silent'))?.status).toBe('not-found');
  });

  it('obeys the options of a question', async () => {
    const archive = await createArchive(three, { minConfidence: 0 });
    const ids = async (options: Parameters<typeof archive.ask>[1]): Promise<string[]> => [
      ...new Set((await archive.ask('lander', options)).excerpts.map(({ article }) => article.id)),
    ];
    expect(await ids({ source: 'moon post' })).toEqual(['landing']);
    expect(await ids({ before: '2019-03-01' })).toEqual(['launch']);
    expect(await ids({ after: '2019-03-01' })).toEqual(['landing']);
    expect((await archive.ask('lander', { limit: 1 })).excerpts).toHaveLength(1);
  });

  it('quotes people from one source when one is asked for', async () => {
    const archive = await createArchive(three);
    expect((await archive.quotes()).map(({ text }) => text)).toEqual([expect.stringContaining('We are proud')]);
    expect(await archive.quotes({ source: 'Moon Post' })).toEqual([]);
  });
});

describe('the context of a span', () => {
  const text = three[0]?.text ?? '';
  const words = 'Engineers waited for a signal on Monday.';
  const span = { start: text.indexOf(words), end: text.indexOf(words) + words.length };

  it('is the text around it, with the span itself in bold', async () => {
    const context = await (await createArchive(three)).context('landing', span);
    expect(context?.text).toBe(text);
    expect(context?.emphasis.map(([start, end]) => context.text.slice(start, end))).toEqual([words]);
    expect(context?.days).toMatchObject([{ text: 'Monday', date: '2019-04-08' }]);
  });

  it('is word for word in the article', async () => {
    const context = await (await createArchive(three)).context('landing', span);
    expect(text.slice(context?.start, context?.end)).toBe(context?.text);
  });

  it('is null when the article is gone', async () => {
    expect(await (await createArchive(three)).context('gone', span)).toBeNull();
  });

  it('is null for a span that the article has not', async () => {
    const archive = await createArchive(three);
    expect(await archive.context('landing', { start: text.length + 10, end: text.length + 20 })).toBeNull();
  });
});

describe('an archive opened from a place', () => {
  it('reads a folder, names what it could not read, and serves the rest', async () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'broken.txt'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    const archive = await openArchive(folder);
    expect(archive.problems.map(({ file }) => file).toSorted()).toEqual(['broken.txt', 'empty.txt']);
    expect(archive.size).toMatchObject({ articles: 1, firstDate: '2019-04-12' });
    expect((await archive.ask('what fell silent above the plain')).status).toBe('answered');
  });

  it('reads a line of a .jsonl file as an article, and reports the lines that are none', async () => {
    const file = join(folder, 'many.jsonl');
    const [landing, launch] = three.map((article) => JSON.stringify(article));
    writeFileSync(file, `${landing}\n{"id":\n${launch}\n`);
    const archive = await openArchive(file);
    expect((await archive.articles()).map(({ id }) => id)).toEqual(['launch', 'landing']);
    expect(archive.problems).toMatchObject([{ line: 2 }]);
  });
});

describe('several archives in one process', () => {
  it('share what words mean and what else things are called, and answer as they would alone', async () => {
    const knowledge = await loadKnowledge(null);
    const question = 'When did the lander touch down?';
    const alone = await (await createArchive(three)).ask(question);
    for (const archive of [await createArchive(three, { knowledge }), await createArchive(three, { knowledge })]) {
      expect(await archive.ask(question)).toEqual(alone);
    }
  });

  it('know only what they are handed, and report what was wrong with that', async () => {
    writeFileSync(join(folder, 'aliases.txt'), '= Beresheet, lander\n');
    const own = await openArchive(folder);
    const problem = { file: 'data', line: null, message: 'There are no vectors.' };
    const bare = await openArchive(folder, { knowledge: { vectors: null, aliases: null, problems: [problem] } });
    expect(bare.problems).toEqual([problem]);
    const question = 'Did Beresheet fall silent?';
    const { confidence } = await bare.ask(question);
    expect(confidence).toBeLessThan((await own.ask(question)).confidence);
  });
});

describe('what is read ahead', () => {
  const inputs = Array.from({ length: 40 }, (_, i) => ({
    id: `a${i}`,
    text: `"We will open pier ${i}," Petra Vance said.`,
    published: '2024-03-05',
  }));

  it('is what the first to ask would have waited for', async () => {
    const ahead = await createArchive(inputs);
    await ahead.readAhead();
    expect(await ahead.speakers()).toEqual([expect.objectContaining({ name: 'Petra Vance', count: 40 })]);
    await ahead.close();
  });

  it('stops when the archive is closed, and whoever waits for it is told', async () => {
    const closed = await createArchive(inputs);
    const waiting = closed.statements({ speaker: 'Vance' });
    const reading = closed.readAhead();
    await closed.close();
    await expect(waiting).rejects.toThrow('closed');
    await expect(reading).resolves.toBeUndefined();
  });
});
