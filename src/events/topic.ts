import type { Article } from '../corpus/article.js';
import { readSaying, readStatement } from '../search/saying.js';

/** A sentence of an article that has to do with a topic. */
export interface SentenceHit {
  readonly article: Article;
  /** Index in `article.sentences`. */
  readonly sentence: number;
  /** Higher is closer; only comparable within one ranking. */
  readonly score: number;
}

/** The sentences that have to do with a topic, best first. */
export type RankSentences = (topic: string) => readonly SentenceHit[];

/** A hit with less than this share of the best score has a word in common, not the topic. */
const RELEVANT_SHARE = 0.4;

/** The hits that are about a topic, best first. @param most how many at most */
export function relevantHits(rank: RankSentences, topic: string, most: number): SentenceHit[] {
  const hits = rank(topic);
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit) => hit.score > 0 && hit.score >= RELEVANT_SHARE * best).slice(0, most);
}

/** Ranks by the words shared with a topic, rare ones first: what a small corpus needs when no index is at hand. */
export function rankBySharedWords(articles: readonly Article[]): RankSentences {
  const postings = new Map<string, { article: Article; sentence: number }[]>();
  let sentences = 0;
  for (const article of articles) {
    article.sentences.forEach((span, sentence) => {
      sentences += 1;
      for (const key of readSaying(article, span).content) {
        const posting = postings.get(key);
        if (posting === undefined) postings.set(key, [{ article, sentence }]);
        else posting.push({ article, sentence });
      }
    });
  }
  return (topic) => {
    const scores = new Map<string, SentenceHit>();
    for (const key of readStatement(topic, { start: 0, end: topic.length }).content) {
      const posting = postings.get(key) ?? [];
      const weight = Math.log(1 + sentences / Math.max(1, posting.length));
      for (const { article, sentence } of posting) {
        const at = `${article.id}\n${sentence}`;
        scores.set(at, { article, sentence, score: (scores.get(at)?.score ?? 0) + weight });
      }
    }
    return [...scores.values()].sort((a, b) => b.score - a.score);
  };
}
