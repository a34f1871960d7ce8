import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/corpus/paragraphs.js';
import { slices } from './seeds.js';

const split = (text: string): string[] => slices(text, splitParagraphs(text, { start: 0, end: text.length }));

describe('splitParagraphs', () => {
  it('takes a line for a paragraph, with or without blank lines', () => {
    expect(split('One.\nTwo.\n\n\nThree.\n')).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('knows the line ends of every system', () => {
    expect(split('One.\r\n\r\nTwo.\rThree.\nFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  it('joins a hard-wrapped line to the one it goes on in', () => {
    const wrapped = 'Russian Foreign Minister Sergei Lavrov met with\nthe leader of North Korea.';
    expect(split(`${wrapped}\nHe left on Friday.`)).toEqual([wrapped, 'He left on Friday.']);
  });

  it('joins the lines of a hard-wrapped text even where one begins with a name', () => {
    const paragraph = [
      'Russian Foreign Minister Sergei Lavrov met with',
      'the leader of North Korea in Pyongyang on a day',
      'that will be long remembered by those who were in',
      'Pyongyang at the time of this most unusual',
      'visit.',
    ].join('\n');
    expect(split(`${paragraph}\n\nHe left.`)).toEqual([paragraph, 'He left.']);
  });

  it('leaves a list of short lines apart', () => {
    expect(split('candy bars\nchewing gum\nIce')).toEqual(['candy bars', 'chewing gum', 'Ice']);
  });
});
