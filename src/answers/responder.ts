import type { Article } from '../corpus/article.js';
import type { Knowledge } from '../search/lexicon.js';
import type { CandidateScorer } from '../search/meaning/candidateScorer.js';
import type { Passages, RunInHand, SearchedCorpus } from '../search/searchedCorpus.js';
import { ClauseReader } from '../statements/clauses.js';
import { CopyDetector } from '../statements/copies.js';
import { StatementReader } from '../statements/statementReader.js';
import type { Answer, AskOptions } from './answer.js';
import { chooseExcerpts } from './excerpts.js';
import type { Filter } from './filter.js';
import type { Findings } from './findings.js';
import type { Reading } from './fit/reading.js';
import { overviewOf } from './overview.js';
import { confidenceOfLine } from './ranking/confidence.js';
import { preferExpected } from './ranking/preferExpected.js';
import { type Ranked, rank } from './ranking/rank.js';
import { type ReadRanking, readBest } from './ranking/readBest.js';
import { rerank } from './ranking/rerank.js';
import { answerOrRefuse, DEFAULT_MIN_CONFIDENCE } from './refusal.js';
import { readRequest } from './request.js';
import { type Retrieved, Retriever, searched } from './retrieval.js';
import { toldOtherwise } from './toldOtherwise.js';

const NO_KNOWLEDGE: Knowledge = { vectors: null, aliases: null };

/** What a question found, before it is chosen what to show. */
interface Found {
  readonly reading: Reading;
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** One flag an article that may answer; absent, all may. */
  readonly allowed: Uint8Array | undefined;
}

/** What else than words has a say in the order of the best candidates; null: none. */
export interface Scorers {
  /** Says which candidates are most like the question. */
  readonly embeddings: CandidateScorer | null;
  /** Reads question and candidates; its scores are log odds that a candidate answers. It may say that none does. */
  readonly reader: CandidateScorer | null;
}

/** Answers questions from one corpus: retrieve, rank, cut, decide. */
export class Responder {
  readonly #retriever: Retriever;
  readonly #minConfidence: number;
  readonly #copies: CopyDetector;
  readonly #clauses = new ClauseReader();
  readonly #statements = new StatementReader();
  readonly #inHand: RunInHand;

  /**
   * @param articles what is answered from, or a corpus that is searched already
   * @param knowledge what words mean and what else things are called; without it, words match by spelling alone
   */
  constructor(
    articles: readonly Article[] | SearchedCorpus,
    minConfidence: number = DEFAULT_MIN_CONFIDENCE,
    knowledge: Knowledge = NO_KNOWLEDGE,
    copies: CopyDetector = new CopyDetector(),
  ) {
    const corpus = searched(articles);
    this.#retriever = new Retriever(corpus, knowledge);
    this.#inHand = corpus.inHand;
    this.#minConfidence = minConfidence;
    this.#copies = copies;
  }

  get index(): Passages {
    return this.#retriever.index;
  }

  /**
   * Answers by words alone, from a corpus in memory.
   * @throws RequestError for an empty question, an unknown source or a date that is no calendar day
   */
  answer(text: string, options: AskOptions = {}): Answer {
    const { question, limit, filter, minConfidence = this.#minConfidence } = readRequest(text, options);
    return answerOrRefuse(question, this.find(question, limit, filter, minConfidence), minConfidence);
  }

  /** As `answer`, once each scorer has had its say. @throws as `answer` */
  async answerWith(scorers: Scorers, text: string, options: AskOptions = {}): Promise<Answer> {
    const { question, limit, filter, minConfidence = this.#minConfidence } = readRequest(text, options);
    const findings = await this.findWith(scorers, question, limit, filter, minConfidence);
    return this.#inHand(() => answerOrRefuse(question, findings, minConfidence));
  }

  /** @param filter what the caller asks for beside the question; it wins over what the question says in words */
  find(text: string, limit: number, filter: Filter = {}, minConfidence = this.#minConfidence): Findings {
    const found = this.#rank(this.#retriever.retrieve(text, filter));
    const { overview } = found.reading.question;
    return overview ? this.#overview(found, limit) : this.#answers(preferred(found), limit, minConfidence);
  }

  /** As `find`, once each scorer has had its say. */
  async findWith(
    { embeddings, reader }: Scorers,
    text: string,
    limit: number,
    filter: Filter = {},
    minConfidence = this.#minConfidence,
  ): Promise<Findings> {
    // What the ranking needs is fetched for the ranking alone, so that the question is not read again.
    const retrieved = await this.#inHand(() => this.#retriever.retrieve(text, filter));
    const found = await this.#inHand(() => this.#rank(retrieved));
    const { reading } = found;
    if (reading.question.overview) return this.#inHand(() => this.#overview(found, limit));
    const reranked = embeddings ? await this.#inHand(() => rerank(found.ranked, reading, embeddings)) : found.ranked;
    const { ranked } = await this.#inHand(() => preferred({ ...found, ranked: reranked }));
    const read = reader ? await this.#inHand(() => readBest(ranked, reading, reader)) : { ranked, vetoed: false };
    return this.#inHand(() => this.#answers({ ...found, ...read }, limit, minConfidence));
  }

  #rank({ reading, candidates, allowed }: Retrieved): Found {
    this.index.hold(candidates.map(({ passage }) => passage));
    return { reading, ranked: rank(candidates, reading), allowed };
  }

  #overview({ reading, ranked, allowed }: Found, limit: number): Findings {
    const passages = ranked.map(({ passage }) => passage);
    const { runs, excerpts, confidence } = overviewOf(passages, allowed, reading, limit);
    return { question: reading.question, reading, ranked, runs, excerpts, confidence, vetoed: false, otherwise: null };
  }

  #answers(
    { reading, ranked, vetoed = false }: Found & Partial<ReadRanking>,
    limit: number,
    minConfidence: number,
  ): Findings {
    const { runs, excerpts } = chooseExcerpts(ranked, reading, limit, {
      statements: this.#statements,
      copies: this.#copies,
    });
    const [best] = ranked;
    const [run] = runs;
    const { question } = reading;
    // "Why?" alone asks of nothing that a line could hold; with a day or a source it asks for what was printed then or there.
    const asks = question.concepts.length > 0 || Object.values(question.filter).some(Boolean);
    const isSought = asks && question.language === null && !vetoed;
    const confidence = isSought && best && run ? confidenceOfLine(best, run, reading) : 0;
    const otherwise = confidence < minConfidence ? null : toldOtherwise(ranked, reading, this.#clauses);
    return { question, reading, ranked, runs, excerpts, confidence, vetoed, otherwise };
  }
}

/** What was found, those with what the question expects first. */
function preferred(found: Found): Found {
  return { ...found, ranked: preferExpected(found.ranked, found.reading) };
}
