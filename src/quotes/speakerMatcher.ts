import Fuse from 'fuse.js';
import { genderOf } from '../english/givenNames.js';
import { DETERMINERS } from '../english/lists/functionWords.js';
import { ROLES } from '../english/lists/roles.js';
import { SAME_OFFICE } from '../english/wordClasses.js';
import { finish, type Steps } from '../steps.js';
import { isLesser } from './directory.js';
import { isSameWord, nameKey, OUTWEIGHS, type SpeakerEntry } from './speakers.js';

/** fuse.js score, 0 (same) to 1, up to which a word is taken for a misspelling of a name: "Lavrof", "Lavrow", "Trudo". */
const MISSPELT_NAME = 0.35;
/** Shorter words are too easily something else. */
const SHORTEST_MISSPELT = 4;
/** "WHO", "FDA": asked for in capitals. */
const CAPITAL_INITIALS = /^\p{Lu}{2,7}$/u;

/** A speaker with what a name that was typed is held against. */
export interface SpeakerForms {
  readonly entry: SpeakerEntry;
  /** The words of each form of the name. */
  readonly forms: readonly (readonly string[])[];
  /** The words of each of the entry's roles. */
  readonly roles: readonly (readonly string[])[];
  readonly initials: string;
}

/** Entries gone through in one step. */
const STEP = 500;

/** What there is to compare with of each entry. */
export function* readForms(entries: readonly SpeakerEntry[]): Steps<SpeakerForms[]> {
  const known: SpeakerForms[] = [];
  for (const [i, entry] of entries.entries()) {
    if (i % STEP === 0) yield;
    const forms = [entry.name, ...entry.aliases].map(nameKey);
    known.push({ entry, forms, roles: entry.roles.map(nameKey), initials: initialsOf(entry.name) });
  }
  return known;
}

/** Finds out who is meant by what a user typed. */
export class SpeakerMatcher {
  readonly #known: readonly SpeakerForms[];
  readonly #isNamed: (words: readonly string[]) => boolean;

  /**
   * @param isNamed whether the articles name somebody so without quoting them: that is nobody's misspelling
   * @param known what {@link readForms} makes of the entries
   */
  constructor(
    entries: readonly SpeakerEntry[],
    isNamed: (words: readonly string[]) => boolean,
    known: readonly SpeakerForms[] = finish(readForms(entries)),
  ) {
    this.#known = known;
    this.#isNamed = isNamed;
  }

  /**
   * Who is meant: a name or a part of it, a role ("the Russian foreign minister", "the minister"), initials, or a
   * misspelling. Most quoted first, and what somebody says together with others last; several when all of them can be meant; [] when nobody who is quoted can.
   */
  find(asked: string): SpeakerEntry[] {
    const found = this.#alone(asked);
    const names = new Set(found.flatMap(({ name, aliases }) => [name, ...aliases]));
    const together = this.#known.filter(
      ({ entry }) => !found.includes(entry) && entry.members.some((member) => names.has(member)),
    );
    return [...found, ...together.map(({ entry }) => entry)];
  }

  /** As `find`, without what they say together with others. */
  #alone(asked: string): SpeakerEntry[] {
    const words = nameKey(asked).filter((word) => !DETERMINERS.has(word));
    if (words.length === 0) return [];
    const lowerCase = !/\p{Lu}/u.test(asked) && ROLES.has(words.at(-1) ?? '');
    const role = lowerCase ? this.#holder(words) : null;
    if (role) return [role];
    const exact = this.#whole(words, asked.trim());
    if (exact.length > 0) return [...exact, ...this.#bearers(words, exact)];
    const part = this.#partly(words);
    if (part.length > 0) return part;
    const spelt = this.#known.filter(({ forms }) => forms.some((form) => holds(form, words))).map(({ entry }) => entry);
    if (spelt.length > 0) return heaviest(spelt);
    const holder = this.#holder(words);
    if (holder) return [holder];
    return this.#isNamed(words) ? [] : this.#misspelt(words);
  }

  /** Those with just this name, and those who speak for it: "Kremlin" and "Kremlin spokesperson". */
  #whole(words: readonly string[], asked: string): SpeakerEntry[] {
    const isWhole = ({ forms, initials }: SpeakerForms) =>
      forms.some((form) => isSame(form, words)) || (CAPITAL_INITIALS.test(asked) && initials === asked);
    const found = this.#known.filter(isWhole);
    if (found.length === 0) return [];
    const speaksFor = (form: readonly string[]) =>
      form.length === words.length + 1 && ROLES.has(form.at(-1) ?? '') && isSame(form.slice(0, -1), words);
    const voices = this.#known.filter((known) => !found.includes(known) && known.forms.some(speaksFor));
    return [...found, ...voices].map(({ entry }) => entry);
  }

  /** Everybody who has for a surname what somebody is called by alone, of whom the articles do not tell which of them it is. */
  #bearers(words: readonly string[], alone: readonly SpeakerEntry[]): SpeakerEntry[] {
    const [surname] = words;
    if (words.length > 1 || alone.some(({ name }) => nameKey(name).length > 1)) return [];
    const isPerson = ({ entry }: SpeakerForms) =>
      entry.roles.length > 0 || genderOf(nameKey(entry.name)[0] ?? '') !== null;
    const bears = ({ forms }: SpeakerForms) => forms.some((form) => form.length > 1 && form.at(-1) === surname);
    return heaviest(this.#known.filter((known) => bears(known) && isPerson(known)).map(({ entry }) => entry));
  }

  /** Those whose name ends or begins with these words; else those whose name holds them. */
  #partly(words: readonly string[]): SpeakerEntry[] {
    const ends = (form: readonly string[]) => isSame(form.slice(-words.length), words);
    const begins = (form: readonly string[]) => isSame(form.slice(0, words.length), words);
    for (const fits of [ends, begins, (form: readonly string[]) => words.every((word) => form.includes(word))]) {
      const found = this.#known.filter(({ forms }) => forms.some(fits)).map(({ entry }) => entry);
      if (found.length > 0) return heaviest(found);
    }
    return [];
  }

  /** The most quoted of those who hold a role; several may be "the minister". */
  #holder(words: readonly string[]): SpeakerEntry | null {
    const asked = words.join(' ');
    const offices = SAME_OFFICE.filter(([pattern]) => pattern.test(asked)).map(([pattern, office]) =>
      asked.replace(pattern, office),
    );
    for (const role of [asked, ...offices]) {
      const wanted = role.split(' ');
      const holders = this.#known.filter(({ roles }) => roles.some((held) => fitsRole(held, wanted)));
      const isOwn = (held: readonly string[]) => fitsRole(held, wanted) && !isLesser(held, wanted);
      const [held] = [...holders.filter(({ roles }) => roles.some(isOwn)), ...holders];
      if (held) return held.entry;
    }
    return null;
  }

  #misspelt(words: readonly string[]): SpeakerEntry[] {
    let left: readonly SpeakerForms[] = this.#known;
    for (const word of words) {
      if (word.length < SHORTEST_MISSPELT) return [];
      left = spelledNear(word, left);
    }
    // One misspelling means one speaker.
    return left.slice(0, 1).map(({ entry }) => entry);
  }
}

/** Those who have a word in their name that may be misspelt as `word`, best first. */
function spelledNear(word: string, known: readonly SpeakerForms[]): SpeakerForms[] {
  const isNear = (part: string) => part.length >= SHORTEST_MISSPELT && Math.abs(part.length - word.length) <= 2;
  // fuse.js looks at every entry: only words of like length go in.
  const parts = known.flatMap((who) => [...new Set(who.forms.flat())].filter(isNear).map((part) => ({ part, who })));
  const fuse = new Fuse(parts, { keys: ['part'], threshold: MISSPELT_NAME, minMatchCharLength: 2 });
  return [...new Set(fuse.search(word).map(({ item }) => item.who))];
}

/** Of several with the name: the one who far outweighs the others, else all. */
function heaviest(entries: readonly SpeakerEntry[]): SpeakerEntry[] {
  const [first, second] = entries;
  if (!first) return [];
  return second && first.count < OUTWEIGHS * second.count ? [...entries] : [first];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function holds(form: readonly string[], words: readonly string[]): boolean {
  return words.length >= Math.min(2, form.length) && words.every((word) => form.some((part) => isSameWord(part, word)));
}

/** "minister" and "russia foreign minister" fit "russian foreign minister": its last word, and the others anywhere. */
function fitsRole(held: readonly string[], wanted: readonly string[]): boolean {
  if (held.at(-1) !== wanted.at(-1)) return false;
  return wanted.every((word) => held.some((part) => isSameWord(part, word)));
}

const PART_OF_NAME = /^(?:\p{Lu}[\p{L}'’.-]*|of|the|for|and|on|&),?$/u;

/** "World Health Organization" → "WHO"; '' for a person. */
function initialsOf(name: string): string {
  if (!name.split(/\s/).every((word) => PART_OF_NAME.test(word))) return '';
  const words = name.match(/\p{Lu}[\p{L}'’-]*/gu) ?? [];
  if (words.length < 2 || genderOf(words[0] ?? '')) return '';
  return words.map((word) => word.charAt(0)).join('');
}
