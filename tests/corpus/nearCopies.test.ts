import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { nearCopies } from '../../src/corpus/nearCopies.js';

const SENTENCES = [
  'The ferry ran aground off Norwick in the night, with forty people on board.',
  'Nobody was hurt, the coast guard said, as the sea was calm and help came soon.',
  'The ship will be towed to the harbour on Friday, if the weather holds until then.',
  'Captain Gail Starling said that she had never seen such fog in thirty years.',
];
const article = (id: string, sentences: readonly string[], outlet = 'The Norwick Times') =>
  createArticle({ id, outlet, text: sentences.join(' ') });
const pairs = (...articles: ReturnType<typeof article>[]) =>
  nearCopies(articles).map(({ copy, of }) => [copy.id, of.id]);

describe('near copies', () => {
  it('are articles of one outlet that share most of their heads, but for marks and capitals', () => {
    const again = SENTENCES.map((sentence) => sentence.toUpperCase());
    expect(pairs(article('a', SENTENCES), article('b', again))).toEqual([['b', 'a']]);
    expect(pairs(article('a', SENTENCES), article('b', [...SENTENCES, 'It was the third ferry this year.']))).toEqual([
      ['b', 'a'],
    ]);
  });

  it('are none where half is new, where another paper prints it, or where there is little to compare', () => {
    const half = [
      ...SENTENCES.slice(0, 2),
      'A storm held up the tugs that were to tow it.',
      'They will try again on Monday, the owner said.',
    ];
    expect(pairs(article('a', SENTENCES), article('b', half))).toEqual([]);
    expect(pairs(article('a', SENTENCES), article('b', SENTENCES, 'The Sale Post'))).toEqual([]);
    expect(pairs(article('a', ['It sank.']), article('b', ['It sank.']))).toEqual([]);
  });
});
