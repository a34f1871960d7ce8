import { AUXILIARIES, MODALS, NEGATIONS, PASSIVE, PERFECT } from '../english/lists/auxiliaries.js';
import { DETERMINERS, FRONTED, PREPOSITIONS, SUBORDINATORS } from '../english/lists/functionWords.js';
import { PRONOUNS } from '../english/lists/pronouns.js';
import { TIMES } from '../english/lists/times.js';
import { isDash, isMark, type ProseToken, wordAt } from '../english/proseTokens.js';
import { isAdverb, isPossessive } from '../english/wordClasses.js';
import {
  headOf,
  isNoun,
  isPureName,
  LONGEST_PHRASE,
  NAME_LINKS,
  type NounPhrase,
  nameBehindTitle,
  phraseEndingAt,
  single,
} from './nounPhrases.js';

/** What stands before a verb. */
export type Before =
  | { readonly kind: 'subject'; readonly phrase: NounPhrase }
  /** "… praised the deal and said": the subject is that of the verb before. */
  | { readonly kind: 'shared' }
  /** "did not say", "was told", "to say", "would say": no statement is made. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'none' };

/** Longest aside between a subject and its verb, in tokens: "Brooks, who still has the phone he was given, said". */
const LONGEST_ASIDE = 60;
function isWord(token: ProseToken | undefined): boolean {
  return token?.kind === 'word';
}

/** Finds the subject of the verb at `verb`, looking left, not before `from`. */
export function subjectBefore(tokens: readonly ProseToken[], verb: number, from: number): Before {
  let i = verb - 1;
  let passive = false;
  while (i >= from && isWord(tokens[i])) {
    const word = wordAt(tokens, i);
    const timed = beforeTime(tokens, i);
    if (timed < i) {
      i = timed;
      continue;
    }
    if (!tokens[i]?.capital && (NEGATIONS.has(word) || MODALS.has(word))) return { kind: 'denied' };
    if (PASSIVE.has(word)) passive = true;
    else if (word === 'as' && /^(?:quoted|cited)$/u.test(wordAt(tokens, i - 1))) i--;
    else if (!PERFECT.has(word) && !(isAdverb(word) && !tokens[i]?.capital)) break;
    i--;
  }
  const quotedAs = wordAt(tokens, verb - 1) === 'as';
  if (passive && !quotedAs) return { kind: 'denied' };
  const word = wordAt(tokens, i);
  if (i >= from && (word === 'and' || word === 'but' || word === 'then')) return { kind: 'shared' };
  if (i < from) return { kind: 'none' };
  const token = tokens[i];
  if (isMark(token, ',') || isDash(token) || isMark(token, ')')) return beforeAside(tokens, i, from);
  const phrase = phraseEndingAt(tokens, i, from);
  return phrase ? { kind: 'subject', phrase } : { kind: 'none' };
}

/** The index before "on Thursday", "Thursday", "last week" when these words end at `i`; `i` itself otherwise. */
function beforeTime(tokens: readonly ProseToken[], i: number): number {
  const before = wordAt(tokens, i - 1);
  if (/^(?:week|month|year|spring|summer|fall|autumn|winter|weekend)$/u.test(wordAt(tokens, i))) {
    return /^(?:last|this)$/u.test(before) ? i - 2 : i;
  }
  if (!TIMES.has(wordAt(tokens, i)) || before === '') return i;
  return before === 'on' || before === 'in' || before === 'late' || before === 'early' ? i - 2 : i - 1;
}

/** "Brooks, 54, said", "Jamil, principal researcher at Dixon Hall, said", "the director of the agency, Jeff Fraser, says". */
function beforeAside(tokens: readonly ProseToken[], end: number, from: number): Before {
  const close = tokens[end];
  if (isMark(close, ')')) {
    for (let i = end - 1; i > from && i > end - LONGEST_ASIDE; i--) {
      if (!isMark(tokens[i], '(')) continue;
      const phrase = phraseEndingAt(tokens, i - 1, from);
      return phrase ? { kind: 'subject', phrase } : { kind: 'none' };
    }
    return { kind: 'none' };
  }
  let right = end;
  let nearest: NounPhrase | null = null;
  for (let i = end - 1; i >= from && i > end - LONGEST_ASIDE; i--) {
    const token = tokens[i];
    if (token?.quotation && isMark(tokens[i + 1], ',')) break;
    const isComma = isDash(close) ? isDash(token) : isMark(token, ',');
    if (!isComma) continue;
    const aside = tokens.slice(i + 1, right);
    const phrase = phraseEndingAt(tokens, i - 1, from);
    if (phrase && isSubjectLike(tokens, phrase, from) && isAside(aside)) {
      if (isPureName(aside) && !isPureName(tokens.slice(phrase.from, phrase.to))) {
        return { kind: 'subject', phrase: { from: phrase.from, to: right, head: [i + 1, right] } };
      }
      nearest = phrase;
      // "Chetham Lakshman, vice-president, external affairs, said": a name ends the search, a role goes on.
      if (tokens[phrase.head[0]]?.capital) break;
    }
    right = i;
  }
  return nearest ? { kind: 'subject', phrase: nearest } : { kind: 'none' };
}

function isAside(aside: readonly ProseToken[]): boolean {
  return aside.length > 0 && !PRONOUNS.has(aside[0]?.lower ?? '') && !/^(?:and|but)$/u.test(aside[0]?.lower ?? '');
}

/** Whether a phrase can be a subject: it is no day or place, and does not follow a preposition (", of Antigonish, N.S.,"). */
function isSubjectLike(tokens: readonly ProseToken[], phrase: NounPhrase, from: number): boolean {
  const first = wordAt(tokens, phrase.from);
  const alone = phrase.to - phrase.from === 1;
  if (alone && /^(?:\p{Lu}\.)+$|^\p{Lu}\p{L}+\.$/u.test(tokens[phrase.from]?.text ?? '')) return false;
  if (
    phrase.from > from + 1 &&
    PREPOSITIONS.has(wordAt(tokens, phrase.from - 1)) &&
    isMark(tokens[phrase.from - 2], ',')
  )
    return false;
  return !PREPOSITIONS.has(first) && !TIMES.has(first) && !FRONTED.has(first);
}

/** The subject that follows an inverted verb: "said Terry Chapman with the union", "says one of the players". */
export function subjectAfter(tokens: readonly ProseToken[], from: number): NounPhrase | null {
  let start = from;
  while (isAdverb(wordAt(tokens, start)) && isWord(tokens[start])) start++;
  const first = tokens[start];
  if (first?.kind !== 'word') return null;
  if (PRONOUNS.has(first.lower)) return single(start);
  if (
    PREPOSITIONS.has(first.lower) ||
    SUBORDINATORS.has(first.lower) ||
    AUXILIARIES.has(first.lower) ||
    TIMES.has(first.lower)
  )
    return null;
  const described = DETERMINERS.has(first.lower);
  let named = false;
  let i = start;
  for (; i < tokens.length && i - start < LONGEST_PHRASE; i++) {
    const token = tokens[i];
    if (!token || token.quotation || token.kind === 'punctuation' || TIMES.has(token.lower)) break;
    if (token.capital) {
      named = true;
      continue;
    }
    // "Acme's | chief executive": so far the name tells only whose they are.
    if (isPossessive(wordAt(tokens, i - 1))) named = false;
    if (named && NAME_LINKS.test(token.lower) && tokens[i + 1]?.capital) continue;
    if (named && !followedByName(tokens, i) && !(described && isNoun(token))) break;
    if (SUBORDINATORS.has(token.lower) || AUXILIARIES.has(token.lower) || PRONOUNS.has(token.lower)) break;
    if (PREPOSITIONS.has(token.lower) && !(token.lower === 'of' || token.lower === 'for')) break;
  }
  if (i === start) return null;
  const name = named && tokens[i - 1]?.capital ? null : nameBehindTitle(tokens, i);
  return name ? { from: start, to: name[1], head: name } : { from: start, to: i, head: headOf(tokens, start, i) };
}

/** Whether lower-case words at `i` lead on to a name in the same phrase: "Rockets | general manager Bruce Hamilton". */
function followedByName(tokens: readonly ProseToken[], i: number): boolean {
  for (let k = i; k < i + 5; k++) {
    const token = tokens[k];
    if (token?.kind !== 'word') return false;
    if (token.capital) return k > i && !TIMES.has(token.lower);
    if (
      PREPOSITIONS.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      DETERMINERS.has(token.lower) ||
      isAdverb(token.lower)
    )
      return false;
    if (AUXILIARIES.has(token.lower) || /(?:ing|ed)$/u.test(token.lower)) return false;
  }
  return false;
}
