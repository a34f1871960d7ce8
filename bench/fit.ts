/**
 * Fits the weights of ranking and confidence on question sets and prints them, for `src/answers/ranking/weights.ts`.
 *
 *   npm run fit -- [--read] FILE.jsonl[@CORPUS][*WEIGHT] …
 *
 * Sets are in the format of docs/EVALUATION.md; without @CORPUS a set is asked of `seeds`. Every set counts the same,
 * however many questions it has, unless a weight says otherwise. With --read the best lines are read, as they are in use. Figures are cross-validated: each question is scored with weights fitted without it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { excerptOf } from '../src/answers/excerpt.js';
import { readConfidenceSignals } from '../src/answers/ranking/confidence.js';
import { RANK_WEIGHTS, UNREAD_CONFIDENCE } from '../src/answers/ranking/weights.js';
import { Responder, type Scorers } from '../src/answers/responder.js';
import type { Article } from '../src/corpus/article.js';
import { createArticle } from '../src/corpus/articles.js';
import { readCorpus } from '../src/corpus/folder.js';
import { holdsGold } from '../src/evaluation/evaluate.js';
import { type QuestionRow, readQuestionSet } from '../src/evaluation/questionSet.js';
import { loadKnowledge } from '../src/search/knowledge.js';
import { patientReader } from './patientReader.js';
import { dot, fitProbability, fitRanking, type ProbabilityCase, type RankingCase } from './regression.js';

const RANKING_RIDGE = 0.002;
const CONFIDENCE_RIDGE = 0.0005;
const FOLDS = 5;

interface Asked {
  readonly set: string;
  readonly question: QuestionRow;
  readonly ranking: RankingCase | null;
  /** Whether the question can be answered, by the signals of its best line. */
  readonly confidence: ProbabilityCase | null;
  /** Whether that best line does answer. */
  readonly isRight: boolean;
}

const rankNames = Object.keys(RANK_WEIGHTS) as (keyof typeof RANK_WEIGHTS)[];
const confidenceNames = Object.keys(UNREAD_CONFIDENCE.weights) as (keyof typeof UNREAD_CONFIDENCE.weights)[];

async function askAll(argument: string, scorers: Scorers): Promise<Asked[]> {
  const [path = '', weight = '1'] = argument.split('*');
  const [file = '', corpus = 'seeds'] = path.split('@');
  const questions = readQuestionSet(readFileSync(file, 'utf8'), file);
  const knowledge = await loadKnowledge(null);
  const open = (articles: readonly Article[]): Responder => new Responder(articles, undefined, knowledge);
  let shared: Responder | null = null;
  const asked: Asked[] = [];
  for (const question of questions) {
    const own = question.articles?.map((input) => createArticle(input));
    if (!own) shared ??= open((await readCorpus(corpus)).articles);
    const responder = own ? open(own) : shared;
    if (responder)
      asked.push({
        set: file,
        question,
        ...(await readCases(responder, question, Number(weight) / questions.length, scorers)),
      });
    if (process.stderr.isTTY) process.stderr.write(`\r${file}: ${asked.length} of ${questions.length} `);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  return asked;
}

async function readCases(
  responder: Responder,
  question: QuestionRow,
  weight: number,
  scorers: Scorers,
): Promise<Pick<Asked, 'ranking' | 'confidence' | 'isRight'>> {
  const { ranked: rivals, reading } = await responder.findWith(scorers, question.q, 1);
  // An overview is chosen in its own way.
  if (reading.question.overview) return { ranking: null, confidence: null, isRight: false };
  const answers = rivals.map(({ run }) => holdsGold(excerptOf(run, reading), question.gold));
  const [best] = rivals;
  if (!best) return { ranking: null, confidence: null, isRight: false };
  const signals = readConfidenceSignals(best, best.run, reading);
  return {
    ranking: answers.some(Boolean)
      ? { candidates: rivals.map(({ signals }) => rankNames.map((name) => signals[name])), answers, weight }
      : null,
    confidence: { signals: confidenceNames.map((name) => signals[name]), answers: question.answerable, weight },
    isRight: answers[0] ?? false,
  };
}

const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item): item is T => item !== null);

function showWeights(names: readonly string[], weights: readonly number[]): void {
  for (const [i, name] of names.entries()) console.log(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},`);
}

/** Top-1 share of each set, every question ranked with weights fitted on the other folds. */
function crossValidateRanking(asked: readonly Asked[]): void {
  const right = new Map<string, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = present(asked.filter((_, i) => i % FOLDS !== fold).map(({ ranking }) => ranking));
    const weights = fitRanking(rest, rankNames.length, RANKING_RIDGE);
    for (const [i, { set, ranking }] of asked.entries()) {
      if (i % FOLDS !== fold || !ranking) continue;
      const scores = ranking.candidates.map((row) => dot(weights, row));
      if (ranking.answers[scores.indexOf(Math.max(...scores))]) right.set(set, (right.get(set) ?? 0) + 1);
    }
  }
  for (const set of new Set(asked.map((a) => a.set))) {
    const those = asked.filter((a) => a.set === set && a.question.answerable);
    const reachable = those.filter(({ ranking }) => ranking).length;
    console.log(
      `  ${set}: top1 ${((right.get(set) ?? 0) / those.length).toFixed(3)}, answer among the candidates ${(reachable / those.length).toFixed(3)}`,
    );
  }
}

/**
 * The weights that tell questions with an answer from those without, on the scale of how often the best line is right: a
 * second regression, on the first one's log odds alone, which keeps the order and makes the probabilities honest (Platt 1999).
 */
function fitConfidence(asked: readonly Asked[]): number[] {
  const cases = asked.flatMap(({ confidence, isRight }) => (confidence ? [{ confidence, isRight }] : []));
  const weights = fitProbability(
    cases.map(({ confidence }) => confidence),
    confidenceNames.length,
    CONFIDENCE_RIDGE,
  );
  const [slope = 1, shift = 0] = fitProbability(
    cases.map(({ confidence, isRight }) => ({
      signals: [dot(weights, [...confidence.signals, 1])],
      answers: isRight,
      weight: confidence.weight,
    })),
    1,
    0,
  );
  return weights.map((weight, i) => slope * weight + (i === confidenceNames.length ? shift : 0));
}

/** Area under the ROC curve of each set: how often a question with an answer is held surer than one without. */
function crossValidateConfidence(asked: readonly Asked[]): void {
  const predicted = new Map<string, [answers: number[], others: number[]]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitConfidence(asked.filter((_, i) => i % FOLDS !== fold));
    for (const [i, { set, confidence }] of asked.entries()) {
      if (i % FOLDS !== fold || !confidence) continue;
      const pair = predicted.get(set) ?? [[], []];
      pair[confidence.answers ? 0 : 1].push(dot(weights, [...confidence.signals, 1]));
      predicted.set(set, pair);
    }
  }
  for (const [set, [answers, others]] of predicted) {
    let better = 0;
    for (const a of answers) for (const b of others) better += a > b ? 1 : a === b ? 0.5 : 0;
    console.log(`  ${set}: auroc ${(better / (answers.length * others.length)).toFixed(3)}`);
  }
}

const { values: given, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: { read: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (sets.length === 0 || given.help) {
  console.log(
    'Usage: npm run fit -- [--read] FILE.jsonl[@CORPUS][*WEIGHT] …\n\nPrints weights for src/answers/ranking/weights.ts.',
  );
  process.exit(given.help ? 0 : 2);
}
const scorers = { embeddings: null, reader: given.read ? patientReader() : null };
const asked: Asked[] = [];
for (const set of sets) asked.push(...(await askAll(set, scorers)));

console.log('Ranking, cross-validated:');
crossValidateRanking(asked);
console.log('RANK_WEIGHTS');
showWeights(rankNames, fitRanking(present(asked.map(({ ranking }) => ranking)), rankNames.length, RANKING_RIDGE));
console.log('Confidence, cross-validated (at the present ranking weights: run again after changing them):');
crossValidateConfidence(asked);
console.log('CONFIDENCE_WEIGHTS');
showWeights([...confidenceNames, 'BIAS'], fitConfidence(asked));
