import type { Outcome } from './evaluate.js';

/** What an owner wants to know of a question set, each 0..1; null where no question measures it. */
export interface Measures {
  /** Share of the answerable questions whose first excerpt holds a gold text … */
  readonly rightFirst: number | null;
  /** … or one of the first three does. */
  readonly rightInThree: number | null;
  /** Share of the answerable questions that got "not in the articles". */
  readonly wronglyRefused: number | null;
  /** Share of the unanswerable questions that got a line as an answer. */
  readonly unanswerableAnswered: number | null;
  /**
   * Area under the ROC curve of the confidence: how often an answerable question has more of it than an unanswerable one, a tie
   * counting half (Hanley & McNeil 1982). Unlike the two above it does not depend on where the line is drawn between them.
   */
  readonly areaUnderCurve: number | null;
}

/** The outcomes of a set, ready to be measured many times over. */
export class MeasuredSet {
  readonly #outcomes: readonly Outcome[];
  /** Places in the set, least confident first. */
  readonly #byConfidence: readonly number[];

  constructor(outcomes: readonly Outcome[]) {
    this.#outcomes = outcomes;
    this.#byConfidence = [...outcomes.keys()].sort((a, b) => this.#confidence(a) - this.#confidence(b));
  }

  /** @param counts how often each question counts, in the order of the set; once each unless told */
  measure(counts: ArrayLike<number> = this.#outcomes.map(() => 1)): Measures {
    let [answerable, unanswerable, first, inThree, refused, answered] = [0, 0, 0, 0, 0, 0];
    for (const [i, { question, rank, refused: isRefused }] of this.#outcomes.entries()) {
      const count = counts[i] ?? 0;
      if (question.answerable) {
        answerable += count;
        if (rank === 1) first += count;
        if (rank !== null && rank <= 3) inThree += count;
        if (isRefused) refused += count;
      } else {
        unanswerable += count;
        if (!isRefused) answered += count;
      }
    }
    const ofAnswerable = (count: number) => (answerable ? count / answerable : null);
    return {
      rightFirst: ofAnswerable(first),
      rightInThree: ofAnswerable(inThree),
      wronglyRefused: ofAnswerable(refused),
      unanswerableAnswered: unanswerable ? answered / unanswerable : null,
      areaUnderCurve: answerable && unanswerable ? this.#rightPairs(counts) / (answerable * unanswerable) : null,
    };
  }

  /** Pairs of an answerable and an unanswerable question of which the first has more confidence, ties counting half. */
  #rightPairs(counts: ArrayLike<number>): number {
    let [pairs, below, answerable, unanswerable] = [0, 0, 0, 0];
    let last = Number.NaN;
    for (const i of this.#byConfidence) {
      if (this.#confidence(i) !== last) {
        pairs += answerable * (below + unanswerable / 2);
        below += unanswerable;
        answerable = 0;
        unanswerable = 0;
        last = this.#confidence(i);
      }
      if (this.#outcomes[i]?.question.answerable) answerable += counts[i] ?? 0;
      else unanswerable += counts[i] ?? 0;
    }
    return pairs + answerable * (below + unanswerable / 2);
  }

  #confidence(i: number): number {
    return this.#outcomes[i]?.confidence ?? 0;
  }
}
