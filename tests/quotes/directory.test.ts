import { describe, expect, it } from 'vitest';
import { Directory } from '../../src/quotes/directory.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

function directoryOf(...paragraphs: string[]): Directory {
  const article = articleOf(...paragraphs);
  return new Directory(article, splitSegments(article));
}

const fire = directoryOf(
  'Mayor Lena Fisk and fire chief Omar Reyes came to North Haven on Friday.',
  'Fisk thanked the crews. "Omar Reyes saved the school," she said.',
  'Later Fisk, Reyes and the Red Cross served soup.',
);

describe('a directory', () => {
  it('has everybody whom the article names, once, in the order of their first mention', () => {
    expect(fire.everybody().map(({ name }) => name)).toEqual(['Lena Fisk', 'Omar Reyes', 'North Haven', 'Red Cross']);
  });

  it('finds somebody by the whole name, a surname or a given name, and nobody by another', () => {
    for (const words of [['Lena', 'Fisk'], ['Fisk'], ['Lena']]) expect(fire.find(words)?.name).toBe('Lena Fisk');
    expect(directoryOf('Odile Maria Marsh came.').find(['Odile', 'Marsh'])?.name).toBe('Odile Maria Marsh');
    expect(fire.find(['Marsh'])).toBeUndefined();
    expect(fire.find(['Lena', 'Marsh'])).toBeUndefined();
    expect(directoryOf('The SAR Institute met.').find(['SAR'])).toBeUndefined();
  });

  it('finds an institution by how its name begins, and not by what many are called', () => {
    const council = directoryOf('They asked the Harbour Council.');
    expect(council.find(['Harbour'])?.name).toBe('Harbour Council');
    expect(council.find(['Council'])).toBeUndefined();
  });

  it('finds a person by the surname, though the given name is a word for an institution too', () => {
    expect(directoryOf('Then Bill Fisk spoke.').find(['Fisk'])?.name).toBe('Bill Fisk');
  });

  it('tells the generations of two with one surname apart where the article does', () => {
    const family = directoryOf('Omar Fisk saw his mother, Lena Fisk.');
    expect(family.ofGeneration('Fisk', true)?.name).toBe('Lena Fisk');
    expect(family.ofGeneration('Fisk', false)?.name).toBe('Omar Fisk');
    expect(directoryOf('Omar Fisk saw Lena Fisk.').ofGeneration('Fisk', true)).toBeUndefined();
    expect(family.ofGeneration('Marsh', true)).toBeUndefined();
  });

  it('has for an office whoever holds it, and one below it only where nobody does', () => {
    const met = directoryOf('Vice President Ann Ross met President John Hale.');
    expect(met.holders('president').map(({ name }) => name)).toEqual(['John Hale']);
    expect(met.holders('vice president').map(({ name }) => name)).toEqual(['Ann Ross']);
    expect(
      directoryOf('Vice President Ann Ross came.')
        .holders('president')
        .map(({ name }) => name),
    ).toEqual(['Ann Ross']);
  });

  it('has every mention, those inside quotations too, and where it stands', () => {
    const paragraphs = ['Then Lena Fisk spoke.', '"We thank Fisk," Omar Reyes said.', 'Later Fisk left.'];
    const { text } = articleOf(...paragraphs);
    const { mentions } = directoryOf(...paragraphs);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Lena Fisk',
      'Fisk',
      'Omar Reyes',
      'Fisk',
    ]);
    expect(fire.find(['Fisk'])?.count).toBe(3);
  });

  it('tells people from places and institutions', () => {
    expect(fire.everybody().map(({ person }) => person)).toEqual([true, true, false, false]);
  });

  it('knows who holds a role', () => {
    expect(fire.holders('mayor').map(({ name }) => name)).toEqual(['Lena Fisk']);
    for (const role of ['chief', 'fire chief'])
      expect(fire.holders(role).map(({ name }) => name)).toEqual(['Omar Reyes']);
    expect(fire.holders('senator')).toEqual([]);
  });

  it('takes the gender of a name that it does not know from a word beside it or a pronoun after it', () => {
    expect(directoryOf('Spokeswoman Quillo Vandt left.').find(['Vandt'])?.gender).toBe('female');
    expect(directoryOf('Quillo Vandt, who lost his boat, left.').find(['Vandt'])?.gender).toBe('male');
    expect(directoryOf('Quillo Vandt, who lost her boat, left.').find(['Vandt'])?.gender).toBe('female');
    expect(directoryOf('Quillo Vandt left.').find(['Vandt'])?.gender).toBeNull();
  });

  it('keeps two people with one surname apart', () => {
    const family = directoryOf('Lena Fisk and Omar Fisk sat down.', 'Lena spoke first.');
    expect(family.everybody().map(({ name, count }) => [name, count])).toEqual([
      ['Lena Fisk', 2],
      ['Omar Fisk', 1],
    ]);
  });
});
