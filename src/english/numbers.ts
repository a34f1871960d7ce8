/** Numbers as English writes them: figures, words, tens with their ones, and scales. */

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const VALUE_OF_WORD: ReadonlyMap<string, number> = new Map(ONES.map((word, value) => [word, value]));

/** "twenty" … "ninety", which a one may follow: "forty-four". */
const TENS: ReadonlyMap<string, number> = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, i) => [word, 20 + 10 * i]),
);

/** The words that {@link numberOf} and {@link tensOf} know, as alternatives of a pattern that ends behind them. */
export const COUNTED_WORDS = [...ONES, ...TENS.keys()].join('|');

const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

/**
 * Words that count, as alternatives of a pattern.
 */
export const COUNTING_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|both|no';
/** Words that say how many, how often or which one, as alternatives of a pattern. */
export const NUMBER_WORDS = `${COUNTING_WORDS}|half|third|quarter|double|single|first|second`;

/** @param word lower case, thousands commas taken out @returns what a figure or a word up to "twenty" counts; null for another word */
export function numberOf(word: string): number | null {
  if (/^\d/.test(word)) {
    const value = Number(word);
    return Number.isFinite(value) ? value : null;
  }
  return VALUE_OF_WORD.get(word) ?? null;
}

/** @param word in any case @returns 20, 30 … 90 for "twenty" to "ninety"; undefined for another word */
export function tensOf(word: string): number | undefined {
  return TENS.get(word.toLowerCase());
}

/** @param word in any case, one or many @returns 12 for "dozen", 1,000,000 for "millions"; undefined for another word */
export function scaleOf(word: string): number | undefined {
  return SCALES.get(word.toLowerCase().replace(/s$/, ''));
}
