import { finish, type Steps } from '../steps.js';
import type { Article, Paragraph, Sentence } from './article.js';
import { attempt, type OnFault, raise } from './fault.js';

/** A line in so many articles is the page's, not the article's … */
const ARTICLES = 3;
/** … unless these are prints of one text: such share more than this share of the paragraphs of the shorter. */
const COPIED_SHARE = 0.3;
/** Longer paragraphs are text, however often they are printed. */
const LONGEST = 300;
/** A whole sentence may be repeated by a reporter, as background is; only one that asks something of the reader is the page's. */
const SENTENCE = /[.!?]["”’')\]]*$/;
/** Paragraphs looked at in one step. */
const STEP = 10_000;
const ASKS_READER =
  /\b(?:subscri(?:be|bers?|ption)|newsletters?|sign up|log in|follow us|download|click|tap here|donate|donation|our app|e-?mail us|contact us|cookies?|privacy|terms of (?:use|service)|copyright|all rights reserved|read more|reporting by|editing by)\b/i;

/** White space that is more than one space. */
const WIDE = /[^\S ]| {2}/;

/** Whether a paragraph is text that may be a page's. */
const isShortText = ({ kind, start, end }: Paragraph): boolean => kind === 'body' && end - start <= LONGEST;

function bodyOf({ paragraphs, text }: Article): string[] {
  return paragraphs.filter(isShortText).map(({ start, end }) => key(text, start, end));
}

function key(text: string, start: number, end: number): string {
  const line = text.slice(start, end);
  return (WIDE.test(line) ? line.replace(/\s+/g, ' ') : line).toLowerCase();
}

/**
 * Takes out of articles what stands in several that are otherwise different: calls to subscribe, notes on how a page was made,
 * round-ups of other stories. Recognised by its repetition, so that it needs no list of what pages say.
 * @returns the articles in the same order; the very same objects where nothing is repeated
 */
export function withoutRepeated(articles: readonly Article[], onFault: OnFault = raise): readonly Article[] {
  return finish(withoutRepeatedInSteps(articles, onFault));
}

/** As {@link withoutRepeated}, an article a step. */
export function* withoutRepeatedInSteps(
  articles: readonly Article[],
  onFault: OnFault = raise,
): Steps<readonly Article[]> {
  if (articles.length < ARTICLES) return articles;
  const holders = new Map<string, number[]>();
  const bodies: ReadonlySet<string>[] = [];
  for (const [i, article] of articles.entries()) {
    const body = new Set(attempt(article, () => bodyOf(article), [], onFault));
    bodies.push(body);
    for (const line of body) {
      const known = holders.get(line);
      if (known) known.push(i);
      else holders.set(line, [i]);
    }
    yield;
  }
  const repeated = new Set<string>();
  const holding = new Set<number>();
  for (const [line, own] of holders) {
    if (own.length < ARTICLES) continue;
    if (canBePage(line) && areDifferent(own.map((i) => bodies[i] ?? new Set()))) {
      repeated.add(line);
      for (const i of own) holding.add(i);
    }
    yield;
  }
  if (repeated.size === 0) return articles;
  const left = [...articles];
  for (const i of holding) {
    const article = articles[i];
    if (article) left[i] = attempt(article, () => without(article, repeated), article, onFault);
    yield;
  }
  return left;
}

/** What was taken out of added articles. */
export interface LeftOfAdded {
  /** In their order; the very same objects where nothing is repeated. */
  readonly articles: readonly Article[];
  /** Whether with them something is repeated that one of the others still has. */
  readonly isInOthers: boolean;
}

/** As {@link withoutRepeatedInSteps} does it of all, of articles that are added to others of which it was done before. */
export function* withoutRepeatedOfAdded(
  added: readonly Article[],
  others: readonly PageLines[],
  onFault: OnFault = raise,
): Steps<LeftOfAdded> {
  const bodies = added.map((article) => new Set(attempt(article, () => bodyOf(article), [], onFault)));
  const holders = new Map<string, Holders>();
  for (const body of bodies) {
    for (const line of body) {
      if (!canBePage(line)) continue;
      const known = holders.get(line);
      if (known) known.added.push(body);
      else holders.set(line, { added: [body], others: [], isKnown: false });
    }
  }
  if (holders.size > 0) for (const lines of others) yield* findHolders(lines, holders);
  const repeated = new Set<string>();
  let isInOthers = false;
  for (const [line, { added: own, others: theirs, isKnown }] of holders) {
    const holding = theirs.length + own.length;
    const bodiesHolding = () => [...theirs.map((article) => new Set(bodyOf(article))), ...own];
    // One that was repeated before is so with one more article that has it.
    if (!isKnown && (holding < ARTICLES || !areDifferent(bodiesHolding()))) continue;
    repeated.add(line);
    isInOthers ||= theirs.length > 0;
    yield;
  }
  if (repeated.size === 0) return { articles: added, isInOthers };
  const articles = added.map((article) => attempt(article, () => without(article, repeated), article, onFault));
  return { articles, isInOthers };
}

/** Who has a line. */
interface Holders {
  /** The lines of each added article that has it. */
  readonly added: ReadonlySet<string>[];
  /** Of the others, those that have it as text. */
  readonly others: Article[];
  /** Whether one of the others has it as what belongs to its page. */
  isKnown: boolean;
}

/** The lengths of the paragraphs of articles that may be a page's, so that a line is looked for where one is as long. */
export interface PageLines {
  readonly articles: readonly Article[];
  /** By paragraph, through all articles; 0 for one that is none. */
  readonly lengths: Uint16Array;
  /** The article of each. */
  readonly articleOf: Uint32Array;
}

/** Reads {@link PageLines}, an article a step. */
export function* readPageLines(articles: readonly Article[]): Steps<PageLines> {
  let size = 0;
  for (const { paragraphs } of articles) size += paragraphs.length;
  const lengths = new Uint16Array(size);
  const articleOf = new Uint32Array(size);
  let at = 0;
  for (const [number, { paragraphs }] of articles.entries()) {
    for (const { kind, start, end } of paragraphs) {
      articleOf[at] = number;
      lengths[at++] = kind === 'heading' || end - start > LONGEST ? 0 : end - start;
    }
    yield;
  }
  return { articles, lengths, articleOf };
}

/** A line with other white space within is not found; it is when all articles are read again. */
function* findHolders({ articles, lengths, articleOf }: PageLines, holders: ReadonlyMap<string, Holders>): Steps<void> {
  const wanted = new Uint8Array(LONGEST + 1);
  for (const line of holders.keys()) wanted[line.length] = 1;
  for (let at = 0; at < lengths.length; at++) {
    if (at % STEP === 0) yield;
    if (wanted[lengths[at] ?? 0] !== 1) continue;
    const number = articleOf[at] ?? 0;
    const article = articles[number];
    if (article) findIn(article, holders);
    while (articleOf[at + 1] === number) at++;
  }
}

function findIn(article: Article, holders: ReadonlyMap<string, Holders>): void {
  const { text, paragraphs } = article;
  const seen = new Set<string>();
  for (const { kind, start, end } of paragraphs) {
    if (end - start > LONGEST || kind === 'heading') continue;
    const line = key(text, start, end);
    const found = holders.get(line);
    if (!found || seen.has(line)) continue;
    seen.add(line);
    if (kind === 'body') found.others.push(article);
    else found.isKnown = true;
  }
}

function canBePage(line: string): boolean {
  return !SENTENCE.test(line) || ASKS_READER.test(line);
}

/** Whether enough of the articles that hold a line are no copies of the first. */
function areDifferent([first, ...others]: readonly ReadonlySet<string>[]): boolean {
  if (!first) return false;
  const different = others.filter((other) => {
    const shared = [...other].filter((line) => first.has(line)).length;
    return shared <= 1 || shared / Math.min(first.size, other.size) <= COPIED_SHARE;
  });
  return different.length >= ARTICLES - 1;
}

function without(article: Article, repeated: ReadonlySet<string>): Article {
  const { text } = article;
  const isRepeated = (paragraph: Paragraph): boolean =>
    isShortText(paragraph) && repeated.has(key(text, paragraph.start, paragraph.end));
  const left = article.paragraphs.filter((paragraph) => paragraph.kind === 'body' && !isRepeated(paragraph));
  if (left.length === 0 || !article.paragraphs.some(isRepeated)) return article;
  const sentences: Sentence[] = [];
  let number = 0;
  const paragraphs = article.paragraphs.map((paragraph, at): Paragraph => {
    const firstSentence = sentences.length;
    if (isRepeated(paragraph))
      return { ...paragraph, kind: 'furniture', number: 0, firstSentence, endSentence: firstSentence };
    for (const sentence of article.sentences.slice(paragraph.firstSentence, paragraph.endSentence)) {
      sentences.push({ ...sentence, paragraph: at });
    }
    const isBody = paragraph.kind === 'body';
    if (isBody) number++;
    return { ...paragraph, number: isBody ? number : 0, firstSentence, endSentence: sentences.length };
  });
  return { ...article, paragraphs, sentences };
}
