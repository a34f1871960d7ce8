import type { Token } from '../english/analyzer.js';
import { ALIKE_WITHOUT_DEED, shareDeed } from './deeds.js';
import { conflictingFigures } from './figures.js';
import { oppositesIn } from './opposites.js';
import { swappedRoles } from './roles.js';
import { foldNameEnding, type Statement } from './statement.js';
import { deedOf, isListedDeed, isNamedByPhrase } from './verbClasses.js';

/** How much two statements have in common. */
export interface Likeness {
  /** Share of the content words of the statement with fewer that the other has too, 0..1. */
  readonly ofShorter: number;
  /** The same of the statement with more, 0..1. */
  readonly ofLonger: number;
  /** How many content words they share. */
  readonly count: number;
}

/** How many items two sets share. */
export function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const item of few) if (many.has(item)) count++;
  return count;
}

/** Share of the smaller set's items that the other has too. @returns 0..1; 0 when either is empty */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : sharedCount(a, b) / smaller;
}

/** Compares two statements by the words that carry meaning. */
export function likeness({ content: a }: Statement, { content: b }: Statement): Likeness {
  const count = sharedCount(a, b);
  const shareOf = (size: number): number => (size === 0 ? 0 : count / size);
  return { ofShorter: shareOf(Math.min(a.size, b.size)), ofLonger: shareOf(Math.max(a.size, b.size)), count };
}

/** What keys the words of a sentence may have that was not read as a statement. @param words as the index has them */
export function possibleKeys(words: readonly Token[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { term, surface, capitalized } of words) {
    keys.add(term).add(deedOf(term));
    if (capitalized) keys.add(foldNameEnding(surface));
  }
  return keys;
}

/**
 * Whether a sentence that was not read as a statement yet may be about the same as one that was, or any part of it may: false only where
 * {@link isAboutTheSame} is sure to be. That takes a tenth of reading it.
 * @param keys of the sentence: {@link possibleKeys}
 */
export function mayBeAboutTheSame({ content, traits }: Statement, keys: ReadonlySet<string>): boolean {
  const mayHave = (key: string): boolean => keys.has(key) || isHeldInOtherWays(key);
  const countOf = (own: ReadonlySet<string>): number => [...own].filter(mayHave).length;
  const count = countOf(content);
  // A figure in each counts as one more, and the longer of the two has no fewer words than this one.
  if (count < SAME_WORDS - 1 || count < SAME_OF_LONGER * content.size) return false;
  if (countOf(traits.plain) < SAME_PLAIN_WORDS) return false;
  if (traits.quoted.size >= FEWEST_QUOTED || count >= ALIKE_WITHOUT_DEED * content.size) return true;
  // A deed that is no word of content is a verb of saying, which the index may not have.
  return [...traits.deeds].some((deed) => mayHave(deed) || !content.has(deed));
}

/** Whether a key may stand for words that do not have it: a number, a deed of two words, a short form, or a letter, which the index has not. */
function isHeldInOtherWays(key: string): boolean {
  if (key.length === 1) return true;
  return isListedDeed(key) ? isNamedByPhrase(key) : !/\p{Ll}/u.test(key);
}

/** Two statements are about the same when the shorter is in the longer by this much ... */
const SAME_OF_SHORTER = 0.5;
/** ... and the longer is not about much else ... */
const SAME_OF_LONGER = 0.3;
/** ... and they share enough words to tell, a figure in each counted as one, ... */
const SAME_WORDS = 3;
/** ... not only the names, which any two lines about one event share. */
const SAME_PLAIN_WORDS = 2;

/** Of the statement that names fewer, this share of the names must be in the other: else it tells of somebody else. */
const NAMES_AGREE = 0.5;

/** Whether two statements name the same people and places, by and large. */
export function namesAgree({ traits: a }: Statement, { traits: b }: Statement): boolean {
  const fewer = Math.min(a.names.size, b.names.size);
  return fewer === 0 || sharedCount(a.names, b.names) >= NAMES_AGREE * fewer;
}

/** Two quotations are of one saying when the shorter shares this much of its words with the other. */
const SAME_QUOTED = 0.5;
/** Fewer quoted words tell nothing. */
const FEWEST_QUOTED = 4;

/** Whether both quote one saying, in words that may be a translator's; null where either quotes too little to tell. */
function sharedQuotation({ traits: a }: Statement, { traits: b }: Statement): boolean | null {
  const fewer = Math.min(a.quoted.size, b.quoted.size);
  return fewer < FEWEST_QUOTED ? null : sharedCount(a.quoted, b.quoted) >= SAME_QUOTED * fewer;
}

/**
 * Whether two statements tell of the same thing, in whatever words, be it with other figures or days: they share words and what is
 * done, or quote one saying, and neither denies what the other says. In doubt they do not.
 */
export function isAboutTheSame(a: Statement, b: Statement): boolean {
  return isOfTheSame(a, b) && a.traits.denials === b.traits.denials;
}

/** As {@link isAboutTheSame}, whether or not one of them denies it. */
export function isOfTheSame(a: Statement, b: Statement): boolean {
  const { ofShorter, ofLonger, count } = likeness(a, b);
  const figures = Math.min(a.figures.length, b.figures.length, 1);
  if (ofShorter < SAME_OF_SHORTER || ofLonger < SAME_OF_LONGER || count + figures < SAME_WORDS) return false;
  if (sharedCount(a.traits.plain, b.traits.plain) < SAME_PLAIN_WORDS) return false;
  const quoted = sharedQuotation(a, b);
  return quoted === null ? shareDeed(a.traits.deeds, b.traits.deeds, ofLonger) : quoted;
}

/** Whether two statements say the same: about the same thing, no figure or word in one contradicts the other, and each has its role. */
export function saysTheSame(a: Statement, b: Statement): boolean {
  return (
    isAboutTheSame(a, b) &&
    namesAgree(a, b) &&
    conflictingFigures(a, b).length === 0 &&
    oppositesIn(a, b).length === 0 &&
    swappedRoles(a, b) === null
  );
}
