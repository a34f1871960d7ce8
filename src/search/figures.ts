import type { Span } from '../corpus/article.js';
import type { Statement, Word } from './saying.js';

/** A number and what it counts: "more than 1,000 containers" is 1,000 of "contain". */
export interface Figure extends Span {
  readonly value: number;
  /** Keys of the words that may say what is counted, the nearest first: "1,000 metric tons" counts "metric", "ton". */
  readonly of: readonly string[];
}

const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

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
    if (word === undefined || word.number === null || isPartOfDate(words, i)) continue;
    let value = word.number;
    let end = word.end;
    let next = i + 1;
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
    const other = openB.find((candidate) => countTheSame(figure, candidate));
    return other === undefined ? [] : [[figure, other]];
  });
}
