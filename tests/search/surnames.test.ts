import { describe, expect, it } from 'vitest';
import { PassageIndex } from '../../src/search/passages.js';
import { Surnames } from '../../src/search/surnames.js';
import { articleOf } from '../answers/articles.js';

const TEXT = [
  'On Monday Greta Halvorsen spoke in Bergen.',
  'Then Greta Halvorsen left with Ola Lund.',
  'The crew waited for Halvorsen until noon.',
  'Later Ola Marsh and Ola Berg came, and so did Marsh, Berg and Lund.',
  'The minister met Ines Duarte once, and Duarte was late.',
  'They saw the Lower House and the Lower House saw them.',
].join(' ');

/** The surname's term for a given name in one article. */
function surnameOf(term: string, text: string = TEXT, isRare: (surface: string) => boolean = () => false) {
  return new Surnames(new PassageIndex([articleOf({ id: 'a', text })]), isRare).of(term);
}

describe('a given name alone', () => {
  it('is its bearer’s surname when that mostly follows it', () => {
    expect(surnameOf('greta')).toBe('halvorsen');
  });

  it('of many people is nobody’s', () => {
    expect(surnameOf('ola', TEXT, () => true)).toBeNull();
  });

  it('that was followed by a surname but once is not sure to be one', () => {
    expect(surnameOf('ines', TEXT, () => true)).toBeNull();
  });

  it('is none when the second word never stands alone', () => {
    const text = 'On Monday Greta Halvorsen spoke. Then Greta Halvorsen left. Soon Greta Halvorsen was back.';
    expect(surnameOf('greta', text)).toBeNull();
  });

  it('is none when it is an everyday word, and one when English hardly has it', () => {
    const text = 'On Monday Zorvak Halden spoke. Then Zorvak Halden left. They missed Halden.';
    expect(surnameOf('zorvak', text)).toBeNull();
    expect(surnameOf('zorvak', text, (surface) => surface === 'zorvak')).toBe('halden');
  });

  it('is none in small letters, or for what the articles have not', () => {
    expect(surnameOf('crew', TEXT, () => true)).toBeNull();
    expect(surnameOf('zebra', TEXT, () => true)).toBeNull();
  });
});
