import { describe, expect, it } from 'vitest';
import { findCues } from '../../src/quotes/cues.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

const tokensOf = (sentence: string) => splitSegments(articleOf(sentence)).flatMap(({ tokens }) => tokens);

/** Each cue as "speaker · verb". */
function cuesIn(sentence: string): string[] {
  const tokens = tokensOf(sentence);
  return findCues(tokens).map(({ subject, verb }) => {
    const head = subject ? tokens.slice(...subject.head).map(({ text }) => text) : ['?'];
    return `${head.join(' ')} · ${verb === null ? '-' : tokens[verb]?.text}`;
  });
}

describe('a cue', () => {
  it('is a verb of saying with its subject before it, or after it', () => {
    expect(cuesIn('Tamsin Brook said the fair would open.')).toEqual(['Tamsin Brook · said']);
    expect(cuesIn('"The fair will open," said Tamsin Brook.')).toEqual(['Tamsin Brook · said']);
  });

  it('has whoever speaks, not whoever hears or quotes it, for its subject', () => {
    expect(cuesIn('Osei quoted Tamsin Brook as saying the fair would open.')).toEqual(['Tamsin Brook · saying']);
    expect(cuesIn('Tamsin Brook was quoted by the Daily Wire as saying the fair would open.')).toEqual([
      'Tamsin Brook · saying',
    ]);
    expect(cuesIn('Osei was told by Tamsin Brook that the fair would open.')).toEqual(['Tamsin Brook · told']);
    expect(cuesIn('The fair will open, says Tamsin Brook.')).toEqual(['Tamsin Brook · says']);
  });

  it('is “according to” with a name', () => {
    expect(cuesIn('The fair will open, according to Tamsin Brook, who runs it.')).toEqual(['Tamsin Brook · -']);
    expect(cuesIn('It opens at noon, according to Tamsin Brook on Monday.')).toEqual(['Tamsin Brook · -']);
  });

  it('may be a word that elsewhere is a noun, or brings in nothing', () => {
    expect(cuesIn('Tamsin Brook continued: "It will open."')).toEqual(['Tamsin Brook · continued']);
    expect(cuesIn('Tamsin Brook continued along the road.')).toEqual([]);
    expect(cuesIn('Tamsin Brook claims the fair is full.')).toEqual(['Tamsin Brook · claims']);
    expect(cuesIn('The claims of Tamsin Brook were heard.')).toEqual([]);
  });

  it('is “went on” beside words in marks, and not where a thing goes on', () => {
    expect(cuesIn('"The fair," Tamsin Brook went on, "will open."')).toEqual(['Tamsin Brook · went']);
    expect(cuesIn('Tamsin Brook went on: "The fair will open."')).toEqual(['Tamsin Brook · went']);
    expect(cuesIn('"The fair will open tomorrow." The rain went on. "We will not wait for it."')).toEqual([]);
  });

  it('may share the subject of the verb before', () => {
    expect(cuesIn('Brook sat down and said the fair would open.')).toEqual(['Brook · said']);
    expect(cuesIn('Brook sat down, saying the fair would open.')).toEqual(['Brook · saying']);
  });

  it('says whom its words are for, whether it is turned round, relative or a participle', () => {
    const [told] = findCues(tokensOf('Brook told reporters the fair would open.'));
    expect(told).toMatchObject({ hearer: true, inverted: false, relative: false, participle: false });
    const [turned] = findCues(tokensOf('"It opens," said Brook.'));
    expect(turned).toMatchObject({ hearer: false, inverted: true });
    const [relative] = findCues(tokensOf('Brook met traders who say the fair is dear.'));
    expect(relative).toMatchObject({ relative: true });
    const [participle] = findCues(tokensOf('Brook left early, saying the fair was dear.'));
    expect(participle).toMatchObject({ participle: true });
  });

  it('comes once a speaker, in the order of the sentence', () => {
    expect(cuesIn('Brook said the fair was full, but Osei said it was empty.')).toEqual([
      'Brook · said',
      'Osei · said',
    ]);
  });
});

describe('no cue', () => {
  it.each([
    'Brook did not say when the fair would open.',
    'Brook was told the fair would open.',
    'Brook would say nothing.',
    'Brook was stopped and told she had to wait.',
    'The fair was dearer than Brook says it is.',
    'The data suggests that fewer came.',
    'The fair opened on Monday.',
  ])('is in “%s”', (sentence) => {
    expect(cuesIn(sentence)).toEqual([]);
  });
});
