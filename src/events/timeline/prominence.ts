import type { Article } from '../../corpus/article.js';
import { addDays } from '../../english/calendar.js';
import { sharedCount } from '../../statements/similarity.js';
import { readStatement } from '../../statements/statement.js';
import type { Steps } from '../../steps.js';
import type { Telling, When } from './happening.js';
import type { Reach } from './reach.js';

// What each sign of weight counts for. Chosen by reading the timelines of four collections, not fitted.
/** Twice as many sources, ... */
const DOUBLED_SOURCES = 2;
/** ... a headline that is all in it, ... */
const HEADLINE = 3;
/** ... standing in an article's first paragraph, ... */
const LEAD = 1.5;
/** ... a day that twice as many articles name, ... */
const DOUBLED_NAMINGS = 0.5;
/** ... being dated to the day, or to the month, ... */
const PRECISE: Readonly<Record<When['precision'], number>> = { day: 1, month: 0.5, year: 0 };
/** ... against being no deed, or only what somebody said, which every article has many of, ... */
const NO_DEED = -1.5;
/** ... being the caption of a picture, which shows what is told elsewhere, ... */
const CAPTION = -2;
/** ... being called "today", which is as often "nowadays", ... */
const VAGUE = -1.5;

/** ... and lying outside the days on which the articles were written. */
const NOT_COVERED = -1;

/** A picture's credit is not longer than this, in characters. */
const LONGEST_CREDIT = 80;

/** A headline is of a happening when it shares so many words with it. */
const SHARED_WITH_HEADLINE = 2;
/** Headlines tell of a day so long after it, and announce one so long before. */
const HEADLINES_AFTER = 3;
const HEADLINES_BEFORE = 1;

/** "Per Holm/Pool/Reuters …", "Oda Lund/Brann Pictures …": whose picture it is, before what it shows. */
const PICTURE_CREDIT = /^\P{Ll}\p{L}*(?:\s[^\s/]+){0,3}\/\p{Lu}\p{L}+/u;
const VAGUE_DAY = /^(?:today|tonight|this year|last year|this month)$/i;

/** What the words of a headline are, and which of them are no names. */
interface Headline {
  readonly content: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
}

/** The headlines of a corpus by the day of their articles; those of a day are read when a happening of about then is weighed, and once. */
export class Headlines {
  readonly #titles = new Map<string, string[]>();
  readonly #byDay = new Map<string, readonly Headline[]>();
  readonly #before: Headlines | null;

  /** @param before of other articles, whose headlines count too */
  constructor(articles: readonly Article[] = [], before: Headlines | null = null) {
    this.#before = before;
    for (const article of articles) this.add(article);
  }

  add({ title, published }: Article): void {
    if (published.date === null) return;
    const known = this.#titles.get(published.date);
    if (known) known.push(title);
    else this.#titles.set(published.date, [title]);
    this.#byDay.delete(published.date);
  }

  #of(day: string): readonly Headline[] {
    const known = this.#byDay.get(day);
    if (known) return known;
    const headlines = (this.#titles.get(day) ?? []).map((title) => {
      const { content, traits } = readStatement(title, { start: 0, end: title.length });
      return { content, plain: traits.plain };
    });
    this.#byDay.set(day, headlines);
    return headlines;
  }

  /** How much of the headline that says most of a telling is in it, of headlines about its day. @returns 0..1 */
  shareIn({ clause, when }: Pick<Telling, 'clause' | 'when'>): number {
    if (when.precision !== 'day') return 0;
    let best = this.#before?.shareIn({ clause, when }) ?? 0;
    for (let after = -HEADLINES_BEFORE; after <= HEADLINES_AFTER; after++) {
      for (const { content, plain } of this.#of(addDays(when.date, after))) {
        // The names of a story stand in all its headlines: what is done must be said too.
        if (sharedCount(plain, clause.content) === 0) continue;
        const shared = sharedCount(content, clause.content);
        if (shared >= SHARED_WITH_HEADLINE) best = Math.max(best, shared / content.size);
      }
    }
    return best;
  }
}

/** Reads the headlines of a corpus, an article a step. @param before of articles that were read before, which count too */
export function* readHeadlines(articles: readonly Article[], before: Headlines | null = null): Steps<Headlines> {
  const headlines = new Headlines([], before);
  for (const article of articles) {
    headlines.add(article);
    yield;
  }
  return headlines;
}

/** How many articles name each date. */
export function articlesNaming(tellings: readonly Telling[]): ReadonlyMap<string, number> {
  const naming = new Map<string, Set<string>>();
  for (const { when, clause } of tellings) {
    const known = naming.get(when.date);
    if (known) known.add(clause.article.id);
    else naming.set(when.date, new Set([clause.article.id]));
  }
  return new Map([...naming].map(([date, articles]) => [date, articles.size]));
}

/** What the weight of a happening is read from, beside its tellings. */
export interface Weighed {
  /** How many tell it that did not copy each other, ≥ 1. */
  readonly sources: number;
  readonly when: When;
  readonly reach: Reach;
}

/**
 * How much of the story a happening is: by how many tell it, whether headlines say it, and where in the articles it stands.
 * @param naming how many articles name each date
 * @returns higher is more; only comparable within one corpus
 */
export function prominenceOf(
  tellings: readonly Telling[],
  { sources, when, reach }: Weighed,
  headlines: Headlines,
  naming: ReadonlyMap<string, number>,
): number {
  let headline = 0;
  for (const telling of tellings) headline = Math.max(headline, headlines.shareIn(telling));
  const signs = [
    DOUBLED_SOURCES * Math.log2(sources),
    DOUBLED_NAMINGS * Math.log2(naming.get(when.date) ?? 1),
    HEADLINE * headline,
    PRECISE[when.precision],
    tellings.some(isInLead) ? LEAD : 0,
    tellings.every(tellsNoDeed) ? NO_DEED : 0,
    tellings.every(isCaption) ? CAPTION : 0,
    tellings.every(({ words }) => VAGUE_DAY.test(words.text)) ? VAGUE : 0,
    reach === 'covered' ? 0 : NOT_COVERED,
  ];
  return signs.reduce((sum, sign) => sum + sign, 0);
}

function tellsNoDeed(telling: Telling): boolean {
  const deed = telling.deed();
  return deed === null || deed.manner === 'said';
}

/** Whether a telling stands in its article's first paragraph. */
export function isInLead({ clause }: Telling): boolean {
  const { article, sentence } = clause;
  const paragraph = article.sentences[sentence]?.paragraph;
  return paragraph !== undefined && article.paragraphs[paragraph]?.number === 1;
}

/** Whether a telling stands in the caption of a picture. */
export function isCaption({ clause }: Telling): boolean {
  const { article, sentence, start } = clause;
  const from = article.sentences[sentence]?.start ?? start;
  return PICTURE_CREDIT.test(article.text.slice(from, from + LONGEST_CREDIT));
}
