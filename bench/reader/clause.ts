/** A news sentence's main clause, cut into who, did, what, and when, where, why: what its questions are made of. */

/** A word as a tagger gives it. */
export interface Term {
  readonly text: string;
  /** What stands before and behind it: quotes, commas, space. */
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
}

export type Role = 'object' | 'date' | 'place' | 'reason' | 'purpose' | 'duration' | 'agent' | 'manner' | 'other';

export interface Chunk {
  readonly role: Role;
  readonly terms: readonly Term[];
}

export interface Clause {
  readonly subject: readonly Term[];
  /** "…, 47," or "…, the mayor of Springfield," behind the subject. */
  readonly apposition: readonly Term[];
  readonly auxiliaries: readonly Term[];
  readonly verb: Term;
  readonly chunks: readonly Chunk[];
}

const PREPOSITIONS = new Set(
  'in on at for from with by after because due since until during over to into against amid following before about near under between through as despite without within across toward towards around behind along among while when where if'.split(
    ' ',
  ),
);
const REASONS = new Set(['because', 'due', 'after', 'amid', 'over', 'following', 'since', 'as', 'despite']);
const PLACES = new Set(['in', 'at', 'near', 'from', 'across', 'to']);
const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept|sep|oct|nov|dec)|(?:19|20)\d\d|yesterday|today|tonight)$/i;
const LENGTHS = /^(?:second|minute|hour|day|week|month|year|decade)s?$/i;
const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom', 'where', 'when', 'if', 'what', 'how', 'why']);
const LONGEST_SUBJECT = 8;
const LONGEST_REST = 22;

export const has = (term: Term | undefined, ...tags: string[]): boolean =>
  term !== undefined && tags.some((tag) => term.tags.includes(tag));
export const word = (term: Term | undefined): string => term?.text.toLowerCase() ?? '';
export const isDate = (term: Term): boolean => DAYS.test(term.text);
export const isName = (term: Term): boolean =>
  /^\p{Lu}/u.test(term.text) && !has(term, 'Pronoun', 'Determiner', 'Verb') && !isDate(term);
export const isNumber = (term: Term): boolean =>
  has(term, 'Value', 'Money', 'Percent') && !isDate(term) && !has(term, 'Ordinal', 'Fraction');

const isFiniteVerb = (term: Term): boolean =>
  has(term, 'Verb') &&
  !has(term, 'Gerund') &&
  /^\p{Ll}/u.test(term.text) &&
  (has(term, 'PastTense', 'Copula', 'Modal', 'Auxiliary') || has(term, 'PresentTense'));
const isAuxiliary = (term: Term | undefined): boolean =>
  /^(?:is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|must|can|did|does|do)$/.test(word(term));

/** The clause, or null where the sentence is not built so simply that its parts can be told. */
export function readClause(terms: readonly Term[]): Clause | null {
  if (terms.some(({ text }) => text === '') || terms.length < 5) return null;
  const start = afterIntroduction(terms);
  let at = start;
  while (at < terms.length && !isFiniteVerb(terms[at] as Term)) at++;
  // "police said": what a tagger takes for a verb before a verb is a noun.
  while (at + 1 < terms.length && !isAuxiliary(terms[at]) && isFiniteVerb(terms[at + 1] as Term)) at++;
  if (at === start || at >= terms.length - 1) return null;
  const before = terms.slice(start, at);
  if (before.some((term) => RELATIVES.has(word(term)) || (has(term, 'Conjunction') && word(term) !== 'and')))
    return null;
  const comma = before.findIndex(({ post }) => post.includes(','));
  const subject = comma < 0 ? before : before.slice(0, comma + 1);
  const apposition = comma < 0 ? [] : before.slice(comma + 1);
  if (subject.length > LONGEST_SUBJECT || apposition.length > 10 || !has(subject.at(-1), 'Noun', 'Value')) return null;
  if (apposition.length > 0 && !apposition.at(-1)?.post.includes(',')) return null;
  const auxiliaries: Term[] = [];
  while (
    isAuxiliary(terms[at]) &&
    at + 1 < terms.length &&
    (isAuxiliary(terms[at + 1]) || has(terms[at + 1], 'Verb', 'Adverb', 'Negative'))
  ) {
    auxiliaries.push(terms[at] as Term);
    at++;
    while (has(terms[at], 'Adverb', 'Negative') && at + 1 < terms.length) {
      if (word(terms[at]) === 'not') auxiliaries.push(terms[at] as Term);
      at++;
    }
  }
  const verb = terms[at];
  if (!verb || !has(verb, 'Verb') || (isAuxiliary(verb) && !/^(?:is|are|was|were)$/.test(word(verb)))) return null;
  return { subject, apposition, auxiliaries, verb, chunks: chunksOf(restOf(terms, at + 1)) };
}

/** Behind "On Tuesday," or "After years of delay,": where the clause itself begins. */
function afterIntroduction(terms: readonly Term[]): number {
  const first = terms[0];
  if (!PREPOSITIONS.has(word(first)) && !has(first, 'Adverb', 'Conjunction', 'Gerund', 'Date')) return 0;
  const comma = terms.slice(0, 14).findIndex(({ post }) => post.includes(','));
  return comma + 1;
}

/** The words of the clause behind its verb: up to a comma (but in a date or a number), a dash, a relative. */
function restOf(terms: readonly Term[], from: number): readonly Term[] {
  let end = from;
  while (end < terms.length && end - from < LONGEST_REST) {
    const term = terms[end] as Term;
    const next = terms[end + 1];
    if (end > from && /^(?:who|which|whose)$/.test(word(term))) break;
    end++;
    if (/[;:—–]| - /.test(term.post)) break;
    if (term.post.includes(',') && !(next && /^(?:19|20)\d\d$/.test(next.text))) break;
  }
  return terms.slice(from, end);
}

function chunksOf(rest: readonly Term[]): Chunk[] {
  const parts: Term[][] = [];
  for (const [i, term] of rest.entries()) {
    const last = parts.at(-1);
    const begins =
      PREPOSITIONS.has(word(term)) ||
      (isDate(term) &&
        last !== undefined &&
        !last.some(isDate) &&
        !/^(?:on|in|since|until|by|from|last|next|late|early)$/.test(word(rest[i - 1])));
    // "more than 20", "up to 20", "according to": one expression.
    const glued = /^(?:than|up|due|according|because|close|about|next)$/.test(word(rest[i - 1]));
    if (last && (!begins || glued)) last.push(term);
    else parts.push([term]);
  }
  return parts.map((terms, i) => ({ role: roleOf(terms, i === 0), terms }));
}

function roleOf(terms: readonly Term[], first: boolean): Role {
  const lead = word(terms[0]);
  if (terms.length <= 5 && terms.some(isDate) && !/^(?:from|between|of)$/.test(lead)) return 'date';
  if (!PREPOSITIONS.has(lead)) return first ? 'object' : 'other';
  if (
    lead === 'for' &&
    terms.length <= 5 &&
    terms.some(({ text }) => LENGTHS.test(text)) &&
    terms.some((t) => has(t, 'Value') || word(t) === 'a')
  )
    return 'duration';
  if (REASONS.has(lead) && terms.length >= 3) return 'reason';
  if (lead === 'by') return has(terms[1], 'Gerund') ? 'manner' : 'agent';
  if (lead === 'to' && has(terms[1], 'Infinitive', 'PresentTense') && !isName(terms[1] as Term)) return 'purpose';
  if (
    PLACES.has(lead) &&
    terms.length <= 6 &&
    terms.slice(1).some((t) => has(t, 'Place') || isName(t)) &&
    !terms.some(isNumber)
  )
    return 'place';
  return 'other';
}
