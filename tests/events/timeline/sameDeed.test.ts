import { describe, expect, it } from 'vitest';
import { joinByDeed } from '../../../src/events/timeline/sameDeed.js';
import { tell } from './tell.js';

const joined = (...texts: string[]) => joinByDeed(texts.map((text) => [tell(text)])).map(({ length }) => length);

describe('one deed of one day', () => {
  it('is one happening in whatever words', () => {
    const ways = [
      'Mayor Oda Lund resigned on Monday after six years.',
      'Two people want to follow Lund, who stepped down on Monday.',
      'The resignation of Oda Lund on Monday after a quarrel surprised the council.',
      'Mayor Lund announced Monday that she would step aside.',
    ];
    expect(joined(...ways)).toEqual([4]);
  });

  it('is another on another day', () => {
    expect(joined('Mayor Oda Lund resigned on Monday.', 'Mayor Oda Lund resigned on Sunday.')).toEqual([1, 1]);
  });

  it('is another where somebody else does it, or it is done to somebody else', () => {
    expect(joined('Mayor Oda Lund resigned on Monday.', 'Treasurer Per Holm resigned on Monday.')).toEqual([1, 1]);
    expect(joined('Oda Lund met Per Holm on Monday.', 'Oda Lund met Ilsa Korr on Monday.')).toEqual([1, 1]);
  });

  it('is another where it is denied, or counted otherwise', () => {
    expect(joined('Lund resigned on Monday.', 'Lund never resigned on Monday.')).toEqual([1, 1]);
    expect(
      joined('The fire in Brann killed 12 people on Monday.', 'The fire in Brann killed 40 people on Monday.'),
    ).toEqual([1, 1]);
  });

  it('is no saying: one says many things a day', () => {
    expect(joined('Lund said Monday the bridge was old.', 'Lund said Monday the ferry was late.')).toEqual([1, 1]);
    expect(
      joined('Oda Lund said Monday she would help farmers.', 'Oda Lund said Monday she would help teachers.'),
    ).toEqual([1, 1]);
  });

  it('loses no telling', () => {
    const groups = ['Lund resigned on Monday.', 'Holm swam on Sunday.', 'Lund quit on Monday.'].map((text) => [
      tell(text),
    ]);
    expect(joinByDeed(groups).flat()).toHaveLength(3);
  });
});
