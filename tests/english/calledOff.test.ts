import { describe, expect, it } from 'vitest';
import { calledOff } from '../../src/english/calledOff.js';
import { dayClause } from '../../src/english/dayClause.js';

/** When a sentence says that what was planned for Thursday came to nothing. */
function off(sentence: string, day = 'Thursday') {
  const start = sentence.indexOf(day);
  return calledOff(dayClause(sentence, { start: 0, end: sentence.length }, { start, end: start + day.length }));
}

describe('calledOff', () => {
  it.each([
    'The vote had been scheduled for Thursday.',
    'The vote was planned for Thursday but was called off.',
    'The mayor was due to sail on Thursday, but stayed at home.',
    'The mayor planned to sail on Thursday but missed the ferry.',
    'The vote set for Thursday was put off.',
    'The vote, originally scheduled for Thursday, was moved.',
    'The vote that was to be held did not take place, though it was planned for Thursday and did not happen.',
    'Thursday’s match was postponed.',
  ])('tells of a plan that was given up: %s', (sentence) => {
    expect(off(sentence)).toBe('before');
  });

  it.each([
    'The vote, scheduled for Thursday, has been cancelled.',
    'A strike planned for Thursday and Friday will not go ahead.',
    'The airline cancelled flights from the island scheduled for Thursday.',
    'The mayor was due to sail on Thursday, but now he is in bed.',
    'Divers had hoped to sail on Thursday.',
  ])('tells of one given up now, whose day may lie ahead: %s', (sentence) => {
    expect(off(sentence)).toBe('now');
  });

  it('takes the further days of a plan with it', () => {
    expect(off('A strike planned for Thursday and Friday has been called off.', 'Friday')).toBe('now');
  });

  it.each([
    'The vote is scheduled for Thursday.',
    'The vote was called off on Thursday.',
    'The vote planned for Monday was called off on Thursday.',
    'The vote was put off and is now scheduled for Thursday.',
    'The match scheduled for Thursday will be moved to a bigger ground.',
    'The vote scheduled for Thursday may be postponed.',
    'The vote scheduled for Thursday has not been cancelled.',
    'The council refused to cancel a vote planned for Thursday.',
    'The council was scheduled to vote on Thursday, but it was unclear on what.',
    'The mayor was expected to win on Thursday, but by less than before.',
    'The vote had been planned before the mayor fell ill on Thursday.',
    'The curfew bars protests planned for Thursday, but few care.',
  ])('leaves alone what may come, and the day of the calling off: %s', (sentence) => {
    expect(off(sentence)).toBeNull();
  });
});
