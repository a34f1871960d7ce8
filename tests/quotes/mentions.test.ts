import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { MentionIndex } from '../../src/quotes/mentions.js';
import { articleOf } from './reading.js';

const articles = [
  articleOf('The orchestra flew in on Monday. Petra Vance met it at the gate.', 'Rain fell on Vance’s hat.'),
  articleOf('Nobody had called Petra Vance. A weather vance is no person.'),
];

function findMentions(of: readonly Article[], name: string) {
  const index = new MentionIndex();
  for (const article of of) index.add(article);
  return index.find(name);
}

/** What is in bold in each line. */
const boldIn = (name: string) =>
  findMentions(articles, name).map(({ text, emphasis }) => emphasis.map(([start, end]) => text.slice(start, end)));

describe('the lines that mention somebody', () => {
  it('are whole sentences, in the order of the articles', () => {
    expect(findMentions(articles, 'Petra Vance').map(({ text }) => text)).toEqual([
      'Petra Vance met it at the gate.',
      'Nobody had called Petra Vance.',
    ]);
  });

  it('are found by a name with small words in it, or a possessive', () => {
    const bank = [articleOf('The Bank of Canada cut its rate. The People’s Party of the Coast objected.')];
    expect(findMentions(bank, 'Bank of Canada')).toHaveLength(1);
    expect(findMentions(bank, 'bank canada')).toHaveLength(1);
    expect(findMentions(bank, "People's Party of the Coast")).toHaveLength(1);
    expect(findMentions(bank, 'Bank of Coast')).toHaveLength(0);
  });

  it('have the name in bold, and not the ending of “Vance’s”', () => {
    expect(boldIn('Petra Vance')).toEqual([['Petra Vance'], ['Petra Vance']]);
    expect(boldIn('Vance')).toEqual([['Vance'], ['Vance'], ['Vance']]);
  });

  it('have every mention of a sentence in bold', () => {
    const [line] = findMentions([articleOf('When Vance left, only Vance knew.')], 'Vance');
    expect(line?.emphasis).toEqual([
      [5, 10],
      [22, 27],
    ]);
  });

  it('are found however the name is typed', () => {
    for (const typed of ['petra vance', 'PETRA VANCE', ' Petra  Vance ', 'the Petra Vance', 'Pétra Vance'])
      expect(boldIn(typed), typed).toHaveLength(2);
  });

  it('are none for a word that is no name there, half a name and no name at all', () => {
    expect(findMentions(articles, 'weather')).toEqual([]);
    expect(findMentions(articles, 'Petra Vancouver')).toEqual([]);
    for (const typed of ['', '  ', 'the', '?!']) expect(findMentions(articles, typed), typed).toEqual([]);
  });
});
