import { cueVerb } from '../english/cueVerbs.js';
import { AUXILIARIES, MODALS } from '../english/lists/auxiliaries.js';
import { DETERMINERS, FRONTED, PREPOSITIONS, SUBORDINATORS } from '../english/lists/functionWords.js';
import { IRREGULAR_PAST } from '../english/lists/irregularPasts.js';
import { NEVER_NAMES } from '../english/lists/neverNames.js';
import { PRO_FORMS, PRONOUNS } from '../english/lists/pronouns.js';
import { ROLES } from '../english/lists/roles.js';
import { TIMES } from '../english/lists/times.js';
import { isDash, isMark, type ProseToken, wordAt } from '../english/proseTokens.js';
import { isAdverb, isPersonWord, isPossessive } from '../english/wordClasses.js';
import { headOf, isNoun, LONGEST_PHRASE, NAME_LINKS, type NounPhrase, nameBehindTitle, single } from './nounPhrases.js';

/** The subject of a segment's main clause, for verbs that share it: "Sparkes criticized the deal, saying". */
export function mainSubject(tokens: readonly ProseToken[], from: number, to: number): NounPhrase | null {
  let start = from;
  while (start < to) {
    const word = wordAt(tokens, start);
    if (/^(?:but|and|so|or|yet|still|meanwhile|however|then|now|also|instead)$/u.test(word)) start++;
    else if (isMark(tokens[start], ',') || isDash(tokens[start])) start++;
    else if (FRONTED.has(word) || !canBeginSubject(tokens[start])) {
      while (start < to && !isMark(tokens[start], ',')) start++;
      start++;
    } else return phraseStartingAt(tokens, start, to);
  }
  return null;
}

function canBeginSubject(token: ProseToken | undefined): boolean {
  if (token?.kind !== 'word' || TIMES.has(token.lower)) return false;
  if (SUBORDINATORS.has(token.lower) || PREPOSITIONS.has(token.lower)) return false;
  return token.capital || PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower);
}

function phraseStartingAt(tokens: readonly ProseToken[], start: number, to: number): NounPhrase | null {
  const first = tokens[start];
  if (first?.kind !== 'word' || start >= to) return null;
  if (PRONOUNS.has(first.lower)) return single(start);
  const owned = ownedPhrase(tokens, start);
  if (owned && owned.to <= to) return owned;
  let i = start + 1;
  let named = first.capital && !DETERMINERS.has(first.lower);
  for (; i < to && i - start < LONGEST_PHRASE; i++) {
    const token = tokens[i];
    const word = wordAt(tokens, i);
    if (token?.kind !== 'word' || AUXILIARIES.has(word) || SUBORDINATORS.has(word) || TIMES.has(word)) break;
    if (token.capital) {
      named = true;
      continue;
    }
    if (isAdverb(word) || cueVerb(word)?.participle === false || /[a-z]{2}(?:ed|n't)$/u.test(word)) break;
    const inName = (NAME_LINKS.test(word) || word === 'and') && tokens[i + 1]?.capital;
    if (named && !inName && !isRoleBeforeName(tokens, i) && !isVerbAhead(tokens, i + 1)) break;
    if (PREPOSITIONS.has(word) && named && !tokens[i + 1]?.capital) break;
  }
  if (i === start + 1 && DETERMINERS.has(first.lower) && !PRO_FORMS.has(first.lower)) return null;
  const name = isPersonWord(wordAt(tokens, i - 1)) ? nameBehindTitle(tokens, i) : null;
  return name ? { from: start, to: name[1], head: name } : { from: start, to: i, head: headOf(tokens, start, i) };
}

/** Longest run of words between whose somebody is and what they are: "Hall's | chief legal and trade | adviser". */
const LONGEST_TITLE = 6;

/** "Tom Hall's chief legal adviser", "Tom Hall's neighbour, Jo Reed", "Acme's analyst Jo Reed"; null when the words at `start` are nothing like it. */
function ownedPhrase(tokens: readonly ProseToken[], start: number): NounPhrase | null {
  const person = lastPersonWord(tokens, endOfOwner(tokens, start));
  if (person < 0) return null;
  let to = person + 1;
  while (tokens[to]?.capital && !TIMES.has(wordAt(tokens, to))) to++;
  const name = to === person + 1 ? nameBehindTitle(tokens, to) : null;
  return name ? { from: start, to: name[1], head: name } : { from: start, to, head: headOf(tokens, start, to) };
}

/** Where the possessive ends that begins a sentence at `start`; -1 when none does, and "It's" is none. */
function endOfOwner(tokens: readonly ProseToken[], start: number): number {
  let at = start;
  while (tokens[at]?.capital && !isPossessive(wordAt(tokens, at))) at++;
  const word = wordAt(tokens, at);
  const isContraction = MODALS.has(word) || NEVER_NAMES.has(word.replace(/'s$/u, ''));
  return tokens[at]?.capital && !isContraction ? at + 1 : -1;
}

/** The last word for a person in a run of nouns that begins at `from`; -1 when there is none. */
function lastPersonWord(tokens: readonly ProseToken[], from: number): number {
  let found = -1;
  for (let i = from; from >= 0 && i < from + LONGEST_TITLE; i++) {
    const token = tokens[i];
    if (!token || token.capital || (!isNoun(token) && token.lower !== 'and') || IRREGULAR_PAST.has(token.lower)) break;
    if (isPersonWord(token.lower)) found = i;
  }
  return found;
}

/** "Rockets | general manager Bruce Hamilton", and not "Jerry Sabine | hopes Ottawa". */
function isRoleBeforeName(tokens: readonly ProseToken[], i: number): boolean {
  for (let k = i; k < i + 4; k++) {
    const token = tokens[k];
    if (token?.kind !== 'word') return false;
    if (token.capital) return k > i && ROLES.has(wordAt(tokens, k - 1));
  }
  return false;
}

/** "Republican senators | say": a verb after a word shows that it is still a noun. */
function isVerbAhead(tokens: readonly ProseToken[], i: number): boolean {
  const word = wordAt(tokens, i);
  return AUXILIARIES.has(word) || /[a-z]{3}ed$/u.test(word) || cueVerb(word)?.participle === false || word === 'who';
}
