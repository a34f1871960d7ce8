import { describe, expect, it } from 'vitest';
import { genderOf } from '../../src/english/givenNames.js';
import { FEMALE_NAMES } from '../../src/english/lists/femaleNames.js';
import { MALE_NAMES } from '../../src/english/lists/maleNames.js';

describe('genderOf', () => {
  it('tells a man by his given name and a woman by hers', () => {
    expect(['Sergei', 'Walter', 'Hassan'].map(genderOf)).toEqual(['male', 'male', 'male']);
    expect(['Maria', 'Helen', 'Julia'].map(genderOf)).toEqual(['female', 'female', 'female']);
  });

  it('does not mind how the name is written', () => {
    expect(['walter', 'Walter', 'WALTER'].map(genderOf)).toEqual(['male', 'male', 'male']);
    expect(['julia', 'Julia', 'JULIA'].map(genderOf)).toEqual(['female', 'female', 'female']);
  });

  it('rather tells nothing than guesses: a surname, a word, a name that both bear', () => {
    expect(['Velling', 'harbour', 'Robin', ''].map(genderOf)).toEqual([null, null, null, null]);
  });

  it('knows no name for both', () => {
    expect([...MALE_NAMES].filter((name) => FEMALE_NAMES.has(name))).toEqual([]);
  });
});
