import { ANY_MONTH } from '../english/calendarPatterns.js';
import { scaleOf, tensOf } from '../english/numbers.js';
import type { Span } from '../english/span.js';
import type { Statement, Word } from './statement.js';

/** A number and what it counts: "more than 1,000 containers" is 1,000 of "contain". */
export interface Figure extends Span {
  readonly value: number;
  /** Keys of the words that may say what is counted, the nearest first: "1,000 metric tons" counts "metric", "ton". */
  readonly of: readonly string[];
}

/** "Forty-four" is written in two words; both halves and the whole, or null when the word begins no such number. */
function tensAndOnes(words: readonly Word[], index: number): { value: number; length: number } | null {
  const tens = tensOf(words[index]?.text ?? '');
  if (tens === undefined) return null;
  const [word, next] = [words[index], words[index + 1]];
  const isUnit =
    word && next && next.start - word.end === 1 && next.number !== null && next.number > 0 && next.number < 10;
  return isUnit ? { value: tens + (next.number ?? 0), length: 2 } : { value: tens, length: 1 };
}

/** "1,000 metric tons": what is counted stands this close behind the number. */
const REACH = 2;

const MONTH_NAME = new RegExp(`^(?:${ANY_MONTH})$`, 'i');

function scaleAt(words: readonly Word[], index: number): number | undefined {
  return scaleOf(words[index]?.text ?? '');
}

/** Days and years are no figures: "October 19", "in 2018". */
function isPartOfDate(words: readonly Word[], index: number): boolean {
  const value = words[index]?.number ?? 0;
  const [before, after] = [words[index - 1], words[index + 1]];
  if (value <= 31 && (MONTH_NAME.test(before?.text ?? '') || MONTH_NAME.test(after?.text ?? ''))) return true;
  return /^(?:1[89]|20)\d\d$/.test(words[index]?.text ?? '');
}

/** The numbers of a statement, with their scale ("2.5 million") and what they count. */
export function figuresOf({ words }: Statement): Figure[] {
  const figures: Figure[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const tens = tensAndOnes(words, i);
    const number = tens?.value ?? word?.number ?? null;
    if (word === undefined || number === null || isPartOfDate(words, i)) continue;
    let value = number;
    let next = i + (tens?.length ?? 1);
    let end = words[next - 1]?.end ?? word.end;
    for (let scale = scaleAt(words, next); scale !== undefined; scale = scaleAt(words, next)) {
      value *= scale;
      end = words[next]?.end ?? end;
      next += 1;
    }
    const counted = words.slice(next, next + REACH).filter((w) => w.content && w.number === null);
    figures.push({ start: word.start, end, value, of: counted.map((w) => w.key) });
    i = next - 1;
  }
  return figures;
}

/** The nearest word of one is enough: "40 wooden houses" and "55 houses"; "100 km south" and "62 miles south" are not. */
function countTheSame(a: Figure, b: Figure): boolean {
  const [nearestA, nearestB] = [a.of[0], b.of[0]];
  return (nearestA !== undefined && b.of.includes(nearestA)) || (nearestB !== undefined && a.of.includes(nearestB));
}

/** Figures that count the same thing in both statements and are not equal: each a pair, `[of a, of b]`. */
export function conflictingFigures(a: Statement, b: Statement): [Figure, Figure][] {
  const [ofA, ofB] = [figuresOf(a), figuresOf(b)];
  const hasTwin = (figure: Figure, others: readonly Figure[]) => others.some((other) => other.value === figure.value);
  // A figure that stands in both has its partner there and contradicts no other.
  const [openA, openB] = [ofA.filter((f) => !hasTwin(f, ofB)), ofB.filter((f) => !hasTwin(f, ofA))];
  return openA.flatMap((figure): [Figure, Figure][] => {
    const [other, ...more] = openB.filter((candidate) => countTheSame(figure, candidate));
    // "four sets of these and three of those": which of them to compare with is anybody's guess.
    if (other === undefined || more.some(({ value }) => value !== other.value)) return [];
    const isOneOfMany = openA.some(
      ({ value, ...rest }) => value !== figure.value && countTheSame({ value, ...rest }, other),
    );
    return isOneOfMany ? [] : [[figure, other]];
  });
}
