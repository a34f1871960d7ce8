import type { Article } from '../../corpus/article.js';
import { isQuestion } from '../../english/sentences.js';
import type { Candidate } from '../../search/candidates.js';
import { chooseRun } from '../excerpt.js';
import type { Match } from '../fit/match.js';
import type { Reading } from '../fit/reading.js';
import { evidenceIn, type PassageRun, strengthsOf } from '../fit/run.js';
import { shareOfQuestion } from '../question/concept.js';
import { recencyAmong } from './recency.js';
import type { RankSignals } from './signals.js';
import { RANK_WEIGHTS } from './weights.js';

/** A passage with what speaks for it. */
export interface Ranked {
  readonly passage: number;
  /** The sentences it would be shown with, were it shown alone. */
  readonly run: PassageRun;
  readonly score: number;
  readonly signals: RankSignals;
  /** Log odds by the reader that it answers; null when it was not read. */
  readonly read: number | null;
}

/**
 * How far an article's score may fall behind the best, in BM25's nats, before it has 1/e of its odds. Between 3 and 12 the
 * figures hardly differ. A ratio to the best instead makes four articles on one event look farther apart than they are.
 */
const ARTICLE_SPREAD = 6;

/** Listed once: every candidate is scored by them. */
const WEIGHTS = Object.entries(RANK_WEIGHTS) as [keyof RankSignals, number][];

/** Two words of the question are near in a sentence when they stand at most so much farther apart there. */
const NEARNESS_SLACK = 2;

/**
 * So many candidates are read with what stands around them, chosen by what they hold themselves. With 24, answers on some sets change; with 30 and
 * more no figure of any set does (docs/RANKING.md).
 */
const READ_CLOSELY = 32;

/** What a sentence is seen with: the sentences that it would be shown with, and what stands around it. */
interface View {
  readonly run: PassageRun;
  /** A strength a concept. */
  readonly around: readonly number[];
}

/**
 * What speaks for a sentence beside the other candidates. It is handed on to be written with the other signals, not spread together with them: V8 keeps
 * objects of fractions that were spread through two collections of garbage, which took 6 ms each, every twentieth question.
 */
type AmongCandidates = Pick<RankSignals, 'sentenceScore' | 'articleScore' | 'recency'>;

/** A candidate, and what speaks for it in one view. */
interface Look {
  readonly candidate: Candidate;
  readonly ranked: Ranked;
}

/** Orders candidates by how well they answer, best first: the best {@link READ_CLOSELY} of them. */
export function rank(candidates: readonly Candidate[], reading: Reading): Ranked[] {
  const bestSentence = Math.max(...candidates.map((c) => c.sentenceScore), Number.EPSILON);
  const bestArticle = Math.max(...candidates.map((c) => c.articleScore));
  const articleOf = ({ passage }: Candidate): Article => reading.index.article(passage);
  const recencyOf = reading.question.recent ? recencyAmong(candidates.map(articleOf)) : () => 0;
  const look = (candidate: Candidate, viewOf: (passage: number, reading: Reading) => View): Look => {
    const view = viewOf(candidate.passage, reading);
    const signals = readSignals(candidate.passage, view, reading, {
      sentenceScore: candidate.sentenceScore / bestSentence,
      articleScore: Math.exp((candidate.articleScore - bestArticle) / ARTICLE_SPREAD),
      recency: recencyOf(articleOf(candidate)),
    });
    const { passage } = candidate;
    return { candidate, ranked: { passage, run: view.run, score: scoreOf(signals), signals, read: null } };
  };
  const promising =
    candidates.length > READ_CLOSELY
      ? candidates
          .map((candidate) => look(candidate, alone))
          .sort(bestFirst)
          .slice(0, READ_CLOSELY)
          .map(({ candidate }) => candidate)
      : candidates;
  return promising
    .map((candidate) => look(candidate, closely))
    .sort(bestFirst)
    .map(({ ranked }) => ranked);
}

function bestFirst({ ranked: a }: Look, { ranked: b }: Look): number {
  return b.score - a.score || a.passage - b.passage;
}

/** By itself and its article's title: no other sentence has to be read. */
function alone(passage: number, reading: Reading): View {
  const around = reading.titleMatches(passage).map(({ strength }) => strength);
  return { run: { first: passage, last: passage }, around };
}

function closely(passage: number, reading: Reading): View {
  return { run: chooseRun(passage, reading), around: strengthsAround(passage, reading) };
}

/** The weighted sum of the signals: the weights and where they come from stand in `weights.ts`. */
export function scoreOf(signals: RankSignals): number {
  let score = 0;
  for (const [name, weight] of WEIGHTS) score += weight * signals[name];
  return score;
}

function readSignals(
  passage: number,
  { run, around }: View,
  reading: Reading,
  { sentenceScore, articleScore, recency }: AmongCandidates,
): RankSignals {
  const { question, index } = reading;
  const matches = reading.matches(passage);
  const titled = reading.titleMatches(passage);
  let total = 0;
  let [coverage, wording, context, article, title] = [0, 0, 0, 0, 0];
  for (let i = 0; i < question.concepts.length; i++) {
    const concept = question.concepts[i];
    if (!concept) continue;
    const strength = matches[i]?.strength ?? 0;
    const near = Math.max(strength, around[i] ?? 0);
    const anywhere = reading.inArticle(concept, passage, near);
    total += concept.weight;
    coverage += concept.weight * strength;
    title += concept.weight * (titled[i]?.strength ?? 0);
    if (matches[i]?.by !== 'meaning') wording += concept.weight * strength;
    context += concept.weight * (near - strength);
    article += concept.weight * (anywhere - near);
  }
  return {
    coverage: share(coverage, total),
    wording: share(wording, total),
    excerpt: excerptGain(run, matches, reading),
    context: share(context, total),
    article: share(article, total),
    nearness: nearnessOf(matches, reading),
    evidence: evidenceIn(run, reading),
    title: share(title, total),
    lead: 1 / (1 + index.sentenceNumber(passage)),
    asks: isQuestion(index.text(passage)) ? 1 : 0,
    sentenceScore,
    articleScore,
    recency,
  };
}

function excerptGain(run: PassageRun, matches: readonly Match[], reading: Reading): number {
  if (run.first === run.last) return 0;
  const shown = strengthsOf(run, reading);
  return shareOfQuestion(reading.question.concepts, (i) => (shown[i] ?? 0) - (matches[i]?.strength ?? 0));
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** What the sentences before and after and the title hold, a strength a concept. */
function strengthsAround(passage: number, reading: Reading): number[] {
  const article = reading.index.articleNumber(passage);
  const sides = [passage - 1, passage + 1].filter(
    (side) => side >= 0 && side < reading.index.size && reading.index.articleNumber(side) === article,
  );
  const fields = [...sides.map((side) => reading.matches(side)), reading.titleMatches(passage)];
  return reading.question.concepts.map((_, i) =>
    fields.reduce((most, field) => Math.max(most, field[i]?.strength ?? 0), 0),
  );
}

function nearnessOf(matches: readonly Match[], { question }: Reading): number {
  let [pairs, near] = [0, 0];
  for (let i = 0; i + 1 < question.concepts.length; i++) {
    const [a, b] = [question.concepts[i], question.concepts[i + 1]];
    if (!a || !b) continue;
    const weight = Math.min(a.weight, b.weight);
    pairs += weight;
    const allowed = b.position - a.position + NEARNESS_SLACK;
    const distance = leastDistance(matches[i], matches[i + 1]);
    if (distance <= allowed) near += weight;
  }
  return share(near, pairs);
}

function leastDistance(a: Match | undefined, b: Match | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (const s of a?.tokens ?? []) {
    for (const t of b?.tokens ?? []) least = Math.min(least, Math.abs(s.position - t.position));
  }
  return least;
}
