import { describe, expect, it } from 'vitest';
import { namesRoleHolder } from '../../../src/answers/fit/roleHolder.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import { articleOf } from '../articles.js';

/** By this the articles know what is a name. */
const NAMES = articleOf({ id: 'names', text: 'Yesterday Brandt, Ilves, Norland, Sudria and Easton were named.' });

/** How surely these sentences name who holds the role. */
function named(question: string, text: string): number {
  const article = articleOf({ id: 'a', text });
  const { reading } = new Retriever([article, NAMES], { vectors: null, aliases: null }).retrieve(question, {});
  return namesRoleHolder({ first: 0, last: article.sentences.length - 1 }, reading);
}

describe('who holds a role', () => {
  it.each(['They thanked Coach Brandt.', 'The coach, Brandt, bowed.', 'It rained. The coach, Brandt, bowed.'])(
    'is named for sure right after it: “%s”',
    (text) => {
      expect(named('Who is the coach?', text)).toBe(1);
    },
  );

  it('is perhaps named a few words off', () => {
    expect(named('Who is the coach?', 'The coach smiled when Brandt bowed.')).toBe(0.5);
  });

  it.each([
    'The Easton coach bowed.',
    'The coach bowed.',
    'The coach bowed. Then Brandt left.',
    'They thanked Brandt.',
  ])('is not named by “%s”', (text) => {
    expect(named('Who is the coach?', text)).toBe(0);
  });
});

describe('whose role it is', () => {
  const question = 'Who is the coach of Norland?';

  it('is sure when it stands beside the role', () => {
    expect(named(question, 'They thanked Norland Coach Brandt.')).toBe(1);
  });

  it('is open when nothing beside the role says so', () => {
    expect(named(question, 'They thanked Coach Brandt.')).toBe(0.5);
  });

  it('is not what is asked when another name stands before the role', () => {
    expect(named(question, 'They thanked Sudria Coach Ilves.')).toBe(0);
  });
});
