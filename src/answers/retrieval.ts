import type { Article } from '../corpus/article.js';
import { CorpusOutline } from '../corpus/outline.js';
import { type Acronym, acronymsInSteps } from '../search/acronyms.js';
import { AliasTable } from '../search/aliases.js';
import type { Candidate, WeightedTerm } from '../search/candidates.js';
import { type Knowledge, Lexicon } from '../search/lexicon.js';
import { FormRanks } from '../search/meaning/formRanks.js';
import { WordComparer } from '../search/meaning/softMatch.js';
import type { WordVectors } from '../search/meaning/wordVectors.js';
import type { PassageContents } from '../search/passageContents.js';
import { PassageIndex, readPassages } from '../search/passages.js';
import { inMemory, type Passages, type SearchedCorpus } from '../search/searchedCorpus.js';
import { readWordsByPair, Speller } from '../search/spelling.js';
import { Surnames } from '../search/surnames.js';
import { finish, type Steps } from '../steps.js';
import { articlesPassing, type Filter } from './filter.js';
import type { Meaning } from './fit/match.js';
import { Reading } from './fit/reading.js';
import type { Concept } from './question/concept.js';
import { understandQuestion } from './question/question.js';
import { type Filterable, filterable } from './question/spokenFilters.js';

/** Passages that the index hands to the ranking: 40 lose an answer in a hundred, 60 and 100 find no more and take longer (docs/RANKING.md). */
const CANDIDATES = 48;
/** In a corpus this small every passage is ranked, as a question may share no word with its answer. */
const RANK_ALL_BELOW = 1500;
/** What else a thing is called finds candidates, but six names for one thing must not outweigh the other words. */
const OTHER_VARIANT_SHARE = 0.3;
/** Nats; keeps a word that is in nearly every sentence from being divided by nearly nothing. */
const LEAST_IDF = 0.1;

/** A question, read, and the passages that may answer it, in the index's order. */
export interface Retrieved {
  readonly reading: Reading;
  readonly candidates: readonly Candidate[];
  /** One flag an article that may answer; absent, all may. */
  readonly allowed: Uint8Array | undefined;
}

/** What is read of the articles' texts to find passages in them. */
export interface ReadTexts {
  readonly passages: PassageContents;
  readonly acronyms: readonly Acronym[];
}

/** A corpus that was searched in one index, in memory. */
export interface IndexedCorpus extends SearchedCorpus {
  readonly index: PassageIndex;
  readonly speller: Speller;
  readonly outline: CorpusOutline;
}

/** Reads the texts of a corpus, an article a step. @param known their passages, where those were read elsewhere */
export function* readTexts(articles: readonly Article[], known: PassageContents | null = null): Steps<ReadTexts> {
  return { passages: known ?? (yield* readPassages(articles)), acronyms: yield* acronymsInSteps(articles) };
}

/**
 * Reads articles to find passages in them, an article or a word a step.
 * @param read what {@link readTexts} read of them, where that was done before
 */
export function* readArticles(articles: readonly Article[], read?: ReadTexts): Steps<IndexedCorpus> {
  const { passages, acronyms } = read ?? (yield* readTexts(articles));
  const index = new PassageIndex(articles, passages);
  yield;
  const { vocabulary } = index.sentences;
  const speller = new Speller(vocabulary, yield* readWordsByPair(vocabulary));
  return { index, speller, acronyms, outline: new CorpusOutline(articles), inHand: inMemory };
}

/** Articles as a corpus in memory; a corpus as it is. */
export function searched(corpus: readonly Article[] | SearchedCorpus): SearchedCorpus {
  return 'index' in corpus ? corpus : finish(readArticles(corpus));
}

/** Finds the passages of one corpus that may answer a question. */
export class Retriever {
  readonly index: Passages;
  readonly #filterable: Filterable;
  readonly #lexicon: Lexicon;
  /** What a question's words are compared by; null without word vectors. */
  readonly #meaning: { readonly vectors: WordVectors; readonly ranks: FormRanks } | null;

  /** @param corpus articles, or a corpus that is read already: in steps, for who cannot wait */
  constructor(corpus: readonly Article[] | SearchedCorpus, knowledge: Knowledge) {
    const { index, acronyms: explained, speller, outline } = searched(corpus);
    this.index = index;
    const { vectors } = knowledge;
    this.#meaning = vectors && { vectors, ranks: ranksOf(index, vectors) };
    this.#filterable = filterable(index.articles, outline);
    const acronyms = new AliasTable();
    for (const { short, long } of explained) acronyms.addSame(short, long);
    const surnames = new Surnames(this.index, (surface) => this.#lexicon.rarityInEnglish(surface) === 1);
    const names = { acronyms, surnameOf: (term: string) => surnames.of(term) };
    this.#lexicon = new Lexicon(this.index.sentences, knowledge, names, speller);
  }

  /**
   * @param filter what the caller asks for beside the question; it wins over what the question says in words
   * @throws RequestError for an unknown source or a date that is no calendar day
   */
  retrieve(text: string, filter: Filter): Retrieved {
    const given = stated(filter);
    const question = understandQuestion(text, this.#filterable, this.#lexicon, given);
    const allowed = articlesPassing(this.index.articles, { ...question.filter, ...given });
    const terms = eachOnce(question.concepts.flatMap((concept) => this.#searchTerms(concept)));
    const all = this.index.size <= RANK_ALL_BELOW;
    return {
      reading: new Reading(question, this.index, this.#newMeaning()),
      candidates: this.index.candidates(terms, all ? this.index.size : CANDIDATES, allowed, all),
      allowed,
    };
  }

  /** A comparer remembers the pairs that it was asked for, so each question gets its own. */
  #newMeaning(): Meaning | undefined {
    return this.#meaning
      ? { comparer: new WordComparer(this.#meaning.vectors), ranks: this.#meaning.ranks }
      : undefined;
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
}

/** "White" of "White House" and of "White man" is looked for once: a score is proportional to its term's weight. */
function eachOnce(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
  return Array.from(weights, ([term, weight]) => ({ term, weight }));
}

function ranksOf({ forms, sentences }: Passages, vectors: WordVectors): FormRanks {
  const comparer = new WordComparer(vectors);
  return new FormRanks(
    forms,
    (surface) => comparer.rank(surface),
    (term) => sentences.isName(term),
  );
}

/** A filter that is left empty does not unsay one in the question. */
function stated(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}
