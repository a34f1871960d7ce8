import { describe, expect, it } from 'vitest';
import { quotesIn } from './reading.js';

const names = (...paragraphs: string[]) => quotesIn(...paragraphs).map(({ speaker }) => speaker?.name ?? null);

describe('who a speaker is', () => {
  it('is the full name for a surname, a given name and a title', () => {
    expect(
      names(
        'Mayor Ana Lopez opened the bridge.',
        '"It is done," Lopez said.',
        '"It is good," Ms. Lopez said.',
        '"It is ours," the mayor said.',
        '"It holds," Ana said.',
      ),
    ).toEqual(['Ana Lopez', 'Ana Lopez', 'Ana Lopez', 'Ana Lopez']);
  });

  it('takes "he" and "she" for the nearest who can be meant', () => {
    expect(
      names(
        'Ana Lopez and her brother went home.',
        'Tom Hall stayed.',
        '"I like it here," he said.',
        '"I do not," she said.',
      ),
    ).toEqual(['Tom Hall', 'Ana Lopez']);
  });

  it('takes "she" for a name it does not know from the words about her', () => {
    expect(names('Ogechi Adeyemi, who lost her house, stood in the rain.', '"I will build again," she said.')).toEqual([
      'Ogechi Adeyemi',
    ]);
  });

  it('does not take a place or a firm for a person', () => {
    expect(names('Tom Hall works for Acme Corp in Ottawa. Ottawa was cold.', '"I like it here," he said.')).toEqual([
      'Tom Hall',
    ]);
  });

  it('does not take a country in between for a person', () => {
    expect(
      names(
        'Tom Hall told reporters that the talks went well.',
        'The delegation also wants to help North Korea, he told them.',
      ),
    ).toEqual(['Tom Hall', 'Tom Hall']);
  });

  it('takes "he" for somebody whom the sentence before only names', () => {
    expect(names("It's a remark that Tom Hall found odd.", '"It makes no sense to me," he said.')).toEqual([
      'Tom Hall',
    ]);
  });

  it('takes "the company" for a firm, but "the commission" only for one that is called so', () => {
    expect(names('Acme Corp closed its mill.', '"We had no choice," the company said.')).toEqual(['Acme Corp']);
    expect(names('Acme Corp closed its mill.', '"They had a choice," the commission said.')).toEqual(['commission']);
  });

  it('spells an institution out when its initials are explained', () => {
    expect(
      names('The letter came from Immigration, Refugees and Citizenship Canada.', 'IRCC said the case is open.'),
    ).toEqual(['Immigration, Refugees and Citizenship Canada']);
  });

  it('knows an office by its other names', () => {
    expect(
      names('Russian Foreign Minister Sergei Lavrov arrived.', "Russia's top diplomat said the talks were useful."),
    ).toEqual(['Sergei Lavrov']);
  });

  it('keeps what an unnamed speaker is called, and knows them again', () => {
    expect(names('"It is fine," a justice official said.', 'It rained.', '"We checked," the official said.')).toEqual([
      'justice official',
      'justice official',
    ]);
  });

  it('says nothing when nobody can be meant', () => {
    expect(names('"It is fine," he said.')).toEqual([null]);
  });

  it('keeps the speaker as written where the quote stands', () => {
    const [quote] = quotesIn('Tom Hall sat down.', '"I am tired," he said.');
    expect(quote?.speaker).toMatchObject({ text: 'he', name: 'Tom Hall' });
  });

  it('does not take an office for a surname, nor a surname for an office', () => {
    expect(names('Robert Major drove.', '"I saw it," Major said.')).toEqual(['Robert Major']);
  });
});
