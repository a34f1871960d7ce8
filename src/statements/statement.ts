import type { Article } from '../corpus/article.js';
import { analyze, type TermOf, type Token, termOf } from '../english/analyzer.js';
import { LOWER_WEEKDAY } from '../english/calendarPatterns.js';
import { ATTRIBUTING_WORDS } from '../english/lists/sayingVerbs.js';
import { STOP_WORDS } from '../english/lists/stopWords.js';
import { numberOf } from '../english/numbers.js';
import { hasQuotationMark, isQuotedAfter } from '../english/quotationMarks.js';
import { overlapsAny, type Span } from '../english/span.js';
import { type Figure, figuresOf } from './figures.js';
import { Traits } from './traits.js';
import { deedOf, deedOfPhrase } from './verbClasses.js';
import type { Word } from './word.js';

/** A statement, read for comparing: a sentence of an article, or a claim in a message. */
export interface Statement extends Span {
  readonly words: readonly Word[];
  /** Keys of the words that carry meaning, each once; those of figures are not among them. */
  readonly content: ReadonlySet<string>;
  /** Its numbers, with unit, limit and what they count. */
  readonly figures: readonly Figure[];
  readonly traits: Traits;
}

/** A statement with the article that makes it. */
export interface SourcedStatement extends Statement {
  readonly article: Article;
}

// Prepositions that the index keeps and that say nothing about a matter.
const EMPTY_PREPOSITIONS = new Set('amid around toward towards throughout despite'.split(' '));

// The few bodies that news writes in more than one way. The keys are in capitals so that no stem can equal them.
const SHORT_FORMS = new Map([
  ['usa', 'US'],
  ['america', 'US'],
  ['american', 'US'],
  ['americans', 'US'],
  ['uk', 'UK'],
  ['britain', 'UK'],
  ['british', 'UK'],
  ['eu', 'EU'],
]);
/** By their first word and their second. */
const LONG_FORMS = new Map([
  [
    'united',
    new Map([
      ['states', 'US'],
      ['kingdom', 'UK'],
    ]),
  ],
  ['european', new Map([['union', 'EU']])],
]);

const NAME_ENDING = /(?:ese|ian|ean|an|ia|ea|a|e|y|i|s)$/;
/** "Koreans", "Israelis": peoples, more than one. */
const PEOPLES = /(?<=an)s$|(?<=^(?:israel|saud|iraq|pakistan|yemen|qatar|kuwait|bangladesh|oman|emirat)i)s$/;
/** Behind these another ending is cut: "Japanese", "Germany", "Sergei", "Texas", "Zelenskyy". */
const CUT_AGAIN = /(?:ese|y|[ey]i|as|us)$/;
/** Without its ending each would be another's name: Nigeria's, Georgia's. */
const WHOLE_NAMES = new Set(['niger', 'george']);
const SHORTEST_NAME_KEY = 3;

/**
 * "Korea" and "Korean", "Sergei" and "Sergey" become one: an ending of places, peoples and spellings is cut. One, as Malaysia without
 * all of them is Mali without its own.
 */
export function foldNameEnding(surface: string): string {
  if (WHOLE_NAMES.has(surface)) return `${surface}.`;
  const one = surface.replace(PEOPLES, '');
  const cut = withoutEnding(one);
  return CUT_AGAIN.test(one) ? withoutEnding(cut) : cut;
}

function withoutEnding(name: string): string {
  const cut = name.replace(NAME_ENDING, '');
  return cut.length < SHORTEST_NAME_KEY ? name : cut;
}

/** True when the word also stands with a capital in mid-sentence, so that its capital means a name. */
export function isNamedElsewhere(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const before = text.slice(Math.max(0, at - 2), at);
    if (/[\p{Ll}\p{N},] $/u.test(before) && !/^\p{L}/u.test(text.slice(at + word.length))) return true;
  }
  return false;
}

/** For each position of a token, whether it stands between quotation marks. */
function quotedAt(text: string, span: Span, tokens: readonly Token[], quotedAtStart: boolean): boolean[] {
  const last = tokens.at(-1);
  if (last === undefined || !hasQuotationMark(text.slice(span.start, span.start + last.start)))
    return tokens.map(() => quotedAtStart);
  let quoted = quotedAtStart;
  let from = span.start;
  return tokens.map((token) => {
    quoted = isQuotedAfter(text.slice(from, span.start + token.start), quoted);
    from = span.start + token.end;
    return quoted;
  });
}

/** Leaves out the halves of "B-52" and "COVID-19", which the analyzer also gives as one word. */
function withoutHalves(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    while ((whole.at(-1)?.start ?? -1) >= token.start) whole.pop();
    whole.push(token);
  }
  return whole;
}

/** What the text around a statement says about it. */
export interface Surroundings {
  /** Whether a quotation that began earlier goes on at the start. */
  readonly quotedAtStart?: boolean;
  /** Whether a word at the head of a sentence has its capital as a name; told by the rest of the text when left out. */
  readonly isNameAtHead?: (word: string) => boolean;
  /** How a word gets its term; with a memory for who reads many statements. */
  readonly terms?: TermOf;
}

/**
 * Reads a statement for comparing.
 * @param text what the span is into: an article's text, or a message
 */
export function readStatement(text: string, span: Span, surroundings: Surroundings = {}): Statement {
  const words = readStatementWords(text, span, surroundings);
  const figures = figuresOf(text, span, words);
  // Figures are compared as figures: two lines may be alike but for a number, and are to be found so.
  const content = new Set(words.filter((word) => word.content && !overlapsAny(word, figures)).map((word) => word.key));
  return { start: span.start, end: span.end, words, content, figures, traits: new Traits(words, figures) };
}

/** The words of a statement alone, for who asks for no more. @param text as {@link readStatement} */
export function readStatementWords(text: string, span: Span, surroundings: Surroundings = {}): Word[] {
  const { quotedAtStart = false, isNameAtHead = (word) => isNamedElsewhere(word, text), terms } = surroundings;
  const tokens = withoutHalves(analyze(text.slice(span.start, span.end), true, terms));
  const quoted = quotedAt(text, span, tokens, quotedAtStart);
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const next = tokens[i + 1];
    const longForm = next && LONG_FORMS.get(token.surface)?.get(next.surface);
    const key = longForm ?? SHORT_FORMS.get(token.surface);
    const phrase = next ? deedOfPhrase(token.term, next.surface) : null;
    const last = (longForm !== undefined || phrase !== null) && next !== undefined ? next : token;
    if (last !== token) i += 1;
    const start = span.start + token.start;
    const end = span.start + last.end;
    const number = key === undefined ? numberOf(token.surface) : null;
    const isWord = number === null && phrase === null;
    const name = key !== undefined || (isWord && isWrittenAsName(text, span, tokens, i, isNameAtHead));
    words.push({
      text: text.slice(start, end),
      start,
      end,
      key:
        key ?? phrase ?? (number !== null ? String(number) : name ? foldNameEnding(token.surface) : deedOf(token.term)),
      name,
      number,
      quoted: quoted[i] ?? false,
      content: name || number !== null || phrase !== null || isContent(token.surface),
    });
  }
  return words;
}

function isContent(surface: string): boolean {
  if (surface.length < 2 || STOP_WORDS.has(surface) || EMPTY_PREPOSITIONS.has(surface)) return false;
  return !ATTRIBUTING_WORDS.has(surface) && !DAY_OF_WEEK.test(surface);
}

// Two lines that tell of one thing may give it other days; days are compared as days, not as words or names.
const DAY_OF_WEEK = new RegExp(`^(?:${LOWER_WEEKDAY})$`);

/** Characters that tell whether a word opens its sentence or a quotation. */
const LOOK_BACK = 4;

/** A capital means a name, but at the head of a sentence or a quotation only when something else says so. */
function isWrittenAsName(
  text: string,
  span: Span,
  tokens: readonly Token[],
  index: number,
  isNameAtHead: (word: string) => boolean,
): boolean {
  const token = tokens[index];
  if (token?.capitalized !== true || STOP_WORDS.has(token.surface) || DAY_OF_WEEK.test(token.surface)) return false;
  const start = span.start + token.start;
  if (/[\p{L}\p{N},;)-]\s*$/u.test(text.slice(Math.max(span.start, start - LOOK_BACK), start))) return true;
  const next = tokens[index + 1];
  const followedByName = next?.capitalized === true && next.start - token.end === 1 && !STOP_WORDS.has(next.surface);
  return (
    followedByName ||
    /^\p{Lu}{2,}/u.test(text.slice(start)) ||
    isNameAtHead(text.slice(start, span.start + token.end).replace(/[’']s$/, ''))
  );
}

/** Reads a sentence of an article, or a part of one, for comparing. */
export function readSourced(article: Article, span: Span, terms: TermOf = termOf): SourcedStatement {
  const paragraph = article.paragraphs.find(({ start, end }) => start <= span.start && span.start < end);
  const before = article.text.slice(paragraph?.start ?? span.start, span.start);
  return { article, ...readStatement(article.text, span, { quotedAtStart: isQuotedAfter(before, false), terms }) };
}
