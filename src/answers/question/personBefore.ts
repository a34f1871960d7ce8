import { cueVerb } from '../../english/cueVerbs.js';
import { NEVER_NAMES } from '../../english/lists/neverNames.js';
import { PRONOUNS } from '../../english/lists/pronouns.js';

/**
 * A question that has "he" or "she" in place of a name asks of the person of the question before it. Both are known as they were typed
 * alone, perhaps without a capital, so that a person is told by where a question has one.
 */

/** What a question begins with before it says what it is about. */
export const BEGINNING =
  /^(?:(?:who|whom|whose|what|when|where|why|which|how)(?:['’](?:s|d|re)\b)?(?:\s+(?:many|much|long|often|old|far|big|else))?)?\s*(?:(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b)?\s*/i;
/** Right behind the beginning it stands for somebody before; further on perhaps for somebody whom the question itself names. */
const SUBJECT = /^(?:he|she|they|(his|her|their))\b/i;
/** "who met him": the object of a question is nobody else whom it names. */
const OBJECT = /\b(?:him|her|them)$/i;
/** "who is ferrante", "tell me about the mayor of Halden". */
const ASKS_WHO = /^(?:who(?:['’]?s\s|\s+(?:is|was|are|were)\s)|tell me about\s)\s*(\S.*)$/i;
/** What a question has of somebody after "who is" that says no name: "who was injured", "who is missing". */
const NO_NAME = /(?:ed|ing|ible|able)$/i;
/** A name as it is written, with what may make a place of it. */
const NAME = /(?:\b(at|behind|from|in|near|of|on|to)\s+)?(\p{Lu}[\p{L}'’-]{0,40}(?:\s\p{Lu}[\p{L}'’-]{0,40}){0,3})/gu;
const ARTICLE = /^(?:the|a|an)\s+/i;
/** "the deputy mayor of Halden" has five. */
const MOST_WORDS = 5;

/**
 * Puts the person of the question before in place of a pronoun.
 * @returns null where no pronoun stands for them, or where it is not told who they are
 */
export function withPersonBefore(text: string, before: string): string | null {
  const [beginning = ''] = BEGINNING.exec(text) ?? [];
  if (beginning === '') return null;
  const rest = text.slice(beginning.length);
  const subject = SUBJECT.exec(rest);
  const pronoun = subject ?? OBJECT.exec(rest);
  const person = pronoun && personOf(before);
  if (!pronoun || !person) return null;
  const [word, possessive] = pronoun;
  const start = beginning.length + pronoun.index;
  return `${text.slice(0, start)}${person}${possessive ? '’s' : ''}${text.slice(start + word.length)}`;
}

/** Whom a question asks of; null where it may be nobody, or one of several. */
function personOf(question: string): string | null {
  const asked = ASKS_WHO.exec(question)?.[1] ?? beforeSaying(question);
  if (asked !== undefined) return isPerson(asked) ? asked : null;
  const named = [...question.replace(BEGINNING, '').matchAll(NAME)];
  const [name = '', ...others] = named.flatMap(([, place, name]) => (place === undefined && name ? [name] : []));
  return others.length === 0 && isPerson(name) ? name : null;
}

/** "Kim" of "what did Kim say about the talks". */
function beforeSaying(question: string): string | undefined {
  const words = question
    .replace(BEGINNING, '')
    .split(/\s+/)
    .slice(0, MOST_WORDS + 1);
  const verb = words.findIndex((word) => cueVerb(word.toLowerCase()) !== undefined);
  return verb > 0 ? words.slice(0, verb).join(' ') : undefined;
}

function isPerson(words: string): boolean {
  const [first = '', ...more] = words.replace(ARTICLE, '').split(/\s+/);
  const lower = first.toLowerCase();
  return (
    first !== '' && more.length < MOST_WORDS && !NEVER_NAMES.has(lower) && !PRONOUNS.has(lower) && !NO_NAME.test(lower)
  );
}
