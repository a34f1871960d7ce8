import type { Article } from '../corpus/article.js';
import { analyze, type Token } from '../english/analyzer.js';
import type { WeightedTerm } from '../search/candidates.js';
import type { ClosePassage } from '../search/closest.js';
import type { Passages } from '../search/searchedCorpus.js';
import { sameDeed } from '../statements/verbClasses.js';

/** A sentence of an article that has to do with a topic. */
export interface SentenceHit {
  readonly article: Article;
  /** Index in `article.sentences`. */
  readonly sentence: number;
  /** Its words as the index has them, without stop words. */
  readonly words: () => readonly Token[];
  /** Higher is closer; only comparable within one ranking. */
  readonly score: number;
}

/** The sentences that have to do with a topic, best first. */
export type RankSentences = (topic: string) => readonly SentenceHit[];

/** A hit with less than this share of the best score has a word in common, not the topic. */
const RELEVANT_SHARE = 0.4;

/** The hits that are about a topic, best first. @param most how many at most */
export function relevantSentences(rank: RankSentences, topic: string, most: number): SentenceHit[] {
  const hits = rank(topic);
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit) => hit.score > 0 && hit.score >= RELEVANT_SHARE * best).slice(0, most);
}

/** Sentences that a ranking gives at most. */
const MOST_HITS = 200;
/** Another word for the same deed counts for less than the word itself. */
const OTHER_WORD = 0.6;
/** How else news writes the country; the index knows each form as a term of its own. */
const UNITED_STATES: readonly string[] = ['usa', 'american', 'united', 'state'];

/** Ranks with the archive's index: BM25 of the sentence, other words for the same deed included, of articles on the topic. */
export function rankByIndex(index: Passages): RankSentences {
  return (topic) => hitsAmong(index, index.candidates(termsOf(topic), MOST_HITS));
}

/** The sentences that have most in common with another, whatever their articles are about, the most alike first. */
export type CloseSentences = (sentence: string, most: number) => readonly SentenceHit[];

/** Looks with the archive's index, as {@link rankByIndex} does. */
export function closestByIndex(index: Passages): CloseSentences {
  return (sentence, most) => hitsAmong(index, index.closest(termsOf(sentence), most));
}

function termsOf(text: string): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term } of analyze(text)) {
    weights.set(term, 1);
    const others = term === 'usa' ? UNITED_STATES : sameDeed(term);
    for (const other of others) if (!weights.has(other)) weights.set(other, OTHER_WORD);
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

function hitsAmong(index: Passages, candidates: readonly ClosePassage[]): SentenceHit[] {
  return candidates
    .filter(({ sentenceScore }) => sentenceScore > 0)
    .sort((a, b) => b.sentenceScore - a.sentenceScore || a.passage - b.passage)
    .map(({ passage, sentenceScore }) => ({
      article: index.article(passage),
      sentence: index.sentenceNumber(passage),
      words: () => index.tokens(passage),
      score: sentenceScore,
    }));
}
