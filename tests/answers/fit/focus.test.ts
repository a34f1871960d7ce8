import { describe, expect, it } from 'vitest';
import { asksForRole, focusOf, focusStrength, nearestTo } from '../../../src/answers/fit/focus.js';
import type { Reading } from '../../../src/answers/fit/reading.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import { articleOf } from '../articles.js';

/** One article of these sentences, read for a question. */
function read(question: string, text = 'It rained.'): Reading {
  const retriever = new Retriever([articleOf({ id: 'a', text })], { vectors: null, aliases: null });
  return retriever.retrieve(question, {}).reading;
}

const whole = ({ index }: Reading) => ({ first: 0, last: index.size - 1 });

function focusWords(question: string): string[] {
  const reading = read(question);
  return focusOf(reading).map((place) => reading.question.concepts[place]?.surface ?? '');
}

describe('the kind of thing asked for', () => {
  it.each([
    ['Which kite was in the race?', ['kite']],
    ['How many lanterns were lit?', ['lanterns']],
    ['What is the anthem of Norland?', ['anthem']],
    ['Tell me the name of the pilot', ['pilot']],
    ['paper kites how many?', ['kites']],
  ])('is what the opening names: “%s”', (question, words) => {
    expect(focusWords(question)).toEqual(words);
  });

  it('is the last word of a role, and any of another thing', () => {
    expect(focusWords('Who is the harbour minister?')).toEqual(['minister']);
    expect(focusWords('Which paper kite was it?')).toEqual(['paper', 'kite']);
  });

  it.each(['Did the kite win?', 'Why did it rain?'])('is not said in “%s”', (question) => {
    expect(focusWords(question)).toEqual([]);
  });
});

describe('a question for who holds a role', () => {
  it.each([
    'Who is the mayor?',
    'What is the name of the mayor?',
    'Who is Norland’s mayor?',
    'who is norlands mayor',
    'who is marshs brother and what does he do',
    'What is the mayor called?',
  ])('is “%s”', (question) => {
    expect(asksForRole(question)).toBe(true);
  });

  it.each(['Which kite won?', 'Who won the race?', 'Who is Odile Marsh?', 'who is this man', 'who is famous there'])(
    'is not “%s”',
    (question) => {
      expect(asksForRole(question)).toBe(false);
    },
  );
});

describe('how strongly an excerpt holds that thing', () => {
  const strength = (question: string, text: string): number => {
    const reading = read(question, text);
    return focusStrength(whole(reading), reading);
  };

  it('is 1 for the word, in any sentence of it, and 0 without', () => {
    expect(strength('Which kite was in the race?', 'It rained. A kite won.')).toBe(1);
    expect(strength('Which kite was in the race?', 'It rained. A balloon was in the race.')).toBe(0);
  });

  it('is 1 when no kind of thing is asked for', () => {
    expect(strength('Did the kite win?', 'It rained.')).toBe(1);
  });
});

it('the best pair of head and answer is one of the same sentence', () => {
  const distance = (text: string): number => {
    const reading = read('Which kite was in the race?', text);
    const isName = ({ surface }: { surface: string }) => surface === 'swift';
    return nearestTo(whole(reading), reading, isName, (head, name) => 1 / (name.position - head.position));
  };
  expect(distance('The kite Swift won.')).toBe(1);
  expect(distance('The kite called Swift won.')).toBe(0.5);
  expect(distance('The kite won. Then came Swift.')).toBe(0);
});
