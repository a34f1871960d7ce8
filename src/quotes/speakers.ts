import { editDistance } from '../english/editDistance.js';
import { genderOf } from '../english/givenNames.js';
import { finish, type Steps } from '../steps.js';
import type { Quote } from './quote.js';

/** Somebody who is quoted, over all articles and spellings. */
export interface SpeakerEntry {
  /** The commonest full form: 'Sergei Lavrov'. */
  readonly name: string;
  /** How many quotes. */
  readonly count: number;
  /** Other forms in the articles: 'Sergey Lavrov', 'Lavrov'. */
  readonly aliases: readonly string[];
  /** What articles call them, lower case: 'russian foreign minister'. */
  readonly roles: readonly string[];
  /** Those who speak together under this name; [] for one. */
  readonly members: readonly string[];
}

/** Endings that make an inhabitant's word of a country's: Russia and Russian, Japan and Japanese, Poland and Polish. */
const DEMONYM = /(?:n|an|ian|ese|ish|i)$/u;
/** Of several people with a surname, the one is meant who has this many times the quotes of the next. */
export const OUTWEIGHS = 3;
/** A name is compared with so many others that have its initials, at most. */
const MOST_WITH_INITIALS = 300;
/** Longer words, in letters, are none that somebody misspells. */
const LONGEST_MISSPELT = 40;
/** "BIDEN" is a name in capitals, "NASA" is not. */
const LONGEST_ACRONYM = 4;
/** Words that do not tell two institutions apart. */
const EMPTY_WORDS = new Set(['the', 'of', 'for', 'and', 'a', 'an']);
const ASCII = /^\p{ASCII}*$/u;
/** Names or quotes gone through in one step. */
const STEP = 500;

/** A name's words to compare: lower case, no marks, no possessives. */
export function nameKey(name: string): string[] {
  const unmarked = ASCII.test(name) ? name : name.normalize('NFD').replace(/\p{M}+/gu, '');
  return unmarked
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

/** Whether two words of names are one, spelt alike or almost: Sergei and Sergey, Lavrov and Lavrow, Russia and Russian. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  // Most words that are held against each other part here.
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    short.length >= 4 &&
    long.startsWith(short.slice(0, 4)) &&
    DEMONYM.test(long) &&
    long.startsWith(short.slice(0, -1))
  )
    return true;
  const isNear = short.length >= 5 && long.length - short.length <= 1 && short.charAt(0) === long.charAt(0);
  return isNear && long.length <= LONGEST_MISSPELT && editDistance(a, b, 1) <= 1;
}

/** Whether two full names mean one speaker. */
function isOneSpeaker(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  // "Maria" is no misspelt "Mario".
  const [one, other] = [a, b].map(([given = '']) => genderOf(given));
  if (one && other && one !== other) return false;
  return a.every((word, i) => isSameWord(word, b[i] ?? ''));
}

/** Of everybody whom the articles name, what entries are made of. */
export interface KnownPeople {
  /** Whether somebody of this name can be a person. */
  isPerson(name: string): boolean;
  /** What somebody of this name is called, lower case, in the order of the articles. */
  rolesOf(name: string): Iterable<string>;
}

const NOBODY: KnownPeople = { isPerson: () => false, rolesOf: () => [] };

/** Every form of a name and the entry that it belongs to. */
export class SpeakerList {
  readonly entries: readonly SpeakerEntry[];
  readonly #entryOf = new Map<string, SpeakerEntry>();

  /** @param entries what {@link readSpeakers} makes of the quotes and of everybody whom the articles name */
  constructor(quotes: readonly Quote[], entries: readonly SpeakerEntry[] = finish(readSpeakers(quotes, NOBODY))) {
    this.entries = entries;
    for (const entry of this.entries) for (const name of [entry.name, ...entry.aliases]) this.#entryOf.set(name, entry);
  }

  /** Who says it, one by one: several for a joint statement, [] when the article does not say. */
  namesOf(quote: Quote): string[] {
    const entry = this.of(quote);
    if (!entry) return [];
    const members = entry.members.map((name) => this.#entryOf.get(name)?.name ?? name);
    return members.length > 0 ? [...new Set(members)] : [entry.name];
  }

  /** Whose quote it is, null when the article does not say. */
  of(quote: Quote): SpeakerEntry | null {
    return quote.speaker?.name ? (this.#entryOf.get(quote.speaker.name) ?? null) : null;
  }
}

/**
 * Everybody who is quoted, most quoted first.
 * @param people everybody the articles name, for the roles; may be nobody
 */
export function* readSpeakers(quotes: readonly Quote[], people: KnownPeople): Steps<SpeakerEntry[]> {
  const counts = new Map<string, number>();
  for (const { speaker } of quotes) if (speaker?.name) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
  yield;
  const membersOf = new Map(
    quotes.flatMap(({ speaker }) => (speaker?.members ? [[speaker.name, speaker.members] as const] : [])),
  );
  const groups = yield* groupNames(
    counts,
    (name) => people.isPerson(name) || genderOf(nameKey(name)[0] ?? '') !== null,
  );
  const entries: SpeakerEntry[] = [];
  for (const [i, names] of groups.entries()) {
    if (i % STEP === 0) yield;
    entries.push(entryFor(names, counts, people, membersOf));
  }
  yield;
  const { compare: byAlphabet } = new Intl.Collator('en');
  return entries.sort((a, b) => b.count - a.count || byAlphabet(a.name, b.name));
}

interface NameGroup {
  readonly key: readonly string[];
  readonly names: string[];
}

/** Puts the forms of each name together: full names by spelling, then a lone surname with the only full name that has it. */
function* groupNames(counts: ReadonlyMap<string, number>, isPerson: (name: string) => boolean): Steps<string[][]> {
  const groups: NameGroup[] = [];
  const byInitials = new Map<string, NameGroup[]>();
  const bySurname = new Map<string, NameGroup[]>();
  const byCount = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  yield;
  const keyed = byCount.map((name) => ({ name, key: nameKey(name) }));
  yield;
  // "Joe Biden" before "President-elect Joe Biden", so that the longer finds the name inside it.
  const full = keyed.filter(({ key }) => key.length > 1).sort((a, b) => a.key.length - b.key.length);
  for (const [i, { name, key }] of full.entries()) {
    if (i % STEP === 0) yield;
    const same =
      (byInitials.get(initialsOf(key)) ?? []).find((group) => isOneSpeaker(group.key, key)) ??
      (isAllName(name) ? bySurname.get(key.at(-1) ?? '') : undefined)?.find((group) => isNameWithin(group.key, key));
    if (same) {
      same.names.push(name);
      continue;
    }
    const group = { key, names: [name] };
    groups.push(group);
    if ((byInitials.get(initialsOf(key))?.length ?? 0) < MOST_WITH_INITIALS) addTo(byInitials, initialsOf(key), group);
    addTo(bySurname, key.at(-1) ?? '', group);
  }
  const single = new Map<string, NameGroup>();
  for (const [i, { name, key }] of keyed.filter(({ key }) => key.length <= 1).entries()) {
    if (i % STEP === 0) yield;
    const word = key[0] ?? '';
    const holders = (bySurname.get(word) ?? []).filter(({ names }) => names.some(isPerson));
    const own = (isAllName(name) ? soleHolder(holders, counts) : null) ?? single.get(word);
    if (own) own.names.push(name);
    else {
      const group = { key, names: [name] };
      groups.push(group);
      single.set(word, group);
    }
  }
  return groups.map((group) => group.names);
}

/** Whose surname it is: the only one who has it, or the one who is quoted far more than all others who do. */
function soleHolder(holders: readonly NameGroup[], counts: ReadonlyMap<string, number>): NameGroup | null {
  const weigh = (group: NameGroup) => group.names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const [first, second] = [...holders].sort((a, b) => weigh(b) - weigh(a));
  if (!first) return null;
  return !second || weigh(first) >= OUTWEIGHS * weigh(second) ? first : null;
}

/** Whether every word is capitalised, and it is no acronym: "NASA Administrator Bill Nelson", not "spokesperson for Bill Nelson". */
function isAllName(name: string): boolean {
  return (
    name.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word)) && (/\p{Ll}/u.test(name) || name.length > LONGEST_ACRONYM)
  );
}

/** Two spellings of one name have the same number of words, which begin alike: {@link isSameWord}. */
function initialsOf(key: readonly string[]): string {
  return key.map((word) => word.charAt(0)).join(' ');
}

function addTo(map: Map<string, NameGroup[]>, word: string, group: NameGroup): void {
  const known = map.get(word);
  if (known) known.push(group);
  else map.set(word, [group]);
}

/** Whether a longer form ends with a person's full name: "NASA Administrator Bill Nelson" with "Bill Nelson". */
function isNameWithin(name: readonly string[], longer: readonly string[]): boolean {
  if (longer.length <= name.length || genderOf(name[0] ?? '') === null) return false;
  return name.every((word, i) => word === longer[longer.length - name.length + i]);
}

function entryFor(
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
  people: Pick<KnownPeople, 'rolesOf'>,
  membersOf: ReadonlyMap<string | null, readonly string[]>,
): SpeakerEntry {
  const full = (name: string) => Math.min(nameKey(name).length, 2);
  const ordered = [...names].sort((a, b) => full(b) - full(a) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const [name = '', ...aliases] = ordered;
  const count = names.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0);
  const roles = [...new Set(names.flatMap((form) => [...people.rolesOf(form)]))];
  return { name, count, aliases, roles, members: membersOf.get(name) ?? [] };
}
