import { isNegated } from '../../english/negation.js';
import { retractionsIn } from '../../english/retractions.js';
import { overlapsAny, type Span } from '../../english/span.js';
import type { Clause } from '../../statements/clauses.js';
import { shareDeed } from '../../statements/deeds.js';
import { replacedIn } from '../../statements/denials.js';
import { countTheSame, type Figure } from '../../statements/figures.js';
import { looseNumbers } from '../../statements/looseNumbers.js';
import { isSameName, namesIn } from '../../statements/names.js';
import { areOnlyProspects, speaksOfProspects } from '../../statements/prospects.js';
import { foldNameEnding, readStatementWords, type Statement } from '../../statements/statement.js';
import { Traits } from '../../statements/traits.js';
import type { Word } from '../../statements/word.js';
import { type ClaimedDay, claimedDays, isWrittenAlike, matchDay } from './claimDays.js';
import { type ClaimMismatch, claimMismatches } from './claimMismatches.js';
import { isFigureOf, ofDeed, standAlike } from './ofDeed.js';

/** How a line of an article stands to a claim. */
export type LineOutcome = 'supports' | 'differs' | 'neither';

/** A line, read for a claim. */
export interface ClaimLine {
  readonly clause: Clause;
  readonly outcome: LineOutcome;
  /** Share of the claim's words that the line has, 0..1. */
  readonly share: number;
  readonly mismatches: readonly ClaimMismatch[];
}

/** Of the words that are neither names nor figures nor days, a line must have this share to be about the claim. */
const SAME_MATTER = 2 / 3;

/** "did not run" and "did not resign" share the negation and not the matter, so a denial takes more. */
const SAME_NEGATED_MATTER = 0.8;

/** Letters and figures only: what two prints of one sentence share whatever their marks. */
function lettersAndFigures(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}

/** Fewer words can be part of a line that says something else. */
const FEWEST_COPIED = 4;

/** Whether a claim is word for word in the line's sentence, and the sentence does not deny it. */
function isCopied(claim: string, { article, sentence, start, end }: Clause): boolean {
  const span = article.sentences[sentence] ?? { start, end };
  const line = article.text.slice(span.start, span.end);
  const words = lettersAndFigures(claim);
  return (
    words.trim().split(' ').length >= FEWEST_COPIED &&
    lettersAndFigures(line).includes(words) &&
    isNegated(line) === isNegated(claim) &&
    retractionsIn(article.text, span).length === 0
  );
}

/**
 * Reads a line for a claim. It supports the claim when it has all its names, figures and days and most other words, and
 * parts from it in nothing; it differs when the same holds but for what it parts in.
 */
export function readClaimLine(message: string, claim: Statement, read: Clause): ClaimLine {
  const clause = withNameAtHead(read, claim);
  const claimed = message.slice(claim.start, claim.end);
  const { text } = clause.article;
  const meant = ofDeed(claim, clause);
  const isFound = (figure: Figure) => isTold(message, figure, text, meant.figures);
  const told = claim.traits.deeds.size > 0 ? claim.traits.deeds : claim.traits.plain;
  const isOpenDeed =
    (!speaksOfProspects(message, claim) && areOnlyProspects(clause, told)) ||
    (hangsOnCondition(clause) && !/\b(?:if|unless)\b/i.test(claimed));
  const isOfAnother = (run: readonly Word[]) => !RELATIVE.test(claimed) && isOfRelative(run, clause);
  const isCopy = isCopied(claimed, clause) && !namesIn(clause.words).some(isOfAnother);
  if (!isOpenDeed && isCopy && claim.figures.every(isFound)) {
    return { clause, mismatches: [], share: 1, outcome: 'supports' };
  }
  const mismatches = claimMismatches(message, claim, clause, meant);
  const parted = mismatches.flatMap(({ ofClaim }) => (ofClaim === null ? [] : [ofClaim]));
  const isOpen = (span: Span) => !overlapsAny(span, parted);
  const allDays = claimedDays(message, claim);
  const days = allDays.filter(isOpen);
  const isOfDay = (word: Word) => allDays.some((d) => d.start <= word.start && word.end <= d.end);
  const open = claim.words.filter(
    (word) => word.content && isOpen(word) && !isOfDay(word) && !overlapsAny(word, claim.figures),
  );

  const runs = namesIn(open);
  const replaced = replacedIn(text, clause);
  const isMeant = (run: readonly Word[]) => !isOfAnother(run) && !run.some((word) => overlapsAny(word, replaced));
  const ofLine = [...namesIn(clause.words).filter(isMeant), ...wordAtHead(clause)];
  const unnamed = runs.filter((run) => !ofLine.some((name) => isSameName(run, name)));
  // Most lines have all the names themselves, or none that is asked for further up.
  const further = unnamed.length === 0 ? [] : namesPointedTo(clause);
  const missing = unnamed.filter((run) => !further.some((name) => isSameName(run, name)));
  const namesFound = runs.length - missing.length;
  const plain = distinctKeys(open.filter((word) => !word.name && word.number === null));
  const plainFound = plain.filter((key) => clause.content.has(key)).length;
  const figures = claim.figures.filter((figure) => isOpen(figure) && !overlapsAny(figure, days));
  const figuresFound = figures.filter(isFound).length;
  // What cannot be dated is compared as it is written.
  const saysDay = (day: ClaimedDay) =>
    meant.days.some((other) => matchDay(day, other.date) === 'same' && standAlike(message, day, text, other)) ||
    meant.written.some((other) => isWrittenAlike(day, other) && standAlike(message, day, text, other));
  const daysFound = days.filter(saysDay).length;

  const lineNumbers = new Set(looseNumbers(clause.words));
  const all = runs.length + plain.length + figures.length + days.length;
  const matter = isNegated(claimed) ? SAME_NEGATED_MATTER : SAME_MATTER;
  const isAbout =
    namesFound === runs.length &&
    plainFound > 0 &&
    plainFound >= matter * plain.length &&
    sharesDeed(claim, clause, (namesFound + plainFound) / (runs.length + plain.length));
  const isWhole =
    figuresFound === figures.length &&
    daysFound === days.length &&
    looseNumbers(open).every((key) => lineNumbers.has(key)) &&
    !isOpenDeed &&
    !(isHedged(clause) && !HEDGE.test(claimed));
  const isElse = !isAbout || isDeniedElse(message, claim, clause);
  const outcome = isElse ? 'neither' : outcomeOf(mismatches, isWhole);
  return {
    clause,
    mismatches,
    share: all === 0 ? 0 : (namesFound + plainFound + figuresFound + daysFound) / all,
    outcome: outcome === 'supports' && isDoneByAnother(claim, clause) ? 'neither' : outcome,
  };
}

/** Whether a line has a figure, and not of another thing while it counts this one otherwise: "12 died and 30 were hurt" tells of no 30 dead. */
function isTold(message: string, figure: Figure, text: string, figures: readonly Figure[]): boolean {
  const equal = figures.filter((other) => isFigureOf(message, figure, text, other));
  if (equal.length === 0 || equal.some((other) => countTheSame(figure, other))) return equal.length > 0;
  return !figures.some((other) => !equal.includes(other) && countTheSame(figure, other));
}

/** The line with its first word as a name where the claim has it as one: its capital alone does not tell. */
function withNameAtHead(line: Clause, claim: Statement): Clause {
  const [first, ...rest] = line.words;
  if (!first?.content || first.name || first.number !== null || !/^\p{Lu}/u.test(first.text)) return line;
  const key = foldNameEnding(first.text.toLowerCase());
  if (!claim.traits.names.has(key)) return line;
  const words = [{ ...first, key, name: true }, ...rest];
  const content = new Set([...line.content, key]);
  return { ...line, words, content, traits: new Traits(words, line.figures) };
}

/** "If she wins, taxes will rise", "Had the dam burst, …": told under a condition. */
const CONDITION = /^[^\p{L}]*(?:If|Unless|Should|Suppose|Supposing|Had)\s[^.]{1,200}?,\s/u;

function hangsOnCondition({ article, sentence, start, end }: Clause): boolean {
  return CONDITION.test(article.text.slice(article.sentences[sentence]?.start ?? start, end));
}

/** What may stand between who does something and the verb: "had", "would later". */
const AUXILIARY_WORDS =
  /^(?:\s+(?:had|has|have|was|is|were|are|would|will|later|also|already|never|not|once|\p{Ll}+ly)){0,3}\s+$/u;
/** Between who tells and who does it: "told her that Brandt had lied". */
const TELLS_OF = /\bthat\s+(?:\p{Ll}+\s+){0,3}$/u;

/** "Voss said that Brandt had lied" tells of Brandt's deed, not of Voss's. */
function isDoneByAnother(claim: Statement, clause: Clause): boolean {
  const doer = doerIn(claim);
  if (!doer) return false;
  const { text } = clause.article;
  const runs = namesIn(clause.words);
  return clause.words.some((deed) => {
    if (deed.key !== doer.deed.key || deed.name) return false;
    const other = runs.findLast((run) => (run.at(-1)?.end ?? 0) <= deed.start);
    const [first, last] = [other?.[0], other?.at(-1)];
    if (!other || !first || !last || isSameName(other, doer.name)) return false;
    return (
      AUXILIARY_WORDS.test(text.slice(last.end, deed.start)) && TELLS_OF.test(text.slice(clause.start, first.start))
    );
  });
}

/** Who does what a claim tells of: the name right before its deed. */
function doerIn({ words, traits }: Statement): { readonly name: readonly Word[]; readonly deed: Word } | null {
  const deed = words.find(({ key, name }) => !name && traits.deeds.has(key));
  const name = deed && namesIn(words).findLast((run) => (run.at(-1)?.end ?? 0) <= deed.start);
  return deed && name ? { name, deed } : null;
}

/** Somebody else than who is named with them. */
const RELATIVES =
  'brother|sister|wife|husband|widow|son|daughter|father|mother|parents?|partner|girlfriend|boyfriend|cousin|uncle|aunt|nephew|niece|friends?|lawyer|bodyguards?|neighbou?rs?';
const RELATIVE = new RegExp(String.raw`\b(?:${RELATIVES})\b`, 'i');
const RELATIVE_OF = new RegExp(String.raw`\b(?:${RELATIVES})\s+(?:of|to)\s+(?:\p{L}+\s+){0,2}$`, 'iu');
const OWN_RELATIVE = new RegExp(String.raw`^(?:[’']s)?\s+(?:\p{Ll}+\s+){0,2}(?:${RELATIVES})\b`, 'u');

/** "the brother of Nora Lind", "Nora Lind's brother": a line on somebody else. */
function isOfRelative(run: readonly Word[], { article, start, end }: Clause): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  const isOwner = /[’']s$/.test(last.text) && OWN_RELATIVE.test(article.text.slice(last.end, end));
  return isOwner || RELATIVE_OF.test(article.text.slice(start, first.start));
}

/** What "may" happen, or is threatened, is not told to have happened. The month has a capital. */
const HEDGE = /\b(?:may|might|threaten(?:s|ed|ing)? to)\b/;

const isHedged = ({ article, start, end }: Clause): boolean => HEDGE.test(article.text.slice(start, end));

/** The word that a line begins with, as if it were a name: its capital does not tell, and the claim may take it for one. */
function wordAtHead(clause: Clause): Word[][] {
  const { article, start, words } = clause;
  const [first] = words;
  if (!first?.content || /[\p{L}\p{N}]/u.test(article.text.slice(start, first.start))) return [];
  const [, next] = words;
  const isPartOfName = next?.name === true && next.start - first.end === 1;
  if (isPartOfName || isOfRelative([first], clause)) return [];
  return [[first], [{ ...first, key: foldNameEnding(first.text.toLowerCase()) }]];
}

function distinctKeys(words: readonly Word[]): string[] {
  return [...new Set(words.map((word) => word.key))];
}

// Words behind which a reader looks for a name further up: "he", "the minister", "the isolated country".
const POINTS_BACK =
  /\b(?:he|she|they|him|her|them|it|his|their|its|who|whose|which|where|there|both|(?:the|this|that)\s+(?:[\p{L}-]+\s+)?(?:two|pair|country|state|nation|kingdom|city|capital|region|area|minister|president|leader|envoy|diplomat|official|spokes\p{L}+|company|firm|group|team|party|agency|ministry|government|court|man|woman|actor|singer|player|event|meeting|summit|talks|visit|trip))\b/iu;
/** "marking the first time", "after slamming": whoever does it stands in the clause before. */
const NO_SUBJECT = /^[^\p{L}\p{N}]*(?:(?:while|after|before|and|but)\s+)?\p{Ll}+ing\b/u;
/** Names that a line points back to stand this few sentences before it, or in the title. */
const SENTENCES_BACK = 2;

/** The names that a line points back to; none when it points to nothing. */
function namesPointedTo(clause: Clause): Word[][] {
  const { article, sentence } = clause;
  const text = article.text.slice(clause.start, clause.end);
  if (!POINTS_BACK.test(text) && !NO_SUBJECT.test(text)) return [];
  const title = readStatementWords(article.title, { start: 0, end: article.title.length });
  const near = article.sentences.slice(Math.max(0, sentence - SENTENCES_BACK), sentence + 1);
  return [title, ...near.map((span) => readStatementWords(article.text, span))].flatMap(namesIn);
}

function outcomeOf(mismatches: readonly ClaimMismatch[], isWhole: boolean): LineOutcome {
  if (mismatches.length > 0) return 'differs';
  return isWhole ? 'supports' : 'neither';
}

/** Whether a claim and a line share what is done; a claim without a verb that shows is judged by its words. @param share of the claim's words */
function sharesDeed(claim: Statement, clause: Clause, share: number): boolean {
  const { deeds } = claim.traits;
  return deeds.size === 0 ? share >= SAME_MATTER : shareDeed(deeds, clause.traits.deeds, share);
}

/** A denial of something else: "has not told the truth" says nothing of who the mayor is. */
function isDeniedElse(message: string, claim: Statement, clause: Clause): boolean {
  const ofClaim = isNegated(message.slice(claim.start, claim.end));
  const ofLine = isNegated(clause.article.text.slice(clause.start, clause.end));
  if (ofClaim === ofLine) return false;
  const { deeds } = clause.traits;
  return ![...claim.traits.deeds].some((deed) => deeds.has(deed));
}
