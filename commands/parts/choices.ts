import Fuse from 'fuse.js';
import { analyze } from '../../src/english/analyzer.js';
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

/**
 * The names that fit what is typed, best first: those that begin so, those with a word that begins so, then near ones.
 * @param labelled best first when nothing is typed
 */
export function rankChoices(labelled: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return labelled.slice(0, MAX_CHOICES);
  const begins = labelled.filter(({ value }) => value.toLowerCase().startsWith(wanted));
  const holds = labelled.filter(({ value }) =>
    value
      .toLowerCase()
      .split(/[\s-]+/)
      .some((word) => word.startsWith(wanted)),
  );
  const fuse = new Fuse(labelled, { keys: ['value'], threshold: TYPO_TOLERANCE, ignoreLocation: true });
  const near = fuse.search(wanted, { limit: MAX_CHOICES }).map(({ item }) => item);
  return [...new Set([...begins, ...holds, ...near])].slice(0, MAX_CHOICES);
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
  return rankChoices(
    speakers.map(({ name, count: quotes }) => ({ label: `${name} · ${count(quotes, 'quote')}`, value: name })),
    typed,
  );
}

/** Words of the chosen speaker's quotations with the number of those that have them, for an `about` option. */
export async function suggestTopics({ typed, others, archive }: Typing): Promise<Choice[]> {
  const quotes = await archive.quotes();
  const surname = others.speaker?.trim().toLowerCase().split(/\s+/).at(-1) ?? '';
  const said = quotes.filter(({ speaker }) => speaker?.name?.toLowerCase().includes(surname)).slice(0, MAX_QUOTES);
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
