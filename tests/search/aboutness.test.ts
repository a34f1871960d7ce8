import { describe, expect, it } from 'vitest';
import { EventProfile } from '../../src/search/aboutness.js';
import { loadWordVectors } from '../../src/search/meaning/wordVectors.js';

const { vectors } = await loadWordVectors();
if (!vectors) throw new Error('the word vectors are not there');

const told = (text: string) => ({ title: '', text });
const profile = new EventProfile(
  [
    told('The ferry Saint Olga ran aground off Norwick. The coastguard brought all passengers ashore.'),
    told('Divers looked at the hull of the Saint Olga, the ferry that ran aground off Norwick.'),
  ],
  vectors,
);

describe('what a corpus is about', () => {
  it('is nearer to other news of its event than to other news', () => {
    const same = profile.likeness(told('The Saint Olga was towed to Norwick, the coastguard said.'));
    const other = profile.likeness(told('The central bank raised its interest rate, and shares fell.'));
    expect(same).toBeGreaterThan(0.3);
    expect(other).toBeLessThan(0.1);
  });

  it('is told by rare words more than by common ones', () => {
    const names = profile.likeness(told('Saint Olga, Norwick, a coastguard.'));
    const common = profile.likeness(told('They looked at it, brought all of them, and ran off.'));
    expect(names).toBeGreaterThan(2 * common);
  });

  it('is a number from 0 to 1 for any text', () => {
    for (const text of ['', '…', 'Norwick', 'the the the']) {
      expect(profile.likeness(told(text))).toBeGreaterThanOrEqual(0);
      expect(profile.likeness(told(text))).toBeLessThanOrEqual(1);
    }
    expect(new EventProfile([], vectors).likeness(told('Norwick'))).toBe(0);
  });
});
