import { AROUND_TOPIC } from '../../english/lists/aroundTopic.js';
import type { Concept } from './concept.js';

/** What asks for the whole rather than for a fact, with the words that lead to a topic after it. */
const ASKS_FOR_ALL = [
  /^(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody) )?(?:please )?(?:(?:give|tell|show|get)(?: (?:me|us))? )?(?:(?:a|an|the|some) )?(?:quick |short |brief |full |overall )?(?:summary(?! judg)|tl;?dr|overview|recap|rundown|gist|summari[sz]e|sum up|catch (?:me|us) up|fill (?:me|us) in|bring (?:me|us) up to (?:date|speed))\b/i,
  /^(?:what(?:['’]s| is| are)|any|show|give(?: me)?|tell me)?\s*(?:(?:the|all the) )?(?:latest|newest|news|headlines|updates?)(?: (?:news|updates?|developments?))?(?=\s*[?.!]*$|\s+(?:on|about|with|from|for|regarding)\b)/i,
  /^(?:so )?what(?:['’]s| is| has| have)? (?:been )?(?:new|happened|happening|happens|going on|the (?:story|news|situation|deal))(?: (?:here|there|lately|recently|now|today|so far))?(?: (?:in the )?(?:morning|afternoon|evening|night))?(?=\s*[?.!]*$|\s+(?:with|about|regarding)\b)/i,
  /^(?:so )?(?:what(?:['’]?d| did| have| has)? (?:i|we) miss(?:ed)?|(?:did|have) (?:i|we) miss(?:ed)? (?:anything|something|much)|(?:is there )?anything new)(?: (?:here|lately|today|so far|while (?:i|we) (?:was|were) (?:away|gone|out)))?(?=\s*[?.!]*$|\s+(?:with|about|on|from|regarding)\b)/i,
  /^what(?:['’]s| is) (?:this|it|all this|everything)(?: all)? about\b/i,
];
/** Why somebody asks for all, said first: "missed all of this, …", "I have not been following, …". */
const WAS_AWAY =
  /^(?:(?:i(?:['’]ve| have|['’]m| am| was)?|just|only|totally|completely|kind of) ){0,3}(?:miss(?:ed)?|slept through|(?:not |have not |has not )?been|out of the loop|late to|new (?:here|to)|got (?:here|back|home)|woke up|joined|catching up|was (?:away|asleep|busy|out))\b[^,.!?;]{0,60}[,.!?;]+\s+/i;
/** Asked once more at the end: "harbour summary, whats the latest". */
const AND_LATEST =
  /(?<=[\p{L}\p{N}] ?)[,.!?;]\s*(?:and )?(?:what(?:['’]?s| is) (?:the latest|new|happening|going on)|any (?:news|updates?))[\s?.!]*$/iu;
/** What a day that was taken out of "what happened on 5 March" leaves behind. */
const AFTER_DAY = / (?:on|in|at|by|over|during|since|around|of)(?=[\s?.!]*$)/i;
/** Words by which they ask for what is new. */
const ASKS_FOR_NEWS = /\b(?:new|miss|missed)\b/i;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;
/** A name or a topic alone has no more words than this. */
const TOPIC_WORDS = 3;

/** A question for the whole of something. */
export interface OverviewRequest {
  /** What of; empty for everything that the articles tell. */
  readonly topic: string;
  /** Whether only what is new is wanted: "what's new", "what did I miss". */
  readonly isNews: boolean;
}

/**
 * Whether a message asks for an overview: "summary pls", "tldr of the vote", "what happened", "the latest on Kim".
 * @param text as `readTyped` gives it
 */
export function readOverviewRequest(text: string): OverviewRequest | null {
  const asked = text
    .trim()
    .replace(WAS_AWAY, '')
    .replace(AND_LATEST, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(AFTER_DAY, '');
  for (const pattern of ASKS_FOR_ALL) {
    const match = pattern.exec(asked);
    if (!match) continue;
    const topic = topicIn(asked.slice(match[0].length));
    // The whole of a topic that has had no news is better than nothing of it.
    return { topic, isNews: topic === '' && ASKS_FOR_NEWS.test(match[0]) };
  }
  // "vote summary", "dart tldr": the asking word last.
  const last = /^(.{2,80}) (?:summary|tl;?dr|overview|recap)[?.!]?$/i.exec(asked);
  return last?.[1] ? { topic: topicIn(last[1]), isNews: false } : null;
}

/** What is left when the words that lead to a topic ("of the whole …") or say what kind of thing it is ("… mess so far") are gone. */
function topicIn(text: string): string {
  const words = text.match(WORDS) ?? [];
  const isAround = (word: string | undefined): boolean => word !== undefined && AROUND_TOPIC.has(word.toLowerCase());
  while (isAround(words[0])) words.shift();
  while (isAround(words.at(-1))) words.pop();
  return words.join(' ');
}

/** Whether a message is but a name: "lavrov", "Kim Jong Un". */
export function isTopicAlone(text: string, concepts: readonly Concept[]): boolean {
  const words = text.match(WORDS) ?? [];
  const [first] = concepts;
  if (!first?.name || words.length > TOPIC_WORDS || concepts.some(({ day }) => day !== null)) return false;
  return concepts.every(({ nameGroup }) => nameGroup === first.nameGroup) && words.length <= concepts.length + 1;
}
