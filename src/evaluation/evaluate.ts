import { type Archive, type ArchiveOptions, createArchive, type LoadedKnowledge, loadKnowledge } from '../archive.js';
import type { Excerpt } from '../corpus/excerpt.js';
import type { Gold, QuestionRow } from './questionSet.js';

/** How many excerpts are asked for, and so the worst rank that counts. */
const LIMIT = 5;

/** How a set is asked; every part may be left out. */
export interface EvaluationOptions {
  /** How the archives of rows with articles of their own are opened. */
  readonly archive?: ArchiveOptions;
  /** Called after each question with how many are done. */
  readonly onProgress?: (done: number) => void;
}

/** What came of one question. */
export interface Outcome {
  readonly question: QuestionRow;
  readonly refused: boolean;
  /** 1-based rank of the first excerpt that holds a gold text; null when none does, or when refused. */
  readonly rank: number | null;
  /** What the archive said: the probability that its best line answers. */
  readonly confidence: number;
  /** Whether its best line does answer, also when that line was only shown as the closest: what `confidence` predicts. */
  readonly bestAnswers: boolean;
  /** The best line, or the closest one when refused. */
  readonly best: Excerpt | null;
  readonly milliseconds: number;
}

/** What a question set comes to, for one kind of question or for all. */
export interface Score {
  readonly n: number;
  readonly answerable: number;
  /** Answerable questions whose first excerpt holds a gold text, or one of the first three does. */
  readonly top1: number;
  readonly top3: number;
  /** Sum of 1/rank over answerable questions; divided by `answerable` it is the mean reciprocal rank. */
  readonly reciprocalRanks: number;
  /** Answerable questions whose best line holds a gold text, also where it was only shown as the closest. */
  readonly bestLine: number;
  /** Answerable questions that got "not in the articles". */
  readonly wronglyRefused: number;
  /** Unanswerable questions that got it. */
  readonly abstained: number;
}

/**
 * Asks every question, in order, one at a time.
 * @param open the archive for rows without articles of their own; opened once, when first needed, and closed at the end
 */
export async function evaluate(
  questions: readonly QuestionRow[],
  open: () => Promise<Archive>,
  { archive = {}, onProgress = () => undefined }: EvaluationOptions = {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let shared: Archive | null = null;
  let knowledge: LoadedKnowledge | null = null;
  try {
    for (const question of questions) {
      if (question.articles) {
        knowledge ??= await loadKnowledge(null);
        const own = await createArchive(question.articles, { ...archive, knowledge });
        outcomes.push(await askOne(own, question));
        await own.close();
      } else {
        shared ??= await open();
        outcomes.push(await askOne(shared, question));
      }
      onProgress(outcomes.length);
    }
  } finally {
    await shared?.close();
  }
  return outcomes;
}

async function askOne(archive: Archive, question: QuestionRow): Promise<Outcome> {
  const start = performance.now();
  const answer = await archive.ask(question.q, { limit: LIMIT });
  const milliseconds = performance.now() - start;
  const refused = answer.status === 'not-found';
  const found = refused ? -1 : answer.excerpts.findIndex((excerpt) => holdsGold(excerpt, question.gold));
  const best = answer.excerpts[0] ?? answer.closest[0] ?? null;
  return {
    question,
    refused,
    rank: found < 0 ? null : found + 1,
    confidence: answer.confidence,
    bestAnswers: best !== null && holdsGold(best, question.gold),
    best,
    milliseconds,
  };
}

/** True when the excerpt is from the gold's article, if it names one, and holds its text, up to quotes, case and space. */
export function holdsGold(excerpt: Excerpt, gold: readonly Gold[]): boolean {
  const text = levelled(excerpt.text);
  return gold.some(
    (one) => (one.doc ?? excerpt.article.id) === excerpt.article.id && text.includes(levelled(one.text)),
  );
}

/** One form for texts that differ only in typesetting. */
export function levelled(text: string): string {
  return text.normalize('NFKC').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** True when the outcome is what a reader hopes for: the right line first, or an honest refusal. */
export function succeeded({ question, refused, rank }: Outcome): boolean {
  return question.answerable ? rank === 1 : refused;
}

/** Adds the outcomes up. */
export function tallyOutcomes(outcomes: readonly Outcome[]): Score {
  const count = (wanted: (outcome: Outcome) => boolean): number => outcomes.filter(wanted).length;
  return {
    n: outcomes.length,
    answerable: count(({ question }) => question.answerable),
    top1: count(({ rank }) => rank === 1),
    top3: count(({ rank }) => rank !== null && rank <= 3),
    reciprocalRanks: outcomes.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0),
    bestLine: count(({ bestAnswers }) => bestAnswers),
    wronglyRefused: count(({ question, refused }) => question.answerable && refused),
    abstained: count(({ question, refused }) => !question.answerable && refused),
  };
}

/** Scores by kind of question, in the order the set names them first. */
export function scoresByKind(outcomes: readonly Outcome[]): Map<string, Score> {
  const byKind = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { kind } = outcome.question;
    byKind.set(kind, [...(byKind.get(kind) ?? []), outcome]);
  }
  return new Map([...byKind].map(([kind, those]) => [kind, tallyOutcomes(those)]));
}

/** The parts of a score as shares of 1; null where nothing could be measured. */
export interface Shares {
  readonly top1: number | null;
  readonly top3: number | null;
  readonly mrr: number | null;
  readonly bestLine: number | null;
  readonly wronglyRefused: number | null;
  readonly abstained: number | null;
}

/** Counts to shares: of the answerable questions, and for `abstained` of the unanswerable ones. */
export function sharesOf(score: Score): Shares {
  const ofAnswerable = (value: number): number | null => (score.answerable ? value / score.answerable : null);
  const unanswerable = score.n - score.answerable;
  return {
    top1: ofAnswerable(score.top1),
    top3: ofAnswerable(score.top3),
    mrr: ofAnswerable(score.reciprocalRanks),
    bestLine: ofAnswerable(score.bestLine),
    wronglyRefused: ofAnswerable(score.wronglyRefused),
    abstained: unanswerable ? score.abstained / unanswerable : null,
  };
}
