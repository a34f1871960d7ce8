import { describe, expect, it } from 'vitest';
import type { ProseToken } from '../../src/english/proseTokens.js';
import type { NounPhrase } from '../../src/quotes/nounPhrases.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { subjectAfter, subjectBefore } from '../../src/quotes/subjects.js';
import { articleOf } from './reading.js';

const tokensOf = (words: string) => splitSegments(articleOf(words)).flatMap(({ tokens }) => tokens);
const verbIn = (tokens: readonly ProseToken[]) => tokens.findIndex(({ lower }) => lower === 'said' || lower === 'say');

/** Who a phrase means. */
const headIn = (tokens: readonly ProseToken[], phrase: NounPhrase | null): string | null =>
  phrase &&
  tokens
    .slice(...phrase.head)
    .map(({ text }) => text)
    .join(' ');

/** The subject before "said", or why there is none. */
function subjectLeftOf(words: string): string | null {
  const tokens = tokensOf(words);
  const found = subjectBefore(tokens, verbIn(tokens), 0);
  return found.kind === 'subject' ? headIn(tokens, found.phrase) : found.kind;
}

function subjectRightOf(words: string): string | null {
  const tokens = tokensOf(words);
  return headIn(tokens, subjectAfter(tokens, verbIn(tokens) + 1));
}

describe('the subject before a verb', () => {
  it.each([
    ['Edda Frost said', 'Edda Frost'],
    ['she said', 'she'],
    ['the ice patrol said', 'the ice patrol'],
    ['Edda Frost on Thursday said', 'Edda Frost'],
    ['Edda Frost has also said', 'Edda Frost'],
  ])('stands right before it or before a time and adverbs: “%s”', (words, who) => {
    expect(subjectLeftOf(words)).toBe(who);
  });

  it.each([
    'Edda Frost, 54, said',
    'Edda Frost, who still has the sledge that she was given, said',
    'Edda Frost (the older of the two) said',
    'The head of the ice patrol, Edda Frost, said',
  ])('stands across an aside: “%s”', (words) => {
    expect(subjectLeftOf(words)).toBe('Edda Frost');
  });

  it('is that of the verb before, after “and”', () => {
    expect(subjectLeftOf('Edda Frost waved and said')).toBe('shared');
  });

  it.each(['Edda Frost did not say', 'Edda Frost would say', 'Edda Frost was said'])(
    'is not there where nothing is stated: “%s”',
    (words) => {
      expect(subjectLeftOf(words)).toBe('denied');
    },
  );

  it('is not there when nothing stands before it', () => {
    expect(subjectLeftOf('said the patrol')).toBe('none');
  });
});

describe('the subject after a verb', () => {
  it.each([
    ['said Edda Frost', 'Edda Frost'],
    ['said Edda Frost with the ice patrol', 'Edda Frost'],
    ['said the patrol’s chief, Edda Frost, on Friday', 'Edda Frost'],
    ['said Frost’s deputy ice chief, Edda Frost, on Friday', 'Edda Frost'],
    ['said Norland’s head of polar affairs, Edda Frost, who lives there', 'Edda Frost'],
    ['said the North Ice Board’s chief polar expert, Edda Frost', 'Edda Frost'],
    ['said Norland’s polar envoy to Sudria, Edda Frost, on Friday', 'Edda Frost'],
    ['said the envoy to Sudria', 'the envoy'],
    ['said goodbye to her and left Sudria, Norland, in April', 'goodbye'],
    ['said Norland’s polar minister Edda Frost', 'Edda Frost'],
    ['said Norland’s polar affairs minister', 'Norland’s polar affairs minister'],
    ['said she', 'she'],
    ['said on Friday', null],
  ])('of “%s” is “%s”', (words, who) => {
    expect(subjectRightOf(words)).toBe(who);
  });
});
