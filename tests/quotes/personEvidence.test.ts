import { describe, expect, it } from 'vitest';
import { Directory } from '../../src/quotes/directory.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

/** What an article shows of whoever its first name names. */
function shown(...paragraphs: string[]) {
  const article = articleOf(...paragraphs);
  const [first] = new Directory(article, splitSegments(article)).everybody();
  return { human: first?.human ?? null, gender: first?.gender ?? null };
}

describe('a person', () => {
  it.each([
    ['a title', 'Senator Quillo Marsh left.'],
    ['a given name that the lists have', 'Mary Marsh left.'],
    ['an age', 'Quillo Marsh, 61, left.'],
    ['what "who" says of one alone', 'Quillo Marsh, who lives nearby, left.'],
    ['a surname alone later', 'Quillo Marsh left. Marsh came back.'],
    ['a pronoun in the sentence', 'Quillo Marsh left with his dog.'],
  ])('is known by %s', (_how, ...paragraphs) => {
    expect(shown(...paragraphs).human).toBe(true);
  });

  it('is not shown by a name alone', () => {
    expect(shown('Quillo Marsh left.').human).toBeNull();
  });

  it('is not what stands behind "in" or "the", or goes by its first word', () => {
    expect(shown('Quillo Marsh rose. It rained in Quillo Marsh.').human).toBe(false);
    expect(shown('Umber Wings rose. Umber had cut its flights.').human).toBe(false);
  });

  it('is still one when a report or a law has the surname', () => {
    expect(shown('Quillo Marsh wrote it. The Marsh report came late. Marsh said so.').human).toBe(true);
  });

  it('is not told by a pronoun that somebody else before the name can have', () => {
    expect(shown('When he spoke over Quillo Marsh he was tired.').human).toBeNull();
  });

  it('has the gender that most pronouns tell', () => {
    expect(shown('Quillo Marsh left with his dog. Marsh said her boat sank. Marsh lost his way.').gender).toBe('male');
    expect(shown('Quillo Marsh left with his dog. Marsh lost her way.').gender).toBeNull();
  });
});
