import { findDayWords } from './dayWords.js';
import { COUNTED_WORDS, numberOf, scaleOf, tensOf } from './numbers.js';
import { overlapsAny, type Span } from './span.js';
import { plainSpaces } from './visibleText.js';

/** What limits a number: "more than", "at least", "less than", "at most"; null for one that is said as it is, or "about". */
export type Bound = 'more' | 'least' | 'less' | 'most';

/** A number as a text says it, with its scale, its unit and its limit. */
export interface Quantity extends Span {
  /** With scale and sign; a time in minutes after midnight; of a score, the first number times 10,000 and the second. */
  readonly value: number;
  /** 'm', '£', '%', 'C', 'time', 'ordinal', 'score' …; null for a plain count. */
  readonly unit: string | null;
  readonly bound: Bound | null;
}

/** Words and signs for units, by the unit; a unit is written behind its number, with or without a space. */
const UNITS: Readonly<Record<string, string>> = {
  '%': '%|percent|per cent|pc|percentage points?',
  C: '°? ?C|degrees C|(?:degrees )?celsius|(?:degrees )?centigrade',
  F: '°? ?F|degrees F|(?:degrees )?fahrenheit',
  '°': '°|degrees?',
  $: '(?:US |U\\.S\\. )?dollars?|USD',
  '£': 'pounds sterling|GBP',
  '€': 'euros?|EUR',
  '¥': 'yen|yuan|JPY',
  days: 'days?',
  hours: 'hours?|hrs?',
  minutes: 'minutes?|mins?',
  months: 'months?',
  seconds: 'seconds?|secs?',
  weeks: 'weeks?',
  years: 'years?|yrs?',
  cm: 'cm|centimet(?:re|er)s?',
  ft: 'ft|foot|feet',
  g: 'grams?|grammes?',
  ha: 'ha|hectares?',
  kg: 'kg|kilos?|kilogram(?:me)?s?',
  km: '(?:km|kms|kilomet(?:re|er)s?)(?!/h| (?:an|per) hour)',
  'km/h': 'km/h|kph|kmh|(?:km|kilomet(?:re|er)s) (?:an|per) hour',
  knots: 'knots?',
  l: 'lit(?:re|er)s?',
  lb: 'lbs?',
  m: 'met(?:re|er)s?',
  mi: 'mi|miles?(?! (?:an|per) hour)',
  mm: 'mm|millimet(?:re|er)s?',
  mph: 'mph|miles (?:an|per) hour',
  pounds: 'pounds?',
  t: 'tonnes?|tons?',
  yd: 'yards?|yds?',
};
const UNIT_AFTER: readonly (readonly [string, RegExp])[] = Object.entries(UNITS).map(([unit, words]) => [
  unit,
  new RegExp(`^[ -]?(?:${words})(?![\\p{L}\\d])`, 'iu'),
]);

/** What a lone "m" behind a number measures: "140m long"; elsewhere it counts millions. */
const METRES_AFTER =
  /^m(?:[ -](?:long|wide|high|tall|deep|away|above|below|under|from|race|sprint|hurdles|relay|freestyle|stretch|radius|drop|fall|up|down|off|apart|in (?:length|height|width|depth))\b)/i;
const SCALE_AFTER = /^[ -]?(hundred|thousand|million|billion|trillion|dozen)s?(?!\p{L})/iu;
const GLUED_SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };
const GLUED_SCALE_AFTER = /^ ?(mln|mn|bn|tn|k|m|b)(?![\p{L}\d])/iu;
const CURRENCY = /[$£€¥]\s?$/;

const CLOCK_AFTER = /^(?:[:.]([0-5]\d))?\s?([ap])\.?\s?m\b\.?/i;
const CLOCK_24 = /^:([0-5]\d)(?![\d:])/;
const OCLOCK = /^ o['’]clock\b/i;
const ORDINAL_AFTER = /^(?:st|nd|rd|th)(?!\p{L})/u;
const SCORE_AFTER = /^[-–](\d{1,3})(?![\d\p{L}%]|[.,]\d|[-–]\d)/u;
const AGE_AFTER = /^[- ]years?[- ]old\b/i;

/** A figure, in groups of thousands or not; letters and figures before it make it part of a name ("B-52", "G7"). */
const FIGURE = /(?<![\p{L}\d.,]|\p{L}[-‑])(?:\d{1,3}(?:[, ]\d{3}(?!\d))+|\d{1,15})(?:\.\d{1,6})?/gu;
const WORDS = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${COUNTED_WORDS})(?:-\\p{Ll}{3,5})?(?![\\p{L}’'])`, 'giu');
/** "one" is a number before what it counts, and a pronoun or a phrase before these. */
const ONE_IS_NONE =
  /^ (?:of|another|day|who|that|thing|way|and|or|is|was|has|to|in|for|by|side|hand|time|can|could|would|might|more|day's|after|such)\b|^[,.;:]|^-/i;

const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  [
    'most',
    /\b(?:at most|no more than|not (?:more than|over|above|exceeding)|up to|as many as|as much as|a maximum of)\s(?:the )?$/i,
  ],
  ['least', /\b(?:at least|no fewer than|no less than|not less than|a minimum of|as few as)\s(?:the )?$/i],
  [
    'more',
    /\b(?:more than|over|above|exceeding|upwards of|in excess of|greater than|beyond|north of|well over|just over)\s(?:the )?$/i,
  ],
  ['less', /\b(?:fewer than|less than|under|below|nearly|almost|close to|short of|just under)\s(?:the )?$/i],
];
const FEWER_AFTER = /^ or (?:less|fewer|under)\b/i;
const MORE_AFTER = /^(?:\+| or more\b|-plus\b| plus\b)/i;
/** How far before a number its limit is looked for, and behind it its unit, in characters. */
const NEAR = 32;
/** Most sentences have none, and are not looked through. */
const HAS_NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{Ll}{3,6}teen|twent|thirt|fort|fift|sixt|sevent|eight|ninet|half|third|quarter|fifth|tenth)/iu;
/** "two-thirds" is a share of something. */
const FRACTION_AFTER = /^-(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b/i;
/** "a third of", "two-thirds of the", "half its": shares of what follows. */
const SHARE =
  /(?<![\p{L}\p{N}’'-])(?:(a|one|two|three|four)[ -](hal(?:f|ves)|thirds?|quarters?|fifths?|tenths?)|(?<!\b(?:first|second|other|last|the|this|that) )half)(?= (?:of|the|its|their|his|her|all)\b)/giu;
const PARTS: Readonly<Record<string, number>> = { half: 2, halve: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const RANGE_MARK = /^(?: ?[-–] ?| to )$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** What a number is, read from what stands behind it. */
interface Measured {
  readonly value: number;
  readonly unit: string | null;
  readonly length: number;
}

/**
 * The numbers of a text with their units, in order: "999m", "£3.4bn", "-12C", "3pm", "6th", "2-7", "twelve people", "two and a
 * half" is not read. Days and years are no quantities.
 */
export function findQuantities(text: string, span: Span): Quantity[] {
  if (!HAS_NUMBER.test(text.slice(span.start, span.end))) return [];
  // Of a long text only the span is gone through, and as much behind it as a limit is looked for in.
  const stretch = plainSpaces(text.slice(span.start, span.end + NEAR));
  const shift = ({ start, end, ...quantity }: Quantity) => ({
    start: start + span.start,
    end: end + span.start,
    ...quantity,
  });
  const days = findDayWords(text, span).map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  return quantitiesIn(stretch, { start: 0, end: span.end - span.start }, days).map(shift);
}

function quantitiesIn(text: string, span: Span, days: readonly Span[]): Quantity[] {
  const stretch = text.slice(span.start, span.end);
  const isRange = (from: number, to: number): boolean =>
    from < to && to <= from + 4 && RANGE_MARK.test(text.slice(from, to));
  // "May 2 to 5" and "2-5 May" have two days, one of them without its month.
  const isOfDay = (at: number, behind: number): boolean =>
    days.some(({ start, end }) => (start <= at && at < end) || isRange(end, at) || isRange(behind, start));
  const found: Quantity[] = [];
  let read = 0;
  for (const { index, 0: words, 1: count, 2: part } of stretch.matchAll(SHARE)) {
    const [start, end] = [span.start + index, span.start + index + words.length];
    found.push({ start, end, value: shareOf(count, part), unit: 'share', bound: boundBefore(text, span, start) });
  }
  const shares = [...found];
  for (const match of [...stretch.matchAll(FIGURE), ...stretch.matchAll(WORDS)].sort((a, b) => a.index - b.index)) {
    const start = span.start + match.index;
    if (overlapsAny({ start, end: start + match[0].length }, shares)) continue;
    if (start < read || isOfDay(start, start + match[0].length)) continue;
    const quantity = /^\d/.test(match[0])
      ? figureAt(text, span, start, match[0])
      : wordsAt(text, span, start, match[0]);
    if (!quantity) continue;
    found.push(quantity);
    read = quantity.end;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "two" and "thirds" are two of three parts; "half" alone is one of two. */
function shareOf(count: string | undefined, part = 'half'): number {
  const parts = PARTS[part.toLowerCase().replace(/s$/, '')] ?? 1;
  return (numberOf(count?.toLowerCase() ?? '') ?? 1) / parts;
}

function boundBefore(text: string, span: Span, start: number): Bound | null {
  return boundOf(text.slice(Math.max(span.start, start - NEAR), start), '');
}

function figureAt(text: string, span: Span, start: number, figure: string): Quantity | null {
  const end = start + figure.length;
  const before = text.slice(Math.max(span.start, start - NEAR), start);
  const after = text.slice(end, Math.min(span.end, end + NEAR));
  // "9/11", "24/7", "1/2" count nothing.
  if (/\d\/$/.test(before) || /^\/\d/.test(after)) return null;
  const currency = CURRENCY.exec(before)?.[0];
  const measured = measure(figure, after, currency?.trim() ?? null);
  if (YEAR.test(figure) && measured.unit === null && measured.length === 0) return null;
  const head = before.slice(0, before.length - (currency?.length ?? 0));
  // A minus has no figure or letter before it: "-12C", and not "10-12".
  const isNegative = /(?:^|[\s(])[-−–]$/u.test(head) && measured.unit !== 'score';
  const signed = isNegative ? head.slice(0, -1) : head;
  return {
    start: start - (currency?.length ?? 0) - (isNegative ? 1 : 0),
    end: end + measured.length,
    value: isNegative ? -measured.value : measured.value,
    unit: measured.unit,
    bound: boundOf(signed, text.slice(end + measured.length, end + measured.length + NEAR)),
  };
}

function measure(figure: string, after: string, currency: string | null): Measured {
  const number = Number(figure.replace(/[, ]/g, ''));
  const clock = CLOCK_AFTER.exec(after);
  if (clock && Math.floor(number) <= 12 && currency === null) {
    const hour = (number % 12) + (clock[2]?.toLowerCase() === 'p' ? 12 : 0);
    const minutes = clock[1] ?? /\.(\d{2})$/.exec(figure)?.[1] ?? 0;
    return { value: Math.trunc(hour) * 60 + Number(minutes), unit: 'time', length: clock[0].length };
  }
  const minutes = CLOCK_24.exec(after);
  if (minutes && number <= 24) return { value: number * 60 + Number(minutes[1]), unit: 'time', length: 3 };
  const oclock = OCLOCK.exec(after);
  if (oclock) return { value: number * 60, unit: 'time', length: oclock[0].length };
  const ordinal = ORDINAL_AFTER.exec(after);
  if (ordinal) return { value: number, unit: 'ordinal', length: ordinal[0].length };
  const score = SCORE_AFTER.exec(after);
  if (score && currency === null) {
    return { value: number * 10_000 + Number(score[1]), unit: 'score', length: score[0].length };
  }
  if (METRES_AFTER.test(after)) return { value: number, unit: 'm', length: 1 };
  const glued = GLUED_SCALE_AFTER.exec(after);
  const scale = SCALE_AFTER.exec(after);
  let [value, length] = [number, 0];
  if (scale) [value, length] = [number * (scaleOf(scale[1] ?? '') ?? 1), scale[0].length];
  else if (glued && (currency !== null || glued[1]?.toLowerCase() !== 'b')) {
    [value, length] = [number * (GLUED_SCALE[glued[1]?.toLowerCase() ?? ''] ?? 1), glued[0].length];
  }
  if (currency !== null) return { value, unit: currency, length };
  const unit = unitAfter(after.slice(length));
  return { value, unit: unit?.name ?? null, length: length + (unit?.length ?? 0) };
}

function unitAfter(after: string): { name: string; length: number } | null {
  const age = AGE_AFTER.exec(after);
  if (age) return { name: 'years old', length: age[0].length };
  for (const [name, pattern] of UNIT_AFTER) {
    const found = pattern.exec(after);
    if (found) return { name, length: found[0].length };
  }
  return null;
}

/** "twelve people", "forty-four", "two million": a number in words; null for another word. */
function wordsAt(text: string, span: Span, start: number, words: string): Quantity | null {
  const [first = '', second] = words.toLowerCase().split('-');
  const tens = tensOf(first);
  const ones = second === undefined ? null : numberOf(second);
  let value = tens === undefined ? numberOf(first) : tens + (ones ?? 0);
  if (value === null || (second !== undefined && (tens === undefined || ones === null || ones > 9))) {
    if (second === undefined || numberOf(first) === null) return null;
    // "two-year" counts its two.
    value = numberOf(first);
  }
  const behind = start + first.length;
  if (FRACTION_AFTER.test(text.slice(behind, Math.min(span.end, behind + NEAR)))) return null;
  const end = start + (second !== undefined && ones === null ? first.length : words.length);
  const after = text.slice(end, Math.min(span.end, end + NEAR));
  if (value === null || (value === 1 && (ONE_IS_NONE.test(after) || !/^ \p{Ll}/u.test(after)))) return null;
  let [scale, length] = [1, 0];
  // "three hundred thousand" has two.
  for (let found = SCALE_AFTER.exec(after); found; found = SCALE_AFTER.exec(after.slice(length))) {
    scale *= scaleOf(found[1] ?? '') ?? 1;
    length += found[0].length;
  }
  const unit = unitAfter(after.slice(length));
  const before = text.slice(Math.max(span.start, start - NEAR), start);
  return {
    start,
    end: end + length + (unit?.length ?? 0),
    value: value * scale,
    unit: unit?.name ?? null,
    bound: boundOf(before, after.slice(length)),
  };
}

function boundOf(before: string, after: string): Bound | null {
  if (MORE_AFTER.test(after)) return 'least';
  if (FEWER_AFTER.test(after)) return 'most';
  return BOUNDS.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}
