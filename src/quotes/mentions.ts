import type { Article, Sentence } from '../corpus/article.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { DETERMINERS } from '../english/lists/functionWords.js';
import { lastBeginning } from '../english/span.js';
import { nameKey } from './speakers.js';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const CAPITAL = /^\p{Lu}/u;
/** No text is longer, in characters: an article's number and a place in it make one number. */
const LONGEST_TEXT = 2 ** 30;
/** Forms of words whose keys are remembered while articles are read; past it they are let go. */
const REMEMBERED_FORMS = 50_000;

/** Where each capitalised word stands, so that a name is looked up and not looked for in every line. */
export class MentionIndex {
  readonly #articles: Article[] = [];
  /** By key, in the order of the articles: an article's number · {@link LONGEST_TEXT} + the offset in its text. */
  readonly #places = new Map<string, number[]>();
  /** Places by the word as written; null for a word that no name is told by. */
  readonly #placesOfForm = new Map<string, number[] | null>();
  readonly #before: MentionIndex | null;

  /** @param before of the articles before those that are added here */
  constructor(before: MentionIndex | null = null) {
    this.#before = before;
  }

  add(article: Article): void {
    const base = this.#articles.length * LONGEST_TEXT;
    this.#articles.push(article);
    for (const { start, end } of article.sentences) {
      for (const match of article.text.slice(start, end).matchAll(WORD)) {
        if (CAPITAL.test(match[0])) this.#placesFor(match[0])?.push(base + start + match.index);
      }
    }
  }

  /** The lines of the articles that mention somebody, in article order, the name emphasised. "Putin" is found in "Putin's". */
  find(name: string): Excerpt[] {
    const wanted = nameKey(name).filter((word) => !DETERMINERS.has(word));
    const found = new Map<Sentence, { readonly article: Article; readonly emphasis: [number, number][] }>();
    for (const place of this.#places.get(wanted[0] ?? '') ?? []) {
      const article = this.#articles[Math.floor(place / LONGEST_TEXT)];
      const at = place % LONGEST_TEXT;
      const sentence = article && lastBeginning(article.sentences, at);
      if (!sentence) continue;
      const emphasis = found.get(sentence)?.emphasis ?? [];
      const start = at - sentence.start;
      if (start < (emphasis.at(-1)?.[1] ?? 0)) continue;
      const end = endOfName(article.text.slice(sentence.start, sentence.end), start, wanted);
      if (end === null) continue;
      emphasis.push([start, end]);
      found.set(sentence, { article, emphasis });
    }
    const own = [...found].map(([sentence, { article, emphasis }]) => excerptAt(article, sentence, emphasis));
    return this.#before ? [...this.#before.find(name), ...own] : own;
  }

  #placesFor(form: string): number[] | null {
    const known = this.#placesOfForm.get(form);
    if (known !== undefined) return known;
    if (this.#placesOfForm.size >= REMEMBERED_FORMS) this.#placesOfForm.clear();
    const key = nameKey(form)[0];
    const places = key === undefined ? null : (this.#places.get(key) ?? []);
    if (key !== undefined && places) this.#places.set(key, places);
    this.#placesOfForm.set(form, places);
    return places;
  }
}

/** Where a name ends whose first word stands at `start`; null when other words follow there than the name's. */
function endOfName(text: string, start: number, wanted: readonly string[]): number | null {
  let found = 0;
  for (const word of text.slice(start).matchAll(WORD)) {
    const isPossessive = word[0] === 's' && /['’]$/.test(text.slice(0, start + word.index));
    const key = isPossessive ? undefined : nameKey(word[0])[0];
    // The "of" in "Bank of Canada".
    if (key === undefined) continue;
    if (key !== wanted[found]) return null;
    found += 1;
    if (found === wanted.length) return start + word.index + word[0].length;
  }
  return null;
}
