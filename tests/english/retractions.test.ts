import { describe, expect, it } from 'vitest';
import { retractionsIn } from '../../src/english/retractions.js';

function takenBack(text: string): unknown[] {
  return retractionsIn(text, { start: 0, end: text.length }).map(({ told, denial }) => [
    text.slice(told.start, told.end).trim(),
    text.slice(denial.start, denial.end),
  ]);
}

describe('a sentence takes back what it tells', () => {
  it.each([
    ['Reports that the ferry had sunk are false, the navy said.', 'the ferry had sunk', 'false'],
    ['Rumours that the mill was closing proved unfounded.', 'the mill was closing', 'unfounded'],
    ['The envoy called the report that he had fled a lie.', 'he had fled', 'a lie'],
    ['She dismissed claims of a secret deal as nonsense.', 'a secret deal', 'nonsense'],
    ['The Courier wrongly reported that the captain had drowned.', 'the captain had drowned', 'wrongly reported'],
    ['The navy withdrew its claim that the mine was old.', 'the mine was old', 'withdrew its claim'],
    ['He sued the paper for writing that he had stolen a boat.', 'he had stolen a boat', 'sued the paper for writing'],
    [
      'An earlier version of this article, of 3 March, said that the mate was at the wheel.',
      'the mate was at the wheel',
      'earlier version of this article, of 3 March, said',
    ],
    ['The mate said he had been paid, which the owner denied.', 'The mate said he had been paid', 'denied'],
    ['Her lawyer says she signed, but the bank disputes it.', 'Her lawyer says she signed', 'disputes'],
  ])('"%s"', (text, told, denial) => {
    expect(takenBack(text)).toEqual([[told, denial]]);
  });

  it.each([
    'The navy confirmed reports that the ferry had sunk.',
    'Reports that the wrong man was held are being looked into.',
    'Reports that the minister told a lie spread on Friday.',
    'The mate signed the paper, but the owner denied him his wages.',
    'The owner, who denies the charge, sold the ferry.',
  ])('and not in "%s"', (text) => {
    expect(takenBack(text)).toEqual([]);
  });
});
