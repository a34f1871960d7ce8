import { describe, expect, it } from 'vitest';
import { shownSpan } from '../../../src/events/timeline/shownSpan.js';
import { tell } from './tell.js';

const shown = (text: string) => {
  const telling = tell(text);
  const { article } = telling.clause;
  const [sentence = { start: 0, end: 0 }] = article.sentences;
  const { start, end } = shownSpan(telling, sentence);
  return article.text.slice(start, end);
};

describe('of a sentence', () => {
  it.each([
    [
      'Lund, who last visited the old port in 2018, met the harbour master.',
      'Lund, who last visited the old port in 2018',
    ],
    [
      'The crew left the harbour, while Oda Lund opened the old bridge on Monday.',
      'while Oda Lund opened the old bridge on Monday.',
    ],
    [
      'Lund opened the old bridge on Monday, after forty workers painted the railings.',
      'Lund opened the old bridge on Monday',
    ],
    ['Oda Lund, cleared of fraud on Monday, opened both old bridges', 'Oda Lund, cleared of fraud on Monday'],
    [
      'The harbour master, elected by the council on Monday, opened both old bridges.',
      'The harbour master, elected by the council on Monday',
    ],
  ])('only the clause of the day is shown: "%s"', (text, part) => {
    expect(shown(text)).toBe(part);
  });

  it.each([
    [
      'what says whose claim it is',
      'Critics claim the ferry sank twice, while Oda Lund opened the old bridge on Monday.',
    ],
    [
      'a condition',
      'If the weather holds in the harbour, while crews work, Oda Lund will reopen the old bridge on Monday.',
    ],
    ['what takes it back', 'Lund opened the old bridge on Monday, although officials of the port deny that.'],
    ['what was said on the day', 'Lund said on Monday that the bridge was old, while the ferry needed new engines.'],
    [
      'what a length of time measures',
      'Lund opened the old bridge on Monday just days after closing the harbour road to lorries.',
    ],
    ['the subject behind an aside', 'On Mull, angered by the vote on Monday, Oda Lund closed both old bridges.'],
    ['the subject', 'The harbour master, who leads the old port office, on Monday opened the bridge.'],
  ])('all is shown where cutting would take away %s', (_, text) => {
    expect(shown(text)).toBe(text);
  });
});
