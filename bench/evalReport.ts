import {
  type Outcome,
  type Score,
  scoresByKind,
  sharesOf,
  succeeded,
  tallyOutcomes,
} from '../src/evaluation/evaluate.js';
import { drawTable } from '../src/terminal/table.js';
import { median } from './timing.js';

/** A line of a report need not hold a whole paragraph. */
const SHOWN_CHARACTERS = 140;

/** The table of `npm run eval`: a row a kind, then all, then how long it took. */
export function drawReport(outcomes: readonly Outcome[]): string {
  const header = ['kind', 'n', 'top1', 'top3', 'MRR', 'best line', 'wrongly refused', 'abstained'];
  const rows = [...scoresByKind(outcomes)].map(([kind, score]) => scoreRow(kind, score));
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  return [
    drawTable([header, ...rows, scoreRow('all', tallyOutcomes(outcomes))]),
    '',
    `answers took ${median(times).toFixed(1)} ms at the median, ${Math.max(...times).toFixed(1)} ms at most`,
  ].join('\n');
}

function scoreRow(name: string, score: Score): string[] {
  const share = sharesOf(score);
  const unanswerable = score.n - score.answerable;
  return [
    name,
    String(score.n),
    decimal(share.top1),
    decimal(share.top3),
    decimal(share.mrr),
    decimal(share.bestLine),
    score.answerable ? `${score.wronglyRefused}/${score.answerable}` : '–',
    unanswerable ? `${score.abstained}/${unanswerable}` : '–',
  ];
}

function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** Each question that did not get the right line first or the refusal it deserved, with what came instead. */
export function drawFailures(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((outcome) => !succeeded(outcome))
    .map((outcome) => `${outcome.question.id}  ${outcome.question.q}\n  ${whatCame(outcome)}`)
    .join('\n');
}

function whatCame({ question, refused, rank, best, confidence }: Outcome): string {
  const line = best ? `[${best.article.id}] ${shortened(best.text)}` : '(no line at all)';
  const verdict = refused
    ? 'refused; closest'
    : question.answerable
      ? `right line ${ordinal(rank)}; first`
      : 'answered';
  return `${verdict} (confidence ${confidence.toFixed(2)}): ${line}`;
}

function ordinal(rank: number | null): string {
  return rank === null ? 'not among the first five' : `at rank ${rank}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS - 1)}…` : line;
}

/** The report for programs: counts and shares by kind and in all, and on request what failed. */
export function reportObject(outcomes: readonly Outcome[], withFailures: boolean): unknown {
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const entry = (score: Score) => ({ ...score, shares: sharesOf(score) });
  return {
    kinds: Object.fromEntries([...scoresByKind(outcomes)].map(([kind, score]) => [kind, entry(score)])),
    all: entry(tallyOutcomes(outcomes)),
    milliseconds: { median: median(times), max: Math.max(...times) },
    ...(withFailures && {
      failures: outcomes
        .filter((outcome) => !succeeded(outcome))
        .map(({ question, refused, rank, confidence, best }) => ({
          id: question.id,
          kind: question.kind,
          q: question.q,
          refused,
          rank,
          confidence,
          best: best && { doc: best.article.id, text: best.text },
        })),
    }),
  };
}
