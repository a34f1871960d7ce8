import Fuse from 'fuse.js';
import { analyze } from '../../src/english/analyzer.js';
import type { Quote } from '../../src/quotes/quote.js';
import { finishInSlices, type Steps } from '../../src/steps.js';
import { count } from './citation.js';
import type { Choice, Typing } from './command.js';

/** As many as a reader looks through; Discord shows 25. */
const MAX_CHOICES = 25;
/** fuse.js: 0 is exact, 1 anything. Lets one or two slips of the finger in a name through. */
const TYPO_TOLERANCE = 0.4;

/** Quotations that are looked through for topics, at each key that is typed. */
const MAX_QUOTES = 500;
/** Shorter words are seldom what a statement is about. */
const MIN_TOPIC = 4;

/** Names gone through in one step: a corpus may quote tens of thousands of people, and somebody types a letter at each of them. */
const STEP = 500;

/**
 * The names that fit what is typed, best first: those that begin so, those with a word that begins so, then near ones. In slices, so that
 * nobody else waits meanwhile.
 * @param labelled best first when nothing is typed
 */
export async function rankChoices(labelled: readonly Choice[], typed: string): Promise<Choice[]> {
  const names = labelled.map(({ value }) => value);
  return pick(labelled, await finishInSlices(rankNames(names, typed.trim().toLowerCase())));
}

function pick<T>(items: readonly T[], numbers: readonly number[]): T[] {
  return numbers.flatMap((number) => items.slice(number, number + 1));
}

/** @returns the names' numbers, at most {@link MAX_CHOICES} */
function* rankNames(names: readonly string[], wanted: string): Steps<number[]> {
  if (!wanted) return [...names.keys()].slice(0, MAX_CHOICES);
  const [begins, holds]: [number[], number[]] = [[], []];
  for (const [number, name] of names.entries()) {
    if (number % STEP === 0) yield;
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) begins.push(number);
    else if (lower.split(/[\s-]+/).some((word) => word.startsWith(wanted))) holds.push(number);
  }
  const sure = [...begins, ...holds].slice(0, MAX_CHOICES);
  return sure.length === MAX_CHOICES
    ? sure
    : [...new Set([...sure, ...(yield* nearNames(names, wanted))])].slice(0, MAX_CHOICES);
}

/** The names that may be misspelt so, nearest first. */
function* nearNames(names: readonly string[], wanted: string): Steps<number[]> {
  const found: { number: number; score: number }[] = [];
  for (let first = 0; first < names.length; first += STEP) {
    yield;
    const some = names.slice(first, first + STEP).map((value) => ({ value }));
    const fuse = new Fuse(some, {
      keys: ['value'],
      threshold: TYPO_TOLERANCE,
      ignoreLocation: true,
      includeScore: true,
    });
    for (const { refIndex, score = 1 } of fuse.search(wanted, { limit: MAX_CHOICES }))
      found.push({ number: first + refIndex, score });
  }
  return found.sort((a, b) => a.score - b.score || a.number - b.number).map(({ number }) => number);
}

/** Outlets and agencies for a `source` option. */
export async function suggestSources({ typed, archive }: Typing): Promise<Choice[]> {
  const names = await archive.sources();
  return rankChoices(
    names.map((name) => ({ label: name, value: name })),
    typed,
  );
}

/** Speakers with the number of their quotes, for a `speaker` option. */
export async function suggestSpeakers({ typed, archive }: Typing): Promise<Choice[]> {
  const speakers = await archive.speakers();
  const names = speakers.map(({ name }) => name);
  const ranked = pick(speakers, await finishInSlices(rankNames(names, typed.trim().toLowerCase())));
  return ranked.map(({ name, count: quotes }) => ({ label: `${name} · ${count(quotes, 'quote')}`, value: name }));
}

/** Words of the chosen speaker's quotations with the number of those that have them, for an `about` option. */
export async function suggestTopics({ typed, others, archive }: Typing): Promise<Choice[]> {
  const quotes = await archive.quotes();
  const surname = others.speaker?.trim().toLowerCase().split(/\s+/).at(-1) ?? '';
  const said = await finishInSlices(quotesBy(surname, quotes));
  const topics = new Map<string, { readonly word: string; quotes: number }>();
  for (const { text } of said) {
    const words = new Map(analyze(text).map(({ term, surface }) => [term, surface]));
    for (const [term, word] of words) {
      if (word.length < MIN_TOPIC) continue;
      const known = topics.get(term);
      if (known) known.quotes++;
      else topics.set(term, { word, quotes: 1 });
    }
  }
  return rankChoices(
    [...topics.values()]
      .sort((a, b) => b.quotes - a.quotes)
      .map(({ word, quotes }) => ({ label: `${word} · ${count(quotes, 'quote')}`, value: word })),
    typed,
  );
}

/** The first quotes of those whose name has the word in it. */
function* quotesBy(word: string, quotes: readonly Quote[]): Steps<Quote[]> {
  const said: Quote[] = [];
  for (const [number, quote] of quotes.entries()) {
    if (said.length === MAX_QUOTES) break;
    if (number % STEP === 0) yield;
    if (quote.speaker?.name?.toLowerCase().includes(word)) said.push(quote);
  }
  return said;
}
