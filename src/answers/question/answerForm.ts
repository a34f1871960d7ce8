import { LOWER_MONTH, LOWER_WEEKDAY } from '../../english/calendarPatterns.js';

/** What an answer must look like for words that ask for more than a day or a number: an hour, a year, an age, a height. */
const FORMS: readonly (readonly [asks: RegExp, answers: RegExp])[] = [
  [
    /^\s*(?:has|have|had|did|was|were)\b.*\b(?:ever\b|(?:before|previously|in the past)(?: (?:this|that|now|then))?\s*(?:\?\s*)?$)/i,
    /\b(?:last|previous(?:ly)?|again|never|first|ago|once|return(?:s|ed|ing)?|(?:19|20)\d\d)\b/i,
  ],
  [
    /\b(?:what|which) year\b/i,
    /\b(?:1[5-9]|20)\d\d\b|\b(?:last|this|next|previous) year\b|\byears? (?:ago|earlier|before|later)\b/i,
  ],
  [
    /\b(?:what|which) month\b/i,
    new RegExp(`\\b(?:${LOWER_MONTH})\\b|\\b(?:last|this|next) month\\b|\\bmonths? (?:ago|earlier|later)\\b`, 'i'),
  ],
  [/\b(?:what|which) (?:weekday|day of the week)\b/i, new RegExp(`\\b(?:${LOWER_WEEKDAY})\\b`, 'i')],
  [
    /\b(?:what|which) (?:time|hour)\b/i,
    /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\bnoon\b|\bmidnight\b|\bo['’]clock\b|\bhours? (?:before|after)\b/i,
  ],
  [/\bhow old\b|\bage\b/i, /\b\d{1,3}[- ]years?[- ]old\b|\b(?:aged?|at) (?:of )?\d{1,3}\b|,\s\d{1,3},|\bborn\b/i],
  [
    /\bhow far (?:is|was|are|were|away|from|apart)\b|\bdistance\b/i,
    /\b\d[\d.,]*[\s-]?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|light[- ]years?)\b/i,
  ],
  [
    /\bhow (?:tall|deep|wide) (?:is|was|are|were)\b|\bheight\b/i,
    /\b\d[\d.,]*[\s-]?(?:feet|foot|ft|inch(?:es)?|yards?|(?:centi|kilo)?met(?:er|re)s?|cm|miles?|stor(?:ey|ie)s?)\b/i,
  ],
  [/\bspeed\b|\bhow fast\b/i, /\b(?:km\/h|kph|mph|knots|mach|(?:miles|kilomet(?:er|re)s) (?:an|per) hour)\b/i],
  [/\bpercent/i, /\d\s?%|\bper ?cent\b/i],
];

/**
 * @param asking the sentence that asks
 * @returns a pattern that every answer to it has, null when none is known
 */
export function answerFormOf(asking: string): RegExp | null {
  return FORMS.find(([asks]) => asks.test(asking))?.[1] ?? null;
}
