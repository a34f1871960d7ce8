import type { Article } from '../corpus/article.js';
import { type AlsoIn, type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { conflictingFigures } from './figures.js';
import { readStatement, type Saying, type Statement } from './statement.js';

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

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const item of few) if (many.has(item)) count++;
  return count;
}

/** Share of the smaller set's shingles that the other has too. @returns 0..1; 0 when either is empty */
function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : shared(a, b) / smaller;
}

function keysOf(statement: Statement, quoted: boolean): string[] {
  return statement.words.filter((word) => quoted || !word.quoted).map((word) => word.key);
}

/**
 * How much of the shorter of two statements stands in the other, by 4-word shingles.
 * @returns 0..1
 */
function shingleOverlap(a: Statement, b: Statement): number {
  return containment(shinglesOf(keysOf(a, true)), shinglesOf(keysOf(b, true)));
}

// Shingles of an article never change, as its text never does; kept only as long as the article is.
const articleShingles = new WeakMap<Article, Set<string>>();

function shinglesOfArticle(article: Article): Set<string> {
  let shingles = articleShingles.get(article);
  if (shingles === undefined) {
    shingles = new Set();
    for (const sentence of article.sentences) {
      for (const shingle of shinglesOf(keysOf(readStatement(article.text, sentence), true))) shingles.add(shingle);
    }
    articleShingles.set(article, shingles);
  }
  return shingles;
}

/** How much of the shorter of two articles stands in the other, by 4-word shingles within sentences. @returns 0..1 */
export function articleOverlap(a: Article, b: Article): number {
  return containment(shinglesOfArticle(a), shinglesOfArticle(b));
}

/**
 * Whether two statements are prints of one wire: copied words, in copied articles or in words of the articles' own. The
 * same quotation in two articles is not yet a copy, so there what stands between quotation marks does not count.
 */
export function isWireCopy(a: Saying, b: Saying): boolean {
  if (shingleOverlap(a, b) < COPIED) return false;
  if (articleOverlap(a.article, b.article) >= COPIED) return true;
  const own = [shinglesOf(keysOf(a, false)), shinglesOf(keysOf(b, false))] as const;
  return Math.min(own[0].size, own[1].size) >= FEWEST_SHINGLES && containment(...own) >= COPIED;
}

/** What a content word weighs when statements are compared; an inverse document frequency suits. */
export type WordWeight = (key: string) => number;

const ALL_ALIKE: WordWeight = () => 1;

/** How much two statements have in common. */
export interface Likeness {
  /** Weight of the shared content words over that of the statement with less content, 0..1. */
  readonly ofShorter: number;
  /** The same over the statement with more content, 0..1. */
  readonly ofLonger: number;
  /** How many content words they share. */
  readonly count: number;
}

/** Compares two statements by the words that carry meaning. */
export function likeness(a: Statement, b: Statement, weight: WordWeight = ALL_ALIKE): Likeness {
  let weightOfA = 0;
  let sharedWeight = 0;
  let count = 0;
  for (const key of a.content) {
    const its = weight(key);
    weightOfA += its;
    if (!b.content.has(key)) continue;
    sharedWeight += its;
    count++;
  }
  let weightOfB = 0;
  for (const key of b.content) weightOfB += weight(key);
  const shorter = Math.min(weightOfA, weightOfB);
  const longer = Math.max(weightOfA, weightOfB);
  return {
    ofShorter: shorter === 0 ? 0 : sharedWeight / shorter,
    ofLonger: longer === 0 ? 0 : sharedWeight / longer,
    count,
  };
}

/** Two statements are about the same when the shorter is in the longer by this much ... */
const SAME_OF_SHORTER = 0.5;
/** ... and the longer is not about much else ... */
const SAME_OF_LONGER = 0.3;
/** ... and they share enough words to tell, ... */
const SAME_WORDS = 3;
/** ... not only the names, which any two lines about one event share. */
const SAME_PLAIN_WORDS = 2;

function plainWords(statement: Statement): Set<string> {
  return new Set(statement.words.filter((word) => word.content && !word.name).map((word) => word.key));
}

/** Whether two statements tell of the same thing, in whatever words, be it with other figures or days. */
export function isAboutTheSame(a: Statement, b: Statement, weight: WordWeight = ALL_ALIKE): boolean {
  const { ofShorter, ofLonger, count } = likeness(a, b, weight);
  if (ofShorter < SAME_OF_SHORTER || ofLonger < SAME_OF_LONGER || count < SAME_WORDS) return false;
  return shared(plainWords(a), plainWords(b)) >= SAME_PLAIN_WORDS;
}

/** Whether two statements say the same: about the same thing, and no figure in one contradicts the other. */
export function saysTheSame(a: Statement, b: Statement, weight: WordWeight = ALL_ALIKE): boolean {
  return isAboutTheSame(a, b, weight) && conflictingFigures(a, b).length === 0;
}

/** By publication day, undated last; then by id, so that the order is always the same. */
export function byDate(a: Article, b: Article): number {
  const [dayA, dayB] = [a.published.date ?? '9999', b.published.date ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The other articles that say the same as a statement, one sentence each, told apart into copies of one wire and
 * independent wording.
 * @param candidates sentences that may say the same, as a search finds them; read once with `readSaying` for many calls
 * @returns oldest first, undated last
 */
export function alsoReported(saying: Saying, candidates: readonly Saying[], weight: WordWeight = ALL_ALIKE): AlsoIn[] {
  const best = new Map<Article, { candidate: Saying; score: number }>();
  for (const candidate of candidates) {
    if (candidate.article.id === saying.article.id) continue;
    if (!saysTheSame(saying, candidate, weight)) continue;
    const { ofShorter, ofLonger } = likeness(saying, candidate, weight);
    const score = ofShorter + ofLonger;
    const known = best.get(candidate.article);
    if (known === undefined || score > known.score) best.set(candidate.article, { candidate, score });
  }
  return [...best.values()]
    .map(({ candidate }) => candidate)
    .sort((a, b) => byDate(a.article, b.article))
    .map((candidate) => alsoIn(saying, candidate));
}

/** The other source of a statement, as an excerpt shows it. @param excerpt how it is shown; the statement alone unless told */
export function alsoIn(saying: Saying, other: Saying, excerpt?: Excerpt): AlsoIn {
  const shown = excerpt ?? excerptAt(other.article, { start: other.start, end: other.end });
  return { article: shown.article, excerpt: shown, wireCopy: isWireCopy(saying, other) };
}
