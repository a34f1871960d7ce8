import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { rankChoices, suggestSources, suggestSpeakers, suggestTopics } from '../../../commands/parts/choices.js';
import type { Archive } from '../../../src/archive.js';
import { openSeeds } from '../asking.js';

const choices = (...names: string[]) => names.map((name) => ({ label: name, value: name }));

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('choices while typing', () => {
  it('shows first what begins so, then what has a word that begins so, then what is near', async () => {
    const ranked = await rankChoices(choices('Sung Kim', 'Kimberly', 'Kremlin', 'Kin'), 'kim');
    expect(ranked.map(({ value }) => value)).toEqual(['Kimberly', 'Sung Kim', 'Kin']);
  });

  it('shows everything, in its order, before anything is typed', async () => {
    expect((await rankChoices(choices('b', 'a'), ' ')).map(({ value }) => value)).toEqual(['b', 'a']);
  });

  it('never shows more than 25, nor one twice', async () => {
    const many = choices(...Array.from({ length: 60 }, (_, at) => `name ${at}`));
    await fc.assert(
      fc.asyncProperty(fc.string(), async (typed) => {
        const ranked = await rankChoices(many, typed);
        expect(ranked.length).toBeLessThanOrEqual(25);
        expect(new Set(ranked).size).toBe(ranked.length);
      }),
    );
  });

  it('finds a misspelt name among thousands, the nearest first', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => `Nobody ${i}`);
    const ranked = await rankChoices(choices(...many, 'Odalric Venter', ...many, 'Odalrik Venten'), 'odalrik ventr');
    expect(ranked.slice(0, 2).map(({ value }) => value)).toEqual(['Odalrik Venten', 'Odalric Venter']);
  });

  it('names speakers with the number of their quotes, misspelt too', async () => {
    const [first] = await suggestSpeakers({ typed: 'lavrof', others: {}, archive });
    expect(first?.value).toBe('Sergei Lavrov');
    expect(first?.label).toMatch(/^Sergei Lavrov · \d+ quotes$/);
  });

  it('names outlets and agencies', async () => {
    const sources = await suggestSources({ typed: 'news', others: {}, archive });
    expect(sources.map(({ value }) => value)).toContain('Complete News World');
  });

  it('names what the chosen speaker spoke about', async () => {
    const [first] = await suggestTopics({ typed: 'nuc', others: { speaker: 'Sergei Lavrov' }, archive });
    expect(first?.value).toBe('nuclear');
    expect(first?.label).toMatch(/^nuclear · \d+ quotes$/);
  });
});
