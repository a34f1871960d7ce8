import { FEMALE_NAMES } from './lists/femaleNames.js';
import { MALE_NAMES } from './lists/maleNames.js';

export type Gender = 'male' | 'female';

/** The gender that a given name tells, null when it tells none. */
export function genderOf(givenName: string): Gender | null {
  const name = givenName.toLowerCase();
  if (MALE_NAMES.has(name)) return 'male';
  return FEMALE_NAMES.has(name) ? 'female' : null;
}
