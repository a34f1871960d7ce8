import { describe, expect, it } from 'vitest';
import { QuoteBook } from '../../src/quotes/quoteBook.js';
import { articleOf, readSeed } from './reading.js';

const book = new QuoteBook([readSeed('000'), readSeed('002'), readSeed('003'), readSeed('004')]);
const LAVROV = ['Sergei Lavrov'];
const found = (speaker: string) => book.find(speaker).map(({ name }) => name);

describe('whom a name means', () => {
  it('finds a speaker by a part of the name and by every spelling', () => {
    for (const asked of [
      'Lavrov',
      'lavrov',
      'Sergei Lavrov',
      'Sergey Lavrov',
      'Sergey Lavrow',
      'Lavrof',
      'Lavrow',
      "Lavrov's",
    ]) {
      expect(found(asked), asked).toEqual(LAVROV);
    }
  });

  it('finds a speaker by office', () => {
    for (const asked of [
      'the Russian foreign minister',
      'the foreign minister',
      'the minister',
      "Russia's top diplomat",
    ]) {
      expect(found(asked), asked).toEqual(LAVROV);
    }
  });

  it('finds institutions, and all who speak for one', () => {
    expect(found('the Russian foreign ministry')).toEqual(["Russia's foreign ministry"]);
    expect(found('Kremlin')).toEqual(['Kremlin', 'Kremlin spokesperson']);
  });

  it('finds nobody for who never speaks, is not named, or is nothing', () => {
    for (const asked of ['Barack Obama', 'Putin', 'Kim Jong Un', 'xyzzy', '', '  ', 'the', '"?!'])
      expect(found(asked), asked).toEqual([]);
  });
});

describe('what somebody said', () => {
  it('begins with a real quotation, the fullest wording of it', () => {
    const [first] = book.select({ speaker: 'Lavrov', limit: 1 });
    expect(first).toMatchObject({ direct: true, speaker: { name: 'Sergei Lavrov' } });
    expect(first?.text).toMatch(/^Like our North Korean friends, we are seriously worried/);
  });

  it('never shows a line that only mentions them', () => {
    for (const quote of book.select({ speaker: 'Lavrov' })) expect(quote.speaker?.name).toMatch(/^Serge[iy] Lavrov$/);
    expect(book.select({ speaker: 'Putin' })).toEqual([]);
  });

  it('goes by the topic when one is asked for', () => {
    const [first] = book.select({ speaker: 'Lavrov', about: 'nuclear infrastructure' });
    expect(first?.excerpt.text).toMatch(/strategic infrastructure, including nuclear (?:elements|components)/);
    const [war] = book.select({ speaker: 'Lavrov', about: 'the war in Ukraine' });
    expect(war?.text).toMatch(/^We highly value your principled, unambiguous support/);
  });

  it('is empty for a topic that nobody touched', () => {
    expect(book.select({ speaker: 'Lavrov', about: 'football' })).toEqual([]);
    expect(book.select({ about: '???' })).toEqual([]);
  });

  it('keeps to the articles asked for', () => {
    const { id } = readSeed('003');
    const quotes = book.select({ speaker: 'Lavrov', articles: new Set([id]) });
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.article.id).toBe(id);
  });

  it('is everything, in article order, when nothing is asked', () => {
    expect(book.select()).toEqual(book.quotes);
    expect(book.select({ limit: 3 })).toEqual(book.quotes.slice(0, 3));
  });
});

describe('the speakers', () => {
  it('lists each once, most quoted first, with other spellings and offices', () => {
    const [first, ...others] = book.speakers();
    expect(first).toMatchObject({
      name: 'Sergei Lavrov',
      aliases: ['Sergey Lavrov'],
      roles: ['russian foreign minister'],
    });
    expect(others.map(({ name }) => name)).not.toContain('Sergey Lavrov');
    expect(book.speakers().reduce((sum, { count }) => sum + count, 0)).toBe(book.quotes.length);
  });

  it('does not put two people with one surname together', () => {
    const two = new QuoteBook([
      articleOf('"Yes," Ana Lopez said.', '"No," Juan Lopez said.', '"Maybe," Carla Lopez said.'),
    ]);
    expect(two.speakers().map(({ name }) => name)).toEqual(['Ana Lopez', 'Carla Lopez', 'Juan Lopez']);
  });
});

describe('mentions', () => {
  it('are the lines that name somebody, the name emphasised', () => {
    const lines = book.mentions('Putin');
    expect(lines.length).toBeGreaterThan(5);
    for (const { text, emphasis } of lines) {
      for (const [from, to] of emphasis) expect(text.slice(from, to)).toBe('Putin');
      expect(emphasis.length).toBeGreaterThan(0);
    }
  });

  it('are none for nobody', () => {
    expect(book.mentions('Barack Obama')).toEqual([]);
    expect(book.mentions('')).toEqual([]);
  });
});
