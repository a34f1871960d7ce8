import type { Span } from '../english/span.js';
import type { Mismatch } from './mismatch.js';
import { isNameWord, isSameName, namesIn } from './names.js';
import type { Statement } from './statement.js';
import type { Word } from './word.js';

/** Names in a row: "the United States, Japan and South Korea". */
interface NameList extends Span {
  readonly names: readonly (readonly Word[])[];
  /** Keys of the words next to the list, which say what it is a list of. */
  readonly about: ReadonlySet<string>;
}

/** Words this near to a list say what it lists: "military activity by the US, ...". */
const NEAR_A_LIST = 3;
/** Of two names, one changed leaves too little in common to say that the lists are of the same. */
const FEWEST_IN_A_LIST = 3;
/** "Democratic Sen. Raphael Warnock" is a name with its titles; the mark between is no separator of names. */
const SEPARATOR = /^\s*(?:,\s*(?:(?:and|or)\s*)?|(?:and|or|&)\s*)(?:the\s+)?$/;

function nameListsOf(text: string, { words }: Statement): NameList[] {
  const lists: NameList[] = [];
  let names: Word[][] = [];
  const close = () => {
    const [first, last] = [names[0]?.[0], names.at(-1)?.at(-1)];
    if (names.length >= FEWEST_IN_A_LIST && first && last) {
      const near = [...wordsNear(words, first, -1), ...wordsNear(words, last, 1)];
      lists.push({ start: first.start, end: last.end, names, about: new Set(near) });
    }
    names = [];
  };
  for (const run of namesIn(words)) {
    const [before, first] = [names.at(-1)?.at(-1), run[0]];
    if (before && first && !SEPARATOR.test(text.slice(before.end, first.start))) close();
    names.push(run);
  }
  close();
  return lists;
}

/** Whether a statement lists names, in which it may differ from others that are about something else. @param text what its spans are into */
export function listsNames(text: string, statement: Statement): boolean {
  return nameListsOf(text, statement).length > 0;
}

/** Keys of the nearest words on one side that carry meaning and are no names. */
function wordsNear(words: readonly Word[], from: Word, step: 1 | -1): string[] {
  const at = words.indexOf(from);
  const side = step < 0 ? words.slice(0, at).reverse() : words.slice(at + 1);
  return side
    .filter((word) => word.content && !isNameWord(word))
    .slice(0, NEAR_A_LIST)
    .map((word) => word.key);
}

/**
 * Lists of names that are said of the same thing and differ: each has a name that the other lacks, most are shared.
 * @param textA what the spans of `a` are into
 */
export function mismatchedNameLists(textA: string, a: Statement, textB: string, b: Statement): Mismatch[] {
  const mismatches: Mismatch[] = [];
  for (const ofA of nameListsOf(textA, a)) {
    for (const ofB of nameListsOf(textB, b)) {
      const isIn = (list: NameList) => (name: readonly Word[]) => list.names.some((other) => isSameName(name, other));
      const [sharedA, sharedB] = [ofA.names.filter(isIn(ofB)).length, ofB.names.filter(isIn(ofA)).length];
      if (sharedA === ofA.names.length || sharedB === ofB.names.length) continue;
      if (sharedA * 2 < ofA.names.length || sharedB * 2 < ofB.names.length) continue;
      if ([...ofA.about].some((key) => ofB.about.has(key))) mismatches.push({ what: 'name', ofA, ofB });
    }
  }
  return mismatches;
}
