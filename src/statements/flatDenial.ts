import type { Span } from '../english/span.js';
import type { Clause } from './clauses.js';
import { type Denied, deniedIn } from './denials.js';
import { areOfOneTime, giveOtherDays, tellOneDeed } from './differences.js';
import type { Mismatch } from './mismatch.js';
import { areOnlyProspects } from './prospects.js';
import { isOfTheSame, likeness, namesAgree } from './similarity.js';

/** So much of the shorter, and of the longer, must be in both: much the same words are denied in other matters too. */
const OF_SHORTER = 0.7;
const OF_LONGER = 0.5;
/** "not only became the first": nothing is denied. */
const NOT_ONLY = /\bnot (?:only|just|merely|simply)\b/i;

/**
 * What one of two clauses says is done and the other that it is not: "burst", "did not burst". Null unless they surely tell of one thing and one
 * of them alone denies.
 */
export function flatDenial(a: Clause, b: Clause): Mismatch | null {
  const { ofShorter, ofLonger } = likeness(a, b);
  // Most pairs end here, before anything is looked for in their texts.
  if (ofShorter < OF_SHORTER || ofLonger < OF_LONGER || !isOfTheSame(a, b) || !namesAgree(a, b)) return null;
  if (a.traits.denials === b.traits.denials || Math.min(a.traits.denials, b.traits.denials) > 0) return null;
  if ([a, b].some(({ article, start, end }) => NOT_ONLY.test(article.text.slice(start, end)))) return null;
  if (!areOfOneTime(a, b) || !tellOneDeed(a, b) || giveOtherDays(a, b)) return null;
  const [byA, byB] = [deniedBy(a), deniedBy(b)];
  const denied = [...a.traits.deeds].find((deed) => b.traits.deeds.has(deed) && byA.has(deed) !== byB.has(deed));
  if (denied === undefined) return null;
  // "will not close" is no denial of "closed".
  const deed = new Set([denied]);
  if (areOnlyProspects(a, deed) !== areOnlyProspects(b, deed)) return null;
  return { what: 'wording', ofA: wordsOf(a, denied, byA), ofB: wordsOf(b, denied, byB) };
}

const deniedBy = (clause: Clause): Denied => deniedIn(clause.article.text, clause);

/** The deed, with the word that denies it. */
function wordsOf(clause: Clause, deed: string, denied: Denied): Span {
  const word = clause.words.find(({ key, name }) => key === deed && !name) ?? clause;
  const denial = denied.get(deed) ?? word;
  return { start: Math.min(word.start, denial.start), end: Math.max(word.end, denial.end) };
}
