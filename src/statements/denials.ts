import { negationsIn } from '../english/negation.js';
import { retractionsIn } from '../english/retractions.js';
import { overlapsAny, type Span } from '../english/span.js';
import type { Statement } from './statement.js';
import type { Word } from './word.js';

/** What a statement says is not so: keys of deeds and other words, and the word that denies each. */
export type Denied = ReadonlyMap<string, Span>;

/** "is not true that", "never said that": all that follows is denied. */
const DENIES_ALL = /^(?:\s+[\p{L}’']+){0,3}\s+that\b/u;
/** "found no evidence", "said nothing": what is done is denied with what it is done to. */
const NO_OBJECT = /^(?:no|nothing|nobody|none)$/i;
/** "which denies the charges, was fined", "said no to it and resigned": these deny their object alone. */
const NARROW = /^(?:den|refus)/i;
const GOES_ON = /[,;]|\s(?:and|but)\s/;
/** "not guilty", "no evidence": the word right behind, an adverb or an article between. */
const RIGHT_BEHIND = 2;
/** "not Voss", "not on Tuesday", "and not £3.8m": one thing is put in place of another, and the deed is not denied. */
const INSTEAD = /(?:^|[,;–—(]|\b(?:and|but))\s*$/;
/** "did not resign on Sunday but on Monday", "not for fraud but for theft". */
const NOT_BUT =
  /^\s[^,;.()]{1,80}?,?\sbut\s+(?:(?:on|in|at|by|to|for|from|with|because|only|late|early)\b|\p{N}|\p{Lu})/u;

/**
 * @param text what the statement's spans are into
 * @param sentence the sentence that it is of: a denial may stand in another clause of it
 */
export function deniedIn(text: string, statement: Statement, sentence: Span = statement): Denied {
  const denied = new Map<string, Span>();
  for (const negation of negationsIn(text, statement)) {
    for (const { key } of deniedBy(negation, text, statement)) if (!denied.has(key)) denied.set(key, negation);
  }
  for (const { told, denial } of retractionsIn(text, sentence)) {
    const isTold = (word: Word) => told.start <= word.start && word.end <= told.end && isDeed(word, statement);
    for (const { key } of statement.words.filter(isTold)) denied.set(key, denial);
  }
  return denied;
}

/** What a statement names only to say that it is another: names, figures and days right behind "not". */
export function replacedIn(text: string, statement: Statement): Span[] {
  return negationsIn(text, statement).flatMap((negation) => {
    if (!isInstead(negation, text, statement)) return [];
    const rest = text.slice(negation.end, statement.end);
    const length = /^.{1,80}?(?=,?\sbut\s|[,;.()]|$)/su.exec(rest)?.[0].length ?? 0;
    return [{ start: negation.end, end: negation.end + length }];
  });
}

function isInstead(negation: Span, text: string, statement: Statement): boolean {
  if (!/^not$/i.test(text.slice(negation.start, negation.end))) return false;
  if (NOT_BUT.test(text.slice(negation.end, statement.end))) return true;
  const next = wordsBehind(negation, statement).find((word) => !LEADS_TO_THING.test(word.text));
  const isThing =
    next && (next.name || next.number !== null || WEEKDAY.test(next.text) || overlapsAny(next, statement.figures));
  return isThing === true && INSTEAD.test(text.slice(statement.start, negation.start));
}

const LEADS_TO_THING = /^(?:on|in|at|by|to|for|from|with|the|an?)$/i;
const WEEKDAY = /^\p{Lu}\p{Ll}+day$/u;

/** What is denied is the first deed behind a denial: "has not released the name of the driver who died". */
function deniedBy(negation: Span, text: string, statement: Statement): Word[] {
  if (isInstead(negation, text, statement)) return [];
  const word = text.slice(negation.start, negation.end);
  const isNarrow = NARROW.test(word) || NO_OBJECT.test(word);
  const reach = isNarrow ? text.slice(negation.end, statement.end).search(GOES_ON) : -1;
  const behind = wordsBehind(negation, statement).filter(({ end }) => reach < 0 || end <= negation.end + reach);
  const deeds = behind.filter((word) => isDeed(word, statement));
  if (DENIES_ALL.test(text.slice(negation.end, statement.end))) return deeds;
  const right = behind
    .slice(0, RIGHT_BEHIND)
    .filter(({ content, name, number }) => content && !name && number === null);
  const before = statement.words.findLast(({ end }) => end <= negation.start);
  const isOfObject = NO_OBJECT.test(word) && before && isDeed(before, statement);
  return [...(isOfObject ? [before] : []), ...right.slice(0, 1), ...deeds.slice(0, 1)];
}

function wordsBehind({ end }: Span, { words }: Statement): Word[] {
  return words.filter((word) => word.start >= end);
}

function isDeed({ key }: Word, { traits }: Statement): boolean {
  return traits.deeds.has(key);
}
