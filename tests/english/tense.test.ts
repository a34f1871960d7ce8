import { describe, expect, it } from 'vitest';
import { directionOf } from '../../src/english/tense.js';

/** Which way the day lies that a sentence names. */
function direction(sentence: string, day = 'Thursday') {
  const start = sentence.indexOf(day);
  return directionOf(sentence, { start: 0, end: sentence.length }, { start, end: start + day.length });
}

describe('directionOf', () => {
  it.each(['The ferry sank on Thursday.', 'On Thursday, the ferry sank.', 'Velling, who left on Thursday, is well.'])(
    'takes news for what is over: %s',
    (sentence) => {
      expect(direction(sentence)).toBe('past');
    },
  );

  it.each([
    'The ferry will sail on Thursday.',
    'On Thursday, the ferry will sail.',
    'A vote is expected on Thursday.',
    'The trial is now set for Thursday.',
    'The council plans to meet on Thursday.',
    'But on Thursday he’ll be back.',
    'The harbour master orders everybody off the pier by 6 am on Thursday.',
    'The harbour master ordered everybody off the pier by noon on Thursday.',
    'Families were told to leave by Thursday.',
    'Owners promised to mend the pier by the end of Thursday.',
    'The ferry’s owners had hoped to sail again on Thursday.',
    'The law, which takes effect on Thursday, was passed in March.',
    'The permit that expires on Thursday was the last.',
    'Lawyers expect a ruling on Thursday.',
    'The owners expect the ferry to be raised on Thursday.',
  ])('looks ahead when the clause does: %s', (sentence) => {
    expect(direction(sentence)).toBe('future');
  });

  it.each([
    'Velling said on Thursday that the ferry would sail.',
    'The council announced Thursday it will rebuild the pier.',
    'Velling told reporters on Thursday he would stay.',
    'A planned strike was announced on Thursday.',
    'The strike on Thursday had been planned for weeks.',
    'The ferry was delayed due to snow on Thursday.',
    'On Thursday, the council announced it will rebuild the pier.',
  ])('dates the saying and not what is said by a day behind the verb: %s', (sentence) => {
    expect(direction(sentence)).toBe('past');
  });

  it.each([
    'Turnout was higher than expected on Thursday.',
    'Norcom was bought by Hartley on Thursday.',
    'The council cancelled a planned vote on Thursday.',
    'The council on Thursday cancelled a vote planned for May.',
    'The council rejected plans to sell the pier on Thursday.',
    'The hearing, originally scheduled for Thursday, was moved.',
    'The will of the founder was read on Thursday.',
  ])('takes no plan that is only named, and nobody by whom it was done, for what is to come: %s', (sentence) => {
    expect(direction(sentence)).toBe('past');
  });

  it.each(['The planned strike on Thursday goes ahead.', 'The council will vote on a planned pier on Thursday.'])(
    'looks ahead where nothing but the plan is told: %s',
    (sentence) => {
      expect(direction(sentence)).toBe('future');
    },
  );

  it.each([
    'The law did not take effect on Thursday.',
    'A parade passed by on Thursday.',
    'By 6 am on Thursday, families were told to leave.',
    'The mayor told reporters on Thursday the pier had gone.',
  ])('takes no other “by”, and nothing that did not come, for what is to come: %s', (sentence) => {
    expect(direction(sentence)).toBe('past');
  });

  it('takes what might have been for what is over', () => {
    expect(direction('The ferry would have sailed on Thursday.')).toBe('past');
  });

  it.each([
    'The vote had been planned for Thursday but was put off.',
    'The concert was planned for Thursday but was called off.',
    'The mayor was due to sail on Thursday, but stayed at home.',
  ])('takes a plan that was given up for what is over: %s', (sentence) => {
    expect(direction(sentence)).toBe('past');
  });

  it.each(['If the mayor resigns on Thursday, nobody will weep.', 'Suppose Norcom bids $36 on Thursday.'])(
    'looks ahead where it is supposed of now: %s',
    (sentence) => {
      expect(direction(sentence)).toBe('future');
    },
  );

  it.each(['Had Lund played on Thursday, Brann might have won.', 'If Thursday’s storm comes again, Brann will drown.'])(
    'looks back where it is supposed of then, or took place: %s',
    (sentence) => {
      expect(direction(sentence)).toBe('past');
    },
  );

  it('is unsure of the day of what has been called off', () => {
    expect(direction('The vote, scheduled for Thursday, has been cancelled.')).toBe('unsure');
  });

  it('lets another clause’s future alone', () => {
    expect(direction('“I won’t. Lund asked me on Thursday to stay, and I said yes.”')).toBe('past');
    expect(direction('The ferry that will be scrapped sank, and divers left on Thursday.')).toBe('past');
  });

  it.each([
    'The final is on Thursday.',
    'The trial starts Thursday.',
    'Polls open on Thursday.',
    'On Thursday polls open.',
    'The talks, which begin on Thursday, were agreed on in May.',
  ])('is unsure of what may be to come, and may be always so: %s', (sentence) => {
    expect(direction(sentence)).toBe('unsure');
  });

  it('looks beyond an office for what is to come', () => {
    expect(direction('Pell will step down as chief executive on Thursday.')).toBe('future');
  });

  it('is unsure where the clause does not tell', () => {
    expect(direction('The ferry could sail on Thursday.')).toBe('unsure');
    expect(direction('The pier must be mended by Thursday.')).toBe('unsure');
    expect(direction('Thursday’s storm will be remembered.')).toBe('unsure');
    expect(direction('The council is busy in a week culminating in a vote on Thursday.')).toBe('unsure');
    expect(direction('Posters were printed in the run-up to the vote on Thursday.')).toBe('unsure');
  });

  it('does not look beyond the sentence', () => {
    const text = 'What the mayor will do\nOn Thursday divers left\nIt will snow';
    const span = { start: text.indexOf('On'), end: text.indexOf('\nIt') };
    const start = text.indexOf('Thursday');
    expect(directionOf(text, span, { start, end: start + 'Thursday'.length })).toBe('past');
  });
});
