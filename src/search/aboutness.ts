import type { Article } from '../corpus/article.js';
import { analyze } from '../english/analyzer.js';
import type { WordVectors } from './meaning/wordVectors.js';

/** A text that may be about an event: an article, or what a feed says of one. */
export type Told = Pick<Article, 'title' | 'text'>;

/** What a text is about stands in its beginning. In characters. */
const READ = 8_000;
/** Articles that make up a profile, the last: enough for an event, and quick in an archive. */
const MOST_ARTICLES = 300;
/** Ranks before which no word says what a text is about, nearly. */
const COMMONEST = 20;
/** A word half as rare tells far less than half. Of 1.5 to 4 the best on eleven events (docs/FEEDING.md). */
const RARITY_POWER = 1.5;

/** Weights of terms, of length 1 together. */
type Profile = ReadonlyMap<string, number>;

/**
 * What a corpus is about, as the weights of its words: those that are rare in English, as names are, and in many of its articles count
 * most. How rare a word is tells its rank in the word vectors' table, which is sorted by frequency.
 */
export class EventProfile {
  readonly #vectors: WordVectors;
  readonly #profile: Profile;

  constructor(articles: readonly Told[], vectors: WordVectors) {
    this.#vectors = vectors;
    const sum = new Map<string, number>();
    for (const article of articles.slice(-MOST_ARTICLES)) {
      for (const [term, weight] of this.#profileOf(article)) sum.set(term, (sum.get(term) ?? 0) + weight);
    }
    this.#profile = ofLengthOne(sum);
  }

  /** How much a text's words are the corpus's: the cosine of their weights, 0..1. */
  likeness(told: Told): number {
    let sum = 0;
    for (const [term, weight] of this.#profileOf(told)) sum += weight * (this.#profile.get(term) ?? 0);
    return sum;
  }

  #profileOf({ title, text }: Told): Profile {
    const words = new Map<string, { count: number; readonly surface: string }>();
    for (const { term, surface } of analyze(`${title}\n${text}`.slice(0, READ))) {
      const known = words.get(term);
      if (known) known.count++;
      else words.set(term, { count: 1, surface });
    }
    const weights = new Map<string, number>();
    for (const [term, { count, surface }] of words) weights.set(term, this.#rarity(surface) * (1 + Math.log(count)));
    return ofLengthOne(weights);
  }

  /** 0 for the commonest word of English, 1 for one that the table has not. */
  #rarity(surface: string): number {
    const { size } = this.#vectors;
    const rank = this.#vectors.rank(surface) ?? size;
    return (Math.log(rank / COMMONEST + 1) / Math.log(size / COMMONEST + 1)) ** RARITY_POWER;
  }
}

function ofLengthOne(weights: ReadonlyMap<string, number>): Profile {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return new Map([...weights].map(([term, weight]) => [term, weight / length]));
}
