import type { Article } from '../corpus/article.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { type Knowledge, Lexicon } from '../search/lexicon.js';
import { type Similarity, similarityBy } from '../search/meaning/softMatch.js';
import type { WordVectors } from '../search/meaning/wordVectors.js';
import { alsoReported } from '../search/nearCopies.js';
import { PassageIndex, type WeightedTerm } from '../search/passages.js';
import { readSaying, type Saying } from '../search/saying.js';
import type { Answer, AskOptions } from './answer.js';
import type { Concept } from './concept.js';
import { confidenceOf, readConfidenceSignals } from './confidence.js';
import { chooseRun, excerptOf, type PassageRun } from './excerpt.js';
import { type Question, understandQuestion } from './question.js';
import { type Ranked, rank } from './rank.js';
import { Reading } from './reading.js';
import { RequestError } from './requestError.js';
import { articlesInScope, type Scope } from './scope.js';

/** Passages that the index hands to the ranking: more cost time and change no figure of docs/RANKING.md. */
const CANDIDATES = 100;
/** In a corpus this small every passage is ranked, as a question may share no word with its answer. */
const RANK_ALL_BELOW = 400;
/** What else a thing is called finds candidates, but six names for one thing must not outweigh the other words. */
const OTHER_VARIANT_SHARE = 0.3;
/** Nats; keeps a word that is in nearly every sentence from being divided by nearly nothing. */
const LEAST_IDF = 0.1;
/** Ranked passages that are looked at for other reports of the same. */
const ALSO_FROM = 40;
/** Below this probability the articles are said not to answer; `MIN_CONFIDENCE` moves it. */
export const DEFAULT_MIN_CONFIDENCE = 0.35;

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 25;
/** Lines shown beside a refusal: enough to see that nothing nearer is there. */
const CLOSEST = 3;

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
  readonly #minConfidence: number;
  #lexicon: Lexicon;
  #vectors: WordVectors | null = null;

  constructor(articles: readonly Article[], minConfidence: number = DEFAULT_MIN_CONFIDENCE) {
    this.#minConfidence = minConfidence;
    this.index = new PassageIndex(articles);
    this.#lexicon = new Lexicon(this.index.sentences, { vectors: null, aliases: null });
  }

  /** Adds what words mean and what else things are called; without it, words match by spelling alone. */
  use(knowledge: Knowledge): void {
    this.#vectors = knowledge.vectors;
    this.#lexicon = new Lexicon(this.index.sentences, knowledge);
  }

  /** @throws RequestError for an empty question, an unknown source or a date that is no calendar day */
  answer(text: string, { limit = DEFAULT_LIMIT, ...scope }: AskOptions = {}): Answer {
    const question = text.trim();
    if (!/[\p{L}\p{N}]/u.test(question)) throw new RequestError('Ask a question, such as “who met Kim”.');
    const {
      excerpts,
      confidence,
      question: understood,
    } = this.find(question, Math.min(Math.max(1, limit), MAX_LIMIT), scope);
    const answered = excerpts.length > 0 && confidence >= this.#minConfidence;
    return {
      question,
      status: answered ? 'answered' : 'not-found',
      confidence,
      excerpts: answered ? excerpts : [],
      closest: answered ? [] : excerpts.slice(0, CLOSEST),
      filters: understood.scope,
    };
  }

  understand(question: string): Question {
    return understandQuestion(question, this.index.articles, this.#lexicon);
  }

  /** @param scope what the caller asks for beside the question; it wins over what the question says in words */
  find(text: string, limit: number, scope: Scope = {}): Findings {
    const question = this.understand(text);
    const allowed = articlesInScope(this.index.articles, { ...question.scope, ...stated(scope) });
    const reading = new Reading(question, this.index, this.#similarity());
    const ranked = this.#rank(question, reading, allowed);
    const { runs, excerpts } = this.#excerpts(ranked, reading, limit);
    const [best] = ranked;
    const [run] = runs;
    const confidence = best && run ? confidenceOf(readConfidenceSignals(best, run, reading)) : 0;
    return { question, reading, ranked, runs, excerpts, confidence };
  }

  #rank(question: Question, reading: Reading, allowed: Uint8Array | undefined): Ranked[] {
    const terms = question.concepts.flatMap((concept) => this.#searchTerms(concept));
    const all = this.index.size <= RANK_ALL_BELOW;
    const candidates = this.index.candidates(terms, all ? this.index.size : CANDIDATES, allowed, all);
    return rank(candidates, reading);
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
    const others = ranked.slice(0, ALSO_FROM).map(({ passage }) => this.#saying(passage));
    const told = new Set<string>();
    const isTaken = (passage: number): boolean => runs.some((run) => passage >= run.first && passage <= run.last);
    for (const { passage } of ranked) {
      if (runs.length >= limit) break;
      const key = `${this.index.article(passage).id} ${this.index.sentence(passage).start}`;
      if (told.has(key) || isTaken(passage)) continue;
      const run = chooseRun(passage, reading, isTaken);
      const alsoIn = alsoReported(this.#saying(passage), others);
      for (const { article, excerpt } of alsoIn) told.add(`${article.id} ${excerpt.start}`);
      runs.push(run);
      excerpts.push({ ...excerptOf(run, reading), alsoIn });
    }
    return { runs, excerpts };
  }

  #saying(passage: number): Saying {
    return readSaying(this.index.article(passage), this.index.sentence(passage));
  }

  /** Remembers what it has compared: the same few words meet in every candidate. */
  #similarity(): Similarity | undefined {
    if (!this.#vectors) return undefined;
    const compare = similarityBy(this.#vectors);
    const known = new Map<string, number>();
    return (a, b) => {
      const key = `${a} ${b}`;
      const strength = known.get(key) ?? compare(a, b);
      known.set(key, strength);
      return strength;
    };
  }
}

/** A filter that is left empty does not unsay one in the question. */
function stated(scope: Scope): Scope {
  return Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined && value !== ''));
}
