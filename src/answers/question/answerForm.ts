import { LOWER_MONTH, LOWER_WEEKDAY } from '../../english/calendarPatterns.js';

const LENGTH =
  /\b\d[\d.,]*[\s-]?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|yards?|feet|foot|ft|inch(?:es)?|cm|centimet(?:er|re)s?)\b/i;

/** What an answer must look like for words that ask for more than a person, a place, a day or a number: an hour, an age, a height, a wife. */
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
    /\bhow (?:long|big|large|wide|high|close|near)\b.*\bin (?:km|kilomet(?:er|re)s|miles|met(?:er|re)s|yards|feet|inches)\b|\bhow many (?:km|kilomet(?:er|re)s|miles|met(?:er|re)s|yards|feet|inches)\b/i,
    LENGTH,
  ],
  [
    /\bhow heavy\b|\bhow much (?:do|does|did) .*\bweigh\b|\bhow many (?:kg|kilos?|kilograms|pounds|lbs|tons|tonnes|grams|ounces)\b/i,
    /\b\d[\d.,]*(?: (?:hundred|thousand|million|billion))?[\s-]?(?:kg|kilo(?:gram)?s?|pounds?|lbs?|tons?|tonnes?|grams?|ounces?)\b/i,
  ],
  [/\bhow (?:hot|cold|warm)\b|\btemperature\b/i, /\b\d[\d.,]*\s?°|\b\d[\d.,]* degrees\b|\bfreezing\b/i],
  [
    /\bhow rich\b|\bnet worth\b/i,
    /[$£€¥]\s?\d|\b\d[\d.,]* (?:[mb]illion )?(?:dollars|pounds|euros)\b|\b[mb]illionaires?\b|\b(?:worth|wealth|fortune)\b/i,
  ],
  [
    /\bhow often\b/i,
    /\b(?:once|twice|times|every|each|hourly|daily|weekly|monthly|annual(?:ly)?|yearly|rarely|seldom|always|never)\b/i,
  ],
  [
    /\bwhere\b.*\bborn\b|\bbirthplace\b/i,
    /\bborn (?!again)|\bbirthplace\b|\bnative\b|\bhometown\b|\b(?:grew|brought) up\b/i,
  ],
  [
    /\bwhen\b.*\bborn\b|\bbirthday\b|\b(?:date of birth|birth date)\b/i,
    /\bborn (?!again)|\bbirthday\b|\b(?:date of birth|birth date)\b/i,
  ],
  [
    /\bmarried to\b|\bwho\b.*\b(?:wife|husband|spouse)\b/i,
    /\b(?:wife|husband|spouse|partner|widow(?:er)?|marri(?:ed|es|age)|wed)\b/i,
  ],
  [
    /\b(?:what|which) colou?r\b/i,
    /\b(?:red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ae]y|gold(?:en)?|silver|turquoise|violet|crimson)\b/i,
  ],
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

const ASKS_FOR_WORDS =
  /\bwhat (?:does|did|do) (?:the )?(\p{L}{2,8}) (?:stand|short) for\b|\bwhat(?:['’]s| is) (?:the )?(\p{L}{2,8}) short for\b/iu;
/** What stands between the words of a name without a letter of its own in the short form. */
const BETWEEN_WORDS = String.raw`(?:[\s-]+(?:of|the|and|for|on|in|to|de|du))*[\s-]+`;

/** Words that a short form may stand for, by their first letters: "Double Asteroid Redirection Test" for DART. */
function wordsBehind(short: string): RegExp {
  const words = [...short].map((letter) => String.raw`\b${letter}[\p{L}’']*`);
  return new RegExp(words.join(BETWEEN_WORDS), 'iu');
}

/**
 * @param asking the sentence that asks
 * @returns a pattern that every answer to it has, null when none is known
 */
export function answerFormOf(asking: string): RegExp | null {
  const [, ...shorts] = ASKS_FOR_WORDS.exec(asking) ?? [];
  const short = shorts.find(Boolean);
  return short ? wordsBehind(short) : (FORMS.find(([asks]) => asks.test(asking))?.[1] ?? null);
}
