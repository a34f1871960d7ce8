import { isSameName, namesIn } from './names.js';
import type { Statement } from './statement.js';
import type { Word } from './word.js';

/** Two names that stand for each other's: who did it in one statement, and who in the other. */
export interface SwappedRoles {
  readonly ofA: readonly Word[];
  readonly ofB: readonly Word[];
}

/** Who did it to whom the other way round: "Russia sent to Korea" in one, "Korea delivered to Russia" in the other. */
export function swappedRoles(a: Statement, b: Statement): SwappedRoles | null {
  if (![...a.traits.names].some((name) => b.traits.names.has(name))) return null;
  // "was invited by Kim" turns the order around and not the roles.
  const passive = (statement: Statement) => statement.words.some((word) => word.text.toLowerCase() === 'by');
  if (passive(a) !== passive(b)) return null;
  for (const deed of a.words.filter((word) => word.content && !word.name && word.number === null)) {
    const same = b.words.filter((word) => word.key === deed.key);
    if (same.length === 0) continue;
    const ofA = namesAround(a.words, deed);
    for (const inB of same) {
      const ofB = namesAround(b.words, inB);
      const doer = findName(ofA.before, ofB.after);
      const doerOfB = findName(ofB.before, ofA.after);
      if (doer === undefined || doerOfB === undefined) continue;
      if (findName(ofA.before, ofB.before) || findName(ofA.after, ofB.after)) continue;
      return { ofA: doer, ofB: doerOfB };
    }
  }
  return null;
}

function namesAround(words: readonly Word[], deed: Word): { before: Word[][]; after: Word[][] } {
  const at = words.indexOf(deed);
  return { before: namesIn(words.slice(0, at)), after: namesIn(words.slice(at + 1)) };
}

/** The first of some names that is also among others. */
function findName(some: readonly Word[][], others: readonly Word[][]): Word[] | undefined {
  return some.find((name) => others.some((other) => isSameName(name, other)));
}
