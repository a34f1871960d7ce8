import type { Article } from '../corpus/article.js';
import { acronymsOf } from '../search/acronyms.js';
import { AliasTable } from '../search/aliases.js';
import type { Candidate, WeightedTerm } from '../search/candidates.js';
import { type Knowledge, Lexicon } from '../search/lexicon.js';
import { FormRanks } from '../search/meaning/formRanks.js';
import { WordComparer } from '../search/meaning/softMatch.js';
import type { WordVectors } from '../search/meaning/wordVectors.js';
import { PassageIndex } from '../search/passages.js';
import { inMemory, type Passages, type SearchedCorpus } from '../search/searchedCorpus.js';
import { Surnames } from '../search/surnames.js';
import { articlesPassing, type Filter } from './filter.js';
import type { Meaning } from './fit/match.js';
import { Reading } from './fit/reading.js';
import type { Concept } from './question/concept.js';
import { understandQuestion } from './question/question.js';
import { type Filterable, filterable } from './question/spokenFilters.js';

/** Passages that the index hands to the ranking: 40 lose an answer in a hundred, 100 find no more and take longer (docs/RANKING.md). */
const CANDIDATES = 60;
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

/** Finds the passages of one corpus that may answer a question. */
export class Retriever {
  readonly index: Passages;
  readonly #filterable: Filterable;
  readonly #lexicon: Lexicon;
  /** What a question's words are compared by; null without word vectors. */
  readonly #meaning: { readonly vectors: WordVectors; readonly ranks: FormRanks } | null;

  /** @param corpus articles, or a corpus that is searched already */
  constructor(corpus: readonly Article[] | SearchedCorpus, knowledge: Knowledge) {
    const { index, acronyms: explained } = searched(corpus);
    this.index = index;
    this.#meaning = knowledge.vectors && { vectors: knowledge.vectors, ranks: ranksOf(this.index, knowledge.vectors) };
    this.#filterable = filterable(index.articles);
    const acronyms = new AliasTable();
    for (const { short, long } of explained) acronyms.addSame(short, long);
    const surnames = new Surnames(this.index, (surface) => this.#lexicon.rarityInEnglish(surface) === 1);
    this.#lexicon = new Lexicon(this.index.sentences, knowledge, { acronyms, surnameOf: (term) => surnames.of(term) });
  }

  /**
   * @param filter what the caller asks for beside the question; it wins over what the question says in words
   * @throws RequestError for an unknown source or a date that is no calendar day
   */
  retrieve(text: string, filter: Filter): Retrieved {
    const question = understandQuestion(text, this.#filterable, this.#lexicon);
    const allowed = articlesPassing(this.index.articles, { ...question.filter, ...stated(filter) });
    const terms = question.concepts.flatMap((concept) => this.#searchTerms(concept));
    const all = this.index.size <= RANK_ALL_BELOW;
    const candidates = this.index.candidates(terms, all ? this.index.size : CANDIDATES, allowed, all);
    return { reading: new Reading(question, this.index, this.#newMeaning()), candidates, allowed };
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

/** Articles as a corpus in memory; a corpus as it is. */
export function searched(corpus: readonly Article[] | SearchedCorpus): SearchedCorpus {
  if ('index' in corpus) return corpus;
  return { index: new PassageIndex(corpus), acronyms: acronymsOf(corpus), inHand: inMemory };
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
