import { AUXILIARIES } from '../english/lists/auxiliaries.js';
import { DETERMINERS, FRONTED, PREPOSITIONS } from '../english/lists/functionWords.js';
import { IRREGULAR_PAST } from '../english/lists/irregularPasts.js';
import { OBJECT_PRONOUNS, POSSESSIVES, PRONOUNS } from '../english/lists/pronouns.js';
import { TIMES } from '../english/lists/times.js';
import { VENUES } from '../english/lists/venues.js';
import { isMark, isStop, type ProseToken, wordAt } from '../english/proseTokens.js';
import { isAdverb } from '../english/wordClasses.js';

/** How far the hearer of "told" may reach before "that", in tokens. */
const LONGEST_HEARER = 16;
/** Longest row of nouns without a determiner that may be told something. */
const LONGEST_ROW = 4;
/** How far a venue may stand after its preposition, in tokens: "in his annual New Year's speech". */
const LONGEST_VENUE = 6;
const PERIOD = /^(?:week|month|year|spring|summer|fall|autumn|winter|weekend|morning|afternoon|evening|night)$/u;
/** What reporters note that a speaker left out. */
const REMARK = /^(?:elaborating|giving|providing|offering|specifying|naming|citing|explaining|saying|going|adding)$/u;
/** A verb form that shows a clause when no auxiliary does. */
const PAST_FORM = /^[a-z]{2,}(?:ed|n't|'s|'re|'ve|'ll|'d)$/u;

/** Whether a clause of its own can begin at a token: a subject does. */
export function beginsClause(tokens: readonly ProseToken[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.quotation || token.lower === 'that' || token.lower === 'there' || token.capital) return true;
  return PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower) || /[^s]s$/u.test(token.lower);
}

/** Whether a run of tokens begins with a clause, and not only with a noun phrase: "a series of measures", "the nomination, winning …". */
export function hasFiniteVerb(tokens: readonly ProseToken[], from: number, to: number): boolean {
  if (PRONOUNS.has(wordAt(tokens, from)) || /[a-z]{2}ing$/u.test(wordAt(tokens, from))) return true;
  const fronted = PREPOSITIONS.has(wordAt(tokens, from)) || FRONTED.has(wordAt(tokens, from));
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i];
    if (!token || (isMark(token, ',') && !fronted) || /^(?:who|which)$/u.test(token.lower)) return false;
    if (token.kind !== 'word') continue;
    if (AUXILIARIES.has(token.lower) || IRREGULAR_PAST.has(token.lower) || PAST_FORM.test(token.lower)) return true;
  }
  return false;
}

/**
 * Whether only an adverbial stands in a region: "In an interview Monday", "During his homeless years, which ended last
 * fall"; no clause follows inside it.
 */
export function isFronted(tokens: readonly ProseToken[], begin: number, to: number): boolean {
  let from = begin;
  while (/^(?:but|and|so|or|yet)$/u.test(wordAt(tokens, from)) && FRONTED.has(wordAt(tokens, from))) {
    if (to - from <= 1) return true;
    from++;
  }
  if (!FRONTED.has(wordAt(tokens, from))) return false;
  for (let i = from; i < to; i++) if (isMark(tokens[i], ',')) return !beginsClause(tokens, i + 1);
  return true;
}

/** After "told": past the hearer, to where the statement begins. */
export function skipHearer(tokens: readonly ProseToken[], from: number): number {
  const first = tokens[from];
  if (first?.kind !== 'word' || first.lower === 'that') return from;
  for (let i = from + 1; i < from + LONGEST_HEARER; i++) {
    const token = tokens[i];
    if (!token || token.quotation || isStop(token) || PRONOUNS.has(token.lower)) break;
    if (token.lower === 'that') return i;
  }
  if (OBJECT_PRONOUNS.has(first.lower)) {
    const next = tokens[from + 1];
    if (first.lower !== 'her' || next?.kind !== 'word' || beginsClause(tokens, from + 1)) return from + 1;
  }
  let i = from + 1;
  if (first.capital) {
    const link = (at: number) => /^(?:of|the|&|and|host|for)$/u.test(wordAt(tokens, at)) && tokens[at + 1]?.capital;
    while (tokens[i]?.capital || link(i)) i++;
    // "Russian outlets", "CTV viewers": the noun belongs to the hearer when nothing but the statement follows it.
    return isPlainNoun(tokens, i) && /s$/u.test(wordAt(tokens, i)) && endsPhrase(tokens, i + 1) ? i + 1 : i;
  }
  const determined = DETERMINERS.has(first.lower) || POSSESSIVES.has(first.lower);
  if (!determined) {
    // "reporters", "police", "senior government officials": to the first plural, one word when there is none.
    while (i < from + LONGEST_ROW && isPlainNoun(tokens, i) && !/s$/u.test(wordAt(tokens, i - 1))) i++;
    return /s$/u.test(wordAt(tokens, i - 1)) ? i : from + 1;
  }
  for (; i < from + LONGEST_HEARER; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punctuation' || token.quotation) break;
    const begins = token.capital || PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower);
    if (begins && i > from + 1 && !PREPOSITIONS.has(wordAt(tokens, i - 1))) break;
  }
  return i;
}

function endsPhrase(tokens: readonly ProseToken[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.kind === 'punctuation' || token.quotation) return true;
  return token.lower === 'that' || PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower) || TIMES.has(token.lower);
}

function isPlainNoun(tokens: readonly ProseToken[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== 'word' || token.capital) return false;
  return (
    !PREPOSITIONS.has(token.lower) &&
    !PRONOUNS.has(token.lower) &&
    !DETERMINERS.has(token.lower) &&
    !isAdverb(token.lower)
  );
}

/** Past "on Tuesday", "in a statement", "at a news conference": circumstances that are no part of what is said. */
export function skipCircumstances(tokens: readonly ProseToken[], from: number): number {
  let i = from;
  for (;;) {
    const word = wordAt(tokens, i);
    if (TIMES.has(word) || (isAdverb(word) && !/^(?:even|just|only|often|long|never|all|both)$/u.test(word))) i++;
    else if (word === 'on' && TIMES.has(wordAt(tokens, i + 1))) i += 2;
    else if (/^(?:last|this)$/u.test(word) && PERIOD.test(wordAt(tokens, i + 1))) i += 2;
    else {
      const end = PREPOSITIONS.has(word) ? endOfVenue(tokens, i) : -1;
      if (end < 0) return i;
      i = end;
    }
  }
}

/** Where "in a statement", "in his New Year's speech", "to reporters" ends; -1 when the words at `at` are no such phrase. */
function endOfVenue(tokens: readonly ProseToken[], at: number): number {
  for (let i = at + 1; i <= at + LONGEST_VENUE; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punctuation' || token.quotation || PRONOUNS.has(token.lower)) return -1;
    if (VENUES.has(token.lower) && !VENUES.has(wordAt(tokens, i + 1))) return i + 1;
  }
  return -1;
}

/** Whether what follows a cue only says when, where or how: the statement came before. */
export function isCircumstance(tokens: readonly ProseToken[], i: number): boolean {
  if (skipCircumstances(tokens, i) > i) return true;
  const word = wordAt(tokens, i);
  return (
    /^(?:as|while|when|during|after|before|in|on|at|by|via|through|following|of|about|with|from|to)$/u.test(word) ||
    /ing$/u.test(word)
  );
}

/** Where a statement ends before the reporter's own remark on it, "without elaborating"; `to` when there is none. */
export function endBeforeRemark(tokens: readonly ProseToken[], from: number, to: number): number {
  for (let i = from + 1; i + 1 < to; i++) {
    if (wordAt(tokens, i) === 'without' && REMARK.test(wordAt(tokens, i + 1))) return i;
  }
  return to;
}
