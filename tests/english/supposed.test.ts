import { describe, expect, it } from 'vitest';
import { type DayClause, dayClause } from '../../src/english/dayClause.js';
import { isConditional, isSupposed } from '../../src/english/supposed.js';

function at(sentence: string, word: string): DayClause {
  const start = sentence.indexOf(word);
  return dayClause(sentence, { start: 0, end: sentence.length }, { start, end: start + word.length });
}

describe('isSupposed', () => {
  it.each([
    'If the mayor resigns on Monday, as many expect, nobody will weep.',
    'Nobody will weep if the mayor resigns on Monday.',
    'Had Lund played on Monday, Brann might have won.',
    'Brann, had he played on Monday, might have won.',
    'Should the dam break on Monday, the town would be lost.',
    'Were the dam to break on Monday, the town would be lost.',
    'Suppose Norcom bids $36 on Monday.',
    'Imagine the ferry sinks on Monday.',
    'Unless it rains on Monday, the town will burn.',
    'It is unclear whether the mayor was there on Monday.',
    'Without the army, the town would have been lost on Monday.',
    'On Monday, the town would have been lost without the army.',
    'The mayor said she would have resigned on Monday if asked.',
    'He’d have stayed on Monday.',
  ])('takes for supposed: %s', (sentence) => {
    expect(isSupposed(at(sentence, 'Monday'))).toBe(true);
  });

  it.each([
    'The mayor resigned on Monday.',
    'If asked, the mayor said on Monday, she would stay.',
    'If the vote fails, the mayor will resign on Monday.',
    'The town had the dam mended on Monday.',
    'A bill that would have closed the pier failed on Monday.',
    'Brann, which would have closed, was bought on Monday.',
    'The council will decide whether to meet on Monday.',
    'Should both win their matches — Lund won on Monday — they will meet.',
    'Even if Brann won on Monday, it is last.',
    'Searches for what to do if infected rose on Monday.',
    'Nobody knows whether Monday’s arrests were lawful.',
    'It counts only if she does what she promised on Monday.',
    'The mayor said she would have to leave on Monday.',
    'On Monday, the mayor said the town would have been lost.',
  ])('takes for told: %s', (sentence) => {
    expect(isSupposed(at(sentence, 'Monday'))).toBe(false);
  });
});

describe('isConditional', () => {
  it('is asked of a verb as well as of a day', () => {
    expect(isConditional(at('Had Lund played, Brann might have won.', 'played'))).toBe(true);
    expect(isConditional(at('Suppose Norcom bids for the pier.', 'bids'))).toBe(true);
    expect(isConditional(at('Lund played, and Brann had won.', 'won'))).toBe(false);
  });
});
