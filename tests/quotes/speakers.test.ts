import { describe, expect, it } from 'vitest';
import { readQuotes } from '../../src/quotes/extract.js';
import { NamedPeople } from '../../src/quotes/namedPeople.js';
import { isSameWord, nameKey, readSpeakers, SpeakerList } from '../../src/quotes/speakers.js';
import { finish } from '../../src/steps.js';
import { articleOf } from './reading.js';

/** The list of speakers of some articles, each given as its paragraphs. */
function listOf(...articles: string[][]): SpeakerList {
  const read = articles.map((paragraphs) => readQuotes(articleOf(...paragraphs)));
  const quotes = read.flatMap((article) => article.quotes);
  const named = read.flatMap((article) => article.named);
  return new SpeakerList(quotes, finish(readSpeakers(quotes, new NamedPeople(named))));
}

const says = (name: string, what = 'The road is closed for the winter') => `"${what}," ${name} said.`;

describe('the words of a name', () => {
  it('are compared without accents, capitals, marks and possessives', () => {
    expect(nameKey('Zoë O’Hara’s')).toEqual(nameKey('zoe o hara'));
    expect(nameKey('The Ministry of Roads')).toEqual(['ministry', 'roads']);
  });

  it.each([
    ['sergei', 'sergey'],
    ['russia', 'russian'],
    ['japan', 'japanese'],
  ])('“%s” and “%s” are one', (a, b) => {
    expect([isSameWord(a, b), isSameWord(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['kim', 'kit'],
    ['brenner', 'drenner'],
    ['lopez', 'vance'],
  ])('“%s” and “%s” are two', (a, b) => {
    expect([isSameWord(a, b), isSameWord(b, a)]).toEqual([false, false]);
  });
});

describe('a list of speakers', () => {
  it('keeps a man and a woman apart whose names differ by a letter', () => {
    const list = listOf([says('Maria Rossi')], [says('Mario Rossi', 'Nobody will come up here')]);
    expect(list.entries.map(({ name }) => name).sort()).toEqual(['Maria Rossi', 'Mario Rossi']);
  });

  it('has everybody who is quoted, most quoted first', () => {
    const list = listOf([says('Nora Beck'), says('Silas Webb'), says('Silas Webb', 'Nobody will come up here')]);
    expect(list.entries.map(({ name, count }) => [name, count])).toEqual([
      ['Silas Webb', 2],
      ['Nora Beck', 1],
    ]);
  });

  it('puts two spellings of one name together under the commoner', () => {
    const list = listOf([says('Sergei Brandov')], [says('Sergei Brandov')], [says('Sergey Brandov')]);
    expect(list.entries).toMatchObject([{ name: 'Sergei Brandov', count: 3, aliases: ['Sergey Brandov'] }]);
  });

  it('gives a lone surname to the only one who has it, and to nobody where two have', () => {
    expect(listOf([says('Nora Beck')], [says('Beck')]).entries).toMatchObject([
      { name: 'Nora Beck', count: 2, aliases: ['Beck'] },
    ]);
    const two = listOf([says('Nora Beck')], [says('Peter Beck')], [says('Beck')]);
    expect(two.entries.map(({ name }) => name)).toEqual(['Beck', 'Nora Beck', 'Peter Beck']);
  });

  it('knows what the articles call a speaker', () => {
    const list = listOf(['Mayor Nora Beck opened the road.', says('Beck')]);
    expect(list.entries).toMatchObject([{ name: 'Nora Beck', roles: ['mayor'] }]);
  });

  it('says whose a quote is, whatever form its own article has, or that nobody knows', () => {
    const { quotes } = readQuotes(articleOf(says('Beck')));
    const list = new SpeakerList([...readQuotes(articleOf(says('Nora Beck'))).quotes, ...quotes]);
    expect(quotes.map((quote) => list.of(quote)?.name)).toEqual(['Nora Beck']);
    const unsaid = readQuotes(articleOf('"We walked home across the dam that night."')).quotes;
    expect(unsaid.map((quote) => new SpeakerList(unsaid).of(quote))).toEqual([null]);
  });
});
