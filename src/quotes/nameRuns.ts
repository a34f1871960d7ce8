import { type Gender, genderOf } from '../english/givenNames.js';
import { PREPOSITIONS } from '../english/lists/functionWords.js';
import { INSTITUTION_WORDS } from '../english/lists/institutions.js';
import { KIN } from '../english/lists/kin.js';
import { NEVER_NAMES } from '../english/lists/neverNames.js';
import { ROLE_QUALIFIERS, ROLES } from '../english/lists/roles.js';
import { TIMES } from '../english/lists/times.js';
import { isMark, isStop, type ProseToken } from '../english/proseTokens.js';
import { isPersonWord, isPossessive } from '../english/wordClasses.js';

/** A name as it stands in the text. */
export interface NameRun {
  /** The name, titles and possessive ending taken off. */
  readonly words: readonly string[];
  readonly roles: readonly string[];
  readonly title: boolean;
  readonly gender: Gender | null;
  /** "the Kremlin": an article before it speaks for an institution. */
  readonly withArticle: boolean;
  readonly start: number;
  readonly end: number;
}

const MALE_TITLE = /^(?:mr\.?|sir|king|prince|lord|father|rabbi|imam)$/u;
const FEMALE_TITLE = /^(?:mrs\.?|ms\.?|miss|dame|queen|princess|lady|sister)$/u;
const MALE_BESIDE_NAME =
  /^(?:spokesman|chairman|congressman|businessman|father|husband|son|brother|actor|boy|man|uncle|grandfather|king|prince)$/u;
const FEMALE_BESIDE_NAME =
  /^(?:spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter|sister|actress|girl|woman|aunt|grandmother|queen|princess)$/u;
/** Words that may stand inside a name. */
export const LINKS = /^(?:of|de|da|di|del|der|den|du|la|le|van|von|bin|al|el|ibn|&)$/u;
/** Before a given name this says what somebody is: "Democrat Tom Reed"; elsewhere it is a part of "Republican Party". */
const PARTY_MEMBER = /^(?:democrat|republican)s?$/u;
/** "Leaving Tom Reed behind": a verb with a capital, as it begins what is said. */
const GERUND = /^\p{Lu}\p{Ll}{2,}ing$/u;
/** How many words before a name are looked at for what the person is. */
const ROLE_REACH = 6;

/** A name as its words, the possessive ending cut off. */
export function nameWords(tokens: readonly ProseToken[]): string[] {
  return tokens
    .filter((t) => t.kind === 'word' || t.text === '&')
    .map((t) => t.text.replace(/['’]s$/u, '').replace(/(?<=s)['’]$/u, ''));
}

/** The names in a run of tokens, titles taken off and kept as roles. */
export function nameRuns(tokens: readonly ProseToken[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token?.capital || isNeverName(token) || isGerund(token, tokens[i + 1])) continue;
    let to = i + 1;
    while (to < tokens.length) {
      const before = tokens[to - 1];
      const next = tokens[to];
      if (!before || !next || /['’]s?$/u.test(before.text)) break;
      if (next.capital && !TIMES.has(next.lower)) to++;
      else if (LINKS.test(next.lower) && tokens[to + 1]?.capital && !TIMES.has(tokens[to + 1]?.lower ?? '')) to += 2;
      else break;
    }
    const run = readRun(tokens, i, to);
    if (run) runs.push(run);
    i = to - 1;
  }
  return runs;
}

function isNeverName(token: ProseToken): boolean {
  return NEVER_NAMES.has(token.lower) || TIMES.has(token.lower);
}

function isGerund(token: ProseToken, next: ProseToken | undefined): boolean {
  return (
    GERUND.test(token.text) && next?.capital === true && genderOf(next.text) !== null && genderOf(token.text) === null
  );
}

/** Where the name begins after its titles: "U.S. Secretary of State | Mike Pompeo". */
export function skipTitles(words: readonly string[]): number {
  let start = 0;
  for (let i = 0; i < words.length - 1; i++) {
    const word = lower(words[i] ?? '');
    const isParty = PARTY_MEMBER.test(word) && genderOf(words[i + 1] ?? '') !== null;
    if (!ROLES.has(word.replace(/-elect$/u, '')) && !isParty && !isSharedTitle(words, i)) continue;
    start = i + 1;
    if (lower(words[start] ?? '') === 'of' && words.length - start > 2) start = Math.max(start + 2, words.length - 2);
  }
  return start;
}

/** "Sens. | Ana Lopez and Tom Hall": a title in the plural before the first of several names. */
function isSharedTitle(words: readonly string[], at: number): boolean {
  const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '');
  if (!ROLES.has(lower(words[at] ?? '').replace(/s(?=\.?$)/u, '')) || !isCapital(words[at])) return false;
  const rest = words.slice(at + 1);
  return rest.length > 1 && isCapital(rest[0]) && !rest.some((word) => INSTITUTION_WORDS.has(lower(word)));
}

/** Where "of …" begins behind a person's name: "Tom Reed | of North Haven"; the number of words when it has none. */
export function endBeforePlace(name: readonly string[]): number {
  const of = name.indexOf('of');
  return of >= 2 && !name.some((word) => INSTITUTION_WORDS.has(lower(word))) ? of : name.length;
}

/** "US Special Representative", "Attorney General": an office; but "Robert Major" is a man. */
function isOnlyRole(name: readonly string[]): boolean {
  return ROLES.has(lower(name.at(-1) ?? '')) && genderOf(name[0] ?? '') === null;
}

/** The gender that words beside a name tell, be it a title ("Mrs.") or what somebody is ("spokesman"); null when they tell none. */
export function genderBeside(words: readonly string[]): Gender | null {
  const all = words.map(lower);
  if (all.some((word) => MALE_TITLE.test(word) || MALE_BESIDE_NAME.test(word))) return 'male';
  return all.some((word) => FEMALE_TITLE.test(word) || FEMALE_BESIDE_NAME.test(word)) ? 'female' : null;
}

function readRun(tokens: readonly ProseToken[], from: number, to: number): NameRun | null {
  const words = nameWords(tokens.slice(from, to));
  const skipped = skipTitles(words);
  const whole = words.slice(skipped);
  const isPerson = genderOf(whole[0] ?? '') !== null || skipped > 0 || ROLES.has(tokens[from - 1]?.lower ?? '');
  const name = isPerson ? whole.slice(0, endBeforePlace(whole)) : whole;
  const last = tokens[from + skipped + name.length - 1];
  const first = tokens[from + skipped];
  if (name.length === 0 || !first || !last || isOnlyRole(name)) return null;
  const titles = words.slice(0, skipped).map(lower);
  const before = rolesBefore(tokens, from, to);
  const after = roleAfter(tokens, to);
  const roles = [[...before, ...titles].join(' '), ...after].filter(
    (role) => role !== '' && role.split(' ').some((word) => isPersonWord(word) && !ROLE_QUALIFIERS.has(word)),
  );
  // "King Olaf's sister, Ruth": what stands before "sister" is about somebody else.
  const own = before.slice(before.findLastIndex(isPossessive) + 1);
  const gender = genderBeside([...own, ...titles, ...after.flatMap((role) => role.split(' '))]);
  const withArticle = skipped === 0 && before.length === 0 && tokens[from - 1]?.lower === 'the';
  return {
    words: name,
    roles,
    title: skipped > 0 || roles.length > 0,
    gender,
    withArticle,
    start: first.start,
    end: last.end,
  };
}

/** Whether a name tells who "the minister" of "the minister, Carl Voss, said" is, or "her father" of "She met her father, Carl Voss." */
function isApposition(tokens: readonly ProseToken[], from: number, to: number): boolean {
  if (!isMark(tokens[from - 1], ',')) return false;
  // "She left with her daughter, Ruth." names Ruth in passing.
  if (isStop(tokens[to])) return to - from > 1 && KIN.has(tokens[from - 2]?.lower ?? '');
  return isMark(tokens[to], ',') && !/^(?:and|or)$/.test(tokens[to + 1]?.lower ?? '');
}

/** The lower-case words before a name that say what the person is: "oil and gas worker", "spokesman"; "her neighbour" in front of a comma. */
function rolesBefore(tokens: readonly ProseToken[], from: number, to: number): string[] {
  const isSetOff = isApposition(tokens, from, to);
  const end = isSetOff ? from - 1 : from;
  const last = tokens[end - 1]?.lower ?? '';
  // "With her daughter Ruth" names Ruth in passing; "her daughter, Ruth," tells more of her.
  if (!(isSetOff ? isPersonWord(last) : ROLES.has(last)) || tokens[end - 1]?.capital) return [];
  const words: string[] = [];
  for (let i = end - 1; i >= 0 && i >= end - ROLE_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word' || PREPOSITIONS.has(token.lower) || NEVER_NAMES.has(token.lower)) break;
    words.unshift(token.lower);
  }
  return words;
}

/** What follows a name after a comma: ", president of the council,", ", the WHL commissioner,". */
function roleAfter(tokens: readonly ProseToken[], to: number): string[] {
  if (!isMark(tokens[to], ',')) return [];
  const words: string[] = [];
  for (let i = to + 1; i < to + 1 + ROLE_REACH; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || PREPOSITIONS.has(token.lower) || /^(?:who|which|and|said|says)$/u.test(token.lower))
      break;
    if (!NEVER_NAMES.has(token.lower)) words.push(token.lower.replace(/'s$/u, ''));
  }
  return ROLES.has(words.at(-1) ?? '') ? [words.join(' ')] : [];
}

function lower(word: string): string {
  return word.toLowerCase();
}
