import { describe, expect, it } from 'vitest';
import { type Match, matchConcept, SentenceTerms } from '../../../src/answers/fit/match.js';
import { type Concept, termsOf } from '../../../src/answers/question/concept.js';
import { analyze } from '../../../src/english/analyzer.js';
import type { Variant } from '../../../src/search/lexicon.js';
import { FormRanks } from '../../../src/search/meaning/formRanks.js';
import { WordComparer } from '../../../src/search/meaning/softMatch.js';
import { WordVectors } from '../../../src/search/meaning/wordVectors.js';
import { PassageIndex } from '../../../src/search/passages.js';
import { articleOf } from '../articles.js';

const KITE: Variant = { terms: ['kite'], strength: 1, by: 'exact' };
const TOY: Variant = { terms: analyze('flying toy').map(({ term }) => term), strength: 0.9, by: 'alias' };

/** "Kite", in which only what matters to a test is given. */
const concept = (given: Partial<Concept> = {}): Concept => ({
  surface: 'kite',
  term: 'kite',
  position: 0,
  name: false,
  nameGroup: null,
  weight: 3,
  rarity: 1,
  day: null,
  variants: [KITE, TOY],
  ...given,
});

const VECTORS = new WordVectors({
  dimensions: 2,
  words: ['kite', 'glider', 'soup'],
  rows: Int8Array.of(100, 0, 100, 50, 0, 100),
});

/** How a sentence holds a concept; by meaning as well, with word vectors. */
function match(sentence: string, asked: Concept = concept(), vectors?: WordVectors): Match {
  const index = new PassageIndex([articleOf({ id: 'a', text: sentence })]);
  const terms = new SentenceTerms(index.tokens(0), new Set(termsOf(asked)));
  if (!vectors) return matchConcept(asked, terms);
  const comparer = new WordComparer(vectors);
  const ranks = new FormRanks(
    index.forms,
    (word) => comparer.rank(word),
    (term) => index.sentences.isName(term),
  );
  return matchConcept(asked, terms, { comparer, ranks });
}

const surfaces = ({ tokens }: Match): string[] => tokens.map(({ surface }) => surface);

describe('a sentence holds a concept', () => {
  it('by the word itself, in any form, wherever it stands', () => {
    const found = match('The kite rose above other kites.');
    expect(found).toMatchObject({ strength: 1, by: 'exact' });
    expect(surfaces(found)).toEqual(['kite', 'kites']);
  });

  it('by another name for it, less surely', () => {
    const found = match('A flying toy rose.');
    expect(found).toMatchObject({ strength: 0.9, by: 'alias' });
    expect(surfaces(found)).toEqual(['flying', 'toy']);
  });

  it('by the surest of the names that it has', () => {
    expect(match('A flying toy, namely a kite, rose.')).toMatchObject({ strength: 1, by: 'exact' });
  });

  it('by a name of several words only where they stand in order and near', () => {
    expect(match('A flying red toy rose.').strength).toBe(0.9);
    expect(match('A toy was flying.').strength).toBe(0);
    expect(match('Flying over the wide harbour of Sudria at noon was a toy.').strength).toBe(0);
  });

  it('not at all when it has no name of it', () => {
    expect(match('Soup was served.')).toMatchObject({ strength: 0, tokens: [] });
  });
});

describe('a word that is alike in meaning', () => {
  it('holds it when no name does', () => {
    const found = match('A glider and soup were there.', concept(), VECTORS);
    expect(found).toMatchObject({ strength: expect.closeTo(0.8), by: 'meaning' });
    expect(surfaces(found)).toEqual(['glider']);
  });

  it('does not come before a name of it', () => {
    expect(match('A glider, a flying toy, was there.', concept(), VECTORS)).toMatchObject({ by: 'alias' });
  });

  it('holds no name, and nothing that the question hardly turns on', () => {
    for (const given of [{ name: true }, { weight: 0.1 }])
      expect(match('A glider was there.', concept(given), VECTORS).strength).toBe(0);
  });
});
