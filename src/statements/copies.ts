import type { Article } from '../corpus/article.js';
import { rememberTerms } from '../english/analyzer.js';
import { containment } from './similarity.js';
import { readStatementWords, type SourcedStatement } from './statement.js';
import type { Word } from './word.js';

/** Words in a shingle: with four, two wires on one event share few, two prints of one wire most. */
const SHINGLE_WORDS = 4;

/** Where half the shingles of the shorter are the longer's too, the text was copied. On the four seed articles one wire printed twice has .8, other pairs at most .2. */
export const COPIED = 0.5;

/** A sentence with fewer shingles outside its quotations says too little to tell copying from chance. */
const FEWEST_SHINGLES = 4;

/** Every run of four words, in lower case, punctuation aside. */
function shinglesOf(words: readonly string[]): Set<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) shingles.add(words.slice(i, i + SHINGLE_WORDS).join(' '));
  return shingles;
}

function wordKeys(words: readonly Word[], quoted: boolean): string[] {
  return words.filter((word) => quoted || !word.quoted).map((word) => word.key);
}

/**
 * How much of the shorter of two statements stands in the other, by 4-word shingles.
 * @returns 0..1
 */
function shingleOverlap({ words: a }: SourcedStatement, { words: b }: SourcedStatement): number {
  return containment(shinglesOf(wordKeys(a, true)), shinglesOf(wordKeys(b, true)));
}

/**
 * Tells prints of one wire from independent reports. An archive has one: it remembers the shingles of each article, which
 * never change, for as long as the article is there.
 */
export class CopyDetector {
  readonly #terms = rememberTerms();
  readonly #shingles = new WeakMap<Article, ReadonlySet<string>>();

  /** How much of the shorter of two articles stands in the other, by 4-word shingles within sentences. @returns 0..1 */
  articleOverlap(a: Article, b: Article): number {
    return containment(this.#shinglesOf(a), this.#shinglesOf(b));
  }

  /**
   * Whether two statements are prints of one wire: copied words, in copied articles or in words of the articles' own. The
   * same quotation in two articles is not yet a copy, so there what stands between quotation marks does not count.
   */
  isWireCopy(a: SourcedStatement, b: SourcedStatement): boolean {
    if (shingleOverlap(a, b) < COPIED) return false;
    const own = [shinglesOf(wordKeys(a.words, false)), shinglesOf(wordKeys(b.words, false))] as const;
    if (Math.min(own[0].size, own[1].size) >= FEWEST_SHINGLES && containment(...own) >= COPIED) return true;
    // Last, as two whole articles have to be read for it.
    return this.articleOverlap(a.article, b.article) >= COPIED;
  }

  #shinglesOf(article: Article): ReadonlySet<string> {
    const known = this.#shingles.get(article);
    if (known) return known;
    const shingles = new Set<string>();
    for (const sentence of article.sentences) {
      const keys = wordKeys(readStatementWords(article.text, sentence, { terms: this.#terms }), true);
      for (const shingle of shinglesOf(keys)) shingles.add(shingle);
    }
    this.#shingles.set(article, shingles);
    return shingles;
  }
}
