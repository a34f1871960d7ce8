import { describe, expect, it } from 'vitest';
import { answerFormOf } from '../../../src/answers/question/answerForm.js';

describe('an answer', () => {
  it.each([
    ['What year did the bridge open?', 'It opened in 1987.', 'It opened on Monday.'],
    ['Which month is the fair in?', 'It is held in late June.', 'It is held on Monday.'],
    ['Which day of the week is the market?', 'It is held every Tuesday.', 'It is held in June.'],
    ['What time does the ferry leave?', 'It leaves at 7:30.', 'It leaves on Monday.'],
    ['At which hour did the bells ring?', 'They rang at midnight.', 'They rang on 3 June.'],
    ['How old is the mayor?', 'The 61-year-old mayor spoke.', 'The mayor spoke for 61 minutes.'],
    ['How far is the island?', 'It lies 12 miles off.', 'It has 12 houses.'],
    ['How tall is the lighthouse?', 'It rises 40 metres.', 'It was lit for 40 years.'],
    ['What was the speed of the wind?', 'Gusts reached 90 km/h.', 'Gusts felled 90 trees.'],
    ['Has the ferry been late before?', 'The ferry was last late in May.', 'The ferry is late today.'],
    ['Did the mayor ever visit the island?', 'He visited the island in 1987.', 'He visits the island today.'],
    ['What percentage of farmers agreed?', 'Some 62% agreed.', 'Some 62 agreed.'],
  ])('to “%s” looks like “%s”, not “%s”', (question, answers, answersNot) => {
    const form = answerFormOf(question);
    expect(form?.test(answers)).toBe(true);
    expect(form?.test(answersNot)).toBe(false);
  });

  it.each([
    'Who is the mayor?',
    'When did the ferry leave?',
    'How many lanterns were lit?',
    'Did they meet before the fair?',
    '',
  ])('to “%s” has no form of its own', (question) => {
    expect(answerFormOf(question)).toBeNull();
  });
});
