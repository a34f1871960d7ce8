import { describe, expect, it } from 'vitest';
import { beginsSentence, stopEndsSentence } from '../../src/english/abbreviations.js';

describe('stopEndsSentence', () => {
  it('ends a sentence behind a plain word, whatever follows', () => {
    expect(stopEndsSentence('harbour', 'Velling')).toBe(true);
    expect(stopEndsSentence('harbour', 'The')).toBe(true);
    expect(stopEndsSentence('harbour', '12')).toBe(true);
  });

  it.each(['Gen', 'Mrs', 'Dr', 'St', 'Lt.-Col'])('never ends one behind a title: %s.', (title) => {
    expect(stopEndsSentence(title, 'Velling')).toBe(false);
    expect(stopEndsSentence(title, 'The')).toBe(false);
  });

  it('goes on behind what counts when a number follows, and ends where none does', () => {
    expect(stopEndsSentence('No', '7')).toBe(false);
    expect(stopEndsSentence('pp', '30')).toBe(false);
    expect(stopEndsSentence('No', 'Nobody')).toBe(true);
  });

  it('lets the next word decide behind what may end a sentence or not', () => {
    expect(stopEndsSentence('Inc', 'The')).toBe(true);
    expect(stopEndsSentence('Inc', 'Chairwoman')).toBe(false);
    expect(stopEndsSentence('Oct', 'He')).toBe(true);
    expect(stopEndsSentence('Oct', '19')).toBe(false);
  });

  it.each(['U.S', 'p.m', 'J', 'J.R'])('lets it decide behind letters with stops between them: %s.', (initials) => {
    expect(stopEndsSentence(initials, 'Velling')).toBe(false);
    expect(stopEndsSentence(initials, 'They')).toBe(true);
  });
});

describe('beginsSentence', () => {
  it('knows the words that open sentences, by their capital, and takes no name for one', () => {
    expect(['The', 'Meanwhile', 'He', 'the', 'Velling', 'President'].filter(beginsSentence)).toEqual([
      'The',
      'Meanwhile',
      'He',
    ]);
  });
});
