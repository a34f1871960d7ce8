import type { Article } from '../corpus/article.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { type Knowledge, Lexicon } from '../search/lexicon.js';
import type { Encoder } from '../search/meaning/encoder.js';
import { FormRanks } from '../search/meaning/formRanks.js';
import { WordComparer } from '../search/meaning/softMatch.js';
import type { WordVectors } from '../search/meaning/wordVectors.js';
import { PassageIndex, type WeightedTerm } from '../search/passages.js';
import { CopyDetector } from '../statements/copies.js';
import { otherReports } from '../statements/otherReports.js';
import { readSourced, type SourcedStatement } from '../statements/statement.js';
import type { Answer, AskOptions } from './answer.js';
import { chooseRun, excerptOf } from './excerpt.js';
import { articlesPassing, type Filter } from './filter.js';
import { expectationMet } from './fit/expectation.js';
import type { Meaning } from './fit/match.js';
import { Reading } from './fit/reading.js';
import type { PassageRun } from './fit/run.js';
import type { Concept } from './question/concept.js';
import { isCourtesy } from './question/courtesy.js';
import { type Question, understandQuestion } from './question/question.js';
import { type Filterable, filterable } from './question/spokenFilters.js';
import { confidenceOf, readConfidenceSignals } from './ranking/confidence.js';
import { type Ranked, rank } from './ranking/rank.js';
import { rerank } from './ranking/rerank.js';
import { RequestError } from './requestError.js';

/** Passages that the index hands to the ranking: 40 lose an answer in a hundred, 100 find no more and take longer (docs/RANKING.md). */
const CANDIDATES = 60;
/** In a corpus this small every passage is ranked, as a question may share no word with its answer. */
const RANK_ALL_BELOW = 1500;
/** What else a thing is called finds candidates, but six names for one thing must not outweigh the other words. */
const OTHER_VARIANT_SHARE = 0.3;
/** Nats; keeps a word that is in nearly every sentence from being divided by nearly nothing. */
const LEAST_IDF = 0.1;
/** Reading who says what takes time, so only so many are weighed by what the question expects … */
const WEIGHED_ANEW = 8;
/** … which counts about as much as two fifths of the question's words. Chosen, not fitted: .7 to 2 gave the same figures. */
const EXPECTATION_WEIGHT = 0.7;
/** Share of an excerpt's own coverage that a line needs to count as another report of it. */
const SAME_COVERAGE = 0.85;
/** Ranked passages that are looked at for other reports of the same. */
const ALSO_FROM = 25;
/** Below this probability the articles are said not to answer; `MIN_CONFIDENCE` moves it. */
export const DEFAULT_MIN_CONFIDENCE = 0.3;

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 25;
/** Lines shown beside a refusal: enough to see that nothing nearer is there. */
const CLOSEST = 3;

const NO_KNOWLEDGE: Knowledge = { vectors: null, aliases: null };

/** Everything that was found for a question, before the refusal. */
export interface Findings {
  readonly question: Question;
  readonly reading: Reading;
  readonly ranked: readonly Ranked[];
  readonly runs: readonly PassageRun[];
  readonly excerpts: readonly Excerpt[];
  readonly confidence: number;
}

/** Answers questions from one corpus. */
export class Responder {
  readonly index: PassageIndex;
  readonly #copies: CopyDetector;
  readonly #minConfidence: number;
  readonly #filterable: Filterable;
  readonly #lexicon: Lexicon;
  /** What a question's words are compared by; null without word vectors. */
  readonly #meaning: { readonly vectors: WordVectors; readonly ranks: FormRanks } | null;

  /** @param knowledge what words mean and what else things are called; without it, words match by spelling alone */
  constructor(
    articles: readonly Article[],
    minConfidence: number = DEFAULT_MIN_CONFIDENCE,
    knowledge: Knowledge = NO_KNOWLEDGE,
    copies: CopyDetector = new CopyDetector(),
  ) {
    this.#copies = copies;
    this.#minConfidence = minConfidence;
    this.index = new PassageIndex(articles);
    this.#meaning = knowledge.vectors && { vectors: knowledge.vectors, ranks: ranksOf(this.index, knowledge.vectors) };
    this.#filterable = filterable(articles);
    this.#lexicon = new Lexicon(this.index.sentences, knowledge);
  }

  /** @throws RequestError for an empty question, an unknown source or a date that is no calendar day */
  answer(text: string, options: AskOptions = {}): Answer {
    const { question, limit, filter } = readRequest(text, options);
    return this.#decide(question, this.find(question, limit, filter));
  }

  /**
   * As `answer`, once an encoder has had its say on which candidates are most like the question. How sure the answer is, is
   * told by its words all the same.
   * @throws as `answer`, and what the encoder throws
   */
  async answerWith(encoder: Encoder, text: string, options: AskOptions = {}): Promise<Answer> {
    const { question, limit, filter } = readRequest(text, options);
    const { reading, ranked } = this.#search(question, filter);
    return this.#decide(question, this.#findings(reading, await rerank(ranked, reading, encoder), limit));
  }

  #decide(question: string, { excerpts, confidence, question: understood }: Findings): Answer {
    const answered = excerpts.length > 0 && confidence >= this.#minConfidence;
    return {
      question,
      status: answered ? 'answered' : 'not-found',
      confidence,
      excerpts: answered ? excerpts : [],
      closest: answered ? [] : excerpts.slice(0, CLOSEST),
      filters: understood.filter,
    };
  }

  /** @param filter what the caller asks for beside the question; it wins over what the question says in words */
  find(text: string, limit: number, filter: Filter = {}): Findings {
    const { reading, ranked } = this.#search(text, filter);
    return this.#findings(reading, ranked, limit);
  }

  #search(text: string, filter: Filter): { reading: Reading; ranked: Ranked[] } {
    const question = understandQuestion(text, this.#filterable, this.#lexicon);
    const allowed = articlesPassing(this.index.articles, { ...question.filter, ...stated(filter) });
    const reading = new Reading(question, this.index, this.#newMeaning());
    const terms = question.concepts.flatMap((concept) => this.#searchTerms(concept));
    const all = this.index.size <= RANK_ALL_BELOW;
    const candidates = this.index.candidates(terms, all ? this.index.size : CANDIDATES, allowed, all);
    return { reading, ranked: rank(candidates, reading) };
  }

  /** A comparer remembers the pairs that it was asked for, so each question gets its own. */
  #newMeaning(): Meaning | undefined {
    return this.#meaning
      ? { comparer: new WordComparer(this.#meaning.vectors), ranks: this.#meaning.ranks }
      : undefined;
  }

  #findings(reading: Reading, candidates: readonly Ranked[], limit: number): Findings {
    const ranked = preferExpected(candidates, reading);
    const { runs, excerpts } = this.#excerpts(ranked, reading, limit);
    const [best] = ranked;
    const [run] = runs;
    const { question } = reading;
    // "Why?" alone asks of nothing that a line could hold; with a day or a source it asks for what was printed then or there.
    const asks = question.concepts.length > 0 || Object.values(question.filter).some(Boolean);
    const confidence = asks && best && run ? confidenceOf(readConfidenceSignals(best, run, reading)) : 0;
    return { question, reading, ranked, runs, excerpts, confidence };
  }

  /** A concept's terms, weighted so that BM25, which knows the corpus's idf only, counts them as the question does. */
  #searchTerms({ variants, weight }: Concept): WeightedTerm[] {
    return variants.flatMap(({ terms, strength }, i) =>
      terms.map((term) => ({
        term,
        weight:
          ((i === 0 ? 1 : OTHER_VARIANT_SHARE) * strength * weight) /
          Math.max(this.index.sentences.idf(term), LEAST_IDF),
      })),
    );
  }

  #excerpts(ranked: readonly Ranked[], reading: Reading, limit: number): { runs: PassageRun[]; excerpts: Excerpt[] } {
    const runs: PassageRun[] = [];
    const excerpts: Excerpt[] = [];
    const statements = new Map<number, SourcedStatement>();
    const statementOf = (passage: number): SourcedStatement => {
      const statement = statements.get(passage) ?? this.#statement(passage);
      statements.set(passage, statement);
      return statement;
    };
    const told = new Set<string>();
    const keyOf = (passage: number): string =>
      `${this.index.article(passage).id} ${this.index.sentence(passage).start}`;
    /** Shown by an excerpt already, or told of as reported elsewhere. */
    const isTaken = (passage: number): boolean =>
      runs.some((run) => passage >= run.first && passage <= run.last) || (told.size > 0 && told.has(keyOf(passage)));
    for (const { passage, signals } of ranked) {
      if (runs.length >= limit) break;
      if (isTaken(passage)) continue;
      const run = chooseRun(passage, reading, isTaken);
      // A line may say much the same and yet not what was asked: only one that holds as much of the question also reports it.
      const asMuch = ranked
        .slice(0, ALSO_FROM)
        .filter((other) => other.signals.coverage >= signals.coverage * SAME_COVERAGE)
        .filter((other) => this.index.articleNumber(other.passage) !== this.index.articleNumber(passage));
      const alsoIn = otherReports(
        statementOf(passage),
        asMuch.map((other) => statementOf(other.passage)),
        this.#copies,
      );
      for (const { article, excerpt } of alsoIn) told.add(`${article.id} ${excerpt.start}`);
      runs.push(run);
      excerpts.push({ ...excerptOf(run, reading), alsoIn });
    }
    return { runs, excerpts };
  }

  #statement(passage: number): SourcedStatement {
    return readSourced(this.index.article(passage), this.index.sentence(passage));
  }
}

function ranksOf({ forms, sentences }: PassageIndex, vectors: WordVectors): FormRanks {
  const comparer = new WordComparer(vectors);
  return new FormRanks(
    forms,
    (surface) => comparer.rank(surface),
    (term) => sentences.isName(term),
  );
}

/** Of the best few, those with just what the question expects come before those without. */
function preferExpected(ranked: readonly Ranked[], reading: Reading): Ranked[] {
  const weighed = ranked.slice(0, WEIGHED_ANEW).map((one) => {
    return { ...one, score: one.score + EXPECTATION_WEIGHT * expectationMet(one.run, reading) };
  });
  return [...weighed.sort((a, b) => b.score - a.score || a.passage - b.passage), ...ranked.slice(WEIGHED_ANEW)];
}

/** @throws RequestError for an empty question */
function readRequest(
  text: string,
  { limit = DEFAULT_LIMIT, ...filter }: AskOptions,
): { question: string; limit: number; filter: Filter } {
  const question = text.trim();
  if (!/[\p{L}\p{N}]/u.test(question) || isCourtesy(question))
    throw new RequestError('Ask a question, such as “what did the minister say”.');
  const whole = Number.isNaN(limit) ? DEFAULT_LIMIT : Math.trunc(limit);
  return { question, limit: Math.min(Math.max(1, whole), MAX_LIMIT), filter };
}

/** A filter that is left empty does not unsay one in the question. */
function stated(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}
