import { PREPOSITIONS } from '../english/lists/functionWords.js';
import { TIMES } from '../english/lists/times.js';
import { isMark, type ProseToken, wordAt } from '../english/proseTokens.js';
import type { Directory } from './directory.js';
import type { Named } from './named.js';
import { endBeforePlace, nameWords, skipTitles } from './nameRuns.js';

/** A statement has so many speakers at most; longer lists are something else. */
const MOST_JOINED = 8;

/**
 * The people of "Ana Lopez, Tom Hall and Jo Reed", each once, in the order of the text; [] when one of the parts is nobody whom the
 * article shows to be a person, as in "Food and Drug Administration". "Health and Human Services Secretary Jo Reed" is one person.
 * @param name tokens with "and" among them
 */
export function jointPeople(name: readonly ProseToken[], directory: Directory): Named[] {
  const parts = partsOf(name);
  const people = parts.map((part) => personNamed(part, directory));
  const last = parts.at(-1) ?? [];
  const holder = people.at(-1);
  const title = skipTitles(nameWords(last));
  // The title has words of the office before it: "Human Services Secretary Jo Reed".
  if (holder && title > 1 && people.slice(0, -1).every((person) => person === null)) return [holder];
  const found = people.flatMap((person) => person ?? []);
  return found.length === parts.length ? [...new Set(found)] : [];
}

/** Where a list begins that goes on with the words at `from`: "Ana Lopez, Tom Hall and | Jo Reed"; `from` when it is none. */
export function listStart(tokens: readonly ProseToken[], from: number): number {
  let start = from;
  for (let i = from; isMark(tokens[i - 1], ','); i = start) {
    let begin = i - 1;
    while (tokens[begin - 1]?.capital && !isNoName(wordAt(tokens, begin - 1))) begin--;
    if (begin === i - 1 || PREPOSITIONS.has(wordAt(tokens, begin - 1))) break;
    start = begin;
  }
  return start;
}

function isNoName(word: string): boolean {
  return TIMES.has(word) || PREPOSITIONS.has(word);
}

function partsOf(name: readonly ProseToken[]): ProseToken[][] {
  const parts: ProseToken[][] = [[]];
  for (const token of name) {
    if (token.lower !== 'and' && !isMark(token, ',')) parts.at(-1)?.push(token);
    else if (parts.at(-1)?.length !== 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 0).slice(0, MOST_JOINED);
}

function personNamed(part: readonly ProseToken[], directory: Directory): Named | null {
  const words = nameWords(part);
  const bare = words.slice(skipTitles(words));
  const found = directory.find(bare) ?? directory.find(bare.slice(0, endBeforePlace(bare)));
  return found?.person === true && found.human === true ? found : null;
}
