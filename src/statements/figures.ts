import { findQuantities, type Quantity } from '../english/quantities.js';
import type { Span } from '../english/span.js';
import type { Word } from './word.js';

/** A number of a statement and what it counts: "more than 1,000 containers" is 1,000 of "contain". */
export interface Figure extends Quantity {
  /** Keys of the words that may say what is counted, the nearest first: "1,000 metric tons" counts "metric", "ton". */
  readonly of: readonly string[];
  /** Key of the nearest word before it that carries meaning: "the toll rose to 12"; null at the head. */
  readonly after: string | null;
}

/** "1,000 metric tons": what is counted stands this close behind the number, in words that carry meaning. */
const REACH = 2;

/** @param text what the spans are into @param words of the span */
export function figuresOf(text: string, span: Span, words: readonly Word[]): Figure[] {
  return findQuantities(text, span).map((quantity) => {
    const next = words.findIndex((word) => word.start >= quantity.end);
    const behind =
      next < 0
        ? []
        : words
            .slice(next, next + REACH + 1)
            .filter(isPlain)
            .slice(0, REACH);
    const before = words.findLast((word) => word.end <= quantity.start && isPlain(word));
    return { ...quantity, of: behind.map((word) => word.key), after: before?.key ?? null };
  });
}

/** What says before a number that it is not all: "at least", "almost". */
const LIMIT =
  /(?:\b(?:at (?:least|most)|(?:no )?(?:more|less|fewer) than|as (?:many|much|few) as|up to|over|under|above|below|almost|nearly|just under|just over))$/i;
/** No limit has more words. */
const LONGEST_LIMIT = 3;

/** A figure with the words that limit it: "43" and "at least 43" differ in them alone. */
export function withLimit({ words }: { readonly words: readonly Word[] }, { start, end, bound }: Figure): Span {
  const before = bound === null ? [] : words.filter((word) => word.end <= start).slice(-LONGEST_LIMIT);
  const limit = LIMIT.exec(before.map(({ text }) => text).join(' '))?.[0];
  const first = limit === undefined ? undefined : before.at(-limit.split(' ').length);
  return { start: first?.start ?? start, end };
}

function isPlain(word: Word): boolean {
  return word.content && word.number === null;
}

/** "£3.4m" and "$3.4m" are two amounts; "pounds" are money or a weight. */
function canBeOneUnit(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return (a === 'pounds' && (b === '£' || b === 'lb')) || (b === 'pounds' && (a === '£' || a === 'lb'));
}

/** Whether two figures say the same: the same number of the same unit, with the same limit. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.bound === b.bound && canBeOneUnit(a.unit, b.unit);
}

/**
 * Whether two figures count one thing. With a unit, the unit says it; without one the nearest word of either is enough: "40
 * wooden houses" and "55 houses"; and where nothing follows, the word before.
 */
export function countTheSame(a: Figure, b: Figure): boolean {
  if (a.unit !== null || b.unit !== null) return canBeOneUnit(a.unit, b.unit);
  const [nearestA, nearestB] = [a.of[0], b.of[0]];
  if (nearestA === undefined && nearestB === undefined) return a.after !== null && a.after === b.after;
  return (nearestA !== undefined && b.of.includes(nearestA)) || (nearestB !== undefined && a.of.includes(nearestB));
}

/** The figures that the others lack; each of the others can stand for one: "15 of 15" has one more than "15". */
function unmatchedFigures(some: readonly Figure[], others: readonly Figure[]): Figure[] {
  const left = [...others];
  return some.filter((figure) => {
    const at = left.findIndex((other) => isSameFigure(figure, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface WithFigures {
  readonly figures: readonly Figure[];
}

/** Whether each has a figure that the other lacks: then one may stand in the other's place, whatever they count. */
export function haveOtherFigures({ figures: ofA }: WithFigures, { figures: ofB }: WithFigures): boolean {
  return unmatchedFigures(ofA, ofB).length > 0 && unmatchedFigures(ofB, ofA).length > 0;
}

/** Figures that count the same thing in both statements and differ in number or limit: each a pair, `[of a, of b]`. */
export function conflictingFigures({ figures: ofA }: WithFigures, { figures: ofB }: WithFigures): [Figure, Figure][] {
  // A figure that stands in both has its partner there and contradicts no other.
  const [openA, openB] = [unmatchedFigures(ofA, ofB), unmatchedFigures(ofB, ofA)];
  return openA.flatMap((figure): [Figure, Figure][] => {
    const [other, ...more] = openB.filter((candidate) => countTheSame(figure, candidate));
    // "four sets of these and three of those": which of them to compare with is anybody's guess.
    if (other === undefined || more.some((third) => !isSameFigure(third, other))) return [];
    const isOneOfMany = openA.some((rival) => !isSameFigure(rival, figure) && countTheSame(rival, other));
    return isOneOfMany ? [] : [[figure, other]];
  });
}
