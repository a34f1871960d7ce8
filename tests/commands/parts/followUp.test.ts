import { describe, expect, it } from 'vitest';
import ask from '../../../commands/ask.js';
import { readAfter } from '../../../commands/parts/followUp.js';
import quote from '../../../commands/quote.js';

describe('a request after another', () => {
  it('has a follow-up read with the question before it, and keeps its other options', () => {
    expect(readAfter(ask, { question: 'and when?', source: 'AFP' }, 'who met Kim')).toEqual({
      values: { question: 'when met Kim', source: 'AFP' },
      readAs: 'when met Kim',
    });
  });

  it('is left as it is when it is a question, the first, too long together, or of a command that asks none', () => {
    const values = { question: 'and when?' };
    expect(readAfter(ask, { question: 'who is Lavrov' }, 'who met Kim').readAs).toBeNull();
    expect(readAfter(ask, values, null)).toEqual({ values, readAs: null });
    expect(readAfter(ask, values, 'Kim '.repeat(60))).toEqual({ values, readAs: null });
    expect(readAfter(quote, { speaker: 'and when' }, 'who met Kim').readAs).toBeNull();
  });
});
