import type { Article } from '../corpus/article.js';
import { rememberTerms, type TermOf, termOf } from '../english/analyzer.js';
import { pairedQuotations } from '../english/quotationMarks.js';
import { type Span, trimSpan } from '../english/span.js';
import { trimTail } from '../english/tail.js';
import { LruCache } from '../search/lruCache.js';
import { SentenceDays } from './sentenceDays.js';
import { readSourced, readStatement, type SourcedStatement, type Statement } from './statement.js';

/** One thing that a sentence tells: a part of it that can be true by itself. The article's words, in one piece. */
export interface Clause extends SourcedStatement {
  /** Index in `article.sentences`. */
  readonly sentence: number;
  /** Of the whole sentence, whose verb says whether "Sunday" is past or to come; one for all its clauses. */
  readonly days: SentenceDays;
}

/** A clause with fewer words that carry meaning is a part of its neighbour ("Lavrov," before "who last visited"). */
const FEWEST_WORDS = 3;

// ", including Japan" and ", according to AFP" go on with the same clause.
const NO_PARTICIPLE = new Set(
  'including according during regarding concerning nothing something anything everything morning evening king'.split(
    ' ',
  ),
);

const JOINT =
  /;|\s[—–]\s|,\s+(?:(?:and|but|or)\s+)?(?:while|but|although|though|whereas|after|before|when|where|who|whose|which|because|since|as|so)\s|,\s+(\p{Ll}+ing)\s|\s(?:while|whereas|although)\s|\s(?:after|before)\s+\p{Ll}+ing\s|\scomes\s+after\s/gu;
const RELATIVE = /^\W*(?:(?:and|but)\s+)?(?:who|whose|which|where)\s/;

/**
 * Cuts a sentence of an article into what it tells. The pieces cover the sentence, but for the space between them.
 * @param known the sentence's days, where the caller has looked for them already
 */
export function splitClauses(
  article: Article,
  sentence: number,
  terms: TermOf = termOf,
  known?: SentenceDays,
): Clause[] {
  const span = article.sentences[sentence];
  if (span === undefined) return [];
  const days = known ?? new SentenceDays(article, span);
  const read = readOnce((piece) => readSourced(article, piece, terms));
  return clauseSpans(article.text, span, read).map((piece) => ({ sentence, days, ...read(piece) }));
}

/** Reads pieces, each once: whether one is too short to stand alone is told by what it is read as. */
function readOnce<Read>(read: (piece: Span) => Read): (piece: Span) => Read {
  const known = new Map<string, Read>();
  return (piece) => {
    const key = `${piece.start} ${piece.end}`;
    const before = known.get(key) ?? read(piece);
    known.set(key, before);
    return before;
  };
}

/** Sentences whose clauses are remembered: what a few questions in a row come back to. */
const REMEMBERED_SENTENCES = 2_000;

/** Reads the clauses of sentences, and remembers those last read. An archive has one. */
export class ClauseReader {
  readonly #terms = rememberTerms();
  readonly #known = new LruCache<readonly Clause[]>(REMEMBERED_SENTENCES);

  /** As {@link splitClauses}. @param sentence index in `article.sentences` */
  clausesOf(article: Article, sentence: number, days?: SentenceDays): readonly Clause[] {
    const key = `${article.id}\n${sentence}`;
    const known = this.#known.get(key) ?? splitClauses(article, sentence, this.#terms, days);
    this.#known.set(key, known);
    return known;
  }
}

/** What to draw in bold of a sentence for one of its clauses: the clause without the mark at its end. */
export function emphasisOf({ article, ...clause }: Clause, sentence: Span): [number, number] {
  const words = trimTail(article.text.slice(clause.start, clause.end), /[\s,;—–]/);
  const start = clause.start - sentence.start;
  return [start, start + words.length];
}

/** What tells whether a piece can stand alone. */
type Weigh = (piece: Span) => Pick<Statement, 'content' | 'figures'>;

/** @param text what the span is into: an article's text, or a message */
export function clauseSpans(
  text: string,
  span: Span,
  weigh: Weigh = (piece) => readStatement(text, piece),
): readonly Span[] {
  const cuts = joints(text, span);
  const pieces: Span[] = [];
  let start = span.start;
  for (const cut of [...cuts, span.end]) {
    const piece = trimSpan(text, { start, end: cut });
    if (piece.start < piece.end) pieces.push(piece);
    start = cut;
  }
  return joinShort(pieces, weigh);
}

/** Where clauses meet: never inside quotation marks; a relative clause ends at the next comma. */
function joints(text: string, span: Span): number[] {
  const within = text.slice(span.start, span.end);
  const quoted = pairedQuotations(within);
  const isQuoted = (at: number) => quoted.some(({ start, end }) => start <= at && at < end);
  const cuts = new Set<number>();
  for (const match of within.matchAll(JOINT)) {
    if (isQuoted(match.index) || NO_PARTICIPLE.has(match[1] ?? '')) continue;
    // The mark that parts them stays with the first clause, the word that joins them goes to the second.
    const mark = /^(?:[;,]|\s[—–]|\scomes\s+after)/.exec(match[0])?.[0].length ?? 0;
    cuts.add(match.index + mark);
  }
  for (const cut of [...cuts]) {
    if (!RELATIVE.test(within.slice(cut))) continue;
    const comma = within.indexOf(',', cut + 1);
    if (comma > 0 && !isQuoted(comma)) cuts.add(comma + 1);
  }
  return [...cuts].sort((a, b) => a - b).map((cut) => span.start + cut);
}

/** Joins what is too short to stand alone: to what follows, at the end to what precedes. */
function joinShort(pieces: readonly Span[], weigh: Weigh): readonly Span[] {
  // Most sentences are one clause, which has no neighbour however short it is.
  if (pieces.length <= 1) return pieces;
  const joined: Span[] = [];
  let open: Span | undefined;
  for (const piece of pieces) {
    const whole = open === undefined ? piece : { start: open.start, end: piece.end };
    const { content, figures } = weigh(whole);
    if (content.size + figures.length < FEWEST_WORDS) open = whole;
    else {
      joined.push(whole);
      open = undefined;
    }
  }
  if (open === undefined) return joined;
  const last = joined.pop();
  return [...joined, last === undefined ? open : { start: last.start, end: open.end }];
}
