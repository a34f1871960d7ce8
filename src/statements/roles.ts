import { termOf } from '../english/analyzer.js';
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
  for (const deed of a.words) {
    const turned = turnedAround(a, b, deed);
    if (turned) return turned;
  }
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

/** What two do together is the same from either side. */
const TOGETHER = new Set(
  ['meet', 'talk', 'speak', 'discuss', 'agree', 'marry', 'negotiate', 'clash', 'draw', 'play', 'fight', 'trade'].map(
    termOf,
  ),
);
const BE = /^(?:is|are|was|were|be|been|being|get|gets|got)$/i;
/** "was sued on Monday by": so many words may stand between a verb and who did it, and between "was" and the verb. */
const APART = 4;

/** Who does a deed, and to whom: the names nearest to its verb, the other way round where it is "done by". Null for what is not told. */
interface Roles {
  readonly doer: readonly Word[] | null;
  readonly patient: readonly Word[] | null;
}

function rolesOf({ words }: Statement, deed: Word): Roles {
  const at = words.indexOf(deed);
  const before = namesIn(words.slice(0, at)).at(-1) ?? null;
  const isPassive = words.slice(Math.max(0, at - APART), at).some(({ text }) => BE.test(text));
  if (!isPassive) return { doer: before, patient: namesIn(words.slice(at + 1))[0] ?? null };
  const by = words.findIndex(({ text }, i) => i > at && i <= at + APART && text.toLowerCase() === 'by');
  return { doer: by < 0 ? null : (namesIn(words.slice(by + 1))[0] ?? null), patient: before };
}

/** Who did what to whom, where the doer of each is the other's patient: in whatever voice. */
function turnedAround(a: Statement, b: Statement, deed: Word): SwappedRoles | null {
  if (!deed.content || deed.name || deed.number !== null || TOGETHER.has(deed.key)) return null;
  if (!a.traits.deeds.has(deed.key) || !b.traits.deeds.has(deed.key)) return null;
  const inB = b.words.find(({ key, name }) => key === deed.key && !name);
  if (!inB) return null;
  const [ofA, ofB] = [rolesOf(a, deed), rolesOf(b, inB)];
  if (!ofA.doer || !ofA.patient || !ofB.doer || !ofB.patient) return null;
  if (!isSameName(ofA.doer, ofB.patient) || !isSameName(ofA.patient, ofB.doer)) return null;
  return isSameName(ofA.doer, ofB.doer) ? null : { ofA: ofA.doer, ofB: ofB.doer };
}

function namesAround(words: readonly Word[], deed: Word): { before: Word[][]; after: Word[][] } {
  const at = words.indexOf(deed);
  return { before: namesIn(words.slice(0, at)), after: namesIn(words.slice(at + 1)) };
}

/** The first of some names that is also among others. */
function findName(some: readonly Word[][], others: readonly Word[][]): Word[] | undefined {
  return some.find((name) => others.some((other) => isSameName(name, other)));
}
