import { cueVerb } from '../quotes/cueVerbs.js';
import { analyze, isStopWord, type Token } from '../search/analyzer.js';
import { COUNTING_WORDS, isTellingVerb } from './answerKind.js';
import { type Concept, termsOf } from './concept.js';
import { evidenceAtMatch, evidenceIn, type PassageRun, spanOf, strengthsOf } from './excerpt.js';
import type { Match } from './match.js';
import { isAskingWord } from './question.js';
import type { Reading } from './reading.js';

/** A number that counts a thing stands at most so many words before it: "more than 1,000 shipping containers". */
const COUNT_REACH = 4;
/** A name so many words from a role is the role's: "Foreign Minister Choe", "the minister, Choe". */
const BESIDE = 1;
/** Farther, up to here, it may be or may not. */
const NEARBY = 4;
const UNSURE = 0.5;
/** A verb so many words after a name is the name's: "Lavrov, who arrived on Wednesday, thanked". */
const VERB_REACH = 4;
/** "Issued a warning", "in a statement". */
const SPOKEN =
  /^(?:warnings?|statements?|appeals?|threats?|promises?|messages?|remarks?|speech(?:es)?|apolog(?:y|ies))$/;
/** Who is asked for the words is the coverage itself. */
const SOURCE =
  /\b(?:did|does|do|has|have) (?:the |this |that )?[\p{L}\p{N} ]*\b(?:articles?|reports?|papers?|stor(?:y|ies)|outlets?|media|sources?|press|news)\b/iu;
const BELIEF =
  /^(?:believe[sd]?|thinks?|thought|fear(?:s|ed)?|wants?|wanted|hope[sd]?|express(?:es|ed)?|voice[sd]?|lash(?:es|ed)?)$/;
const PASSIVE = /\b(?:was|were|is|are|been)\b.*\b(?:told|asked|informed|called|named)\b/i;
/** A name matched at least so is meant; a part of it ("Korea") or a kindred name is not. */
const SURE_NAME = 0.75;
const HALF_SURE = 0.5;
/** Words after "which" or "who is the" that may name the kind of thing asked for. */
const MAX_HEAD_WORDS = 4;

const NUMBER = new RegExp(`^(?:\\d[\\d.,]*|${COUNTING_WORDS}|several|few|half)$`);

/** Openings after which the kind of thing asked for is named. */
const HEAD =
  /\b(?:which|how many|how much|number of|name of|what(?:['’]s| (?:is|was|are|were))|what|who (?:is|was|are|were)|who's)\s+(?:the\s+|an?\s+)?((?:[\p{L}\p{N}'’.-]+\s*)+)/iu;
/** What a number counts is named after these; "how much did it rise" names nothing. */
const COUNTED =
  /\b(?:how many|number of|how much (?!(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|of|more|less)\b))/i;
/** Of a role the last word counts ("North Korean foreign minister"), of "which major company" any. */
const ROLE = /\bname of\b|\bwho(?:['’]s| (?:is|was|are|were)) (?:the\b|[\p{L}\p{N}. -]+['’]s?\s)|\bnames?\s*\??$/iu;
const SPEECH =
  /\b(?:say|said|says|tell|told|claim|think|call|called|argue|warn|promise|respond|react|announce|state|answer|describe|comment)\b/i;

/**
 * How well an excerpt meets what its question expects, stricter than ranking asks: a count before the thing counted, a
 * name beside the role it fills, words by the one who is asked about.
 * @returns 0..1; 1 where nothing special is expected
 */
export function expectationMet(run: PassageRun, reading: Reading): number {
  switch (reading.question.kind) {
    case 'statement':
      return hasWordsOf(run, reading);
    case 'number':
      return hasCount(run, reading);
    case 'thing':
    case 'definition':
      return /\bwhat(?:['’]s| (?:is|was|are|were)) the\b/i.test(reading.question.asking)
        ? headStrength(run, reading)
        : 1;
    case 'person':
    case 'name':
      return Math.min(hasNameFor(run, reading), evidenceAtMatch(run, reading));
    case 'place':
    case 'reason':
      // Where something was and why it came to that is often told in the next sentence.
      return evidenceIn(run, reading);
    default:
      return evidenceAtMatch(run, reading);
  }
}

/** "what did Kim say" expects words of Kim's, not words about him. */
function hasWordsOf(run: PassageRun, reading: Reading): number {
  const subject = subjectOf(reading);
  // "What did the report say", "what did they say on 19 October": all that is printed there.
  const { asking, scope } = reading.question;
  if (subject.length === 0 && (SOURCE.test(asking) || Object.values(scope).some(Boolean))) return 1;
  if (subject.length === 0) return evidenceAtMatch(run, reading);
  const span = spanOf(run, reading);
  const quotes = reading.quotes(run.first).filter((q) => q.start < span.end && q.end > span.start);
  const terms = new Set(subject.flatMap(termsOf));
  const isTheirs = quotes.some(({ speaker }) =>
    analyze(`${speaker?.name ?? ''} ${speaker?.text ?? ''}`).some(({ term }) => terms.has(term)),
  );
  if (!isTheirs && !doesSay(run, reading, subject)) return 0;
  return holdsNames(run, reading) ? 1 : 0;
}

/** Words of Kim's that leave out Japan are not what Kim said about Japan. */
function holdsNames(run: PassageRun, reading: Reading): boolean {
  const strengths = strengthsOf(run, reading);
  return reading.question.concepts.every(({ name }, i) => !name || (strengths[i] ?? 0) >= HALF_SURE);
}

/** Who is asked about in "what did the Kremlin say"; nobody in "what was Kim told". */
function subjectOf({ question: { asking, concepts } }: Reading): readonly Concept[] {
  const verb = SPEECH.exec(asking);
  if (!verb || PASSIVE.test(asking)) return [];
  const terms = new Set(analyze(asking.slice(0, verb.index)).map(({ term }) => term));
  return concepts.filter((c) => !isAskingWord(c.surface) && c.term.split(' ').every((term) => terms.has(term)));
}

/** "Lavrov thanked North Korea", "Analysts believe": telling without quoting. */
function doesSay(run: PassageRun, reading: Reading, subject: readonly Concept[]): boolean {
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    const speakers = reading.question.concepts.flatMap((c, i) =>
      subject.includes(c) ? (matches[i]?.tokens ?? []) : [],
    );
    const verbs = reading
      .terms(passage)
      .tokens.filter(
        ({ surface }) =>
          (isTellingVerb(surface) && cueVerb(surface)?.participle === false) ||
          BELIEF.test(surface) ||
          SPOKEN.test(surface),
      );
    const isFollowed = (name: Token): boolean =>
      verbs.some((verb) => verb.position > name.position && verb.position - name.position <= VERB_REACH);
    if (speakers.some(isFollowed)) return true;
  }
  return false;
}

function hasCount(run: PassageRun, reading: Reading): number {
  const { asking } = reading.question;
  if (!COUNTED.test(asking)) return evidenceAtMatch(run, reading);
  return nearestTo(
    run,
    reading,
    (token) => NUMBER.test(token.surface),
    (counted, number) => {
      const distance = counted.position - number.position;
      return distance > 0 && distance <= COUNT_REACH ? 1 : 0;
    },
  );
}

/** "the name of the spokesperson" expects a name beside "spokesperson". */
function hasNameFor(run: PassageRun, reading: Reading): number {
  if (!ROLE.test(reading.question.asking)) return headStrength(run, reading);
  const isOtherName = (token: Token): boolean => reading.isOtherName(token);
  const beside = nearestTo(run, reading, isOtherName, (role, name) => {
    const after = name.position - role.position;
    if (after === BESIDE) return 1;
    // "London mayor": what stands right before a role says whose it is, not who.
    return after === -BESIDE || Math.abs(after) > NEARBY ? 0 : UNSURE;
  });
  return beside * ownerBeside(run, reading);
}

/** "The president of South Korea" is not whoever is president in a line that also names South Korea; 1 when nobody's role is asked. */
function ownerBeside(run: PassageRun, reading: Reading): number {
  const head = headOf(reading);
  // "President" is written as a name, and is the role all the same.
  const names = reading.question.concepts.flatMap((concept, i) => (concept.name && !head.includes(i) ? [i] : []));
  if (names.length === 0) return 1;
  let most = 0;
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    const tokensOf = (concepts: readonly number[], least: number): Token[] =>
      concepts.flatMap((i) => ((matches[i]?.strength ?? 0) >= least ? [...(matches[i]?.tokens ?? [])] : []));
    const roles = tokensOf(head, SURE_NAME);
    const isBeside = (owner: Token): boolean => roles.some((r) => Math.abs(r.position - owner.position) <= NEARBY);
    if (tokensOf(names, SURE_NAME).some(isBeside)) return 1;
    if (roles.some((role) => !hasOtherNameBefore(role, passage, reading))) most = UNSURE;
  }
  return most;
}

/** "Russian president": whose role it is stands right before it. */
function hasOtherNameBefore(role: Token, passage: number, reading: Reading): boolean {
  return reading
    .terms(passage)
    .tokens.some((token) => token.position === role.position - BESIDE && reading.isOtherName(token));
}

/** The concepts that name the kind of thing asked for; none when the question does not say. */
function headOf({ question }: Reading): number[] {
  const match = HEAD.exec(question.asking);
  if (!match?.[1]) return [];
  const words: string[] = [];
  for (const token of analyze(match[1], true)) {
    if (isStopWord(token) || words.length >= MAX_HEAD_WORDS || token.term === 'name') break;
    words.push(token.term);
  }
  const head = question.concepts.flatMap((c, i) => (c.term.split(' ').some((term) => words.includes(term)) ? [i] : []));
  return ROLE.test(question.asking) ? head.slice(-1) : head;
}

/** A word that is only alike, or of the same field, is not the thing that was asked for: a "crew" is no "submarine". */
const isSure = (match: Match | undefined): boolean => match !== undefined && match.by !== 'meaning';
const isTheThing = (match: Match | undefined): boolean => isSure(match) && (match?.strength ?? 0) >= SURE_NAME;

/** How strongly the excerpt holds the kind of thing asked for. */
function headStrength(run: PassageRun, reading: Reading): number {
  const head = headOf(reading);
  if (head.length === 0) return 1;
  let most = 0;
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    for (const i of head) if (isSure(matches[i])) most = Math.max(most, matches[i]?.strength ?? 0);
  }
  return most;
}

/** The best that two words of one sentence come to: one that holds the head, one that `isAnswer`. */
function nearestTo(
  run: PassageRun,
  reading: Reading,
  isAnswer: (token: Token) => boolean,
  worth: (head: Token, answer: Token) => number,
): number {
  const head = headOf(reading);
  let most = 0;
  for (let passage = run.first; passage <= run.last; passage++) {
    const answers = reading.terms(passage).tokens.filter(isAnswer);
    const matches = reading.matches(passage);
    const heads = head.flatMap((i) => (isTheThing(matches[i]) ? (matches[i]?.tokens ?? []) : []));
    for (const a of heads) for (const b of answers) most = Math.max(most, worth(a, b));
  }
  return most;
}
