import { describe, expect, it } from 'vitest';
import { articleOf, quotesIn } from './reading.js';

/** Which quotes share the text around them, by the number of the first that has it: [0, 0, 2]. */
function together(...paragraphs: string[]): number[] {
  const quotes = quotesIn(...paragraphs);
  return quotes.map(({ excerpt }) => quotes.findIndex((other) => other.excerpt.start === excerpt.start));
}

const names = (...paragraphs: string[]) => quotesIn(...paragraphs).map(({ speaker }) => speaker?.name ?? null);

describe('one quotation in several parts', () => {
  const overParagraphs = [
    '"The river," Ana Lopez said, "has never been so high. Nobody was ready for it.',
    '"But we will be next year," she said. "That is a promise."',
  ];

  it('has one stretch of text around all of them', () => {
    expect(together(...overParagraphs)).toEqual([0, 0, 0, 0]);
    const { text } = articleOf(...overParagraphs);
    expect(quotesIn(...overParagraphs)[0]?.excerpt.text).toBe(text);
  });

  it('has one speaker, who may be told by a later part', () => {
    expect(names('Tom Hall said it rained.', '"It was never so high.', '"We were not ready," Ana Lopez said.')).toEqual(
      ['Tom Hall', 'Ana Lopez', 'Ana Lopez'],
    );
    expect(
      names('"It was never so high.', '"Nobody slept that night.', '"We were not ready," Ana Lopez said.'),
    ).toEqual(['Ana Lopez', 'Ana Lopez', 'Ana Lopez']);
  });

  it('is not what somebody else says next, nor what stands behind another sentence', () => {
    expect(together('"It was high," Ana Lopez said.', '"It was not," Tom Hall said.')).toEqual([0, 1]);
    expect(together('"It was high," Ana Lopez said. It rained. "Nobody slept that whole night."')).toEqual([0, 1]);
    expect(names('Tom Hall said it rained.', '"Nobody slept that night."', '"It was high," Ana Lopez said.')).toEqual([
      'Tom Hall',
      'Tom Hall',
      'Ana Lopez',
    ]);
  });

  it('is not shown in one stretch where it goes on for very long', () => {
    const part = `"${'The river rose and we went up the hill. '.repeat(20).trim()}`;
    const [first, , third] = quotesIn(part, part, `${part}" Ana Lopez said.`);
    expect(third?.excerpt.start).not.toBe(first?.excerpt.start);
    expect(third?.speaker?.name).toBe(first?.speaker?.name);
  });
});
