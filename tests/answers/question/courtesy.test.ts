import { expect, it } from 'vitest';
import { isCourtesy } from '../../../src/answers/question/courtesy.js';

it.each(['thanks!', 'Thank you very much.', 'ok, thanks', 'Good morning', 'hi there', 'no thanks :)', 'Thanks, bye'])(
  '“%s” is a courtesy',
  (text) => {
    expect(isCourtesy(text)).toBe(true);
  },
);

it.each(['who thanked Kim', 'thanks to whom', 'Good day in Pyongyang', 'so much', 'very good', '', '?'])(
  '“%s” is none',
  (text) => {
    expect(isCourtesy(text)).toBe(false);
  },
);
