import { describe, expect, it } from 'vitest';
import { termOf } from '../../src/english/analyzer.js';
import type { VocabularyWord } from '../../src/search/invertedIndex.js';
import { Speller } from '../../src/search/spelling.js';

const vocabularyOf = (words: readonly string[]): VocabularyWord[] =>
  words.map((surface) => ({ surface, term: termOf(surface) }));

const speller = new Speller(
  vocabularyOf(
    'lavrov bomber cheongju kim pyongyang nuclear strategic thanked intensification washington talks walks un b52 2.5 1990s f16'.split(
      ' ',
    ),
  ),
);

const corrected = (word: string): string[] => speller.correct(word).map(({ surface }) => surface);

describe('a misspelling', () => {
  it.each([
    ['lavrof', 'lavrov'],
    ['bommer', 'bomber'],
    ['cheonju', 'cheongju'],
    ['nucelar', 'nuclear'],
    ['pyonyang', 'pyongyang'],
    ['pyongjang', 'pyongyang'],
    ['kmi', 'kim'],
    ['kimm', 'kim'],
    ['intensificaton', 'intensification'],
    ['stratejik', 'strategic'],
    ['washignton', 'washington'],
  ])('%s is read as %s', (typed, meant) => {
    expect(corrected(typed)).toEqual([meant]);
  });

  it.each([
    ['savrov', 'lavrov'],
    ['avrov', 'lavrov'],
    ['alvrov', 'lavrov'],
    ['vomber', 'bomber'],
  ])('in the first letter is one too: %s is %s', (typed, meant) => {
    expect(corrected(typed)).toEqual([meant]);
  });

  it('of a stem finds the words that have it', () => {
    expect(speller.correct('thnk')).toEqual([{ surface: 'thanked', term: 'thank', distance: 1 }]);
  });

  it('says how many edits it is away', () => {
    expect(speller.correct('lavrof').map(({ distance }) => distance)).toEqual([1]);
    expect(speller.correct('lafrof').map(({ distance }) => distance)).toEqual([2]);
  });

  it('that may be two words is read as both, the one that begins alike first', () => {
    expect(corrected('wtalks')).toEqual(['walks', 'talks']);
    expect(corrected('ttalks')).toEqual(['talks']);
  });

  it('is not forgiven beyond what a word of its length can bear', () => {
    expect(corrected('kxmx')).toEqual([]);
    expect(corrected('lxvrxf')).toEqual([]);
    expect(corrected('zebra')).toEqual([]);
  });

  it('of one or two letters is not guessed at', () => {
    for (const word of ['', 'k', 'ki', 'um']) expect(corrected(word)).toEqual([]);
  });
});

describe('a number', () => {
  it('is never another number', () => {
    for (const word of ['2.4', '1980', '1980s', '255', '3.5']) expect(corrected(word)).toEqual([]);
  });

  it('in a name is meant as it stands', () => {
    for (const word of ['b53', 'f15', 'b5', 'kim2']) expect(corrected(word)).toEqual([]);
  });
});

describe('a vocabulary of 100,000 words', () => {
  const letters = ['bcdfghjklmnprstvz', 'aeiou'] as const;
  /** Every number another word of seven letters, spread over the alphabet. */
  const word = (n: number): string => {
    let rest = (n * 48_271) % 2_456_500;
    return Array.from({ length: 7 }, (_, i) => {
      const choice = letters[i % 2 === 0 ? 0 : 1];
      const letter = choice.charAt(rest % choice.length);
      rest = Math.floor(rest / choice.length);
      return letter;
    }).join('');
  };
  const read = new Set<number>();
  /** Words that note when they are looked at. */
  const words = Array.from({ length: 100_000 }, (_, n): VocabularyWord => {
    const surface = word(n);
    return {
      term: surface,
      get surface() {
        read.add(n);
        return surface;
      },
    };
  });
  const large = new Speller([...words, ...vocabularyOf(['quixwynd'])]);

  it('is all different words', () => {
    expect(new Set(words.map(({ term }) => term)).size).toBe(words.length);
  });

  it.each(['quiwynd', 'qiuxwynd', 'quixwyn', 'quixwindd'])('has the word meant by %s found in it', (typed) => {
    expect(large.correct(typed).map(({ surface }) => surface)).toEqual(['quixwynd']);
  });

  it.each(['quiwynd', 'intensification', 'kxq'])('is looked at only where it shares letters with %s', (typed) => {
    read.clear();
    large.correct(typed);
    expect(read.size).toBeLessThan(words.length / 10);
  });
});
