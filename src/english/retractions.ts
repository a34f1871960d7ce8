import type { Span } from './span.js';

/** What is reported and may not be so. */
const REPORTS =
  '(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?|assertions?|assumptions?|stories|story|speculation|posts?|idea|notion|theory|theories)';
const UNTRUE =
  '(?:false|untrue|wrong|incorrect|inaccurate|unfounded|baseless|groundless|fabricated|invented|made up|nonsense|fake|not true|denied|dismissed|rejected|(?:an? )?(?:lies?|invention|fabrication|hoax|myth))';
const FORM_OF_DENY = '(?:den(?:ies|ied|y)|disput(?:es|ed?)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed?))';
const ADVERB = String.raw`(?:\p{Ll}+ly\s+)?`;

/** "Reports that two had died are false": what stands between is not so. */
const FALSE_REPORT = new RegExp(
  String.raw`\b${REPORTS}\s+(?:that|of|about)\b(?<told>(?:(?!\bwhich\b)[^.;]){1,200}?)\s(?:(?:is|are|was|were|has been|have been|as|proved|turned out to be)\s+${ADVERB}|(?=\p{L}{2,4}n[’']t\s))(?<denial>\p{L}{2,4}n[’']t\strue|${UNTRUE})\b`,
  'diu',
);
/** "called the report that he had met them a lie". */
const CALLED_FALSE = new RegExp(
  String.raw`\b(?:call|brand|label|deem|declar|consider)\p{Ll}*\s+(?:\p{L}+\s+){0,2}?${REPORTS}\s+(?:that|of)\b(?<told>[^.;]{1,200}?)\s(?<denial>${UNTRUE})\b`,
  'diu',
);
/** "wrongly reported that", "never claimed that", "withdrew its claim that", "sued the paper for writing that": what follows is not said to be so. */
const SAID_WRONGLY = new RegExp(
  [
    String.raw`\b(?<denial>(?:wrongly|falsely|mistakenly|erroneously|incorrectly)\s+(?:report|stat|said|claim|suggest|wrote|assum|believ|thought)\p{Ll}*|(?:once|long|originally|initially)\s+(?:thought|believed|assumed|feared|rumoured|rumored)`,
    String.raw`(?:withdr[ae]w\p{Ll}*|retract\p{Ll}*|took back|taken back|apologi[sz]ed for)\s+(?:\p{L}+\s+){0,2}?${REPORTS}`,
    String.raw`earlier versions?\s+of\s+(?:this|the|our)\s+\p{L}+[^.;]{0,80}?\s(?:said|stat|report|claim|suggest|wrote)\p{Ll}*`,
    String.raw`(?:sue[ds]?|suing)\s[^.;,]{1,60}?\sfor\s+(?:writ|say|claim|report|suggest|alleg)ing)\s+(?:that|to)\b(?<told>[^.;]{1,200})`,
  ].join('|'),
  'diu',
);
/** "which the firm denied", "but Ross denied it", "a claim that the ministry rejects": what stands before is disputed. */
const DENIED_BEHIND = new RegExp(
  String.raw`(?<told>^.{1,400}?)[,;–—-]\s*(?:which|but|though|although|(?:an?|the)\s+${REPORTS}|an?\s+(?:charge|accusation)|something)\s(?:[\p{L}.’'-]+\s+){0,5}?(?<denial>${FORM_OF_DENY})(?=[\s,.;]*(?:$|it\b|this\b|them\b|the\s+${REPORTS}))`,
  'dsiu',
);

/** Cheap look before the patterns run: most sentences take nothing back. */
const WORTH_A_LOOK =
  /\b(?:fals|untrue|wrong|incorrect|inaccura|unfounded|baseless|groundless|fabricat|invent|made up|nonsense|fake|lie|hoax|myth|not true|den(?:y|ie)|disput|reject|dismiss|refut|mistaken|erroneous|(?:once|long|originally|initially) (?:thought|believed|assumed|feared|rumou?red)|withdr|retract|took back|taken back|apologi|earlier version|sue|suing)|n[’']t true/iu;

/** A stretch of text that is told to be no fact, and the words that say so. */
export interface Retraction {
  readonly told: Span;
  readonly denial: Span;
}

/**
 * What a sentence reports only to say that it is not so, or that somebody denies it, elsewhere than right before the verb: what
 * `english/negation.ts` finds stands there.
 * @param text what the span is into
 */
export function retractionsIn(text: string, sentence: Span): Retraction[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!WORTH_A_LOOK.test(words)) return [];
  return [FALSE_REPORT, CALLED_FALSE, SAID_WRONGLY, DENIED_BEHIND].flatMap((pattern) => {
    const places = pattern.exec(words)?.indices?.groups;
    if (!places?.told || !places.denial) return [];
    return [{ told: placed(places.told, sentence.start), denial: placed(places.denial, sentence.start) }];
  });
}

function placed([start, end]: readonly [number, number], by: number): Span {
  return { start: by + start, end: by + end };
}
