import type { Span } from './span.js';

/** "22:50", "10.15am", "14h30", "9 p.m.", "1830 GMT", "[12:05 CET]", "12:05 –": a sentence begins behind it. */
const TIME_STAMP =
  /^[[(]?(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[apAP]\.?[mM]\b\.?)?|\d{1,2}\s?[apAP]\.?[mM]\b\.?|\d{4}(?=\s?(?:GMT|UTC|\p{Lu}{1,3}T)\b))(?:\s(?:GMT|UTC|\p{Lu}{1,3}T|local time)\b)?[\])]?\s{0,3}(?:[:|–—-]{1,2}\s{1,3})?(?=[\p{Lu}"“'‘«])/u;
/** No stamp is longer, in characters. */
const LONGEST_STAMP = 40;

/** Where the sentence begins behind the time that an entry of a live report has before it; where the entry begins when it has none. */
export function afterTimeStamp(text: string, { start, end }: Span): number {
  const stamp = TIME_STAMP.exec(text.slice(start, Math.min(end, start + LONGEST_STAMP)));
  return start + (stamp?.[0].length ?? 0);
}
