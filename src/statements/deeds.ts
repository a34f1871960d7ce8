import { cueVerb } from '../english/cueVerbs.js';
import { AUXILIARIES, MODALS } from '../english/lists/auxiliaries.js';
import { DETERMINERS, PREPOSITIONS } from '../english/lists/functionWords.js';
import { IRREGULAR_PAST, UNCHANGED_PAST } from '../english/lists/irregularPasts.js';
import { ATTRIBUTING_WORDS } from '../english/lists/sayingVerbs.js';
import { overlapsAny, type Span } from '../english/span.js';
import { isAdverb } from '../english/wordClasses.js';
import type { Word } from './word.js';

/** A key in capitals names a class of verbs: `verbClasses.ts`. */
const VERB_CLASS = /^[A-Z]+$/;
const PAST = /^\p{Ll}{2,}ed$/u;
const THIRD_PERSON = /^\p{Ll}{3,}s$/u;
/** Between an auxiliary and its verb: "has not yet been told". */
const BETWEEN = 3;

/**
 * What a statement says is done, was done or is so: keys of its verbs and of what stands in a verb's place behind "is". Read off
 * forms and places, without a tagger, so that some nouns are among them; saying is a deed only where nothing else is.
 */
export function deedsOf(words: readonly Word[], figures: readonly Span[]): ReadonlySet<string> {
  const deeds = new Set<string>();
  const said = new Set<string>();
  for (const word of verbsOf({ words, figures })) {
    if (ATTRIBUTING_WORDS.has(word.text.toLowerCase())) said.add(word.key);
    else if (word.content) deeds.add(word.key);
  }
  return deeds.size > 0 ? deeds : said;
}

/** The words of a statement that stand as verbs, in order, auxiliaries and verbs of saying among them. */
export function verbsOf({
  words,
  figures,
}: {
  readonly words: readonly Word[];
  readonly figures: readonly Span[];
}): Word[] {
  return words.filter(
    (word, at) => !word.name && word.number === null && !overlapsAny(word, figures) && isVerb(words, word, at),
  );
}

/** Whether a word names a deed of `verbClasses.ts`, be it as a noun: "the resignation", "a visit". */
export function namesDeed({ key, name }: Word): boolean {
  return !name && VERB_CLASS.test(key);
}

function isVerb(words: readonly Word[], word: Word, at: number): boolean {
  const text = word.text.toLowerCase();
  if (PAST.test(text) || IRREGULAR_PAST.has(text) || isAfterAuxiliary(words, at)) return true;
  const before = words[at - 1];
  const follows = before !== undefined && (before.name || !isClosed(before));
  // "the blast", "an attack" are no deeds here, "attacked", "they attack" are.
  if (VERB_CLASS.test(word.key) || UNCHANGED_PAST.has(text)) return follows || before === undefined;
  return THIRD_PERSON.test(text) && follows && cueVerb(text)?.participle === false;
}

/** Whether an auxiliary stands before, with nothing but adverbs and other auxiliaries between. */
function isAfterAuxiliary(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - BETWEEN; i--) {
    const text = words[i]?.text.toLowerCase().replaceAll('’', "'") ?? '';
    if (AUXILIARIES.has(text) || MODALS.has(text)) return true;
    if (!isAdverb(text) && text !== 'not') return false;
  }
  return false;
}

function isClosed({ text }: Word): boolean {
  const word = text.toLowerCase();
  return DETERMINERS.has(word) || PREPOSITIONS.has(word) || AUXILIARIES.has(word);
}

/** Without a deed that either shows, only lines this much alike can be of one deed. */
export const ALIKE_WITHOUT_DEED = 0.7;

/** Whether two statements share what is done. @param ofLonger how much of the longer they share, 0..1 */
export function shareDeed(ofA: ReadonlySet<string>, ofB: ReadonlySet<string>, ofLonger: number): boolean {
  if (ofA.size === 0 || ofB.size === 0) return ofLonger >= ALIKE_WITHOUT_DEED;
  for (const deed of ofA) if (ofB.has(deed)) return true;
  return false;
}
