import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/answers/request.js';
import { RequestError } from '../../src/answers/requestError.js';

const limitOf = (limit?: number): number => readRequest('Who won?', { limit }).limit;

describe('a question', () => {
  it('is taken without the white space around it', () => {
    expect(readRequest(' \n who  won? ', {}).question).toBe('who  won?');
  });

  it.each(['1969?', 'Кто?', '東京'])('may be of any letters or digits: “%s”', (text) => {
    expect(readRequest(text, {}).question).toBe(text);
  });

  it.each(['', '  ', '?!', '…', '👍'])('is refused when it holds none: “%s”', (text) => {
    expect(() => readRequest(text, {})).toThrow(RequestError);
  });

  it.each(['Thanks!', 'thank you', 'Hello'])('is refused when it is mere courtesy: “%s”', (text) => {
    expect(() => readRequest(text, {})).toThrow(/^Ask a question/);
  });
});

describe('the length of a question', () => {
  it('may be that of Discord’s longest message', () => {
    expect(readRequest('a'.repeat(2_000), {}).question).toHaveLength(2_000);
  });

  it('is refused above that, in a kind sentence, and so is a source that is no name', () => {
    const message = 'A question may have up to 2,000 characters, and this one has more. Try it in fewer words.';
    expect(() => readRequest('a'.repeat(2_001), {})).toThrow(message);
    expect(() => readRequest('Who won?', { source: 'a'.repeat(201) })).toThrow(/^A source may have up to 200/);
  });
});

describe('a limit', () => {
  it('is 5 unless told, and none that is no number', () => {
    expect([limitOf(), limitOf(Number.NaN)]).toEqual([5, 5]);
  });

  it('is a whole number of 1 to 25', () => {
    expect([1, 7, 25].map(limitOf)).toEqual([1, 7, 25]);
    expect([0, -3, 26, 1000, 7.9, Number.POSITIVE_INFINITY].map(limitOf)).toEqual([1, 1, 25, 25, 7, 25]);
  });
});

it('a filter is handed on as it is, the limit left out', () => {
  const { filter } = readRequest('Who won?', { source: 'Harbour Times', after: '2023-10-18', limit: 3 });
  expect(filter).toEqual({ source: 'Harbour Times', after: '2023-10-18' });
});
