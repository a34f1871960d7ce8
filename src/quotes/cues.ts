import { type CueKind, cueVerb } from '../english/cueVerbs.js';
import { AUXILIARIES } from '../english/lists/auxiliaries.js';
import { EVIDENCE_WORDS } from '../english/lists/evidence.js';
import { DETERMINERS, PREPOSITIONS } from '../english/lists/functionWords.js';
import { PRONOUNS, RELATIVES } from '../english/lists/pronouns.js';
import { TIMES } from '../english/lists/times.js';
import { isDash, isMark, isStop, type ProseToken, wordAt } from '../english/proseTokens.js';
import { isAdverb, isPossessive } from '../english/wordClasses.js';
import { isNeverSaid, isSayingDenied } from './deniedSayings.js';
import { type NounPhrase, phraseEndingAt } from './nounPhrases.js';
import { mainSubject } from './sentenceSubject.js';
import { subjectAfter, subjectBefore } from './subjects.js';

/** Somebody says something: a verb with its subject, or "according to" with a name. Numbers are token indices. */
export interface Cue {
  /** Where the cue begins and ends: before and after lie the words that it may bring in. */
  readonly from: number;
  readonly to: number;
  /** The cue verb; null for "according to". */
  readonly verb: number | null;
  readonly kind: CueKind;
  readonly hearer: boolean;
  /** "said Lavrov": the subject after the verb, so the statement came before. */
  readonly inverted: boolean;
  /** "members who say": what comes before is the speaker, never the statement. */
  readonly relative: boolean;
  /** "saying", "adding": goes with the statement before it. */
  readonly participle: boolean;
  /** Null when it shares the subject of the cue or the clause before, and that was not found. */
  readonly subject: NounPhrase | null;
  /** "It is not true that Kim said": what follows was not said. */
  readonly denied?: boolean;
}

/** Verbs that are also common nouns: they count only where a noun cannot stand. */
const ALSO_NOUN =
  /^(?:terms?|claims?|reports?|notes?|states?|signs?|tweets?|posts?|warnings?|comments?|calls?|quips?|laughs?|offers?|demands?|estimates?|thought|jokes?|promises?|signals?|hints?|advice|boasts?|blames?|praise|welcome|labels?|brands?|accounts?|reading|writing|opening|singing|beginning|hail|remarks?|reply|replies|screams?|cry|cries|vows?|pledges?|questions?|finish|start|starts|sum|sums)$/u;

const GO = /^(?:go|goes|went|gone|going)$/u;

/** How far from its quotation a verb may stand that brings in nothing else, in tokens. */
const QUOTATION_BEFORE = 12;
const QUOTATION_AFTER = 8;

/** All cues of a segment, in order. */
export function findCues(tokens: readonly ProseToken[]): Cue[] {
  const cues: Cue[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const cue = isAccordingTo(tokens, i) ? accordingTo(tokens, i) : verbCue(tokens, i, from, cues.at(-1) ?? null);
    if (!cue) continue;
    cues.push({ ...cue, denied: cue.denied ?? followsDenial(tokens, cue) });
    from = cue.to;
    i = Math.max(i, cue.to - 1);
  }
  return cues;
}

/** Whether the sentence goes on from a denial to a cue whose subject stands before its verb. */
function followsDenial(tokens: readonly ProseToken[], { subject, from, inverted }: Cue): boolean {
  return !inverted && subject?.from === from && isSayingDenied(tokens, subject);
}

function isAccordingTo(tokens: readonly ProseToken[], i: number): boolean {
  const word = tokens[i]?.lower;
  const next = tokens[i + 1]?.lower;
  return (word === 'according' && next === 'to') || (word === 'as' && next === 'per');
}

/** "according to the Kremlin": the name reaches to the next comma, stop or clause. */
function accordingTo(tokens: readonly ProseToken[], at: number): Cue | null {
  let to = at + 2;
  for (; to < tokens.length; to++) {
    const token = tokens[to];
    if (
      !token ||
      token.quotation ||
      isMark(token, ',') ||
      isMark(token, ';') ||
      isMark(token, ':') ||
      isStop(token) ||
      isDash(token)
    )
      break;
    if (
      to > at + 3 &&
      /^(?:but|while|although|though|who|which|that|obtained|released|published|seen|because|when|where)$/u.test(
        token.lower,
      )
    )
      break;
  }
  let last = to - 1;
  for (let i = at + 3; i < to; i++) {
    if (!TIMES.has(tokens[i]?.lower ?? '')) continue;
    last = i - 1;
    break;
  }
  while (last > at + 2 && PREPOSITIONS.has(tokens[last]?.lower ?? '')) last--;
  const subject = phraseEndingAt(tokens, last, at + 2);
  if (!subject) return null;
  const whole = { ...subject, from: at + 2 };
  return {
    from: at,
    to,
    verb: null,
    kind: 'clause',
    hearer: false,
    inverted: false,
    participle: false,
    relative: false,
    subject: whole,
  };
}

function verbCue(tokens: readonly ProseToken[], i: number, from: number, previous: Cue | null): Cue | null {
  const token = tokens[i];
  if (token?.kind !== 'word' || token.capital) return null;
  const verb = cueVerb(token.lower);
  if (!verb || (GO.test(token.lower) && !goesOnToSay(tokens, i))) return null;
  const relative = RELATIVES.has(wordAt(tokens, i - 1));
  const base = { verb: i, kind: verb.kind, hearer: verb.hearer, relative };
  if (verb.kind === 'quotation' && !hasQuotationNear(tokens, i)) return null;
  if (verb.participle) return participleCue(tokens, i, base, previous);
  const before = tokens[i - 1];
  if (before?.quotation || (isMark(before, ',') && tokens[i - 2]?.quotation)) {
    const subject = subjectAfter(tokens, i + 1);
    if (subject && verb.kind !== 'fragment')
      return { ...base, from: i, to: subject.to, inverted: true, participle: false, subject };
  }
  if (isMark(before, ',') && !verb.hearer && verb.kind !== 'fragment') {
    const name = subjectAfter(tokens, i + 1);
    if (name && i > 2 && endsWithName(tokens, name))
      return { ...base, from: i, to: name.to, inverted: true, participle: false, subject: name };
  }
  const found = subjectBefore(tokens, i, from);
  if (found.kind === 'denied') {
    if (isNeverSaid(tokens, i))
      return { ...base, from: i, to: i + 1, inverted: false, participle: false, subject: null, denied: true };
    return verb.hearer ? toldBy(tokens, i, base) : null;
  }
  if (found.kind === 'subject') {
    // "lower than TransLink says they are" compares, and reports nothing.
    if (wordAt(tokens, found.phrase.from - 1) === 'than') return null;
    if (ALSO_NOUN.test(token.lower) && !isClearlyVerb(tokens, i, found.phrase)) return null;
    if (wordAt(tokens, i - 1) === 'that' || isEvidence(tokens, found.phrase, token.lower)) return null;
    return { ...base, from: found.phrase.from, to: i + 1, inverted: false, participle: false, subject: found.phrase };
  }
  if (found.kind === 'shared') {
    // "was diagnosed and told he had three months": nobody is named who told him.
    if (verb.hearer && (wordAt(tokens, i + 1) === 'that' || PRONOUNS.has(wordAt(tokens, i + 1)))) return null;
    const conjunction = sharedFrom(tokens, i);
    const subject = previous?.subject ?? mainSubject(tokens, 0, i);
    return { ...base, from: conjunction, to: i + 1, inverted: false, participle: false, subject };
  }
  if (isMark(before, ',') || isDash(before)) {
    const subject = subjectAfter(tokens, i + 1);
    if (subject && i > 2 && verb.kind !== 'fragment' && !ALSO_NOUN.test(token.lower))
      return { ...base, from: i, to: subject.to, inverted: true, participle: false, subject };
  }
  return null;
}

/** `he went on: "…"`, `"…," he went on, "…"`, and not `The rain went on. "…"`. */
export function goesOnToSay(tokens: readonly ProseToken[], verb: number): boolean {
  const at = wordAt(tokens, verb + 1) === 'on' ? verb + 2 : verb + 1;
  const next = tokens[at];
  if (next?.quotation || isMark(next, ',') || isMark(next, ':') || wordAt(tokens, at) === 'to') return true;
  const before = tokens.slice(0, verb).findLast(({ quotation }) => quotation !== null);
  return /,["”’'»]?$/u.test(before?.text ?? '');
}

/** "Starling was told by Tom Reed": the one who speaks stands behind "by". */
function toldBy(
  tokens: readonly ProseToken[],
  verb: number,
  base: Pick<Cue, 'verb' | 'kind' | 'relative'>,
): Cue | null {
  const subject = wordAt(tokens, verb + 1) === 'by' ? subjectAfter(tokens, verb + 2) : null;
  if (!subject || !tokens[subject.from]?.capital) return null;
  return { ...base, hearer: false, from: verb, to: subject.to, inverted: false, participle: false, subject };
}

/** Whether words in marks stand close enough before or after a verb like "continued" to be what it brings in. */
function hasQuotationNear(tokens: readonly ProseToken[], verb: number): boolean {
  for (let i = verb - QUOTATION_BEFORE; i <= verb + QUOTATION_AFTER; i++) if (tokens[i]?.quotation) return true;
  return false;
}

/** A word that shows, and says nothing: "the data suggests" is no statement. */
function isEvidence(tokens: readonly ProseToken[], subject: NounPhrase, verb: string): boolean {
  if (!/^(?:suggest|indicate|reveal|conclude|hint|signal|reflect|underline|underscore)/u.test(verb)) return false;
  for (let i = subject.from; i < subject.to; i++) if (EVIDENCE_WORDS.has(wordAt(tokens, i))) return true;
  return false;
}

function sharedFrom(tokens: readonly ProseToken[], verb: number): number {
  let i = verb;
  while (i > 0 && !/^(?:and|but|then)$/u.test(tokens[i]?.lower ?? '')) i--;
  return i;
}

/** "…, saying", "… and adding that": the subject is that of the clause before. */
function participleCue(
  tokens: readonly ProseToken[],
  i: number,
  base: Pick<Cue, 'verb' | 'kind' | 'hearer' | 'relative'>,
  previous: Cue | null,
): Cue | null {
  let at = i - 1;
  while (at > 0 && isAdverb(tokens[at]?.lower ?? '')) at--;
  const before = tokens[at];
  const quoted = before?.lower === 'as' ? quotedBefore(tokens, at) : -1;
  // "Gail Starling was quoted by the Norwick Times as saying": by whom is nobody's words.
  const isQuotedBy = tokens[quoted + 1]?.lower === 'by';
  if (quoted >= 0 && quoted < at - 1 && !isQuotedBy) {
    // "Tom Reed quoted Gail Starling as saying": the words are hers.
    const subject = phraseEndingAt(tokens, at - 1, quoted + 1);
    if (subject) return { ...base, from: quoted, to: i + 1, inverted: false, participle: false, subject };
  }
  const quotedAs = quoted >= 0 && (quoted === at - 1 || isQuotedBy);
  if (quotedAs) {
    const by = isQuotedBy ? mainSubject(tokens, previous?.to ?? 0, quoted) : null;
    const found = by ? ({ kind: 'subject', phrase: by } as const) : subjectBefore(tokens, i, previous?.to ?? 0);
    if (found.kind !== 'subject') return null;
    return { ...base, from: found.phrase.from, to: i + 1, inverted: false, participle: false, subject: found.phrase };
  }
  const progressive = /^(?:is|are|was|were|been|be|not|of|for|in|by|about|from|to|without)$/u.test(before?.lower ?? '');
  if (progressive || before === undefined) return null;
  if (DETERMINERS.has(before.lower) || isPossessive(before.lower)) return null;
  const subject = previous?.subject ?? mainSubject(tokens, 0, i);
  if (!subject || subject.to > i) return null;
  return { ...base, from: at + 1, to: i + 1, inverted: false, participle: true, subject };
}

/** How far before "as saying" the one who is quoted may reach, in tokens. */
const LONGEST_QUOTED = 8;

/** Where "quoted" or "cited" stands before "as saying" at `at`, with nobody's words between; -1 when it does not. */
function quotedBefore(tokens: readonly ProseToken[], at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_QUOTED; i--) {
    const token = tokens[i];
    if (!token || token.quotation || isStop(token) || isMark(token, ';')) return -1;
    if (/^(?:quoted|cited|quotes|cites|quoting|citing)$/u.test(token.lower)) return i;
  }
  return -1;
}

/** Whether a phrase ends with a name that punctuation follows: ", says Kim." */
function endsWithName(tokens: readonly ProseToken[], phrase: NounPhrase): boolean {
  const after = tokens[phrase.to];
  return tokens[phrase.to - 1]?.capital === true && (after === undefined || after.kind === 'punctuation');
}

/** A word that can be a noun is a verb when a pronoun or name comes before and no possessive, or a plain clause follows. */
function isClearlyVerb(tokens: readonly ProseToken[], i: number, subject: NounPhrase): boolean {
  const next = tokens[i + 1];
  if (!next || PREPOSITIONS.has(next.lower) || AUXILIARIES.has(next.lower)) return next?.lower === 'that';
  const last = tokens[i - 1];
  if (!last || last.lower === 'of') return false;
  const begins = tokens[subject.from];
  const definite = begins !== undefined && (begins.capital || DETERMINERS.has(begins.lower));
  if (PRONOUNS.has(last.lower) || next.quotation) return true;
  if (next.lower === 'that') return definite;
  const alone = subject.to - subject.from === 1 && !last.capital && !last.lower.endsWith('s');
  const verb = tokens[i]?.lower ?? '';
  const pluralSubject = last.lower.endsWith('s');
  if (alone || (verb.endsWith('s') && pluralSubject && !last.capital) || (!verb.endsWith('s') && !pluralSubject))
    return false;
  return (
    next.kind !== 'punctuation' &&
    (DETERMINERS.has(next.lower) ||
      PRONOUNS.has(next.lower) ||
      next.capital ||
      /s$/u.test(next.lower) ||
      /ing$/u.test(next.lower))
  );
}
