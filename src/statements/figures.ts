import type { Span } from '../english/span.js';
import type { Statement, Word } from './statement.js';

/** A number and what it counts: "more than 1,000 containers" is 1,000 of "contain". */
export interface Figure extends Span {
  readonly value: number;
  /** Keys of the words that may say what is counted, the nearest first: "1,000 metric tons" counts "metric", "ton". */
  readonly of: readonly string[];
}

const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i] as const),
);

/** "Forty-four" is written in two words; both halves and the whole, or null when the word begins no such number. */
function tensOf(words: readonly Word[], index: number): { value: number; length: number } | null {
  const tens = TENS.get(words[index]?.text.toLowerCase() ?? '');
  if (tens === undefined) return null;
  const [word, next] = [words[index], words[index + 1]];
  const isUnit =
    word && next && next.start - word.end === 1 && next.number !== null && next.number > 0 && next.number < 10;
  return isUnit ? { value: tens + (next.number ?? 0), length: 2 } : { value: tens, length: 1 };
}

/** "1,000 metric tons": what is counted stands this close behind the number. */
const REACH = 2;

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function scaleOf(word: Word | undefined): number | undefined {
  return word === undefined ? undefined : SCALES.get(word.text.toLowerCase().replace(/s$/, ''));
}

/** Days and years are no figures: "October 19", "in 2018". */
function isPartOfDate(words: readonly Word[], index: number): boolean {
  const value = words[index]?.number ?? 0;
  const [before, after] = [words[index - 1], words[index + 1]];
  if (value <= 31 && (MONTH.test(before?.text ?? '') || MONTH.test(after?.text ?? ''))) return true;
  return /^(?:1[89]|20)\d\d$/.test(words[index]?.text ?? '');
}

/** The numbers of a statement, with their scale ("2.5 million") and what they count. */
export function figuresOf({ words }: Statement): Figure[] {
  const figures: Figure[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const tens = tensOf(words, i);
    const number = tens?.value ?? word?.number ?? null;
    if (word === undefined || number === null || isPartOfDate(words, i)) continue;
    let value = number;
    let next = i + (tens?.length ?? 1);
    let end = words[next - 1]?.end ?? word.end;
    for (let scale = scaleOf(words[next]); scale !== undefined; scale = scaleOf(words[next])) {
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
