import type { Span } from '../corpus/article.js';
import type { Statement, Word } from './saying.js';

/** A number and what it counts: "more than 1,000 containers" is 1,000 of "contain". */
export interface Figure extends Span {
  readonly value: number;
  /** Key of the word that says what is counted. */
  readonly of: string;
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
    const counted = words.slice(next, next + REACH).findLast((w) => w.content && w.number === null);
    const nearest = words.slice(next, next + REACH).find((w) => w.content && w.number === null);
    for (const key of new Set([nearest?.key, counted?.key])) {
      if (key !== undefined) figures.push({ start: word.start, end, value, of: key });
    }
    i = next - 1;
  }
  return figures;
}

/** Figures that count the same thing in both statements and are not equal: each a pair, `[of a, of b]`. */
export function conflictingFigures(a: Statement, b: Statement): [Figure, Figure][] {
  const [ofA, ofB] = [figuresOf(a), figuresOf(b)];
  const conflicts: [Figure, Figure][] = [];
  for (const figure of ofA) {
    const same = ofB.filter((other) => other.of === figure.of);
    const [first] = same;
    if (first === undefined || same.some((other) => other.value === figure.value)) continue;
    if (conflicts.some(([known]) => known.start === figure.start)) continue;
    if (ofA.some((other) => other.of === figure.of && same.some((s) => s.value === other.value))) continue;
    conflicts.push([figure, first]);
  }
  return conflicts;
}
