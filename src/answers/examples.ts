import { setImmediate } from 'node:timers/promises';
import type { Article } from '../corpus/article.js';
import { cueVerb } from '../english/cueVerbs.js';
import { PREPOSITIONS } from '../english/lists/functionWords.js';
import { IRREGULAR_PAST } from '../english/lists/irregularPasts.js';
import { ROLES } from '../english/lists/roles.js';
import type { Quote } from '../quotes/quote.js';
import type { SpeakerEntry } from '../quotes/speakers.js';
import type { Answer } from './answer.js';

/**
 * Questions to show to somebody who does not know the articles. They are made of what the articles have in their openings and
 * quotes, and each was asked: only those remain that are answered by the very line that they were made of.
 */

/** What questions are made of. */
export interface ExampleMaterial {
  /** The ones to begin with first. */
  readonly articles: readonly Article[];
  readonly quotes: readonly Quote[];
  /** Most quoted first. */
  readonly speakers: readonly SpeakerEntry[];
}

/** A question and the line that should answer it. */
interface Candidate {
  readonly question: string;
  answers(answer: Answer): boolean;
}

/** A news article says what it is about in so many sentences. */
const LEADS = 3;
/** So many articles, speakers and topics of each are looked at, so that it takes no longer in a big corpus. */
const [MOST_ARTICLES, MOST_SPEAKERS, MOST_TOPICS] = [12, 3, 4];
/** Of each form, so many are asked. */
const MOST_ASKED = 8;
/** An answer less sure than this is nothing to show first. Probability, 0..1. */
const LEAST_CONFIDENCE = 0.5;
/** Shorter words are seldom what a statement is about. */
const SHORTEST_TOPIC = 5;
const NAME_INSIDE = /(?<=\p{Ll} )\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20}){0,2}(?![\p{L}’'])/gu;
const NOUN_AFTER_ARTICLE = /(?<=\b(?:the|our|their|this) )\p{Ll}{1,30}(?!\p{L})/gu;
/** In characters, with the space before it. */
const LONGEST_PREPOSITION = 12;
/** A name of more words is a list or a headline. */
const LONGEST_NAME = 5;

/**
 * Up to so many questions, of different forms as long as there are any.
 * @param ask answers a question from the same articles
 */
export async function exampleQuestions(
  material: ExampleMaterial,
  ask: (question: string) => Promise<Answer>,
  most: number,
): Promise<string[]> {
  const found = new Set<string>();
  let forms = [whoDidCandidates(material), whatSaidCandidates(material), whoIsCandidates(material)].map((candidates) =>
    answeredWell(candidates.slice(0, MOST_ASKED), ask),
  );
  while (forms.length > 0 && found.size < most) {
    for (const form of forms) {
      const { value, done } = await form.next();
      if (done) forms = forms.filter((other) => other !== form);
      else found.add(value);
      if (found.size === most) break;
    }
  }
  return [...found];
}

/** Those that are answered by their line. Others may ask between. */
async function* answeredWell(
  candidates: readonly Candidate[],
  ask: (question: string) => Promise<Answer>,
): AsyncGenerator<string, undefined> {
  for (const { question, answers } of candidates) {
    await setImmediate();
    const answer = await ask(question);
    const isSure = answer.status === 'answered' && answer.confidence >= LEAST_CONFIDENCE;
    if (isSure && answers(answer)) yield question;
  }
}

/** "who met North Korea's Kim Jong Un", from the openings. */
function whoDidCandidates({ articles }: ExampleMaterial): Candidate[] {
  return articles.slice(0, MOST_ARTICLES).flatMap(({ id, text, sentences }) =>
    sentences.slice(0, LEADS).flatMap(({ start, end }) => {
      const question = whoDid(text.slice(start, end));
      return question ? [{ question, answers: (answer: Answer) => isAnsweredBy(answer, id, start, end) }] : [];
    }),
  );
}

/** Asks who did what a sentence tells of somebody: "Sergei Lavrov met with Kim Jong Un" → "who met with Kim Jong Un". */
function whoDid(sentence: string): string | null {
  const words = sentence.split(/\s+/);
  for (const [at, verb] of words.entries()) {
    if (!isPast(verb) || !isCapital(words[at - 1] ?? '')) continue;
    const preposition = words[at + 1] === 'with' ? ['with'] : [];
    const name = nameAt(words, at + 1 + preposition.length);
    if (name) return ['who', verb, ...preposition, name].join(' ');
  }
  return null;
}

/** A verb in the past that is no verb of saying: what somebody said is asked for in another form. */
function isPast(word: string): boolean {
  return (/^\p{Ll}+ed$/u.test(word) || IRREGULAR_PAST.has(word)) && cueVerb(word) === undefined;
}

const isCapital = (word: string): boolean => /^\p{Lu}[\p{L}'’-]+$/u.test(word);

/** The name that begins there, with what its owner is called: "North Korean leader Kim Jong-un"; null for none. */
function nameAt(words: readonly string[], first: number): string | null {
  const name: string[] = [];
  for (const word of words.slice(first, first + LONGEST_NAME + 1)) {
    const bare = word.replace(/[,.;:]$/, '');
    if (!isCapital(bare) && !ROLES.has(bare)) break;
    name.push(bare);
    if (bare !== word) break;
  }
  const isWhole = name.length > 0 && name.length <= LONGEST_NAME && isCapital(name.at(-1) ?? '');
  return isWhole && !name.at(-1)?.match(/['’]s$/) ? name.join(' ') : null;
}

/** "what did Lavrov say about Japan", from what the most quoted people name in their own words, and then from their nouns. */
function whatSaidCandidates({ quotes, speakers }: ExampleMaterial): Candidate[] {
  return people(speakers).flatMap(({ name }) => {
    const own = quotes.filter(({ speaker, direct }) => direct && speaker?.name === name);
    const topics = [topicsOf(own, name, namesIn), topicsOf(own, name, nounsIn)].flat();
    return topics.slice(0, MOST_TOPICS).map(({ words, of }) => ({
      question: `what did ${name} say about ${words}`,
      answers: (answer: Answer) => of.some(({ article, start, end }) => isAnsweredBy(answer, article.id, start, end)),
    }));
  });
}

/** What somebody's quotes speak of, with the quotes that do; the commonest first. */
function topicsOf(own: readonly Quote[], speaker: string, read: (text: string) => readonly string[]) {
  const topics = new Map<string, { readonly words: string; readonly of: Quote[] }>();
  for (const quote of own) {
    for (const words of new Set(read(quote.text))) {
      if (speaker.includes(words)) continue;
      const topic = topics.get(words) ?? { words, of: [] };
      topic.of.push(quote);
      topics.set(words, topic);
    }
  }
  return [...topics.values()].sort((x, y) => y.of.length - x.of.length);
}

/** Names inside a sentence; at its beginning every word has a capital. */
const namesIn = (text: string): string[] => endingPhrases(text, NAME_INSIDE);

/** "The economy." has a noun between an article and the end of a phrase, and no adjective has that place. */
const nounsIn = (text: string): string[] =>
  endingPhrases(text, NOUN_AFTER_ARTICLE)
    .filter((word) => word.length >= SHORTEST_TOPIC && !/(?:ing|ly)$/.test(word))
    .map((word) => `the ${word}`);

/** Where a pattern is met at the end of a phrase: "British", before "people", is not. */
function endingPhrases(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    return endsPhrase(text.slice(end, end + LONGEST_PREPOSITION).trimStart()) ? [found] : [];
  });
}

function endsPhrase(after: string): boolean {
  const word = /^\p{L}+/u.exec(after)?.[0];
  return word === undefined ? !/^[\p{N}'’-]/u.test(after) : PREPOSITIONS.has(word);
}

/** "who is Sergei Lavrov", of people whom the articles call something. */
function whoIsCandidates({ speakers }: ExampleMaterial): Candidate[] {
  return people(speakers)
    .filter(({ roles }) => roles.length > 0)
    .map(({ name, roles }) => ({
      question: `who is ${name}`,
      answers: ({ excerpts: [best] }: Answer) => {
        const line = best?.text.toLowerCase() ?? '';
        return line.includes(name.toLowerCase()) && roles.some((role) => line.includes(role));
      },
    }));
}

/** Those with a given name and a surname. */
function people(speakers: readonly SpeakerEntry[]): SpeakerEntry[] {
  const isPerson = ({ name, members }: SpeakerEntry) => {
    const words = name.split(' ');
    return members.length === 0 && words.length > 1 && words.every(isCapital) && !/['’]s\b/.test(name);
  };
  return speakers.filter(isPerson).slice(0, MOST_SPEAKERS);
}

/** Whether the best excerpt, or the same in another article, meets that stretch. */
function isAnsweredBy({ excerpts: [best] }: Answer, article: string, start: number, end: number): boolean {
  const places = best ? [best, ...best.alsoIn.map(({ excerpt }) => excerpt)] : [];
  return places.some((place) => place.article.id === article && place.start < end && start < place.end);
}
