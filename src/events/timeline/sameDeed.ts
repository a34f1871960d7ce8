import { conflictingFigures } from '../../statements/figures.js';
import { isNameWord, isSameName, namesIn } from '../../statements/names.js';
import { swappedRoles } from '../../statements/roles.js';
import { namesAgree } from '../../statements/similarity.js';
import type { Word } from '../../statements/word.js';
import type { DatedDeed } from './datedDeed.js';
import type { Telling } from './happening.js';

/** A telling, and the deed that its day belongs to. */
interface ToldDeed extends DatedDeed {
  readonly telling: Telling;
}

/** A deed joins a group with this share of whose deeds it is one, so that no chain of look-alikes forms. */
const LINKED_SHARE = 0.5;
/** Groups of one deed on one day that a further one is held against: a day on which more of one kind happens is no story. */
const MOST_GROUPS = 50;
/** Who does it and to whom stands so many words around a verb. */
const AROUND = 5;

/**
 * Joins groups that tell of one day's deed in sentences that have little else in common: "Lund resigned on Monday", "the two who
 * want to follow Lund, whose resignation on Monday …".
 * @returns in the order of their first groups; no telling is lost
 */
export function joinByDeed(groups: readonly Telling[][]): Telling[][] {
  const joined: Telling[][] = [];
  const known = new Map<string, { group: Telling[]; deeds: ToldDeed[] }[]>();
  for (const group of groups) {
    const deeds = deedsByDay(group);
    const [into] = [...deeds].flatMap(
      ([key, own]) => known.get(key)?.find(({ deeds: theirs }) => areLinked(own, theirs)) ?? [],
    );
    const target = into?.group ?? group;
    if (into === undefined) joined.push(target);
    else for (const telling of group) target.push(telling);
    for (const [key, own] of deeds) {
      const having = known.get(key) ?? [];
      const there = having.find((each) => each.group === target);
      if (there !== undefined) for (const deed of own) there.deeds.push(deed);
      else if (having.length < MOST_GROUPS) having.push({ group: target, deeds: own });
      known.set(key, having);
    }
  }
  return joined;
}

/** What is done on each day, by day and deed; what somebody said is known by the words said, not by "said". */
function deedsByDay(group: readonly Telling[]): Map<string, ToldDeed[]> {
  const deeds = new Map<string, ToldDeed[]>();
  for (const telling of group) {
    if (telling.when.precision === 'year') continue;
    const deed = telling.deed();
    if (deed === null || deed.manner === 'said') continue;
    const key = `${telling.when.date} ${deed.word.key}`;
    const known = deeds.get(key);
    if (known) known.push({ telling, ...deed });
    else deeds.set(key, [{ telling, ...deed }]);
  }
  return deeds;
}

/** Whether one of some deeds is one with enough of the others. */
function areLinked(some: readonly ToldDeed[], others: readonly ToldDeed[]): boolean {
  return some.some((a) => others.filter((b) => isOneDeed(a, b)).length >= LINKED_SHARE * others.length);
}

/** Whether two deeds of one day and kind are one: done by or to the same, with nobody and no number in another's place. */
function isOneDeed(a: ToldDeed, b: ToldDeed): boolean {
  const [one, other] = [a.telling.clause, b.telling.clause];
  if (
    !namesAgree(one, other) ||
    conflictingFigures(one, other).length > 0 ||
    one.traits.denials !== other.traits.denials
  )
    return false;
  if (swappedRoles(one, other) !== null) return false;
  const [near, nearOther] = [around(a), around(b)];
  if (namesAnother(near, other.words) && namesAnother(nearOther, one.words)) return false;
  // Two announcements by one speaker on one day are mostly of two things.
  if (a.manner === 'announced' && b.manner === 'announced') return sharePlainWord(near, nearOther, a.word.key);
  return (
    sharePlainWord(near, nearOther, a.word.key) ||
    one.words.some((word) => isNameWord(word) && other.content.has(word.key))
  );
}

/** Whether somebody is named whom a clause does not name. */
function namesAnother(near: readonly Word[], clause: readonly Word[]): boolean {
  const known = namesIn(clause);
  return namesIn(near).some((name) => !known.some((other) => isSameName(name, other)));
}

function sharePlainWord(some: readonly Word[], others: readonly Word[], deed: string): boolean {
  const keys = new Set(others.map(({ key }) => key));
  return some.some(
    (word) => word.content && !word.name && word.number === null && word.key !== deed && keys.has(word.key),
  );
}

/** The words around a deed's word, as far as names go on. */
function around({ telling, word }: ToldDeed): Word[] {
  const { words } = telling.clause;
  const at = words.indexOf(word);
  let from = Math.max(0, at - AROUND);
  let to = Math.min(words.length, at + AROUND + 1);
  while (from > 0 && isNameWord(words[from - 1]) && isNameWord(words[from])) from--;
  while (to < words.length && isNameWord(words[to - 1]) && isNameWord(words[to])) to++;
  return words.slice(from, to);
}
