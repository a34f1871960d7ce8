import { cueVerb } from './cueVerbs.js';
import {
  AUXILIARIES,
  DETERMINERS,
  FRONTED,
  isAdverb,
  isPossessive,
  MODALS,
  NEGATIONS,
  PASSIVE,
  PERFECT,
  PREPOSITIONS,
  PRO_FORMS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  TIMES,
} from './grammar.js';
import { isDash, isMark, type Token } from './tokens.js';

/** A noun phrase as token indices, `[from, to)`, and the part of it that says who: a name when there is one. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: readonly [number, number];
}

/** What stands before a verb. */
export type Before =
  | { readonly kind: 'subject'; readonly phrase: NounPhrase }
  /** "… praised the deal and said": the subject is that of the verb before. */
  | { readonly kind: 'shared' }
  /** "did not say", "was told", "to say", "would say": no statement is made. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'none' };

/** Longest noun phrase, in tokens; longer ones are misreadings. */
const LONGEST_PHRASE = 16;
/** Longest aside between a subject and its verb, in tokens: "Brooks, who still has the phone he was given, said". */
const LONGEST_ASIDE = 40;
/** Words within a name: "Secretary of State", "Ursula von der Leyen", "Bank of Canada". */
const NAME_LINKS = /^(?:of|de|da|di|del|der|den|du|la|le|van|von|bin|al|el|ibn|&|the|y|e)$/u;

function lower(tokens: readonly Token[], i: number): string {
  return tokens[i]?.lower ?? '';
}

function isWord(token: Token | undefined): boolean {
  return token?.kind === 'word';
}

/** Finds the subject of the verb at `verb`, looking left, not before `from`. */
export function subjectBefore(tokens: readonly Token[], verb: number, from: number): Before {
  let i = verb - 1;
  let passive = false;
  while (i >= from && isWord(tokens[i])) {
    const word = lower(tokens, i);
    if (NEGATIONS.has(word) || MODALS.has(word)) return { kind: 'denied' };
    if (PASSIVE.has(word)) passive = true;
    else if (word === 'as' && /^(?:quoted|cited)$/u.test(lower(tokens, i - 1))) i--;
    else if (!PERFECT.has(word) && !(isAdverb(word) && !tokens[i]?.capital)) break;
    i--;
  }
  const quotedAs = lower(tokens, verb - 1) === 'as';
  if (passive && !quotedAs) return { kind: 'denied' };
  const word = lower(tokens, i);
  if (i >= from && (word === 'and' || word === 'but' || word === 'then')) return { kind: 'shared' };
  if (i < from) return { kind: 'none' };
  const token = tokens[i];
  if (isMark(token, ',') || isDash(token) || isMark(token, ')')) return beforeAside(tokens, i, from);
  const phrase = phraseEndingAt(tokens, i, from);
  return phrase ? { kind: 'subject', phrase } : { kind: 'none' };
}

/** "Brooks, 54, said", "Jamil, principal researcher at Dixon Hall, said", "the director of the agency, Jeff Fraser, says". */
function beforeAside(tokens: readonly Token[], end: number, from: number): Before {
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
    if (phrase && isSubjectLike(tokens, phrase) && isAside(aside)) {
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

function isAside(aside: readonly Token[]): boolean {
  return aside.length > 0 && !PRONOUNS.has(aside[0]?.lower ?? '') && !/^(?:and|but)$/u.test(aside[0]?.lower ?? '');
}

function isPureName(tokens: readonly Token[]): boolean {
  return (
    tokens.length >= 1 &&
    tokens.length <= 4 &&
    tokens.every((t) => t.capital || NAME_LINKS.test(t.lower)) &&
    !TIMES.has(tokens[0]?.lower ?? '')
  );
}

/** Whether a phrase can be a subject: it does not begin with a preposition, and is no day or place alone. */
function isSubjectLike(tokens: readonly Token[], phrase: NounPhrase): boolean {
  const first = lower(tokens, phrase.from);
  return !PREPOSITIONS.has(first) && !TIMES.has(first) && !FRONTED.has(first);
}

/** The noun phrase that ends with the token at `end`, looking left, not before `from`; null when there is none. */
export function phraseEndingAt(tokens: readonly Token[], end: number, from: number): NounPhrase | null {
  const last = tokens[end];
  if (!last || last.kind === 'punctuation' || last.quotation || end < from) return null;
  const word = last.lower;
  if (PRONOUNS.has(word)) return single(end);
  if (RELATIVES.has(word)) {
    if (word === 'that') return null;
    const before = isMark(tokens[end - 1], ',') ? end - 2 : end - 1;
    return phraseEndingAt(tokens, before, from);
  }
  if (isPossessive(word) || PREPOSITIONS.has(word) || SUBORDINATORS.has(word) || AUXILIARIES.has(word)) return null;
  if (DETERMINERS.has(word) && !PRO_FORMS.has(word)) return null;
  if (TIMES.has(word) && !/^(?:may|april|june|august)$/u.test(word)) return null;
  let i = end;
  let determiner = -1;
  while (i > from && end - i < LONGEST_PHRASE && joins(tokens, i, determiner)) {
    i--;
    if (DETERMINERS.has(lower(tokens, i))) determiner = i;
  }
  let start = i;
  while (
    start < end &&
    (FRONTED.has(lower(tokens, start)) || PREPOSITIONS.has(lower(tokens, start)) || TIMES.has(lower(tokens, start)))
  ) {
    start = afterFronted(tokens, start, end);
  }
  return start > end ? null : { from: start, to: end + 1, head: headOf(tokens, start, end + 1) };
}

function single(at: number): NounPhrase {
  return { from: at, to: at + 1, head: [at, at + 1] };
}

/** Whether the token before `i` belongs to the same noun phrase as the one at `i`. */
function joins(tokens: readonly Token[], i: number, determiner: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token || before.kind === 'punctuation' || before.quotation) return false;
  const word = before.lower;
  // A phrase goes on left of its determiner only through a preposition: "the head of | the agency".
  if (determiner === i && !PREPOSITIONS.has(word) && !/^(?:all|both)$/u.test(word)) return false;
  if (PRONOUNS.has(word) || AUXILIARIES.has(word) || SUBORDINATORS.has(word)) return false;
  if (TIMES.has(word) && !PREPOSITIONS.has(token.lower)) return false;
  if (word === 'and') {
    const left = tokens[i - 2];
    if (left?.kind !== 'word') return false;
    if (left.capital || token.capital) return left.capital && token.capital;
    return left.lower.endsWith('s') && !DETERMINERS.has(token.lower);
  }
  const verb = cueVerb(word);
  if (
    verb &&
    !before.capital &&
    !verb.participle &&
    verb.kind === 'clause' &&
    !/^(?:report|claim|state|note|post)s?$/u.test(word)
  )
    return false;
  if (before.capital && !token.capital && isAdverb(word)) return false;
  return true;
}

/** After a fronted adverbial without a comma ("In July Lavrov", "On Thursday the minister"): where the subject begins. */
function afterFronted(tokens: readonly Token[], start: number, end: number): number {
  if (!PREPOSITIONS.has(lower(tokens, start))) return start + 1;
  for (let i = end; i > start + 1; i--) {
    const word = lower(tokens, i - 1);
    if (DETERMINERS.has(lower(tokens, i)) && !PREPOSITIONS.has(word)) return i;
    if (
      tokens[i]?.capital &&
      (!tokens[i - 1]?.capital || TIMES.has(word)) &&
      !PREPOSITIONS.has(word) &&
      !DETERMINERS.has(word)
    )
      return i;
  }
  return start + 1;
}

/** Where a run of capitalised words that ends before `to` begins; `to` when there is none. */
export function nameRunStart(tokens: readonly Token[], from: number, to: number): number {
  let start = to;
  for (let i = to - 1; i >= from; i--) {
    const token = tokens[i];
    if (!token) break;
    if (token.capital && !(isPossessive(token.lower) && i < to - 1) && !TIMES.has(token.lower)) start = i;
    else if (
      !(NAME_LINKS.test(token.lower) && tokens[i - 1]?.capital && tokens[i + 1]?.capital && token.lower !== 'the')
    )
      break;
  }
  return start;
}

/** The part of a noun phrase that says who: its name if it ends with one, or begins with one before a preposition. */
export function headOf(tokens: readonly Token[], from: number, to: number): readonly [number, number] {
  for (let i = from; i < to; i++)
    if (lower(tokens, i) === 'and' && tokens[i - 1]?.capital && tokens[i + 1]?.capital) return [from, to];
  const run = nameRunStart(tokens, from, to);
  if (run < to && !PREPOSITIONS.has(lower(tokens, run - 1)) && !(lower(tokens, run - 1) === 'the' && run - 1 > from))
    return [run, to];
  for (let i = from; i < to; i++) {
    if (!PREPOSITIONS.has(lower(tokens, i))) continue;
    if (lower(tokens, i) === 'of' && tokens[i + 1]?.capital && tokens[i - 1]?.capital) continue;
    const start = nameRunStart(tokens, from, i);
    if (start < i && i - start >= 1) return [start, i];
    break;
  }
  if (run < to && run === from) return [run, to];
  return [from, to];
}

/** The subject that follows an inverted verb: "said Terry Chapman with the union", "says one of the players". */
export function subjectAfter(tokens: readonly Token[], from: number): NounPhrase | null {
  let start = from;
  while (isAdverb(lower(tokens, start)) && isWord(tokens[start])) start++;
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
  let named = false;
  let i = start;
  for (; i < tokens.length && i - start < LONGEST_PHRASE; i++) {
    const token = tokens[i];
    if (!token || token.quotation || token.kind === 'punctuation' || TIMES.has(token.lower)) break;
    if (token.capital) {
      named = true;
      continue;
    }
    if (named && (isPossessive(lower(tokens, i - 1)) || (NAME_LINKS.test(token.lower) && tokens[i + 1]?.capital)))
      continue;
    if (named && !followedByName(tokens, i)) break;
    if (SUBORDINATORS.has(token.lower) || AUXILIARIES.has(token.lower) || PRONOUNS.has(token.lower)) break;
    if (PREPOSITIONS.has(token.lower) && !(token.lower === 'of' || token.lower === 'for')) break;
  }
  return i === start ? null : { from: start, to: i, head: headOf(tokens, start, i) };
}

/** Whether lower-case words at `i` lead on to a name in the same phrase: "Rockets | general manager Bruce Hamilton". */
function followedByName(tokens: readonly Token[], i: number): boolean {
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

/** The subject of a stretch's main clause, for verbs that share it: "Sparkes criticized the deal, saying". */
export function mainSubject(tokens: readonly Token[], from: number, to: number): NounPhrase | null {
  let start = from;
  while (start < to && FRONTED.has(lower(tokens, start))) {
    const word = lower(tokens, start);
    if (/^(?:but|and|so|or|yet|still|meanwhile|however|then|now|also|instead)$/u.test(word)) {
      start++;
      if (isMark(tokens[start], ',')) start++;
      continue;
    }
    let comma = start;
    while (comma < to && !isMark(tokens[comma], ',')) comma++;
    if (comma >= to) return null;
    start = comma + 1;
  }
  return phraseStartingAt(tokens, start, to);
}

function phraseStartingAt(tokens: readonly Token[], start: number, to: number): NounPhrase | null {
  const first = tokens[start];
  if (first?.kind !== 'word' || start >= to) return null;
  if (PRONOUNS.has(first.lower)) return single(start);
  let i = start;
  let sawNoun = false;
  for (; i < to && i - start < LONGEST_PHRASE; i++) {
    const token = tokens[i];
    if (
      token?.kind !== 'word' ||
      AUXILIARIES.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      TIMES.has(token.lower)
    )
      break;
    if (token.capital || i === start) {
      sawNoun ||= token.capital && !DETERMINERS.has(token.lower);
      continue;
    }
    if (isAdverb(token.lower) || cueVerb(token.lower)?.participle === false || /[a-z]{2}ed$/u.test(token.lower)) break;
    if (
      sawNoun &&
      !followedByName(tokens, i) &&
      !(NAME_LINKS.test(token.lower) && tokens[i + 1]?.capital) &&
      token.lower !== 'and'
    )
      break;
    if (PREPOSITIONS.has(token.lower) && sawNoun && !tokens[i + 1]?.capital) break;
  }
  return i === start ? null : { from: start, to: i, head: headOf(tokens, start, i) };
}
