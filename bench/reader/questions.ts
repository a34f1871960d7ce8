/** Questions that a clause answers, each with the words that answer; and questions that it nearly answers. */
import { type Chunk, type Clause, has, isDate, isName, isNumber, type Term, word } from './clause.js';

export interface Asked {
  readonly q: string;
  readonly kind: string;
  /** The words that answer, as they stand in the sentence; empty when the sentence does not say. */
  readonly answer: readonly Term[];
}

export interface Tools {
  readonly random: () => number;
  /** "sold" → "sell". */
  readonly infinitive: (verb: string) => string;
}

const text = (terms: readonly Term[]): string => terms.map((term) => term.text.replace(/['’]$/, '')).join(' ');
const PRONOUNS =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|their|its|there|one|some|many|others?|both|who|him|them|us|me|my|our|your)$/i;

/** All questions of a clause. */
export function questionsOf(clause: Clause, tools: Tools): Asked[] {
  if (clause.subject.some((term) => PRONOUNS.test(term.text))) return [];
  const asked: Asked[] = [];
  const { chunks } = clause;
  const [object] = chunks.filter(({ role }) => role === 'object');
  const add = (kind: string, q: string | null, answer: readonly Term[]): void => {
    if (q !== null) asked.push({ kind, q: q.replace(/\s+/g, ' ').trim(), answer });
  };
  const about = (wh: string, without: Chunk | null): string | null => inverted(wh, clause, without, tools);
  const missing = new Set(['date', 'place', 'reason', 'purpose', 'duration', 'manner', 'agent']);
  for (const chunk of chunks) {
    missing.delete(chunk.role);
    if (chunk.role === 'date')
      add('when', about(pick(tools, ['when', 'when', 'what day', 'when exactly']), chunk), chunk.terms);
    if (chunk.role === 'place') add('where', about('where', chunk), chunk.terms);
    if (chunk.role === 'reason' || chunk.role === 'purpose') {
      add('why', about(pick(tools, ['why', 'why', 'how come', 'whats the reason']), chunk), chunk.terms);
      if (chunk.role === 'purpose') missing.delete('reason');
    }
    if (chunk.role === 'duration') add('how long', about('how long', chunk), chunk.terms);
    if (chunk.role === 'manner') add('how', about('how', chunk), chunk.terms);
    if (chunk.role === 'agent' && isPassive(clause))
      add('who', `who ${clause.verb.text} ${name(clause.subject, tools)}`, chunk.terms);
  }
  const known = name(clause.subject, tools);
  if (object && /^(?:not|n't)$/.test(word(object.terms[0])) === false) {
    if (object.terms.length >= 2 && !isCopula(clause))
      add('what', about(object.terms.some(isName) && tools.random() < 0.3 ? 'who' : 'what', object), object.terms);
    if (isCopula(clause) && object.terms.length >= 2)
      add('who is', `${whoOrWhat(clause.subject)} ${word(clause.verb)} ${known}`, object.terms);
  }
  add('who', `${whoOrWhat(clause.subject)} ${predicate(clause, null, tools)}`, clause.subject);
  for (const chunk of chunks) addNumbers(clause, chunk, add, tools);
  addSubjectNumber(clause, add, tools);
  addApposition(clause, add, tools);
  if (tools.random() < 0.3) add('did', about('', null), [clause.verb]);
  // What the sentence does not say: the nearest thing to an answer that is none.
  const unsaid: [string, string][] = [
    ['date', 'when'],
    ['place', 'where'],
    ['reason', 'why'],
    ['reason', 'why'],
    ['duration', 'how long'],
  ];
  const open = unsaid.filter(([role]) => missing.has(role));
  if (open.length > 0 && tools.random() < 0.6) add('unsaid', about(pick(tools, open)[1], null), []);
  return asked.filter(({ q }) => q.split(' ').length <= 16 && contentWords(q) >= 2);
}

/** Words long enough to say what a question is about. */
const contentWords = (q: string): number =>
  q
    .split(' ')
    .filter(
      (w) =>
        w.length > 3 &&
        !/^(?:what|when|where|which|does|were|will|have|been|many|much|long|said|that|from|with)$/i.test(w),
    ).length + (/\p{Lu}/u.test(q) ? 1 : 0);
const whoOrWhat = (subject: readonly Term[]): string =>
  subject.some((t) => has(t, 'Person', 'Actor', 'Organization')) ? 'who' : 'what';
const pick = <T>(tools: Tools, items: readonly T[]): T =>
  items[Math.floor(tools.random() * items.length)] ?? (['', undefined] as unknown as T);
const isCopula = ({ auxiliaries, verb }: Clause): boolean =>
  auxiliaries.length === 0 && /^(?:is|are|was|were)$/.test(word(verb));
const isPassive = ({ auxiliaries }: Clause): boolean =>
  /^(?:is|are|was|were|been|be)$/.test(word(auxiliaries.filter((a) => word(a) !== 'not').at(-1)));

/** A subject as one names it in passing: of a person mostly the surname, of others without what is said before the noun. */
function name(subject: readonly Term[], tools: Tools): string {
  const names = subject.filter(isName);
  const last = subject.at(-1) as Term;
  if (names.length >= 2 && isName(last) && has(last, 'Person', 'LastName') && tools.random() < 0.7) return last.text;
  if (names.length === 0 && subject.length > 3 && tools.random() < 0.5)
    return text([...subject.slice(0, 1).filter((t) => has(t, 'Determiner')), ...subject.slice(-2)]);
  if (isName(last) && subject.length > names.length && tools.random() < 0.6) return text(names);
  return text(subject);
}

/** "when did the company close its shops": the clause asked of, without what answers and mostly without what is beside the point. */
function inverted(wh: string, clause: Clause, without: Chunk | null, tools: Tools): string | null {
  const { auxiliaries, verb } = clause;
  const subject = name(clause.subject, tools);
  const rest = restOf(clause, without, tools);
  if (auxiliaries.length > 0)
    return [wh, word(auxiliaries[0]), subject, ...auxiliaries.slice(1).map(word), verb.text, rest].join(' ');
  if (isCopula(clause)) return rest === '' ? null : [wh, word(verb), subject, rest].join(' ');
  const helper = has(verb, 'PastTense') ? 'did' : /s$/.test(verb.text) ? 'does' : 'do';
  return [wh, helper, subject, tools.infinitive(verb.text), rest].join(' ');
}

function predicate(clause: Clause, without: Chunk | null, tools: Tools): string {
  return [...clause.auxiliaries.map(word), clause.verb.text, restOf(clause, without, tools)].join(' ');
}

/** The object, and at most one more part. */
function restOf(clause: Clause, without: Chunk | null, tools: Tools): string {
  const parts: string[] = [];
  let more = tools.random() < 0.55 ? 1 : 0;
  for (const chunk of clause.chunks) {
    if (chunk === without) continue;
    if (chunk.role === 'object' && chunk.terms.length <= 8)
      parts.push(text(chunk.terms.filter((t) => !has(t, 'Adverb'))));
    else if (more > 0 && chunk.terms.length <= 6 && chunk.role !== 'date') {
      parts.push(text(chunk.terms));
      more--;
    }
  }
  return parts.join(' ');
}

type Add = (kind: string, q: string | null, answer: readonly Term[]) => void;

/** "killed 270 people" → "how many people did … kill"; "$5 billion" → "how much". */
function addNumbers(clause: Clause, chunk: Chunk, add: Add, tools: Tools): void {
  const from = chunk.terms.findIndex(isNumber);
  if (from < 0 || chunk.role === 'date' || chunk.role === 'duration') return;
  let end = from;
  while (end < chunk.terms.length && isNumber(chunk.terms[end] as Term)) end++;
  const number = chunk.terms.slice(from, end);
  const noun = chunk.terms.slice(end, end + 3).filter((t) => has(t, 'Noun', 'Adjective') && !isDate(t));
  const money = number.some((t) => /[$£€]/.test(t.pre + t.text) || has(t, 'Money'));
  const percent = number.some((t) => /%/.test(t.text + t.post)) || /^percent/.test(word(chunk.terms[end]));
  if (!money && !percent && !(noun.length > 0 && has(noun.at(-1), 'Plural'))) return;
  const wh = money
    ? 'how much'
    : percent
      ? pick(tools, ['what percent', 'how much', 'what percentage'])
      : `how many ${text(noun)}`;
  add('number', inverted(wh, clause, chunk, tools), number);
}

function addSubjectNumber(clause: Clause, add: Add, tools: Tools): void {
  const number = clause.subject.filter(isNumber);
  const noun = clause.subject.filter((t) => has(t, 'Plural') && !isNumber(t));
  if (number.length > 0 && noun.length > 0)
    add('number', `how many ${text(noun)} ${predicate(clause, null, tools)}`, number);
}

/** "Jane Roe, 47, …" → "how old is Roe"; "Jane Roe, the mayor, …" → "who is Jane Roe". */
function addApposition({ subject, apposition }: Clause, add: Add, tools: Tools): void {
  if (!subject.some(isName) || apposition.length === 0) return;
  if (apposition.length === 1 && /^\d{1,3}$/.test(apposition[0]?.text ?? ''))
    add('number', `how old ${pick(tools, ['is', 'was'])} ${text(subject.filter(isName))}`, apposition);
  else if (has(apposition[0], 'Determiner') || has(apposition[0], 'Noun')) {
    add('who is', `who is ${text(subject.filter(isName))} again`, apposition);
    if (has(apposition[0], 'Determiner') && /^(?:the|an?)$/.test(word(apposition[0])) && apposition.length >= 3)
      add('who', `who is ${text(apposition)} here`.replace(/ an? /, ' the '), subject);
  }
}
