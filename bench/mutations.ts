import type { Statement } from '../src/statements/statement.js';
import type { Word } from '../src/statements/word.js';

/** A claim made wrong in one way, as a rumour is. */
export interface Mutation {
  readonly what: 'number' | 'day' | 'name' | 'negation';
  readonly text: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY_NAME = new RegExp(`^(?:${WEEKDAYS.join('|')})$`);
const DAY_OR_MONTH =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const AUXILIARY = /^(?:was|were|is|are|has|have|had|will|would)$/i;

/** Nobody in the news: a name that no article can have in this place. */
export const STRANGER = 'Odalric Venterhaven';

/**
 * Every way in which one word of a claim can be made wrong.
 * @param text what the statement's spans are into
 */
export function mutate(text: string, claim: Statement): Mutation[] {
  const put = (word: Word, words: string) =>
    text.slice(claim.start, word.start) + words + text.slice(word.end, claim.end);
  const mutations: Mutation[] = [];
  const figure = claim.words.find((word, i) => isFigure(word, claim.words[i - 1], claim.words[i + 1]));
  if (figure?.number) mutations.push({ what: 'number', text: put(figure, String(figure.number * 2 + 3)) });
  const day = claim.words.find((word) => DAY_NAME.test(word.text));
  const other = day && WEEKDAYS[(WEEKDAYS.indexOf(day.text) + 3) % WEEKDAYS.length];
  if (day && other) mutations.push({ what: 'day', text: put(day, other) });
  const name = lastNameOf(claim.words);
  if (name)
    mutations.push({
      what: 'name',
      text: text.slice(claim.start, name.start) + STRANGER + text.slice(name.end, claim.end),
    });
  const auxiliary = claim.words.find((word) => AUXILIARY.test(word.text));
  if (auxiliary && !/\bnot\b|n[’']t\b|\bno\b/i.test(text.slice(claim.start, claim.end))) {
    mutations.push({ what: 'negation', text: put(auxiliary, `${auxiliary.text} not`) });
  }
  return mutations;
}

/** A count, not a part of a date or of a longer figure. */
function isFigure(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (word.number === null || !/^\d[\d,]*$/.test(word.text) || /^(?:1[89]|20)\d\d$/.test(word.text)) return false;
  return !DAY_OR_MONTH.test(before?.text ?? '') && !DAY_OR_MONTH.test(after?.text ?? '') && after?.number == null;
}

/** The first name of two or more words, which is mostly a person or a body. */
function lastNameOf(words: readonly Word[]): { start: number; end: number } | null {
  for (let i = 0; i + 1 < words.length; i++) {
    const [one, two] = [words[i], words[i + 1]];
    const isPair = one?.name && two?.name && two.start - one.end === 1 && !DAY_OR_MONTH.test(one.text + two.text);
    if (one && two && isPair && !words[i + 2]?.name && !words[i - 1]?.name) return { start: one.start, end: two.end };
  }
  return null;
}
