import { resolveDays } from '../corpus/days.js';
import { readSaying, readStatement, type Saying, type Statement, type Word } from '../search/saying.js';
import { claimedDays, matchDay } from './claimDays.js';
import type { ClaimParting } from './claimPartings.js';

/** Words that lead a reader to a name a line only hints at ("he", "the minister"): this far back, and the title. */
const SENTENCES_BACK = 2;

/**
 * How much of a claim a line has: its words, with names also taken from just before the line, where a reader would look
 * for who "he" is. What parts from the line is not counted against it.
 * @param sentence the line's index in its article
 * @returns 0..1
 */
export function coverageOf(
  message: string,
  claim: Statement,
  line: Saying,
  sentence: number,
  partings: readonly ClaimParting[],
): number {
  const days = claimedDays(message, claim);
  const within = (word: Word, spans: readonly { start: number; end: number }[]) =>
    spans.some(({ start, end }) => start <= word.start && word.end <= end);
  const parted = partings.flatMap(({ ofClaim }) => (ofClaim === null ? [] : [ofClaim]));
  const asked = claim.words.filter((word) => word.content && !within(word, days) && !within(word, parted));
  const before = namesBefore(line, sentence);
  const keys = new Map(asked.map((word) => [word.key, word]));
  let found = [...keys.values()].filter((word) => {
    return line.content.has(word.key) || (word.name && before.has(word.key));
  }).length;
  let all = keys.size;
  // Names alone, borrowed or not, are no matter: a line must have a word of the claim that says what happened.
  const plain = [...keys.values()].filter((word) => !word.name);
  if (plain.length > 0 && !plain.some((word) => line.content.has(word.key))) return 0;
  for (const day of days) {
    if (parted.some(({ start }) => start === day.start)) continue;
    all += 1;
    if (resolveDays(line.article, line).some(({ date }) => matchDay(day, date) === 'same')) found += 1;
  }
  return all === 0 ? 0 : found / all;
}

function namesBefore({ article }: Saying, sentence: number): Set<string> {
  const names = new Set<string>();
  const add = ({ words }: Statement) => {
    for (const word of words) if (word.name) names.add(word.key);
  };
  add(readStatement(article.title, { start: 0, end: article.title.length }));
  for (const span of article.sentences.slice(Math.max(0, sentence - SENTENCES_BACK), sentence))
    add(readSaying(article, span));
  return names;
}
