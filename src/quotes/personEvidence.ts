import { type Gender, genderOf } from '../english/givenNames.js';
import type { Named, NameMention } from './named.js';

/** How far after a name its sentence is read for a pronoun, in characters. */
const PRONOUN_REACH = 90;
const PRONOUN = /\b(he|his|him|himself|she|her|hers|herself)\b/iu;
const SENTENCE_END = /[.!?]\s/u;
/** "Dana Marsh, 35, a nurse", "Dana Marsh (35)", "Dana Marsh, who is": what follows a person's name and no institution's. */
const PERSON_FOLLOWS = /^(?:, (?:aged )?\d{1,2}[,.]|\s\(\d{1,2}\)|, who (?:is|was|has|lives|works|says|grew)\b)/u;
/** What stands before a place. */
const PLACE_AFTER = /\b(?:in|at|near|across|outside|inside|throughout)\s$/iu;
/** "The Open", "the Latin American": no person's name, but "the Marsh report" is called after one. */
const THING_AFTER = /\bthe\s$/iu;
const SPEAKS = /^ (?:said|says|told|added|wrote)\b/u;
/** How far before a name the word is looked for. */
const BEFORE = 12;

/** How far before a name its sentence is read for somebody else, in characters. */
const SENTENCE_REACH = 200;

/** Reads from how an article uses its names who is a person for certain, and of which gender where the name does not tell. */
export function readPersons(text: string, mentions: readonly NameMention[]): void {
  const byNamed = new Map<Named, number[]>();
  mentions.forEach(({ named }, i) => {
    const known = byNamed.get(named);
    if (known) known.push(i);
    else byNamed.set(named, [i]);
  });
  for (const [named, at] of byNamed) {
    if (!named.person) continue;
    const votes = at.map((i) => pronounAfter(text, mentions, i));
    const balance = votes.reduce((sum, { gender }) => sum + (gender === null ? 0 : gender === 'male' ? 1 : -1), 0);
    if (balance !== 0) named.gender ??= balance > 0 ? 'male' : 'female';
    const known = named.roles.size > 0 || genderOf(named.words[0] ?? '') !== null;
    const used = usedAsPerson(
      text,
      named,
      at.flatMap((i) => mentions[i] ?? []),
    );
    const told = votes.some(({ alone }) => alone);
    named.human = known || (used ?? (told ? true : null));
  }
}

interface PronounVote {
  /** What the first pronoun behind the name tells; null when there is none in the sentence. */
  readonly gender: Gender | null;
  /** Whether nobody else can be meant: the sentence has no person and no pronoun before the name. */
  readonly alone: boolean;
}

/** "Howell, who has two children in the school … her": a pronoun soon after a name tells the gender when nothing else does. */
function pronounAfter(text: string, mentions: readonly NameMention[], at: number): PronounVote {
  const mention = mentions[at];
  if (!mention) return { gender: null, alone: false };
  const after = text.slice(mention.end, mention.end + PRONOUN_REACH).split(SENTENCE_END)[0] ?? '';
  const pronoun = PRONOUN.exec(after);
  if (!pronoun) return { gender: null, alone: false };
  const gender = /^h(?:e|is|im|imself)$/iu.test(pronoun[1] ?? '') ? 'male' : 'female';
  const reach = Math.max(0, mention.start - SENTENCE_REACH);
  const before = text.slice(reach, mention.start).split(SENTENCE_END).at(-1) ?? '';
  const isElse = (other: NameMention | undefined, from: number, to: number) =>
    other?.named.person === true && other.named !== mention.named && other.end > from && other.start < to;
  const behind = isElse(mentions[at - 1], mention.start - before.length, mention.start);
  const between = isElse(mentions[at + 1], mention.end, mention.end + pronoun.index);
  return { gender, alone: !PRONOUN.test(before) && !behind && !between };
}

/** Whether the words around a name are those around a person's; null when they tell nothing. */
function usedAsPerson(text: string, { words }: Named, mentions: readonly NameMention[]): boolean | null {
  let [shown, speaks, shortened, isThing] = [false, false, false, false];
  for (const { start, end } of mentions) {
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const after = text.slice(end, end + 2 * BEFORE);
    if (PLACE_AFTER.test(before)) return false;
    if (THING_AFTER.test(before)) {
      isThing = true;
      continue;
    }
    const written = text.slice(start, end);
    const isShort = words.length > 1 && written !== words.join(' ');
    if (isShort && written === words[0]) shortened = true;
    const isSurname = isShort && written === words.at(-1);
    if (isSurname && SPEAKS.test(after)) speaks = true;
    if (isSurname || PERSON_FOLLOWS.test(after)) shown = true;
  }
  if (speaks) return true;
  // "Delta" for "Delta Air Lines": a firm goes by its first word, a person by the last.
  return isThing ? false : shown ? true : shortened ? false : null;
}
