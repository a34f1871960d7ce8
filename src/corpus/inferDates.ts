import { addDays, daysBetween, weekdayOf } from '../english/calendar.js';
import { findDayWords } from '../english/dayWords.js';
import { directionOf } from '../english/tense.js';
import { finish, type Steps } from '../steps.js';
import type { Article } from './article.js';
import {
  Coverage,
  type DatedLine,
  MOST_LINES,
  overlapOf,
  type Related,
  SAME_STORY,
  SAME_SUBJECT,
  wordsOf,
} from './coverage.js';
import { nearestDay, yearedDateline } from './datelineYear.js';
import { attempt, type OnFault, raise } from './fault.js';

/** A subject that is in the news for longer has several Thursdays, and nobody can tell which is meant. */
const STORY_DAYS = 3;
/** A news story says in so many sentences what it is about. */
const LEAD_LINES = 2;
/** The winning day must have so many times the evidence of the next one. */
const SURE = 2;

/** A sentence of an undated article that names a weekday as past. */
interface WeekdayLine {
  readonly weekday: number;
  readonly words: ReadonlySet<string>;
}

function weekdayLines({ text, sentences }: Article): WeekdayLine[] {
  const lines: WeekdayLine[] = [];
  for (const sentence of sentences) {
    if (lines.length >= MOST_LINES) break;
    for (const found of findDayWords(text, sentence)) {
      if (found.kind !== 'weekday' || found.modifier !== '' || directionOf(text, sentence, found) !== 'past') continue;
      lines.push({ weekday: found.weekday, words: wordsOf(text.slice(sentence.start, sentence.end)) });
    }
  }
  return lines.slice(0, MOST_LINES);
}

/** Adds up the days that dated lines mean by the weekday of `line`, each as far as it is alike. */
function vote(
  line: WeekdayLine,
  story: number,
  others: readonly DatedLine[],
  votes: Map<string, number>,
  coverage: Coverage,
): void {
  for (const other of others) {
    if (weekdayOf(other.date) !== line.weekday) continue;
    const alike = overlapOf(line.words, other.words, coverage.weight);
    if (alike > 0) votes.set(other.date, (votes.get(other.date) ?? 0) + story ** 2 * alike);
  }
}

/** The day with most votes, or null when the next one comes near. */
function winner(votes: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  return first && first[1] >= SURE * (second?.[1] ?? 0) ? first[0] : null;
}

/** The day that the story's dated sentences mean by the weekdays of `lines`. */
function votedDay(lines: readonly WeekdayLine[], related: readonly Related[], coverage: Coverage): string | null {
  const days = related
    .filter(({ alike }) => alike >= SAME_SUBJECT)
    .flatMap(({ article: { published } }) => published.date ?? [])
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || daysBetween(first, last) > STORY_DAYS) return null;
  if (!related.some(({ alike }) => alike >= SAME_STORY)) return null;
  const votes = new Map<string, number>();
  for (const { article: other, alike } of related) {
    for (const line of lines) vote(line, alike, coverage.datedLines(other), votes, coverage);
  }
  const day = winner(votes);
  return day && daysBetween(addDays(first, -STORY_DAYS), day) >= 0 && daysBetween(day, last) >= -STORY_DAYS
    ? day
    : null;
}

/** The article with its day, or itself where nothing tells it. */
function dated(article: Article, coverage: Coverage): Article {
  const { dateline, sentences, text } = article;
  const written = dateline?.day?.year === null ? dateline.day : null;
  const lines = weekdayLines(article);
  const words = new Set(lines.flatMap((line) => [...line.words]));
  // A story with a dateline needs no weekday to be found by.
  if (written) {
    for (const { start, end } of sentences.slice(0, LEAD_LINES)) {
      for (const word of wordsOf(text.slice(start, end))) words.add(word);
    }
  }
  const related = coverage.related(article, words);
  const ofDateline = written && yearedDateline(article, written, related);
  if (dateline && ofDateline) {
    const published = { date: ofDateline, basis: 'inferred' as const };
    return { ...article, published, dateline: { ...dateline, date: ofDateline } };
  }
  const date = votedDay(lines, related, coverage);
  if (date === null || (written && !nearestDay(written, date, STORY_DAYS))) return article;
  return { ...article, published: { date, basis: 'inferred' } };
}

/**
 * Dates undated articles. One whose dateline says no year is dated by it, where other coverage or its own text tells the
 * year. Else a sentence that names a weekday is held against the sentences of dated articles on the same story that name
 * it too, and the day that most of these mean is taken for the article's day. Both are marked `inferred`. Where there is
 * no such coverage, or it is split or goes on for weeks, the article stays undated.
 * @returns the articles in the same order; the very same array when none could be dated
 */
export function inferDates(articles: readonly Article[], onFault: OnFault = raise): readonly Article[] {
  return finish(inferDatesInSteps(articles, onFault));
}

/** As {@link inferDates}, an article a step. */
export function* inferDatesInSteps(articles: readonly Article[], onFault: OnFault = raise): Steps<readonly Article[]> {
  const isDated = ({ published }: Article): boolean => published.date !== null;
  if (articles.every(isDated)) return articles;
  const coverage = new Coverage(onFault);
  for (const article of articles) {
    if (isDated(article)) coverage.add(article);
    yield;
  }
  const all: Article[] = [];
  for (const article of articles) {
    all.push(isDated(article) ? article : attempt(article, () => dated(article, coverage), article, onFault));
    yield;
  }
  return all.some((article, i) => article !== articles[i]) ? all : articles;
}
