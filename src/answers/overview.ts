import type { ArticleHead } from '../corpus/article.js';
import { isQuestion } from '../english/sentences.js';
import { containment } from '../statements/similarity.js';
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
/** A line that holds less than this share of what the best one holds of the topic is about something else. */
const NEARLY_BEST = 0.6;
/** A topic that stands in the title is held by the article's lines, nearly. */
const TITLE_SHARE = 0.9;
/** No overview is surer than this: which lines matter most is a choice. */
const SUREST = 0.9;

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
  const lines = [...pool].flatMap((passage) => readLine(passage, reading) ?? []);
  const best = Math.max(0, ...lines.map(({ topic }) => topic));
  if (lines.length === 0 || best < LEAST_TOPIC) return { runs: [], excerpts: [], confidence: 0 };
  const chosen: Line[] = [];
  const days = new Set<string>();
  const rest = new Set(lines.filter(({ topic }) => topic >= best * NEARLY_BEST));
  while (chosen.length < Math.min(limit, MOST_LINES)) {
    let next: Line | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const line of rest) {
      const score = line.score + (days.has(dayOf(index.article(line.passage))) ? 0 : WEIGHTS.newDay);
      if (score > most) [next, most] = [line, score];
    }
    if (!next) break;
    chosen.push(next);
    days.add(dayOf(index.article(next.passage)));
    const taken = next;
    for (const line of rest) {
      const isSame = index.articleNumber(line.passage) === index.articleNumber(taken.passage);
      if (isSame || containment(line.terms, taken.terms) >= SAME_WORDS) rest.delete(line);
    }
  }
  const runs: PassageRun[] = chosen.map(({ passage }) => ({ first: passage, last: passage }));
  const excerpts = runs.map((run) => ({ ...excerptOf(run, reading), alsoIn: [] }));
  return { runs, excerpts, confidence: hasTopic ? best * SUREST : SUREST };
}

function leadsOf({ index }: Reading, allowed: Uint8Array | undefined): number[] {
  const numbers = [...index.articles.keys()].filter((number) => !allowed || allowed[number] === 1);
  const newest = numbers
    .sort((a, b) => dayOf(index.articles[b]).localeCompare(dayOf(index.articles[a])))
    .slice(0, NEWEST);
  index.hold(newest.map((number) => index.firstPassage(number)));
  return newest.flatMap((number) => {
    const first = index.firstPassage(number);
    const end = Math.min(first + LEADS, index.firstPassage(number + 1));
    return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  });
}

/** '' for an undated article, which is taken for the oldest. */
const dayOf = (article: ArticleHead | undefined): string => article?.published.date ?? '';

function readLine(passage: number, reading: Reading): Line | null {
  const { index, question } = reading;
  const text = index.text(passage);
  if (text.length < SHORTEST || text.length > LONGEST || isQuestion(text)) return null;
  const tokens = reading.terms(passage).tokens;
  const terms = new Set(tokens.map(({ term }) => term));
  if (terms.size === 0) return null;
  let central = 0;
  for (const term of terms) central += index.articleShare(term);
  const matches = reading.matches(passage);
  const titled = reading.titleMatches(passage);
  const held = shareOfQuestion(question.concepts, (i) => matches[i]?.strength ?? 0);
  const inTitle = shareOfQuestion(question.concepts, (i) => titled[i]?.strength ?? 0);
  const score =
    central / Math.sqrt(terms.size) / 2 +
    WEIGHTS.topic * held +
    WEIGHTS.title * inTitle +
    WEIGHTS.lead / (1 + index.sentenceNumber(passage));
  const topic = question.concepts.length > 0 ? Math.max(held, inTitle * TITLE_SHARE) : 1;
  return { passage, terms, topic, score };
}
