import { describe, expect, it } from 'vitest';
import { hasWordsOf } from '../../../src/answers/fit/spokenBy.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import { articleOf } from '../articles.js';

/** By this the articles know what is a name. */
const NAMES = articleOf({
  id: 'names',
  text: 'Yesterday Brandt, Ilves and Sudria were named.',
  outlet: 'Valley Post',
});

/** Whether these sentences have words of the one who is asked about. */
function spoken(question: string, text: string): number {
  const article = articleOf({ id: 'a', text });
  const { reading } = new Retriever([article, NAMES], { vectors: null, aliases: null }).retrieve(question, {});
  return hasWordsOf({ first: 0, last: article.sentences.length - 1 }, reading);
}

describe('words of somebody', () => {
  it.each([
    '"The kite is safe," Brandt said.',
    'Then Brandt said the kite was safe.',
    'The kite is safe, according to Brandt.',
    'Then Brandt praised the kite.',
    'Then Brandt issued a warning about the kite.',
    'They feared for the kite, and Brandt hoped for the kite.',
  ])('are what they say, quoted or told: “%s”', (text) => {
    expect(spoken('What did Brandt say about the kite?', text)).toBe(1);
  });

  it.each([
    'Then Brandt flew the kite.',
    '"Then Brandt flew the kite," Ilves said.',
    'Then Ilves said that Brandt had the kite.',
  ])('are not words about them: “%s”', (text) => {
    expect(spoken('What did Brandt say about the kite?', text)).toBe(0);
  });

  it('have every name that they are asked to be about', () => {
    expect(spoken('What did Brandt say about Sudria?', 'Then Brandt said that Sudria was calm.')).toBe(1);
    expect(spoken('What did Brandt say about Sudria?', 'Then Brandt said that the kite was safe.')).toBe(0);
  });
});

describe('where nobody is asked for their words', () => {
  it('all that is printed counts, when the report itself is asked', () => {
    expect(spoken('What did the report say about the kite?', 'The kite fell.')).toBe(1);
    expect(spoken('What did they say about the kite according to Valley Post?', 'The kite fell.')).toBe(1);
  });

  it('anybody’s words do: “what was Brandt told”', () => {
    expect(spoken('What was Brandt told?', 'Then Ilves told Brandt to wait.')).toBe(1);
    expect(spoken('What was Brandt told?', 'Then Brandt waited.')).toBe(0);
  });
});
