import { finish, type Steps } from '../steps.js';
import type { Article } from './article.js';

/** Two prints of one text share their head; so many sentences of it are held side by side … */
export const HEAD_SENTENCES = 12;
/** … and this share of their letters, of the shorter head, makes a copy. */
const COPIED_SHARE = 0.8;
/** Shorter heads, in characters, are notices that may well be alike. */
const SHORTEST = 150;
/** Of the FNV-1a hash (Fowler, Noll & Vo), 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** So many letters of a sentence tell most sentences apart. */
const BEGINNING = 30;
/** In ASCII, where a small letter is its capital with one bit more. */
const [FIGURE_0, FIGURE_9, CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z, LOWER] = [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a, 0x20];

/** An article and one before it that says the same. */
export interface NearCopy {
  readonly copy: Article;
  readonly of: Article;
}

/** Sentences of an article's head by what they say, with their lengths. */
function headOf({ text, sentences, outlet }: Article): Map<number, number> {
  const head = new Map<number, number>();
  for (const { start, end } of sentences.slice(0, HEAD_SENTENCES)) {
    const words = text
      .slice(start, end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    head.set(hash(`${outlet ?? ''}\n${words}`), words.length);
  }
  return head;
}

function hash(text: string): number {
  let value = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return value >>> 0;
}

/**
 * Articles that print again what one before them has, from the same outlet: a correction, or the same page saved twice. Prints of one wire
 * by several outlets are none. Takes time and memory in proportion to the articles.
 */
export function nearCopies(articles: readonly Article[]): NearCopy[] {
  return finish(nearCopiesInSteps(articles));
}

/** As {@link nearCopies}, an article a step. */
export function* nearCopiesInSteps(articles: readonly Article[]): Steps<NearCopy[]> {
  const suspects = yield* withSharedBeginnings(articles);
  const firstWith = new Map<number, number>();
  const lengths: number[] = [];
  const copies: NearCopy[] = [];
  for (const [i, article] of suspects.entries()) {
    const head = headOf(article);
    const length = [...head.values()].reduce((sum, letters) => sum + letters, 0);
    lengths.push(length);
    const shared = new Map<number, number>();
    for (const [sentence, letters] of head) {
      const first = firstWith.get(sentence);
      if (first === undefined) firstWith.set(sentence, i);
      else shared.set(first, (shared.get(first) ?? 0) + letters);
    }
    for (const [first, letters] of shared) {
      const shorter = Math.min(length, lengths[first] ?? 0);
      const of = suspects[first];
      if (!of || shorter < SHORTEST || letters < COPIED_SHARE * shorter) continue;
      copies.push({ copy: article, of });
      break;
    }
    yield;
  }
  return copies;
}

/** The articles that begin a sentence of their heads as another one does: no other can be a copy or have one, and most are neither. */
function* withSharedBeginnings(articles: readonly Article[]): Steps<Article[]> {
  const firstWith = new Map<number, number>();
  const shares = new Uint8Array(articles.length);
  for (const [i, article] of articles.entries()) {
    for (const beginning of beginningsOf(article)) {
      const first = firstWith.get(beginning) ?? i;
      firstWith.set(beginning, first);
      if (first !== i) shares[first] = shares[i] = 1;
    }
    yield;
  }
  return articles.filter((_, i) => shares[i] === 1);
}

/**
 * Of each sentence of an article's head, its first letters and figures, as a number: what the sentence says decides them, so that a near
 * copy has one in common with what it is a copy of.
 */
export function beginningsOf({ text, sentences }: Article): number[] {
  const beginnings: number[] = [];
  for (let i = 0; i < sentences.length && i < HEAD_SENTENCES; i++) {
    const { start = 0, end = 0 } = sentences[i] ?? {};
    let value = FNV_OFFSET;
    for (let at = start, left = BEGINNING; at < end && left > 0; at++) {
      const code = text.charCodeAt(at);
      const lower = code >= CAPITAL_A && code <= CAPITAL_Z ? code | LOWER : code;
      if (!((lower >= SMALL_A && lower <= SMALL_Z) || (code >= FIGURE_0 && code <= FIGURE_9))) continue;
      value = Math.imul(value ^ lower, FNV_PRIME);
      left--;
    }
    beginnings.push(value >>> 0);
  }
  return beginnings;
}
