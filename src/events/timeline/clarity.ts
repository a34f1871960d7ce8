import { ATTRIBUTING_WORDS } from '../../english/lists/sayingVerbs.js';
import { verbsOf } from '../../statements/deeds.js';
import type { DatedDeed } from './datedDeed.js';
import type { Telling } from './happening.js';
import { isCaption, isInLead } from './prominence.js';

const PRONOUN = /^\W*(?:he|she|it|they|who|which|his|her|their|its|this|that)\b/i;

/** A sentence whose verb is the day's tells it better than one that only names the deed or says who spoke of it. */
const MANNERS: Readonly<Record<DatedDeed['manner'], number>> = { done: 2, announced: 1, named: 0, said: 0 };
/** More names than these say no better who. */
const ENOUGH_NAMES = 4;
/** An article's first paragraph is written for who has read nothing yet; ... */
const AT_HEAD = 2;
/** ... a clause of several days tells several things, ... */
const OTHER_DAYS = 1;
/** ... so does one of several verbs, ... */
const FURTHER_VERB = 0.5;
/** ... one that somebody is said to have said tells it at second hand, ... */
const ATTRIBUTED = 1.5;
/** ... and a caption begins with whose picture it is. */
const CREDIT_AT_HEAD = 4;

/** How well a telling stands on its own: names say who, a pronoun at its head does not. */
export function clarity(telling: Telling): number {
  const { clause } = telling;
  const names = new Set(clause.words.filter((word) => word.name).map((word) => word.key)).size;
  const isOpen = PRONOUN.test(clause.article.text.slice(clause.start, clause.end));
  const verbs = verbsOf(clause).filter(({ content }) => content).length;
  const manner = telling.deed()?.manner;
  return (
    (isOpen ? 0 : Math.min(names, ENOUGH_NAMES)) +
    (manner === undefined ? 0 : MANNERS[manner]) +
    (isInLead(telling) ? AT_HEAD : 0) -
    (telling.others.size > 0 ? OTHER_DAYS : 0) -
    (clause.words.some(({ text }) => ATTRIBUTING_WORDS.has(text.toLowerCase())) ? ATTRIBUTED : 0) -
    FURTHER_VERB * Math.max(0, verbs - 1) -
    (isCaption(telling) ? CREDIT_AT_HEAD : 0)
  );
}
