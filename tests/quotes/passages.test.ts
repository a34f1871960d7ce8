import { describe, expect, it } from 'vitest';
import { groupQuotes } from '../../src/quotes/group.js';
import { byStretch, gatherPassages, rangesWithin } from '../../src/quotes/passages.js';
import { quotesIn } from './reading.js';

const quotes = quotesIn(
  '"The river," Ana Lopez said, "is rising by the hour." It rained.',
  'Ana Lopez said the bridge was "a danger to all" who use it.',
);

describe('a passage', () => {
  it('has the statements that one stretch of text shows', () => {
    const texts = gatherPassages(groupQuotes(quotes)).map((passage) =>
      passage.map(({ wordings }) => wordings[0]?.text),
    );
    expect(texts).toEqual([['The river', 'is rising by the hour.'], ['the bridge was "a danger to all" who use it']]);
  });

  it('parts those of two speakers', () => {
    const two = quotesIn('Ana Lopez said the bridge is safe, but Tom Hall says it is not.');
    expect(gatherPassages(groupQuotes(two))).toHaveLength(2);
  });
});

describe('a stretch', () => {
  it('has its quotes, and their places in it in order', () => {
    const [first = []] = byStretch(quotes);
    const text = first[0]?.excerpt.text ?? '';
    expect(rangesWithin([...first].reverse()).map(([from, to]) => text.slice(from, to))).toEqual([
      'The river',
      'is rising by the hour.',
    ]);
  });

  it('marks what lies in another quote once', () => {
    const [quote] = quotes;
    if (!quote) throw new Error('no quote was found');
    expect(rangesWithin([quote, { ...quote, start: quote.start + 4 }])).toEqual([[1, 10]]);
  });
});
