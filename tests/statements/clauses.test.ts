import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { ClauseReader, clauseSpans, emphasisOf, splitClauses } from '../../src/statements/clauses.js';

function clausesOf(text: string): string[] {
  return clauseSpans(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe('a sentence', () => {
  it('is cut where one thing told ends and the next begins', () => {
    expect(clausesOf('Engineers reopened the Tarrow bridge, while divers searched the river bed.')).toEqual([
      'Engineers reopened the Tarrow bridge,',
      'while divers searched the river bed.',
    ]);
  });

  it('goes on behind what it says of somebody in between', () => {
    const [first, relative, rest] = [
      'Divers from Tarrow praised Mayor Ilsa Korr,',
      'who reopened the flooded harbour tunnel,',
      'and thanked all volunteer crews.',
    ];
    expect(clausesOf(`${first} ${relative} ${rest}`)).toEqual([first, relative, rest]);
  });

  it('is not cut between quotation marks', () => {
    const quoted =
      '“Engineers reopened the bridge, while divers searched the river bed,” Mayor Ilsa Korr told a crowd.';
    expect(clausesOf(quoted)).toEqual([quoted]);
  });

  it('keeps what is too short to tell anything with its neighbour', () => {
    expect(
      clausesOf('Korr, who last visited the flooded harbour district in 2011, praised volunteer crews.')[0],
    ).toMatch(/^Korr, who last visited/);
  });

  it('is covered by its clauses, but for the space between them', () => {
    const words = fc.constantFrom(
      'Korr',
      'opened',
      'bridge',
      ', while',
      ', who',
      '; ',
      '“',
      '”',
      ' — ',
      'after',
      'rain',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (all) => {
        const text = all.join(' ');
        expect(clausesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('the clauses of an article', () => {
  const text = 'Rain fell.\n\nEngineers reopened the Tarrow bridge, while divers searched the river bed.';
  const article = createArticle({ id: 'a', text });

  it('know their sentence and are drawn without the mark at their end', () => {
    const [first] = splitClauses(article, 1);
    const sentence = article.sentences[1];
    if (first === undefined || sentence === undefined) throw new Error('no clause');
    expect(first.sentence).toBe(1);
    const [start, end] = emphasisOf(first, sentence);
    expect(text.slice(sentence.start, sentence.end).slice(start, end)).toBe('Engineers reopened the Tarrow bridge');
  });

  it('are the same when they are remembered', () => {
    const reader = new ClauseReader();
    for (const _ of [1, 2]) expect(reader.clausesOf(article, 1)).toEqual(splitClauses(article, 1));
    expect(reader.clausesOf(article, 99)).toEqual([]);
  });
});
