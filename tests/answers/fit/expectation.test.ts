import { describe, expect, it } from 'vitest';
import { countsAnotherDeed, expectationMet } from '../../../src/answers/fit/expectation.js';
import { Reading } from '../../../src/answers/fit/reading.js';
import type { PassageRun } from '../../../src/answers/fit/run.js';
import { understandQuestion } from '../../../src/answers/question/question.js';
import { filterable } from '../../../src/answers/question/spokenFilters.js';
import { Responder } from '../../../src/answers/responder.js';
import { Lexicon } from '../../../src/search/lexicon.js';
import { PassageIndex } from '../../../src/search/passages.js';
import { articleOf } from '../articles.js';

/** By this the corpus knows what is a name, and which outlets there are. */
const background = articleOf({
  id: 'background',
  text: 'Yesterday Olsen, Marsh, Ruiz and Wen came from London, Norland and Sudria.',
  outlet: 'Harbour Times',
});

/** How well an article of these sentences, shown whole, meets what the question expects. */
function met(asked: string, text: string): number {
  return readWith(asked, text, expectationMet);
}

function readWith<T>(asked: string, text: string, read: (run: PassageRun, reading: Reading) => T): T {
  const article = articleOf({ id: 'shown', text });
  const index = new PassageIndex([article, background]);
  const lexicon = new Lexicon(index.sentences, { vectors: null, aliases: null });
  const question = understandQuestion(asked, filterable(index.articles), lexicon);
  return read({ first: 0, last: article.sentences.length - 1 }, new Reading(question, index));
}

describe('a count', () => {
  const lanterns = (text: string): number => met('How many lanterns were lit?', text);

  it.each(['They lit 300 lanterns.', 'They lit 300 large paper lanterns.', 'They lit dozens of lanterns.'])(
    'stands before the very thing counted: “%s”',
    (text) => {
      expect(lanterns(text)).toBe(1);
    },
  );

  it.each([
    'They lit lanterns on 12 boats.',
    'They lit 300 candles and hung up all of their lanterns.',
    'A crowd of 300 came. They lit lanterns.',
    'They lit lanterns.',
  ])('is not whatever number is there: “%s”', (text) => {
    expect(lanterns(text)).toBe(0);
  });

  it('may be asked for behind what is counted, as people type', () => {
    expect(met('paper lanterns how many', 'They lit 300 paper lanterns.')).toBe(1);
    expect(met('how many people are in the guild', 'The guild has 9,000 voting members.')).toBe(1);
    expect(met('how many people are in the guild', 'The guild has 9,000 voting booths.')).toBe(0);
    expect(met('paper lanterns how many', 'They lit paper lanterns on 12 boats.')).toBe(0);
  });

  it('is of the deed that is asked about with it, not of that of a second question', () => {
    const text = 'They lit 300 lanterns.';
    expect(met('How many lanterns were lit and who arrived late?', text)).toBe(1);
    expect(met('How many lanterns arrived late?', text)).toBe(0);
  });

  it('is any number when the question names nothing to be counted', () => {
    expect(met('How much did rents rise?', 'Rents rose, by now 9 percent.')).toBe(1);
    expect(met('How much did rents rise?', 'Rents rose again.')).toBe(0);
  });

  it('puts the line that has it before one as good with another number', () => {
    const text = 'At the fair they lit lanterns on 12 boats. At the fair they lit 300 lanterns on boats.';
    const fair = new Responder([articleOf({ id: 'fair', text })], 0);
    expect(fair.answer('How many lanterns were lit at the fair?').excerpts[0]?.text).toContain('300');
  });
});

describe('who holds a role', () => {
  const mayor = (text: string): number => met('Who is the mayor?', text);

  it.each(['They cheered as Mayor Ruiz spoke.', 'The mayor, Ruiz, spoke.'])(
    'is named right after it or in apposition: “%s”',
    (text) => {
      expect(mayor(text)).toBe(1);
    },
  );

  it('may be named a few words off', () => {
    expect(mayor('Then Ruiz, the mayor, spoke.')).toBe(0.5);
  });

  it.each([
    'The London mayor spoke.',
    'The mayor spoke.',
    'The mayor gave a very long speech about Ruiz.',
    'The mayor spoke. Then Ruiz left.',
  ])('is not named by “%s”', (text) => {
    expect(mayor(text)).toBe(0);
  });

  const president = (text: string): number => met('Who is the president of Norland?', text);

  it('is told for sure when the role’s owner stands beside it', () => {
    expect(president('They heard Norland President Marsh speak.')).toBe(1);
  });

  it('may be told where no owner stands', () => {
    expect(president('They heard President Marsh speak.')).toBe(0.5);
    expect(president('In Norland it was a hot day when at last they heard President Marsh speak.')).toBe(0.5);
  });

  it('is not told by another country’s', () => {
    expect(president('They heard Sudria President Wen speak.')).toBe(0);
    expect(president('In Norland it was a hot day when at last they heard Sudria President Wen speak.')).toBe(0);
  });
});

describe('what somebody said', () => {
  it.each([
    'Then Olsen said the bridge was safe.',
    '“The bridge is safe,” said Olsen.',
    'Then Olsen, on Monday, praised the bridge.',
    'On Monday Olsen issued a warning about the bridge.',
  ])('is in words of theirs: “%s”', (text) => {
    expect(met('What did Olsen say about the bridge?', text)).toBe(1);
  });

  it.each([
    'Then Marsh said that Olsen was at the bridge.',
    '“Then Olsen left the bridge,” Marsh said.',
    'Then Olsen went to the bridge.',
  ])('is not in words about them: “%s”', (text) => {
    expect(met('What did Olsen say about the bridge?', text)).toBe(0);
  });

  it('about a name is in words that have the name', () => {
    expect(met('What did Olsen say about Sudria?', 'Then Olsen said that Sudria was safe.')).toBe(1);
    expect(met('What did Olsen say about Sudria?', 'Then Olsen said that the bridge was safe.')).toBe(0);
  });

  it('to them is in anybody’s words', () => {
    expect(met('What was Olsen told?', 'Then Marsh told Olsen to wait.')).toBe(1);
    expect(met('What was Olsen told?', 'Then Olsen went home.')).toBe(0);
  });

  it.each(['What did the report say?', 'What did they say according to Harbour Times?'])(
    'is all that is printed, when that is what is asked for: “%s”',
    (question) => {
      expect(met(question, 'The bridge is shut.')).toBe(1);
    },
  );

  it('is not all that is printed when “they” are asked about', () => {
    expect(met('What did they say?', 'The bridge is shut.')).toBe(0);
  });
});

describe('a day', () => {
  const left = (text: string): number => met('When did the ferry leave?', text);

  it('counts whole in the sentence that holds the question’s words, and half two sentences off', () => {
    expect(left('The ferry left on Monday. It was hot. A fair opens soon.')).toBe(1);
    expect(left('The ferry left. It was hot. A fair opens on Monday.')).toBe(0.5);
    expect(left('The ferry left. It was hot. A fair opens soon.')).toBe(0);
  });
});

it('a reason counts whole wherever the excerpt tells it', () => {
  expect(met('Why did the ferry leave?', 'The ferry left. It was hot. Nobody stayed because of the rain.')).toBe(1);
  expect(met('Why did the ferry leave?', 'The ferry left. It was hot. Nobody stayed.')).toBe(0);
});

it('“what is the …” expects the thing itself', () => {
  expect(met('What is the anthem of Norland?', 'In Norland an old anthem is sung.')).toBe(1);
  expect(met('What is the anthem of Norland?', 'In Norland an old tune is sung.')).toBe(0);
});

it('a question that expects nothing special is met by anything', () => {
  expect(met('Did the ferry leave?', 'It was hot.')).toBe(1);
});

describe('a count of another deed', () => {
  const isOther = (asked: string, text: string): boolean => readWith(asked, text, countsAnotherDeed);

  it('is told where the dead are asked for and the injured are counted', () => {
    expect(isOther('How many people died in the landslide?', 'The landslide injured 14 people in Sudria.')).toBe(true);
  });

  it('is not where the deed itself is counted, nor where no count is asked for', () => {
    expect(isOther('How many people died in the landslide?', 'The landslide killed 14 people in Sudria.')).toBe(false);
    expect(isOther('Who died in the landslide?', 'The landslide injured Olsen.')).toBe(false);
  });
});
