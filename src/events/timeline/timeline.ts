import type { Article } from '../../corpus/article.js';
import { byDate } from '../../corpus/byDate.js';
import { coveredSpan } from '../../corpus/coveredSpan.js';
import { type Excerpt, excerptAt } from '../../corpus/excerpt.js';
import type { DayMention } from '../../english/days.js';
import { bareSpan, type Span } from '../../english/span.js';
import { type Clause, emphasisOf } from '../../statements/clauses.js';
import { clusterInSteps } from '../../statements/cluster.js';
import type { CopyDetector } from '../../statements/copies.js';
import { canBeOne } from '../../statements/differences.js';
import { alsoIn } from '../../statements/otherReports.js';
import { SentenceDays } from '../../statements/sentenceDays.js';
import { finish, type Steps } from '../../steps.js';
import type { EventContext } from '../eventContext.js';
import { relevantSentences } from '../relevantSentences.js';
import { addReportsElsewhere } from '../reportsElsewhere.js';
import { clarity } from './clarity.js';
import { isReprint, sameHappening, type Telling, tellingsOf, type When } from './happening.js';
import { articlesNaming, type Headlines, prominenceOf, readHeadlines } from './prominence.js';
import { type Reach, reachOf } from './reach.js';
import { rememberDatedClauses, rememberTellings } from './rememberedTellings.js';
import { joinByDeed } from './sameDeed.js';
import { shownSpan } from './shownSpan.js';
import { storyOf } from './story.js';

export type { When } from './happening.js';
export type { Reach } from './reach.js';

export interface TimelineOptions {
  /** Only what has to do with this; everything when left out. */
  readonly topic?: string | undefined;
  /** Only what happened on this day or later, 'YYYY-MM-DD'. */
  readonly from?: string | undefined;
  /** Only what happened on this day or earlier, 'YYYY-MM-DD'. */
  readonly to?: string | undefined;
}

/** A source that gives the same happening another day. */
export interface DifferingDay {
  readonly when: When;
  /** The words that say so, with their span in the article's text. */
  readonly words: DayMention;
  readonly excerpt: Excerpt;
}

/** One happening, dated by the sources themselves. */
export interface TimelineEntry {
  readonly when: When;
  /** The words that date it, with their span in the text of `excerpt.article`. */
  readonly words: DayMention;
  /** True when the source speaks of it as still to come. */
  readonly expected: boolean;
  /** The sentence that tells it best; emphasis is the dated clause; `alsoIn` are the sources that give it the same day. */
  readonly excerpt: Excerpt;
  /** Sources that give it another day, oldest day first; empty when all agree. */
  readonly differing: readonly DifferingDay[];
  /** The part of the excerpt that the day belongs to, into the text of `excerpt.article`; all of it where no part can be cut out. */
  readonly shown: Span;
  /** Where its day lies from those on which the articles were written. */
  readonly reach: Reach;
  /** How much of the story it is: by who tells it, headlines and where it stands. Only comparable within one timeline. */
  readonly prominence: number;
  /** Among the most prominent happenings that are no background: what to show first. */
  readonly inStory: boolean;
}

/** Beyond so many sentences a timeline of everything takes seconds and shows nobody anything: ask for a topic. */
export const MOST_SENTENCES_WITHOUT_TOPIC = 20_000;

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** Hits on a topic that are looked through for days. */
const MOST_SENTENCES = 200;

/**
 * What happened, in the order in which it happened (not in which it was printed).
 * @param context its ranking is only asked when `topic` is given
 * @returns oldest first; a month or a year stands before the days in it
 */
export function buildTimeline(
  articles: readonly Article[],
  options: TimelineOptions,
  context: EventContext,
): TimelineEntry[] {
  return finish(buildTimelineInSteps(articles, options, context));
}

/**
 * As {@link buildTimeline}, a clause or a happening a step.
 * @param known the headlines of the articles, where they were read before
 */
export function* buildTimelineInSteps(
  articles: readonly Article[],
  { topic, from, to }: TimelineOptions,
  context: EventContext,
  known?: Headlines,
): Steps<TimelineEntry[]> {
  const { copies } = context;
  const tellings = topic === undefined ? yield* allTellings(articles, context) : yield* tellingsOn(topic, context);
  const clusters = yield* clusterInSteps(
    tellings,
    ({ clause }) => clause.content,
    (a, b) => sameHappening(a, b, copies),
  );
  const groups: Telling[][] = [];
  for (const group of clusters) {
    groups.push(...happeningsOf(group, copies));
    yield;
  }
  const span = coveredSpan(articles);
  const headlines = known ?? (yield* readHeadlines(articles));
  const naming = articlesNaming(tellings);
  const entries: Omit<TimelineEntry, 'inStory'>[] = [];
  for (const group of joinByDeed(groups)) {
    const entry = entryOf(group, copies);
    const reach = reachOf(entry.when, span);
    const weighed = { when: entry.when, sources: independentSources(group, copies), reach };
    entries.push({ ...entry, reach, prominence: prominenceOf(group, weighed, headlines, naming) });
    yield;
  }
  const story = storyOf(entries);
  return entries
    .map((entry) => ({ ...entry, inStory: story.has(entry) }))
    .filter(({ when }) => liesWithin(when, from, to))
    .sort((a, b) => (a.when.date < b.when.date ? -1 : a.when.date > b.when.date ? 1 : 0));
}

function* allTellings(articles: readonly Article[], { clauses }: EventContext): Steps<Telling[]> {
  const tellings: Telling[] = [];
  for (const article of [...articles].sort(byDate)) {
    for (const [sentence, span] of article.sentences.entries()) {
      const days = new SentenceDays(article, span);
      if (days.all.length === 0) continue;
      for (const clause of clauses.clausesOf(article, sentence, days)) tellings.push(...tellingsOf(clause));
      yield;
    }
  }
  return tellings;
}

function* tellingsOn(topic: string, context: EventContext): Steps<Telling[]> {
  const clauses = yield* clausesOn(topic, context);
  return clauses.flatMap(tellingsOf);
}

/** The clauses on a topic, and those with which other articles date the same happenings. */
function* clausesOn(topic: string, context: EventContext): Steps<Clause[]> {
  const { rank, clauses, copies } = context;
  const hits = relevantSentences(rank, topic, MOST_SENTENCES);
  const told = rememberTellings();
  const datedClausesOf = rememberDatedClauses(clauses);
  const dated: Clause[] = [];
  for (const hit of hits) {
    for (const clause of datedClausesOf(hit)) if (told(clause).length > 0) dated.push(clause);
    yield;
  }
  const isOneHappening = (clause: Clause, other: Clause) =>
    told(other).some((b) => told(clause).some((a) => sameHappening(a, b, copies) !== null));
  const reports = yield* addReportsElsewhere(dated, context, { belongs: isOneHappening, clausesOf: datedClausesOf });
  return reports.sort((a, b) => byDate(a.article, b.article) || a.start - b.start);
}

/** Whether a day, a month or a year lies in a range, or reaches into it. */
function liesWithin({ date }: When, from: string | undefined, to: string | undefined): boolean {
  return (
    (from === undefined || date >= from.slice(0, date.length)) && (to === undefined || date <= to.slice(0, date.length))
  );
}

function entryOf(
  group: readonly Telling[],
  copies: CopyDetector,
): Omit<TimelineEntry, 'reach' | 'prominence' | 'inStory'> {
  const ranked = group
    .map((telling) => ({ telling, clear: clarity(telling) }))
    .sort((a, b) => b.clear - a.clear || byDate(a.telling.clause.article, b.telling.clause.article))
    .map(({ telling }) => telling);
  const date = chosenDate(ranked, copies);
  const agreeing = ranked.filter((telling) => canBeOne(telling.when.date, date));
  const best = agreeing.find((telling) => telling.when.date === date) ?? agreeing[0] ?? ranked[0];
  if (best === undefined) throw new Error('a happening that nobody tells');
  const others = onePerArticle(agreeing, best.clause.article).sort((a, b) =>
    byDate(a.clause.article, b.clause.article),
  );
  const agreed = new Set(agreeing.map((telling) => telling.clause.article));
  const differing = onePerArticle(
    ranked.filter((telling) => !canBeOne(telling.when.date, date) && !agreed.has(telling.clause.article)),
    best.clause.article,
  );
  return {
    when: best.when,
    words: best.words,
    expected: best.expected,
    shown: shownSpan(best, sentenceOf(best)),
    excerpt: {
      ...excerptOfTelling(best),
      alsoIn: others.map((other) => alsoIn(best.clause, other.clause, copies, excerptOfTelling(other))),
    },
    differing: differing
      .map((telling) => ({ when: telling.when, words: telling.words, excerpt: excerptOfTelling(telling) }))
      .sort((a, b) => (a.when.date < b.when.date ? -1 : a.when.date > b.when.date ? 1 : 0)),
  };
}

/** What is told of more days than this recurs ("Friday's figures"), and each day is a happening of its own. */
const MOST_DAYS = 2;

function happeningsOf(group: readonly Telling[], copies: CopyDetector): Telling[][] {
  const tellings = firstPrints(group, copies);
  const byDay = new Map<string, Telling[]>();
  for (const telling of tellings) byDay.set(telling.when.date, [...(byDay.get(telling.when.date) ?? []), telling]);
  return [...byDay.keys()].filter((date) => date.length === DAY_LENGTH).length > MOST_DAYS
    ? [...byDay.values()]
    : [tellings];
}

/** A copied "Wednesday" that was printed again later counts from its first print. */
function firstPrints(group: readonly Telling[], copies: CopyDetector): Telling[] {
  return group.map((telling) => {
    const prints = group.filter((other) => other.when.date < telling.when.date && isReprint(telling, other, copies));
    const [first] = prints.sort((a, b) => (a.when.date < b.when.date ? -1 : 1));
    return first === undefined ? telling : { ...telling, when: first.when, expected: first.expected };
  });
}

function onePerArticle(tellings: readonly Telling[], except: Article): Telling[] {
  const first = new Map<string, Telling>();
  for (const telling of tellings) {
    const { id } = telling.clause.article;
    if (id !== except.id && !first.has(id)) first.set(id, telling);
  }
  return [...first.values()];
}

const FROM_ANOTHER_DAY = /\b(?:earlier|later|before|after)\b/i;

/**
 * The date to list a happening under: what most sources give that did not copy each other; then what is said outright
 * rather than counted from another day ("a day earlier"); then what the latest report says; then what is most precise.
 */
function chosenDate(tellings: readonly Telling[], copies: CopyDetector): string {
  const dates = [...new Set(tellings.map((telling) => telling.when.date))].sort();
  const support = (date: string) => {
    const giving = tellings.filter((telling) => telling.when.date === date);
    const outright = giving.some((telling) => !FROM_ANOTHER_DAY.test(telling.words.text));
    const reported = giving.map((telling) => telling.clause.article.published.date ?? '').sort();
    return {
      date,
      sources: independentSources(giving, copies),
      outright: outright ? 1 : 0,
      latest: reported.at(-1) ?? '',
    };
  };
  const [best] = dates
    .map(support)
    .sort(
      (a, b) =>
        b.sources - a.sources ||
        b.outright - a.outright ||
        b.latest.localeCompare(a.latest) ||
        b.date.length - a.date.length,
    );
  return best?.date ?? '';
}

/** How many of the tellings no other copies. */
function independentSources(tellings: readonly Telling[], copies: CopyDetector): number {
  const own: Telling[] = [];
  for (const telling of tellings) {
    const isKnown = own.some(
      ({ clause }) => clause.article === telling.clause.article || copies.isWireCopy(clause, telling.clause),
    );
    if (!isKnown) own.push(telling);
  }
  return own.length;
}

function excerptOfTelling(telling: Telling): Excerpt {
  const sentence = sentenceOf(telling);
  return excerptAt(telling.clause.article, sentence, [emphasisOf(telling.clause, sentence)]);
}

function sentenceOf({ clause }: Telling): Span {
  return bareSpan(clause.article.sentences[clause.sentence] ?? clause);
}
