import { describe, expect, it } from 'vitest';
import { type ProseToken, tokenize } from '../../src/english/proseTokens.js';
import { Directory } from '../../src/quotes/directory.js';
import { jointPeople, listStart } from '../../src/quotes/jointSpeakers.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

const article = articleOf('Ana Lopez, Tom Hall and Mary Reed came.');
const directory = new Directory(article, splitSegments(article));

function tokensOf(text: string): ProseToken[] {
  return tokenize(text, { start: 0, end: text.length }, []);
}

const people = (text: string) => jointPeople(tokensOf(text), directory).map(({ name }) => name);

describe('several who speak together', () => {
  it('are named in full, each once, in the order of the text', () => {
    expect(people('Reed, Lopez and Hall')).toEqual(['Mary Reed', 'Ana Lopez', 'Tom Hall']);
    expect(people('Hall, and Lopez and Tom Hall')).toEqual(['Tom Hall', 'Ana Lopez']);
  });

  it('are nobody when one part is no person of the article', () => {
    expect(people('Ana Lopez and Umber Council')).toEqual([]);
  });

  it('are one when the words before "and" belong to an office', () => {
    expect(people('Roads and Rivers Secretary Ana Lopez')).toEqual(['Ana Lopez']);
  });
});

describe('where a list begins', () => {
  const startOf = (text: string, from: number) => listStart(tokensOf(text), from);

  it('is before the names with commas', () => {
    expect(startOf('Ana Lopez, Tom Hall and Mary Reed', 3)).toBe(0);
  });

  it('is not before a place or a clause', () => {
    expect(startOf('In Umber, Tom Hall and Mary Reed', 3)).toBe(3);
    expect(startOf('It rained, Tom Hall and Mary Reed', 3)).toBe(3);
  });
});
