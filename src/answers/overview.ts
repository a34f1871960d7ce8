import { isQuestion } from '../english/sentences.js';
import { excerptOf } from './excerpt.js';
import type { ChosenExcerpts } from './excerpts.js';
import type { Reading } from './fit/reading.js';
import type { PassageRun } from './fit/run.js';
import { shareOfQuestion } from './question/concept.js';

/** Lines of an overview: more are a search. */
const MOST_LINES = 5;
/** A news article says what it is about in so many sentences. */
const LEADS = 3;
/** A line of fewer characters is a heading or a fragment, one of more is no overview. */
const [SHORTEST, LONGEST] = [50, 420];
/** Articles of which the leads are read, the newest: enough for an event, and quick in an archive. */
const NEWEST = 300;
/** A line that shares so much with one chosen already tells the same. Share of its words. */
const SAME_WORDS = 0.5;
/** What speaks for a line, beside 1 for telling what most articles tell. Chosen by eye on four events. */
const WEIGHTS = { topic: 2.5, title: 0.8, lead: 0.6, newDay: 0.3 };
/** A topic that no line holds at least so much of is not in the articles. */
const LEAST_TOPIC = 0.45;

/** A line that may stand in an overview. */
interface Line {
  readonly passage: number;
  readonly terms: ReadonlySet<string>;
  /** Share of the topic that it or its title holds, 0..1; 1 without a topic. */
  readonly topic: number;
  readonly score: number;
}

/** An overview's lines and how sure it is that they are about what was asked, 0..1. */
export interface Overview extends ChosenExcerpts {
  readonly confidence: number;
}

/**
 * The lines that tell the whole, or the whole of a topic, best first: openings of articles that say what most articles say,
 * each of another article, and of other days where there are.
 * @param passages that hold something of the topic, in any order; for no topic they are not looked at
 * @param allowed one flag an article; absent, every article counts
 */
export function overviewOf(
  passages: readonly number[],
  allowed: Uint8Array | undefined,
  reading: Reading,
  limit: number,
): Overview {
  const { index, question } = reading;
  const hasTopic = question.concepts.length > 0;
  const pool = new Set(leadsOf(reading, allowed));
  if (hasTopic) for (const passage of passages) pool.add(passage);
  const shareOfArticles = articleShares(reading);
  const lines = [...pool].flatMap((passage) => readLine(passage, reading, shareOfArticles) ?? []);
  const best = Math.max(0, ...lines.map(({ topic }) => topic));
  if (lines.length === 0 || best < LEAST_TOPIC) return { runs: [], excerpts: [], confidence: 0 };
  const chosen: Line[] = [];
  const days = new Set<string>();
  const rest = new Set(lines.filter(({ topic }) => topic >= best * 0.6));
  while (chosen.length < Math.min(limit, MOST_LINES)) {
    let next: Line | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const line of rest) {
      const score = line.score + (days.has(dayOf(line, reading)) ? 0 : WEIGHTS.newDay);
      if (score > most) [next, most] = [line, score];
    }
    if (!next) break;
    chosen.push(next);
    days.add(dayOf(next, reading));
    const taken = next;
    for (const line of rest) {
      const isSame = index.articleNumber(line.passage) === index.articleNumber(taken.passage);
      if (isSame || sharedWords(line, taken) >= SAME_WORDS) rest.delete(line);
    }
  }
  const runs: PassageRun[] = chosen.map(({ passage }) => ({ first: passage, last: passage }));
  const excerpts = runs.map((run) => ({ ...excerptOf(run, reading), alsoIn: [] }));
  return { runs, excerpts, confidence: hasTopic ? best * SUREST : SUREST };
}

/** No overview is surer than this: which lines matter most is a choice. */
const SUREST = 0.9;

function leadsOf({ index }: Reading, allowed: Uint8Array | undefined): number[] {
  const numbers = [...index.articles.keys()].filter((number) => !allowed || allowed[number] === 1);
  const newest = numbers
    .sort((a, b) => dateOf(index.articles[b]?.published.date).localeCompare(dateOf(index.articles[a]?.published.date)))
    .slice(0, NEWEST);
  return newest.flatMap((number) => {
    const first = index.firstPassage(number);
    const end = Math.min(first + LEADS, index.firstPassage(number + 1));
    return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  });
}

const dateOf = (date: string | null | undefined): string => date ?? '';

function dayOf({ passage }: Line, { index }: Reading): string {
  return index.article(passage).published.date ?? '';
}

/** How many of the articles have a term, as a share; what most articles have is what they are about. */
function articleShares({ index }: Reading): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const share = known.get(term) ?? index.articleTerms.documentFrequency(term) / (index.articles.length || 1);
    known.set(term, share);
    return share;
  };
}

function readLine(passage: number, reading: Reading, shareOfArticles: (term: string) => number): Line | null {
  const { index, question } = reading;
  const text = index.text(passage);
  if (text.length < SHORTEST || text.length > LONGEST || isQuestion(text)) return null;
  const tokens = reading.terms(passage).tokens;
  const terms = new Set(tokens.map(({ term }) => term));
  if (terms.size === 0) return null;
  let central = 0;
  for (const term of terms) central += shareOfArticles(term);
  const matches = reading.matches(passage);
  const titled = reading.titleMatches(passage);
  const held = shareOfQuestion(question.concepts, (i) => matches[i]?.strength ?? 0);
  const inTitle = shareOfQuestion(question.concepts, (i) => titled[i]?.strength ?? 0);
  const hasTopic = question.concepts.length > 0;
  const score =
    central / Math.sqrt(terms.size) / 2 +
    WEIGHTS.topic * (hasTopic ? held : 0) +
    WEIGHTS.title * (hasTopic ? inTitle : 0) +
    WEIGHTS.lead / (1 + index.sentenceNumber(passage));
  return { passage, terms, topic: hasTopic ? Math.max(held, inTitle * 0.9) : 1, score };
}

/** Share of the shorter line's words that the other has too. */
function sharedWords(a: Line, b: Line): number {
  const [few, many] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  let shared = 0;
  for (const term of few) if (many.has(term)) shared++;
  return few.size === 0 ? 0 : shared / few.size;
}
