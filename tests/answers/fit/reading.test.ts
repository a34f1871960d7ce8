import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/answers/fit/reading.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import { articleOf } from '../articles.js';

/** Articles of these texts, printed on 3 May, read for a question. */
function read(question: string, ...texts: readonly string[]): Reading {
  const articles = texts.map((text, i) =>
    articleOf({ id: `${i}`, text, title: 'The kite race', published: '2023-05-03' }),
  );
  return new Retriever(articles, { vectors: null, aliases: null }).retrieve(question, {}).reading;
}

const strengths = (reading: Reading, passage: number): number[] =>
  reading.matches(passage).map(({ strength }) => strength);

describe('what a sentence holds of a question', () => {
  it('is told a concept, in the order of the question, with where it stands', () => {
    const reading = read('Did a gull break the kite?', 'The kite fell. A gull broke it.');
    expect(reading.question.concepts.map(({ surface }) => surface)).toEqual(['gull', 'break', 'kite']);
    expect(strengths(reading, 0)).toEqual([0, 0, 1]);
    const [gull] = reading.matches(1);
    expect(gull?.strength).toBe(1);
    expect(gull?.tokens.map(({ start, end }) => reading.index.text(1).slice(start, end))).toEqual(['gull']);
  });

  it('is told of the title apart', () => {
    const reading = read('Did a gull break the kite?', 'It rained.', 'A gull saw kites.');
    expect(strengths(reading, 0)).toEqual([0, 0, 0]);
    expect(reading.titleMatches(0).map(({ strength }) => strength)).toEqual([0, 0, 1]);
  });

  it('is nearly all of a name of which the article has the rest', () => {
    const question = 'Did Odile Marsh win?';
    const [odile = 0, marsh] = strengths(read(question, 'Then Odile Marsh came. Later Marsh won.'), 1);
    expect([odile > 0.5 && odile < 1, marsh]).toEqual([true, 1]);
  });

  it('is not a name that is somebody else’s there, nor one whose rest the article has not', () => {
    const question = 'Did Odile Marsh win?';
    expect(strengths(read(question, 'Then Odile Marsh came. Later Piet Marsh won.'), 1)[0]).toBe(0);
    expect(strengths(read(question, 'Later Marsh won.', 'Then Odile came.'), 0)[0]).toBe(0);
  });
});

describe('a day that is asked about', () => {
  it('is held by a sentence that names it, and less by an article that was printed then', () => {
    const reading = read('Who won on 1 May 2023?', 'Marsh won on Monday. It rained.');
    expect(strengths(reading, 0).at(-1)).toBe(1);
    expect(strengths(reading, 1).at(-1)).toBe(0);
    const printed = strengths(read('Who won on 3 May 2023?', 'Marsh won.'), 0).at(-1) ?? 0;
    expect(printed > 0 && printed < 1).toBe(true);
  });
});

it('whether a sentence has what is asked for goes by the kind of question, and by no name that it has itself', () => {
  const evidence = (question: string, text: string): number => read(question, text).evidence(0);
  expect(evidence('When did the gull come?', 'Then a gull came on Monday.')).toBe(1);
  expect(evidence('When did the gull come?', 'Then a gull came.')).toBe(0);
  expect(evidence('Who met Odile Marsh?', 'They met Odile Marsh.')).toBe(0);
  expect(evidence('Who met Odile Marsh?', 'They saw Piet Olsen meet Odile Marsh.')).toBe(1);
});

it('who says what is read for the whole article', () => {
  const reading = read('What did Marsh say?', 'It rained. "The kite is safe," Odile Marsh said.');
  expect(reading.quotes(0).map(({ text, speaker }) => [text, speaker?.name])).toEqual([
    ['The kite is safe', 'Odile Marsh'],
  ]);
});

it('a concept is in an article that has it anywhere', () => {
  const reading = read('a gull', 'It rained. A gull came.', 'It snowed.');
  const [gull] = reading.question.concepts;
  expect([0, 1, 2].map((passage) => gull && reading.inArticle(gull, passage))).toEqual([1, 1, 0]);
});

describe('the number of a name', () => {
  const held = (question: string, text: string): number | undefined => {
    const reading = read(question, 'It flew over Tarrow.', text);
    const place = reading.question.concepts.findIndex(({ surface }) => /^\d+$/.test(surface));
    return reading.matches(1)[place]?.strength;
  };

  it.each(['They saw Meridian 2 fly off.', 'They saw Meridian II fly off.', 'They saw Meridian-2 fly off.'])(
    'stands behind the name: “%s”',
    (text) => {
      expect(held('When did Meridian 2 fly off?', text)).toBe(1);
    },
  );

  it.each([
    'They saw Meridian 3 fly off on 2 May.',
    'They saw 2 kites and Meridian fly off.',
    'They saw Meridian fly off.',
  ])('is no other number: “%s”', (text) => {
    expect(held('When did Meridian 2 fly off?', text)).toBe(0);
  });

  it('is one of its own behind any other word', () => {
    expect(held('Did they see 2 kites?', 'They saw 2 kites.')).toBe(1);
  });
});
