import { describe, expect, it } from 'vitest';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

/** The segments of an article as they stand in its text. */
function segmentsOf(...paragraphs: string[]): string[] {
  const article = articleOf(...paragraphs);
  return splitSegments(article).map(({ start, end }) => article.text.slice(start, end));
}

describe('a segment', () => {
  it('is a sentence', () => {
    expect(segmentsOf('The kiln cooled. Nobody came.', 'It rained.')).toEqual([
      'The kiln cooled.',
      'Nobody came.',
      'It rained.',
    ]);
  });

  it('does not end inside a quotation', () => {
    expect(segmentsOf('"It cooled. We left," Ruiz said. Nobody came.')).toEqual([
      '"It cooled. We left," Ruiz said.',
      'Nobody came.',
    ]);
  });

  it('holds a quotation with its full stop or question mark and the cue after it', () => {
    expect(segmentsOf('"Has it cooled?" Ruiz asked. Nobody knew.')).toEqual([
      '"Has it cooled?" Ruiz asked.',
      'Nobody knew.',
    ]);
  });

  it('ends with a quotation that no cue follows', () => {
    expect(segmentsOf('"It cooled in the night." Ruiz went home.')).toEqual([
      '"It cooled in the night."',
      'Ruiz went home.',
    ]);
  });

  it('begins anew where a colon leads to what another said', () => {
    expect(segmentsOf('Ruiz said on Friday: "It cooled." The owner Lund said on Monday: "We left."')).toEqual([
      'Ruiz said on Friday: "It cooled."',
      'The owner Lund said on Monday: "We left."',
    ]);
  });

  it('has a quotation as one token, and knows its paragraph', () => {
    const [first, second] = splitSegments(articleOf('Nobody came.', 'Ruiz said: "It cooled. We left."'));
    expect(first).toMatchObject({ paragraph: 0 });
    expect(second).toMatchObject({ paragraph: 1 });
    expect(second?.tokens.map(({ kind, text }) => [kind, text])).toEqual([
      ['word', 'Ruiz'],
      ['word', 'said'],
      ['punctuation', ':'],
      ['quotation', '"It cooled. We left."'],
    ]);
  });

  it('is there for every word of the text, once', () => {
    const paragraphs = ['"It cooled," Ruiz said. "We left. It rained."', 'Nobody came: all were "at sea".'];
    expect(segmentsOf(...paragraphs).join(' ')).toBe(paragraphs.join(' '));
  });

  it('shows the time before an entry of a live report, and has no token of it', () => {
    const article = articleOf('[22:50 GMT] Ruiz: "It cooled." Nobody came.');
    const [entry] = splitSegments(article);
    expect(entry && article.text.slice(entry.start, entry.end)).toBe('[22:50 GMT] Ruiz: "It cooled."');
    expect(entry?.tokens.map(({ text }) => text)).toEqual(['Ruiz', ':', '"It cooled."']);
  });
});
