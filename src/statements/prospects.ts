import { dayClause } from '../english/dayClause.js';
import { isDenied } from '../english/denied.js';
import type { Span } from '../english/span.js';
import { isConditional } from '../english/supposed.js';
import type { Clause } from './clauses.js';
import type { Statement } from './statement.js';
import type { Word } from './word.js';

/** How far before a verb is looked for what takes its deed back, in characters. */
const REACH = 90;
/** Between these and the verb stand a few adverbs and auxiliaries: "may also have left". */
const BETWEEN = String.raw`(?:\s+(?:not|never|also|soon|then|now|still|again|be|been|have|get|formally|\p{L}+ly)){0,3}\s+$`;
const MODAL = new RegExp(
  String.raw`(?:\b(?:to|will|would|shall|might|could|should|can|must)|[’']ll|(?<!\p{Lu})\bmay)${BETWEEN}`,
  'u',
);
/** "managed to win", "had to leave", "went on to win": done all the same. */
const ACHIEVED =
  /\b(?:manag(?:ed|es?|ing)|went on|gone on|goes on|(?<!un)able|forced|compelled|beg[au]n|begins?|start(?:ed|s)|continu(?:ed|es|ing)|used|had|has|have|proceeded|helped|helps|came|rose|chose|enough|first|last|only|second|third)\s+to\s(?:\p{L}+\s+){0,2}$/u;

/** Of what somebody may do, and does not say that he does. */
const OF_DEED =
  'close to|accused of|suspected of|charged with|consider(?:s|ed|ing)?|avoid(?:s|ed|ing)?|without|rul(?:ed?|es|ing) out|instead of|rather than|talks? (?:on|about|over)|den(?:ies|ied|y|ying)|fears? of|risk(?:s|ed)?(?: of)?|in favou?r of|opposed? to|against|prevent(?:s|ed|ing)?(?: \\p{L}+){0,3} from|stop(?:s|ped|ping)?(?: \\p{L}+){0,3} from';
const GERUND = new RegExp(String.raw`\b(?:${OF_DEED})\s+(?:\p{L}+\s+){0,2}$`, 'u');
/** "nearly resigned", "almost drowned". */
const NOT_QUITE = /\b(?:nearly|almost|all but|narrowly avoided being)\s+$/;
/** What is not told as so up to the next mark: a question, a rumour, a wish. */
const OPEN_UNTIL_MARK = new RegExp(
  String.raw`\b(?:whether|${[
    'rumou?rs?|speculation|allegations?|suggestions|fears|hopes?|wants?|wanted|hoped|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:for|on)',
  ].join('|')})\b[^,;:.()“”"]{0,80}$`,
  'iu',
);

/** Words of a text, and the sentence that they are of. */
interface Passage {
  readonly text: string;
  readonly sentence: Span;
  readonly words: readonly Word[];
}

/**
 * Whether a clause tells of none of some deeds that they are done: each stands behind "to", "will", "may", "if", "accused of" and the like
 * ("plans to sell", "close to signing", "if she wins", "dismissed claims that he stole").
 * @param deeds keys of verbs, as {@link Traits.deeds}
 */
export function areOnlyProspects({ article, words, sentence, ...span }: Clause, deeds: ReadonlySet<string>): boolean {
  return allAreProspects({ text: article.text, sentence: article.sentences[sentence] ?? span, words }, deeds);
}

function allAreProspects({ text, sentence, words }: Passage, deeds: ReadonlySet<string>): boolean {
  const told = words.filter(({ key, name }) => !name && deeds.has(key));
  return told.length > 0 && told.every((word) => isProspect(text, sentence, word));
}

function isProspect(text: string, sentence: Span, word: Word): boolean {
  const before = text.slice(Math.max(sentence.start, word.start - REACH), word.start);
  if (MODAL.test(before)) return !ACHIEVED.test(before);
  if (GERUND.test(before) || NOT_QUITE.test(before) || OPEN_UNTIL_MARK.test(before)) return true;
  return isConditional(dayClause(text, sentence, word)) || isDenied(text, sentence, word);
}

/** Words with which a message itself speaks of what is not done yet. */
const SPEAKS_OF_PROSPECTS =
  /\b(?:will|would|shall|might|could|should|can|must|if|whether|nearly|almost|(?:may|to)(?= \p{Ll}))\b|[’']ll\b/u;

/** Whether a claim speaks of a deed that is not done, or may be: then a line may, too. @param text what the claim's spans are into */
export function speaksOfProspects(text: string, { start, end, words, traits }: Statement): boolean {
  return (
    SPEAKS_OF_PROSPECTS.test(text.slice(start, end)) ||
    allAreProspects({ text, sentence: { start, end }, words }, traits.deeds)
  );
}
