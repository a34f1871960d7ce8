import type { Gender } from '../english/givenNames.js';
import { DETERMINERS, PREPOSITIONS } from '../english/lists/functionWords.js';
import { INSTITUTION_WORDS } from '../english/lists/institutions.js';
import { PRONOUNS } from '../english/lists/pronouns.js';
import type { ProseToken } from '../english/proseTokens.js';
import { isInstitutionNoun } from './topics.js';

/** Words for what somebody wrote or published: "her statement read" is hers. */
export const WRITINGS =
  /^(?:statement|tweet|post|letter|email|e-mail|message|report|speech|memo|decision|article|book|column|note|release)$/u;
/** "resident", "labourer", "guitarist": nouns for people, by their ending. */
const PERSON_NOUN =
  /^[a-z-]{3,}(?:er|or|ist|ian|ent|ant|ive|man|woman|ick|native|father|mother|rookie|teen|teenager)$/u;
const MALE_SPEAKER = /^(?:spokesman|chairman|congressman|father|husband|son|brother|boy|man|boyfriend)$/u;
const FEMALE_SPEAKER = /^(?:spokeswoman|chairwoman|congresswoman|mother|wife|daughter|sister|girl|woman|girlfriend)$/u;
/** Whoever speaks by profession, and so is meant by "she said" without a name. */
const SPOKESPERSON = /^spokes(?:man|person|woman)$/u;

/** The gender that a noun for a person tells; null when it tells none. */
export function genderOfNoun(noun: string): Gender | null {
  return MALE_SPEAKER.test(noun) ? 'male' : FEMALE_SPEAKER.test(noun) ? 'female' : null;
}

/** Whether a pronoun behind the subject of a sentence can mean it: a name, a pronoun, "the mayor", "Hall's spokeswoman". */
export function canBeMeant(head: readonly ProseToken[]): boolean {
  const first = head[0];
  const last = head.at(-1);
  if (!first || !last) return false;
  if (SPOKESPERSON.test(wordsBeforePreposition(head).at(-1) ?? '')) return true;
  return last.capital || PRONOUNS.has(first.lower) || /^(?:the|that|this)$/u.test(first.lower);
}

/** Whether words tell about somebody just named by what they are: "the 32-year-old labourer", "the affable proprietor". */
export function isEpithet(words: readonly string[]): boolean {
  if (words.some((word) => /-year-old$/u.test(word))) return true;
  const noun = words.at(-1) ?? '';
  const isThing = WRITINGS.test(noun) || INSTITUTION_WORDS.has(noun) || isInstitutionNoun(noun);
  // "The league's medical officer" is whoever holds that office, and nobody just named.
  const isOffice = words.some((word) => /['’]s?$/u.test(word));
  return words.length >= 3 && PERSON_NOUN.test(noun) && !isThing && !isOffice;
}

/** "one of the officials" → "officials". */
export function withoutDeterminers(phrase: readonly ProseToken[]): readonly ProseToken[] {
  const isNoPart = ({ lower }: ProseToken) => DETERMINERS.has(lower) || lower === 'of';
  const from = phrase.findIndex((token) => !isNoPart(token));
  return phrase.slice(from < 0 ? -1 : from);
}

/** "the head of the agency" → "the", "head", in lower case. */
export function wordsBeforePreposition(head: readonly ProseToken[]): string[] {
  const at = head.findIndex((token, i) => i > 0 && PREPOSITIONS.has(token.lower));
  return (at < 0 ? head : head.slice(0, at)).map((token) => token.lower);
}
