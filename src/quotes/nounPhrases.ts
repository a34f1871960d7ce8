import { cueVerb } from '../english/cueVerbs.js';
import { AUXILIARIES } from '../english/lists/auxiliaries.js';
import { DETERMINERS, FRONTED, PREPOSITIONS, SUBORDINATORS } from '../english/lists/functionWords.js';
import { PRO_FORMS, PRONOUNS, RELATIVES } from '../english/lists/pronouns.js';
import { TIMES } from '../english/lists/times.js';
import { isMark, isStop, type ProseToken, wordAt } from '../english/proseTokens.js';
import { isAdverb, isPersonWord, isPossessive } from '../english/wordClasses.js';

/** A noun phrase as token indices, `[from, to)`, and the part of it that says who: a name when there is one. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: readonly [number, number];
}

/** Longest noun phrase, in tokens; longer ones are misreadings. */
export const LONGEST_PHRASE = 16;
/** Words within a name: "Secretary of State", "Ursula von der Leyen", "Bank of Canada". */
export const NAME_LINKS = /^(?:of|de|da|di|del|der|den|du|la|le|van|von|bin|al|el|ibn|&|the|y|e)$/u;

/** The noun phrase that ends with the token at `at`, looking left, not before `from`; null when there is none. */
export function phraseEndingAt(tokens: readonly ProseToken[], at: number, from: number): NounPhrase | null {
  // "Kim, who": the phrase stands before the relative, or before several that a slip has put there.
  let end = at;
  while (end >= from && !PRONOUNS.has(wordAt(tokens, end)) && RELATIVES.has(wordAt(tokens, end))) {
    if (wordAt(tokens, end) === 'that') return null;
    end -= isMark(tokens[end - 1], ',') ? 2 : 1;
  }
  const last = tokens[end];
  if (!last || last.kind === 'punctuation' || last.quotation || end < from) return null;
  const word = last.lower;
  if (PRONOUNS.has(word)) return single(end);
  if (isPossessive(word) || PREPOSITIONS.has(word) || SUBORDINATORS.has(word)) return null;
  if (AUXILIARIES.has(word) && !last.capital) return null;
  if (DETERMINERS.has(word) && !PRO_FORMS.has(word)) return null;
  if (TIMES.has(word)) return null;
  let i = end;
  let determiner = -1;
  while (i > from && end - i < LONGEST_PHRASE && joins(tokens, i, determiner)) {
    i--;
    if (DETERMINERS.has(wordAt(tokens, i))) determiner = i;
  }
  let start = i;
  while (
    start < end &&
    (FRONTED.has(wordAt(tokens, start)) || PREPOSITIONS.has(wordAt(tokens, start)) || TIMES.has(wordAt(tokens, start)))
  ) {
    start = afterFronted(tokens, start, end);
  }
  return start > end ? null : { from: start, to: end + 1, head: headOf(tokens, start, end + 1) };
}

export function single(at: number): NounPhrase {
  return { from: at, to: at + 1, head: [at, at + 1] };
}

/** Whether the token before `i` belongs to the same noun phrase as the one at `i`. */
function joins(tokens: readonly ProseToken[], i: number, determiner: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token || before.kind === 'punctuation' || before.quotation) return false;
  const word = before.lower;
  // A phrase goes on left of its determiner only through a preposition: "the head of | the agency".
  if (determiner === i && !PREPOSITIONS.has(word) && !/^(?:all|both)$/u.test(word)) return false;
  if (PRONOUNS.has(word) || SUBORDINATORS.has(word) || (AUXILIARIES.has(word) && !before.capital)) return false;
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
function afterFronted(tokens: readonly ProseToken[], start: number, end: number): number {
  if (!PREPOSITIONS.has(wordAt(tokens, start))) return start + 1;
  for (let i = end; i > start + 1; i--) {
    const word = wordAt(tokens, i - 1);
    if (DETERMINERS.has(wordAt(tokens, i)) && !PREPOSITIONS.has(word)) return i;
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
function nameRunStart(tokens: readonly ProseToken[], from: number, to: number): number {
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
export function headOf(tokens: readonly ProseToken[], from: number, to: number): readonly [number, number] {
  for (let i = from; i < to; i++)
    if (wordAt(tokens, i) === 'and' && tokens[i - 1]?.capital && tokens[i + 1]?.capital) return [from, to];
  const run = nameRunStart(tokens, from, to);
  if (run < to && !PREPOSITIONS.has(wordAt(tokens, run - 1)) && !(wordAt(tokens, run - 1) === 'the' && run - 1 > from))
    return [run, to];
  for (let i = from; i < to; i++) {
    if (!PREPOSITIONS.has(wordAt(tokens, i))) continue;
    if (wordAt(tokens, i) === 'of' && tokens[i + 1]?.capital && tokens[i - 1]?.capital) continue;
    const start = nameRunStart(tokens, from, i);
    const far = wordAt(tokens, i) === 'of' ? 2 : 1;
    if (i - start >= far) return [start, i];
    break;
  }
  if (run < to && run === from) return [run, to];
  return [from, to];
}

/** Longest run of words that is taken for names alone, in tokens: "Charles Glynn and Richard Jones". */
const LONGEST_NAME = 6;

export function isPureName(tokens: readonly ProseToken[]): boolean {
  return (
    tokens.length >= 1 &&
    tokens.length <= LONGEST_NAME &&
    tokens.every((t) => t.capital || NAME_LINKS.test(t.lower) || t.lower === 'and') &&
    !TIMES.has(tokens[0]?.lower ?? '')
  );
}

/** Whether a lower-case word can be a noun: "the Cambridge resident". */
export function isNoun({ lower }: ProseToken): boolean {
  const closed =
    PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || AUXILIARIES.has(lower) || DETERMINERS.has(lower);
  return !closed && !isAdverb(lower) && !/(?:ing|ed)$/u.test(lower) && lower !== 'and';
}

/** The name in "said Campbell's partner, Jason Louth, …", whose comma is at `comma`. */
function nameAfter(tokens: readonly ProseToken[], comma: number): [number, number] | null {
  if (!isMark(tokens[comma], ',')) return null;
  let to = comma + 1;
  while (tokens[to]?.capital) to++;
  const name = tokens.slice(comma + 1, to);
  const ends = !tokens[to] || tokens[to]?.kind === 'punctuation';
  return name.length > 0 && ends && isPureName(name) ? [comma + 1, to] : null;
}

/** Longest "of …" or "to …" between what somebody is and the name, in tokens. */
const LONGEST_OFFICE = 6;

/** The name behind what somebody is, whose words end before `at`: "Norland's envoy | , Jo Reed,", "the envoy | to Sudria, Jo Reed,". */
export function nameBehindTitle(tokens: readonly ProseToken[], at: number): [number, number] | null {
  if (!isPersonWord(wordAt(tokens, at - 1)) || !/^(?:of|for|to)$/u.test(wordAt(tokens, at)))
    return nameAfter(tokens, at);
  let comma = at + 1;
  for (let token = tokens[comma]; token && comma < at + LONGEST_OFFICE; token = tokens[++comma])
    if (token.kind !== 'word' || !(token.capital || isNoun(token) || token.lower === 'and')) break;
  return nameAfter(tokens, comma);
}

/** The name that a segment ends with from `at` on, perhaps with what its bearer is behind a comma; null when it is no name. */
export function signature(tokens: readonly ProseToken[], at: number): NounPhrase | null {
  let to = at;
  while (tokens[to]?.capital || (to > at && NAME_LINKS.test(wordAt(tokens, to)) && tokens[to + 1]?.capital)) to++;
  const after = tokens[to];
  const ends = !after || isMark(after, ',') || isStop(after) || isMark(after, '(');
  return to > at && ends ? { from: at, to, head: headOf(tokens, at, to) } : null;
}
