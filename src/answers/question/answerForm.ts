import { LOWER_MONTH, LOWER_WEEKDAY } from '../../english/calendarPatterns.js';
import { COUNTING_WORDS } from '../../english/numbers.js';
import type { AnswerKind } from './answerKind.js';

/** A number in front of a unit, in figures or words: "6.8 million miles", "a 10-foot wall". */
const measured = (units: string): RegExp =>
  new RegExp(
    String.raw`\b(?:\d[\d.,]*|${COUNTING_WORDS})(?:[\s-](?:hundred|thousand|million|billion))?[\s-]?(?:${units})\b`,
    'i',
  );

const LENGTH = measured(
  '(?:centi|kilo)?met(?:er|re)s?|km|cm|miles?|yards?|feet|foot|ft|inch(?:es)?|light[- ]years?|stor(?:ey|ie)s?',
);
const WEIGHT = measured('kg|kilo(?:gram)?s?|pounds?|lbs?|tons?|tonnes?|grams?|ounces?');

const HOUR =
  /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\bnoon\b|\bmidnight\b|\bo['’]clock\b|\bhours? (?:before|after)\b/i;
/** How large something is, in numbers or beside another thing. */
const SIZE = new RegExp(
  String.raw`${LENGTH.source}|${WEIGHT.source}|\b(?:acres?|hectares?|square|diameter|across|(?:the|in) size)\b|\b(?:as (?:big|large|tall|wide|long) as|(?:big|larg|small|wid|tall)g?er than|times (?:bigger|larger|the size))\b|\d\s?%|\bper ?cent\b|[$£€¥]\s?\d|\b\d[\d.,]* (?:[mb]illion|people|points|votes|seats)\b`,
  'i',
);

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
  [/\b(?:what|which) (?:time|hour)\b/i, HOUR],
  [
    /\bhow old\b|\bage\b/i,
    /\b\d{1,3}[- ]years?[- ]old\b|\b(?:aged?|at) (?:of )?\d{1,3}\b|,\s\d{1,3},|\b(?:is|was|turn(?:s|ed)) \d{1,3}(?=[.,;!?]| (?:when|and|at|on|years)\b)|\bborn\b/i,
  ],
  [
    /\bhow heavy\b|\bhow much (?:do|does|did) .*\bweigh\b|\bhow many (?:kg|kilos?|kilograms|tons|tonnes|grams|ounces)\b/i,
    WEIGHT,
  ],
  [
    /\bhow often\b/i,
    /\b(?:once|twice|times|every|each|hourly|daily|weekly|monthly|annual(?:ly)?|yearly|rarely|seldom|always|never)\b/i,
  ],
  [/\bhow far (?:is|was|are|were|away|from|apart)\b|\bdistance\b/i, LENGTH],
  [/\bhow (?:tall|deep|wide) (?:is|was|are|were)\b|\bheight\b/i, LENGTH],
  [/\bspeed\b|\bhow fast\b/i, /\b(?:km\/h|kph|mph|knots|mach|(?:miles|kilomet(?:er|re)s) (?:an|per) hour)\b/i],
  [/\bpercent/i, /\d\s?%|\bper ?cent\b/i],
];

/** The same for what asks so whatever kind of answer is wanted. Of the others "at the height of the war, who …" is none. */
const FORMS_OF_ANY_KIND: typeof FORMS = [
  [/\bexact time\b|^\s*(?:the )?time (?:of|it|they|he|she|when|that)\b/i, HOUR],
  [/\bhow (?:big|large)\b/i, SIZE],
  [
    /\bhow (?:long|big|large|wide|high|close|near)\b.*\bin (?:km|kilomet(?:er|re)s|miles|met(?:er|re)s|yards|feet|inches)\b|\bhow many (?:km|kilomet(?:er|re)s|miles|met(?:er|re)s|yards|feet|inches)\b/i,
    LENGTH,
  ],
  [
    /\bhow (?:hot|cold|warm)\b|\bwhat(?:['’]s| is| was) the temperature\b/i,
    /\b\d[\d.,]*\s?°|\b\d[\d.,]* degrees\b|\bfreezing\b/i,
  ],
  [
    /\bhow rich\b|\bwhat(?:['’]s| is| was) .*\bnet worth\b/i,
    /[$£€¥]\s?\d|\b\d[\d.,]* (?:[mb]illion )?(?:dollars|pounds|euros)\b|\b[mb]illionaires?\b|\b(?:worth|wealth|fortune)\b/i,
  ],
  [
    /\bwhere\b.*\bborn\b|\bwhat(?:['’]s| is| was) .*\bbirthplace\b/i,
    /\bborn (?!again)|\bbirthplace\b|\bnative\b|\bhometown\b|\b(?:grew|brought) up\b/i,
  ],
  [
    /\bwhen\b.*\bborn\b|\b(?:what|when)(?:['’]s| is| was) .*\b(?:birthday|date of birth)\b/i,
    /\bborn (?!again)|\bbirthday\b|\b(?:date of birth|birth date)\b/i,
  ],
  [
    /\bmarried to\b|\bwho(?:['’]s| is| was) .*\b(?:wife|husband|spouse) ?\??$/i,
    /\b(?:wife|husband|spouse|partner|widow(?:er)?|marri(?:ed|es|age)|wed)\b/i,
  ],
  [
    /\b(?:what|which) colou?r\b/i,
    /\b(?:red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ae]y|gold(?:en)?|silver|turquoise|violet|crimson)\b/i,
  ],
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

/** Kinds of question that ask for what is measured or dated. */
const MEASURED: ReadonlySet<AnswerKind> = new Set(['day', 'number', 'yes-no']);
/** Kinds of question whose answer has no form of its own. */
const FORMLESS: ReadonlySet<AnswerKind> = new Set(['money', 'reason', 'statement']);

/** A question without the words that only ask what a short form stands for: no line that answers has them. */
export function withoutStandsFor(question: string): string {
  return ASKS_FOR_WORDS.test(question) ? question.replace(/\b(?:stand|short) for\b/iu, '') : question;
}

/**
 * @param asking the sentence that asks
 * @param kind what it asks for
 * @returns a pattern that every answer to it has, null when none is known
 */
export function answerFormOf(asking: string, kind: AnswerKind): RegExp | null {
  if (FORMLESS.has(kind)) return null;
  const short = ASKS_FOR_WORDS.exec(asking)?.slice(1).find(Boolean);
  if (short) return wordsBehind(short);
  const forms = MEASURED.has(kind) ? [...FORMS, ...FORMS_OF_ANY_KIND] : FORMS_OF_ANY_KIND;
  const question = asking.trim();
  return forms.find(([asks]) => asks.test(question))?.[1] ?? null;
}
