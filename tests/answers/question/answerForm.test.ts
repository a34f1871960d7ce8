import { describe, expect, it } from 'vitest';
import { answerFormOf } from '../../../src/answers/question/answerForm.js';
import { answerKindOf } from '../../../src/answers/question/answerKind.js';

describe('an answer', () => {
  it.each([
    ['What year did the bridge open?', 'It opened in 1987.', 'It opened on Monday.'],
    ['Which month is the fair in?', 'It is held in late June.', 'It is held on Monday.'],
    ['Which day of the week is the market?', 'It is held every Tuesday.', 'It is held in June.'],
    ['What time does the ferry leave?', 'It leaves at 7:30.', 'It leaves on Monday.'],
    ['At which hour did the bells ring?', 'They rang at midnight.', 'They rang on 3 June.'],
    ['How old is the mayor?', 'The 61-year-old mayor spoke.', 'The mayor spoke for 61 minutes.'],
    ['How old was the mayor?', 'She was 61.', 'She was 61 votes ahead.'],
    ['How far is the island?', 'It lies 12 miles off.', 'It has 12 houses.'],
    ['How tall is the lighthouse?', 'It rises 40 metres.', 'It was lit for 40 years.'],
    ['What was the speed of the wind?', 'Gusts reached 90 km/h.', 'Gusts felled 90 trees.'],
    ['Has the ferry been late before?', 'The ferry was last late in May.', 'The ferry is late today.'],
    ['Did the mayor ever visit the island?', 'He visited the island in 1987.', 'He visits the island today.'],
    ['How long is the wall in miles?', 'It runs for 12 miles.', 'It stood for 12 years.'],
    ['How many feet did the water rise?', 'It rose by 3 feet.', 'It rose in 3 hours.'],
    ['How far away is the comet?', 'It is 6.8 million miles off.', 'It has 6.8 million fans.'],
    ['How many miles did they walk?', 'They walked two miles.', 'Two of them walked for miles.'],
    ['How heavy was the bell?', 'The bell weighed 2 tonnes.', 'The bell rang 2 times.'],
    ['How many kg of apples were sold?', 'They sold 300 kg.', 'They sold 300 baskets.'],
    ['How hot did it get?', 'It reached 38 degrees.', 'It reached 38 villages.'],
    ['What is the net worth of the baker?', 'The baker is worth $4 million.', 'The baker sold 4 million rolls.'],
    ['How often does the ferry run?', 'It runs twice a day.', 'It runs to the island.'],
    ['Where was the mayor born?', 'He was born in Tarrow.', 'The born-again preacher lives in Tarrow.'],
    ['When was the mayor born?', 'Born on 3 May 1961, he studied law.', 'He was elected on 3 May.'],
    ['Who is the mayor married to?', 'His wife, Ann, is a nurse.', 'His deputy, Ann, is a nurse.'],
    ['Who is the mayors wife ', 'He is married to Ann.', 'His deputy is Ann.'],
    ['What color was the boat?', 'The boat was painted green.', 'The boat was painted.'],
    ['What does TFB stand for?', 'The Tarrow Ferry Board met.', 'TFB met on Monday.'],
    ["What's BOTI short for?", 'The Board of the Tarrow Islands met.', 'BOTI is a board.'],
    ['How big is the lantern?', 'It is as big as a house.', 'It was lit by one of the farmers in 2023.'],
    ['how large was the crowd', 'Some 2,000 people came.', 'One crowd came.'],
    ['exact time it left', 'It left at 5:03 p.m. on Friday.', 'It left on Friday.'],
    ['What percentage of farmers agreed?', 'Some 62% agreed.', 'Some 62 agreed.'],
  ])('to “%s” looks like “%s”, not “%s”', (question, answers, answersNot) => {
    const form = answerFormOf(question, answerKindOf(question));
    expect(form?.test(answers)).toBe(true);
    expect(form?.test(answersNot)).toBe(false);
  });

  it.each([
    'Who is the mayor?',
    'When did the ferry leave?',
    'How many lanterns were lit?',
    'Did they meet before the fair?',
    'At the height of the storm, who rang the bell?',
    'Who came to the birthday of the mayor?',
    'Who wrote to the husband of the mayor last week?',
    'What did the mayor say about the temperature?',
    'Why was he born in Tarrow?',
    '',
  ])('to “%s” has no form of its own', (question) => {
    expect(answerFormOf(question, answerKindOf(question))).toBeNull();
  });
});
