import { describe, expect, it } from 'vitest';
import { publicationStamp, readHeader, readStamp } from '../../src/corpus/header.js';

const read = (text: string) => {
  const header = readHeader(text);
  return header && { date: header.date, kind: header.rest.kind, rest: text.slice(header.rest.start, header.rest.end) };
};

describe('readHeader', () => {
  it('takes the date from a ` date 2023-10-18` line', () => {
    expect(read(' date 2023-10-18\nText.')).toEqual({ date: '2023-10-18', kind: 'nothing', rest: '' });
  });

  it('tells a title from a first sentence and from a label', () => {
    expect(read(' date 2023-10-18 Lavrov meets Kim')?.kind).toBe('title');
    expect(read(' date 2023-10-18 Why is Lavrov in Pyongyang?')?.kind).toBe('title');
    expect(read(' date 2023-10-18 Lavrov met Kim on Thursday.\r\nMore.')).toEqual({
      date: '2023-10-18',
      kind: 'sentence',
      rest: 'Lavrov met Kim on Thursday.',
    });
    expect(read(' date 2023-10-18 Video \nLavrov meets Kim')).toEqual({
      date: '2023-10-18',
      kind: 'label',
      rest: 'Video',
    });
  });

  it('is not fooled by a text that begins with the word', () => {
    expect(readHeader('Date palms grow in 2023-10-18 gardens.')).toBeNull();
    expect(readHeader('A date 2023-10-18 in the text.')).toBeNull();
  });
});

describe('publicationStamp', () => {
  it('reads the day of a stamp', () => {
    expect(publicationStamp('Published : Friday, 20 October, 2023 at 12:00 AM')).toBe('2023-10-20');
    expect(publicationStamp('Published: October 20, 2023')).toBe('2023-10-20');
    expect(publicationStamp('Posted on 2023-10-20')).toBe('2023-10-20');
  });

  it('reads one in figures, with who posted it behind', () => {
    expect(publicationStamp('Posted on 20/03/2025 by admin')).toBe('2025-03-20');
    expect(publicationStamp('Posted on 3 April 2025 at 10:05 by Tom Ash')).toBe('2025-04-03');
  });

  it('takes no day that is two', () => {
    expect(readStamp('Posted on 03/04/2025 by admin')).toEqual({ published: null, unsure: '03/04/2025' });
    expect(readStamp('Published: 03.04.2025')).toEqual({ published: null, unsure: '03.04.2025' });
    expect(readStamp('The ferry was posted on 03/04/2025')).toBeNull();
  });

  it('finds none in a stamp of an impossible day or without one', () => {
    expect(publicationStamp('Published: February 30, 2023')).toBeNull();
    expect(publicationStamp('Published: this morning')).toBeNull();
  });
});
