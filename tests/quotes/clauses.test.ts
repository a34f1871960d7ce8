import { describe, expect, it } from 'vitest';
import {
  beginsClause,
  endBeforeRemark,
  hasFiniteVerb,
  isCircumstance,
  isFronted,
  skipCircumstances,
  skipHearer,
} from '../../src/quotes/clauses.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

const tokensOf = (words: string) => splitSegments(articleOf(words)).flatMap(({ tokens }) => tokens);
const restOf = (words: string, at: number) =>
  tokensOf(words)
    .slice(at)
    .map(({ text }) => text)
    .join(' ');

describe('a statement', () => {
  it.each(['she had left', 'the ferry had left', 'Calder left', 'that it left', 'there was fog'])(
    'may begin with “%s”',
    (words) => {
      expect(beginsClause(tokensOf(words), 0)).toBe(true);
    },
  );

  it.each(['during the night', 'quietly', 'at sea'])('does not begin with “%s”', (words) => {
    expect(beginsClause(tokensOf(words), 0)).toBe(false);
  });

  it('has a verb of its own, which a mere noun phrase has not', () => {
    const isClause = (words: string) => hasFiniteVerb(tokensOf(words), 0, tokensOf(words).length);
    expect(['the ferry was late', 'the ferry sank', 'the ferry drifted', 'they leave'].map(isClause)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['a series of measures', 'the ferry, which sank'].map(isClause)).toEqual([false, false]);
  });

  it('ends before the reporter’s remark on it', () => {
    const words = 'the ferry had left without giving a reason';
    const tokens = tokensOf(words);
    expect(restOf(words, endBeforeRemark(tokens, 0, tokens.length))).toBe('without giving a reason');
    const plain = tokensOf('the ferry had left without a pilot');
    expect(endBeforeRemark(plain, 0, plain.length)).toBe(plain.length);
  });
});

describe('what stands between “told” and the statement', () => {
  it.each([
    ['him the ferry had left', 'the ferry had left'],
    ['reporters the ferry had left', 'the ferry had left'],
    ['the harbour board that it had left', 'that it had left'],
    ['his old mother he had left', 'he had left'],
    ['Sudria viewers the ferry had left', 'the ferry had left'],
    ['Harbour Times the ferry had left', 'the ferry had left'],
  ])('is the hearer: “told %s”', (words, statement) => {
    expect(restOf(words, skipHearer(tokensOf(words), 0))).toBe(statement);
  });
});

describe('circumstances', () => {
  it.each([
    ['on Tuesday that it left', 'that it left'],
    ['in a written statement that it left', 'that it left'],
    ['last week at a news conference it left', 'it left'],
    ['that it left', 'that it left'],
    ['this ferry had left', 'this ferry had left'],
    ['in the harbour it left', 'in the harbour it left'],
  ])('are passed over: “said %s”', (words, statement) => {
    expect(restOf(words, skipCircumstances(tokensOf(words), 0))).toBe(statement);
  });

  it('are all that may follow a cue whose statement came before', () => {
    const follows = (words: string) => isCircumstance(tokensOf(words), 0);
    expect(['on Tuesday', 'after the storm', 'standing on the quay'].map(follows)).toEqual([true, true, true]);
    expect(['the ferry had left', 'she had left'].map(follows)).toEqual([false, false]);
  });

  it('may lead up to a subject, and are then no statement', () => {
    const leadsUp = (words: string) => isFronted(tokensOf(words), 0, tokensOf(words).length);
    expect(['In an interview Monday', 'During the storm, which broke two masts'].map(leadsUp)).toEqual([true, true]);
    expect(['The ferry left', 'During the storm, the ferry left'].map(leadsUp)).toEqual([false, false]);
  });
});
