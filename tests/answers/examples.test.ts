import { describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '../../src/archive.js';

const ARTICLES = [
  {
    id: 'bridge',
    published: '2024-05-07',
    text: 'Finance Minister Ines Correia met with Mayor Tomas Vidal on Monday.\n\n"We will reopen the terminal in winter," Finance Minister Ines Correia said.\n\nThe ferry terminal was closed in March after a storm.',
  },
];

describe('example questions', () => {
  it('are made of openings and quotes, of different forms', async () => {
    const archive = await createArchive(ARTICLES);
    const examples = await archive.examples(10);
    expect(examples).toContain('who met with Mayor Tomas Vidal');
    expect(examples.some((question) => question.startsWith('what did Ines Correia say about '))).toBe(true);
    expect(examples).toContain('who is Ines Correia');
  });

  it('are three unless told, and every one of them is answered', async () => {
    const archive = await openArchive('seeds');
    const examples = await archive.examples();
    expect(examples).toHaveLength(3);
    for (const question of examples) expect((await archive.ask(question)).status).toBe('answered');
    expect(new Set(examples.map((question) => question.split(' ')[0])).size).toBeGreaterThan(1);
  });

  it('begin with the same one, however many are wanted', async () => {
    const archive = await openArchive('seeds');
    const [three, one, many] = [await archive.examples(), await archive.examples(1), await archive.examples(10)];
    expect(one).toEqual(three.slice(0, 1));
    expect(many.slice(0, 3)).toEqual(three);
    expect(await archive.examples()).toEqual(three);
  });

  it('are none where there is nothing to make them of', async () => {
    expect(await (await createArchive([])).examples()).toEqual([]);
    expect(await (await createArchive([{ id: 'a', text: 'it rained a little.' }])).examples()).toEqual([]);
  });
});
