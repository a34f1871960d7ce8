import { describe, expect, it } from 'vitest';
import { agencyList, agencyName } from '../../src/corpus/agencies.js';

describe('agencyName', () => {
  it.each([
    ['Agence France-Presse', 'AFP'],
    ['The Associated Press', 'AP'],
    ['Thomson Reuters', 'Reuters'],
    ['Deutsche Presse-Agentur', 'dpa'],
    ['Yonhap News Agency', 'Yonhap'],
    ['Canadian Press', 'The Canadian Press'],
  ])('knows an agency by what it signs with: %s is %s', (written, name) => {
    expect(agencyName(written)).toBe(name);
  });

  it('does not mind white space around it, or capitals where nothing else is written so', () => {
    expect(agencyName(' reuters ')).toBe('Reuters');
    expect(agencyName('afp')).toBe('AFP');
  });

  it('takes a word for no agency, though its letters are one’s', () => {
    expect(agencyName('Sid')).toBeNull();
    expect(agencyName('pa')).toBeNull();
  });

  it('finds none in another house, or in a sentence about one', () => {
    expect(agencyName('The Ostrin Herald')).toBeNull();
    expect(agencyName('Reuters reported it')).toBeNull();
    expect(agencyName('')).toBeNull();
  });
});

describe('agencyList', () => {
  it.each(['Reuters, AFP', 'Reuters/AFP', 'Reuters and AFP', 'Reuters; AFP', 'Reuters & AFP'])(
    'reads a list however it is joined: %s',
    (written) => {
      expect(agencyList(written)).toEqual(['Reuters', 'AFP']);
    },
  );

  it('names an agency once, in the order of the list', () => {
    expect(agencyList('dpa, AP, Associated Press, dpa')).toEqual(['dpa', 'AP']);
  });

  it('is empty unless every part is an agency', () => {
    expect(agencyList('Reuters, Mara Velling')).toEqual([]);
    expect(agencyList('')).toEqual([]);
  });
});
