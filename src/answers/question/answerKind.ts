import type { Token } from '../../english/analyzer.js';
import { LOWER_MONTH, LOWER_WEEKDAY } from '../../english/calendarPatterns.js';
import { cueVerb } from '../../english/cueVerbs.js';
import { IRREGULAR_PAST } from '../../english/lists/irregularPasts.js';
import { ROLES } from '../../english/lists/roles.js';
import { ASKS_FOR_A_STATEMENT } from '../../english/lists/sayingVerbs.js';
import { alternatives } from '../../english/lists/wordList.js';
import { NUMBER_WORDS } from '../../english/numbers.js';

/** What a question asks for. `name` is "which company", `thing` is anything that no other kind describes. */
export type AnswerKind =
  | 'person'
  | 'place'
  | 'day'
  | 'duration'
  | 'number'
  | 'money'
  | 'reason'
  | 'yes-no'
  | 'definition'
  | 'name'
  | 'statement'
  | 'thing';

/** Behind a role's word, so that it is no adjective: "which judge heard it", and not "which major company". */
const ALONE = String.raw`(?=\s*\??$| (?:is|was|did|does|has|had|got|will|would|in|of|at|on|from|for|with|who|that|says|[a-z]+ed|${alternatives(IRREGULAR_PAST)})\b)`;

/**
 * What asks for each kind. The first in the question counts ("who left when Kim came" asks for a person), and of several
 * that begin together the first of this list. A question may come without its mark and in lower case.
 */
const OPENINGS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['duration', /\bhow long\b|\bduration\b|\bfor how many (?:minutes|hours|days|weeks|months|years)\b/],
  [
    'money',
    /\bhow much\b.*\b(?:cost|costs|pay|paid|worth|price|spend|spent|raise|raised|fine|fined|money|dollars?|earn|earned|bid|sell|sold|charge[ds]?)\b|\b(?:price|cost|value) of\b|\bwhat (?:do|does|did|will|would) .*\b(?:cost|charge)\b/,
  ],
  [
    'number',
    /\bhow (?:many|much|old|big|tall|large|far|often|high|heavy|fast|deep|wide)\b|^(?:what(?:['’]s| is| was))? ?(?:the )?(?:total )?number of\b|\bdeath toll\b|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?(?:percent|percentage|number|amount|share|proportion|temperature|distance|height|length|size|age|speed|total|rate|score)\b/,
  ],
  ['day', /\bwhen\b|\b(?:what|which) (?:day|date|year|month|time|hour|weekday)\b/],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:country|countries|city|cities|place|state|town|region|nation|airport|capital|continent|location|us state|u\.s\. state)\b/,
  ],
  [
    'statement',
    new RegExp(
      String.raw`\bwhat (?:did|does|do|has|have|was|were) .*\b(?:${alternatives(ASKS_FOR_A_STATEMENT)})\b|\bhow did .*\b(?:react|respond|describe|call)\b`,
    ),
  ],
  ['reason', /\bwhy\b|\bwhat (?:is|was) the (?:reason|cause)\b|\bhow come\b|\bwhat caused\b/],
  [
    'person',
    new RegExp(
      String.raw`\b(?:who|whom|whose)\b|\b(?:what|which) (?:person|man|woman|leader|president|minister|politician|actor|actress|singer|player|official|envoy|country's leader)\b|\b(?:what|which) (?:${alternatives(ROLES)})${ALONE}`,
    ),
  ],
  [
    'definition',
    /^(?:what|who) (?:is|are|was|were) (?:an? |the )?[\p{L}\p{N}.'’-]+(?: [\p{L}\p{N}.'’-]+)?\s*\??$|\b(?:definition|meaning) of\b|\bwhat does .* mean\b/u,
  ],
  ['name', /\bname of\b|\bwhat(?:['’]s| (?:is|was|are|were)) .*\bnames?\b|\bcalled\s*\??$/],
  [
    'name',
    /\bwhich\b|\bwhat (?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|kind|sort|type|about|happen\w*|if|else|makes?|made|caused?|level)\b)\p{L}+/u,
  ],
  ['yes-no', /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might)\b/],
];

/** "Can you tell me when" asks when, not whether. */
const PREAMBLE =
  /^(?:please |hey |so |and |but )*(?:(?:can|could|would|will) (?:you|anyone|anybody|someone) (?:please |kindly )?(?:tell|say|explain)(?: (?:me|us))?|do(?:es)? (?:you|anyone|anybody|we) know|is it (?:known|clear|said)|(?:tell|remind) (?:me|us)|i (?:want|wanted|would like|need) to know|(?:any|no) idea)\b(?= .*\b(?:who|whom|whose|what|which|when|where|why|how|if|whether|the)\b)[, ]*(?:if |whether )?/;

/** What is asked for, from how the question begins. */
export function answerKindOf(question: string): AnswerKind {
  const whole = question.trim().toLowerCase();
  const [preamble = ''] = PREAMBLE.exec(whole) ?? [];
  if (/\b(?:if|whether) $/.test(preamble)) return 'yes-no';
  const text = whole.slice(preamble.length);
  let first: { kind: AnswerKind; at: number } | null = null;
  for (const [kind, opening] of OPENINGS) {
    const at = text.search(opening);
    if (at >= 0 && (!first || at < first.at)) first = { kind, at };
  }
  return first?.kind ?? 'thing';
}

const UNITS = 'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century';

/** What a sentence must have to give an answer of the kind; kinds without a pattern need nothing special. */
const EVIDENCE: Partial<Record<AnswerKind, RegExp>> = {
  day: new RegExp(
    `\\b(?:${LOWER_WEEKDAY}|yesterday|today|tonight|tomorrow|(?:1[5-9]|20)\\d\\d|(?:last|next|this|past) (?:day|week|month|year|spring|summer|autumn|fall|winter)|(?:${LOWER_MONTH})(?! be\\b)|(?:a|an|one|two|three|few|several|\\d+) (?:${UNITS}) (?:ago|earlier|later|before|after)|decades|century)\\b`,
    'i',
  ),
  duration: new RegExp(
    `\\b(?:\\d[\\d.,]*|an?|${NUMBER_WORDS}|several|few|many)[ -](?:[\\w-]+ )?(?:${UNITS})\\b|\\b(?:since|until)\\b|\\d[ -](?:inch(?:es)?|f(?:oo|ee)t|yards?|met(?:re|er)s?|kilomet(?:re|er)s?|miles?)[ -]long\\b`,
    'i',
  ),
  number: new RegExp(`\\d|\\b(?:${NUMBER_WORDS})\\b`, 'i'),
  money:
    /[$£€¥]\s?\d|\b\d[\d.,]*\s*(?:(?:million|billion|trillion|hundred|thousand)\s*)?(?:dollars?|euros?|pounds?|yen|rubles?|won|cents?)\b/i,
  reason:
    /\b(?:because|due to|owing to|amid|so that|in order to|therefore|thanks to|following|caus(?:e|ed|ing)|led to|results?|reasons?|blam(?:e|ed|ing)|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|fears?|hop(?:es|ing)|wants?|expected to|(?:in|as) (?:response|protest|part)|for (?:its|his|her|their|an?)|designed to|purpose|after|over|citing|as (?:he|she|it|they)|out of|on suspicion|who (?:is|was|had|has)|refused)\b/i,
  definition: /\b(?:is|are|was|were|means?|refers? to|known as|called)\b|,\s(?:an?|the)\s|\(/i,
};

const QUOTATION_MARK = /["“”«»]/;

/** Of the verbs that only bring in quotations, those that also tell without marks: "urged restraint", not "went home". */
const TELLS_WITHOUT_MARKS =
  /^(?:ask(?:s|ed)?|asking|urg(?:e|es|ed|ing)|implor(?:e|es|ed|ing)|beg(?:s|ged)?|begging|think(?:s|ing)?|thought|wonder(?:s|ed|ing)?|offer(?:s|ed|ing)?|enquir(?:e|es|ed|ing)|inquir(?:e|es|ed|ing)|repeat(?:s|ed|ing)?|elaborat(?:e|es|ed|ing))$/;

/** Whether a verb tells what somebody says or thinks, with or without quotation marks. */
export function isTellingVerb(surface: string): boolean {
  const cue = cueVerb(surface);
  return cue !== undefined && (cue.kind !== 'quotation' || TELLS_WITHOUT_MARKS.test(surface));
}

/** "Which" may ask for something without a name, such as a series of tests. */
const NO_NAME_YET = 0.5;

/** A capitalised word that names a day is no name of a person or place. */
const CALENDAR_WORD = new RegExp(`^(?:${LOWER_MONTH}|${LOWER_WEEKDAY})$`);
const PLACE_LEAD = /\b(?:in|at|near|from|to|outside|across|over|off|around|north|south|east|west|of)\s+(?:the\s+)?$/i;

/**
 * How well a sentence could hold an answer of the kind, 0..1; 1 for kinds that need nothing special.
 * @param text the sentence
 * @param tokens its words
 * @param asked terms that the question itself has: a name that was asked about is not the answer
 * @param isName whether the corpus writes a term as a name
 */
export function evidenceOf(
  kind: AnswerKind,
  text: string,
  tokens: readonly Token[],
  asked: ReadonlySet<string>,
  isName: (term: string) => boolean,
): number {
  if (kind === 'person' || kind === 'place' || kind === 'name') {
    const names = tokens.filter(
      (t) => t.capitalized && isName(t.term) && !asked.has(t.term) && !CALENDAR_WORD.test(t.surface),
    );
    if (kind === 'name') return names.length > 0 ? 1 : NO_NAME_YET;
    if (kind === 'person') return names.length > 0 ? 1 : 0;
    if (names.some((name) => PLACE_LEAD.test(text.slice(Math.max(0, name.start - 12), name.start)))) return 1;
    return names.length > 0 ? 0.5 : 0;
  }
  if (kind === 'statement')
    return tokens.some(({ surface }) => isTellingVerb(surface)) || QUOTATION_MARK.test(text) ? 1 : 0;
  return (EVIDENCE[kind]?.test(text) ?? true) ? 1 : 0;
}

/** Where a sentence says a day, number or amount that was asked for: what a reader looks for, to be drawn in bold. */
export function evidenceSpan(kind: AnswerKind, text: string): { start: number; end: number } | null {
  if (kind !== 'day' && kind !== 'duration' && kind !== 'money') return null;
  const match = EVIDENCE[kind]?.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
