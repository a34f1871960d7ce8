import { describe, expect, it } from 'vitest';
import { isCourtesy } from '../../../src/answers/question/courtesy.js';

it.each(['thanks!', 'Thank you very much.', 'ok, thanks', 'Good morning', 'hi there', 'no thanks :)', 'Thanks, bye'])(
  '“%s” is a courtesy',
  (text) => {
    expect(isCourtesy(text)).toBe(true);
  },
);

describe('small talk', () => {
  it.each([
    'how are you',
    'hey, how r u?',
    'What’s up?',
    'are you a bot',
    'u there?',
    'who made you',
    'what are you?',
    'good bot',
    'how’s it going',
  ])('“%s” is asked of whoever answers, and is a courtesy', (text) => {
    expect(isCourtesy(text)).toBe(true);
  });

  it.each([
    'who are you to judge the mayor of Bergen and his friends',
    'how are the pilots',
    'who made the dam',
    'what was up there',
    'supper with whom',
  ])('is something else than “%s”', (text) => {
    expect(isCourtesy(text)).toBe(false);
  });

  it.each([
    'Good morning, who sank the ferry?',
    'how are things in Bergen',
    'what’s up with the ferry strike',
    'how is it going with the talks',
  ])('that goes on to ask something is a question: “%s”', (text) => {
    expect(isCourtesy(text)).toBe(false);
  });
});

it.each(['who thanked Kim', 'thanks to whom', 'Good day in Pyongyang', 'so much', 'very good', '', '?'])(
  '“%s” is none',
  (text) => {
    expect(isCourtesy(text)).toBe(false);
  },
);
