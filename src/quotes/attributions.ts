import { LOOSE_VERBS } from '../english/cueVerbs.js';
import { CONJUNCTIONS } from '../english/lists/functionWords.js';
import { isDash, isMark, isStop, type ProseToken, wordAt } from '../english/proseTokens.js';
import type { Span } from '../english/span.js';
import {
  beginsClause,
  endBeforeRemark,
  hasFiniteVerb,
  isCircumstance,
  isFronted,
  skipCircumstances,
  skipHearer,
} from './clauses.js';
import { type Cue, findCues } from './cues.js';
import { type NounPhrase, signature } from './nounPhrases.js';

/** Somebody's words, found but not yet put to a name. */
export interface Attribution {
  /** Into the article's text. */
  readonly span: Span;
  readonly direct: boolean;
  /** Index of the cue verb among the segment's tokens; null for "according to" and when there is no cue. */
  readonly verb: number | null;
  /** Null when no cue stands with it: the speaker is the one before. */
  readonly subject: NounPhrase | null;
}

/** Fewer words between marks than this, without a cue, are a term or a nickname and no quotation. */
const FLOATING_WORDS = 6;
/** What comes after ", he said," and is no more of the statement. */
const ASIDE_WORD = /^(?:who|which|whose|though|although|but|and|while|as|when|where|after|before|during|in|on|at)$/u;
/** What cannot begin a statement without "that": "said to be", "said of him", "said no". */
const NO_STATEMENT = /^(?:to|of|if|no|nothing|so|goodbye|yes|and|or)$/u;

/** What is said in a segment, and by whom as far as the segment tells. */
export function findAttributions(text: string, tokens: readonly ProseToken[]): Attribution[] {
  return new AttributionFinder(text, tokens).find();
}

class AttributionFinder {
  readonly #text: string;
  readonly #tokens: readonly ProseToken[];
  readonly #cues: readonly Cue[];
  readonly #found: Attribution[] = [];
  /** Indices of tokens that a statement already holds. */
  readonly #claimed = new Set<number>();
  /** Where the words begin that no cue has taken yet. */
  #regionStart = 0;
  /** Where the present statement begins, with all that is nested in it. */
  #outerStart = 0;

  constructor(text: string, tokens: readonly ProseToken[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#cues = findCues(tokens);
  }

  find(): Attribution[] {
    this.#cues.forEach((cue, k) => {
      if (cue.from < this.#regionStart) return;
      if (cue.denied) this.#passOver(cue, k);
      else if (cue.kind === 'fragment') this.#takeFragments(cue, k);
      else if (this.#isTrailing(cue)) this.#takeBefore(cue, k);
      else this.#takeAfter(cue, k);
    });
    this.#takeSigned();
    this.#takeFloating();
    return this.#found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** Whether a cue comes after its statement: `"…," he said`, `… at 90 metres, Gibson testified.` */
  #isTrailing(cue: Cue): boolean {
    const tokens = this.#tokens;
    const before = tokens[cue.from - 1];
    if (cue.participle || cue.relative || !before) return false;
    if (cue.verb === null) return !this.#isEmpty(this.#outerStart, cue.from);
    if (cue.from <= this.#regionStart) return false;
    const quotation = this.#quotationBefore(cue.from);
    if (quotation >= 0 && !this.#claimed.has(quotation)) return true;
    if (!isMark(before, ',') && !isDash(before)) return false;
    if (cue.inverted) return true;
    const to = cue.hearer ? skipHearer(tokens, cue.to) : cue.to;
    const after = tokens[to];
    if (!after || isStop(after)) return true;
    const fronted = isFronted(tokens, this.#regionStart, cue.from - 1);
    if (isMark(after, ',') || isMark(after, ';')) return !fronted || !tokens[to + 1]?.quotation;
    if (isMark(after, ':') || after.quotation || after.lower === 'that' || fronted) return false;
    return isCircumstance(tokens, to) && !beginsClause(tokens, skipCircumstances(tokens, to));
  }

  /** What was not said is nobody's, be it in marks or not. */
  #passOver(cue: Cue, k: number): void {
    const limit = this.#limitOf(k, cue.to);
    for (let i = cue.to; i < limit; i++) this.#claimed.add(i);
    this.#regionStart = limit;
  }

  #quotationBefore(at: number): number {
    const i = isMark(this.#tokens[at - 1], ',') ? at - 2 : at - 1;
    return this.#tokens[i]?.quotation ? i : -1;
  }

  #isEmpty(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const token = this.#tokens[i];
      if (token && token.kind !== 'punctuation' && !CONJUNCTIONS.has(token.lower)) return false;
    }
    return true;
  }

  #takeBefore(cue: Cue, k: number): void {
    const tokens = this.#tokens;
    let end = cue.from;
    while (end > this.#outerStart && (isMark(tokens[end - 1], ',') || isDash(tokens[end - 1]))) end--;
    // "He told his mother that …, according to Easley": the statement that was taken already is hers as a whole.
    let start = this.#isEmpty(this.#regionStart, end) ? this.#outerStart : this.#regionStart;
    while (start < end && tokens[start]?.kind === 'punctuation') start++;
    const last = end - 1;
    const closing = tokens[last];
    const quoted = closing !== undefined && closing.quotation !== null;
    if (quoted && cue.verb !== null) {
      const alone = last === start || (last === start + 1 && CONJUNCTIONS.has(wordAt(tokens, start)));
      const lead = tokens[last - 1];
      const setOff = isMark(lead, ',') || isMark(lead, ':') || isDash(lead);
      if (alone || (setOff && this.#isSentenceLike(closing))) this.#addQuotation(last, cue);
      else this.#addClause(start, end, cue);
    } else if (end > start && cue.kind !== 'quotation' && !this.#isSetting(start, end, cue))
      this.#addClause(start, end, cue);
    this.#regionStart = cue.hearer ? Math.max(cue.to, skipHearer(tokens, cue.to)) : cue.to;
    this.#takeRest(cue, k, quoted);
    this.#outerStart = this.#regionStart;
  }

  /** Whether only the setting stands before a cue in the middle: "In Ottawa, Hall said, the bridge is closed." */
  #isSetting(start: number, end: number, cue: Cue): boolean {
    return cue.verb !== null && isMark(this.#tokens[cue.to], ',') && isFronted(this.#tokens, start, end);
  }

  /** After a cue in the middle of its statement: `"…," he said, "…"`, `…, Rutledge said, …`. */
  #takeRest(cue: Cue, k: number, afterQuotation: boolean): void {
    const tokens = this.#tokens;
    const from = this.#regionStart;
    const limit = this.#limitOf(k, from);
    const next = tokens[from];
    const goesOn = isMark(next, ',') && from === cue.to && !afterQuotation && !cue.inverted;
    if (goesOn && !tokens[from + 1]?.quotation && this.#isMoreStatement(from + 1, limit)) {
      this.#addClause(from + 1, limit, cue);
      this.#regionStart = limit;
      return;
    }
    // `"…," said Mary Smith, a doctor, "…"`, `"…," he told CTV News on Friday, "…"`.
    for (let i = from; i + 1 < limit; i++) {
      const mark = isMark(tokens[i], ',') || isMark(tokens[i], ':') || (i === from && isDash(tokens[i]));
      if (!mark || !tokens[i + 1]?.quotation) continue;
      this.#addQuotation(i + 1, cue);
      this.#regionStart = i + 2;
      return;
    }
  }

  #isMoreStatement(from: number, limit: number): boolean {
    const word = wordAt(this.#tokens, from);
    return !/(?:ing|ed)$/u.test(word) && !ASIDE_WORD.test(word) && limit - from >= 3;
  }

  #takeAfter(cue: Cue, k: number): void {
    const tokens = this.#tokens;
    let i = skipCircumstances(tokens, cue.hearer ? skipHearer(tokens, cue.to) : cue.to);
    // "tweeted it out that", "pointed out that"
    for (let to = i + 1; to <= i + 2; to++) {
      if (wordAt(tokens, to) === 'that' && /^(?:it|out|on)$/u.test(wordAt(tokens, to - 1))) i = to;
    }
    const token = tokens[i];
    const mark = isMark(token, ',') || isMark(token, ':') || isDash(token);
    const first = mark ? i + 1 : i;
    const content = tokens[first];
    const limit = this.#limitOf(k, first);
    if (!token || !content || first >= limit) return;
    if (content.quotation) this.#takeQuotations(first, limit, cue, mark);
    else if (isMark(token, ':') || content.lower === 'that' || this.#canOpenClause(cue, i, limit)) {
      if (cue.kind === 'quotation') this.#takeQuotationsLater(first, limit, cue);
      else this.#addClause(first, limit, cue);
    } else {
      this.#takeQuotationsLater(first, limit, cue);
      return;
    }
    // What somebody says "according to" somebody else is looked at again, for the inner speaker.
    this.#regionStart = cue.verb === null ? first : limit;
  }

  #canOpenClause(cue: Cue, i: number, limit: number): boolean {
    const token = this.#tokens[i];
    if (cue.verb === null) return true;
    if (cue.kind !== 'clause' || !token || token.kind === 'punctuation' || NO_STATEMENT.test(token.lower)) return false;
    if (token.lower === 'about' && this.#tokens[i + 1]?.kind !== 'number') return false;
    return !LOOSE_VERBS.has(wordAt(this.#tokens, cue.verb)) || hasFiniteVerb(this.#tokens, i, limit);
  }

  /** Marks right after the cue: words in marks alone are direct, words that go on outside them a statement with a fragment. */
  #takeQuotations(first: number, limit: number, cue: Cue, afterMark: boolean): void {
    const next = this.#tokens[first + 1];
    const over = first + 1 >= limit || !next || next.kind === 'punctuation' || next.quotation !== null;
    const listed = next !== undefined && CONJUNCTIONS.has(next.lower) && this.#tokens[first + 2]?.quotation;
    if (!over && !afterMark && !listed) {
      this.#addClause(first, limit, cue);
      return;
    }
    for (let i = first; i < limit; i++) {
      const token = this.#tokens[i];
      if (token?.quotation) this.#addQuotation(i, cue);
      else if (token && token.kind !== 'punctuation' && !CONJUNCTIONS.has(token.lower)) break;
    }
  }

  /** Whole sentences in marks after other words that the verb takes. */
  #takeQuotationsLater(from: number, limit: number, cue: Cue): void {
    for (let i = from; i < limit; i++) {
      const token = this.#tokens[i];
      if (token?.quotation && this.#isSentenceLike(token) && !this.#claimed.has(i)) this.#addQuotation(i, cue);
    }
  }

  #takeFragments(cue: Cue, k: number): void {
    const limit = Math.min(this.#limitOf(k, cue.to), this.#cues[k + 1]?.from ?? this.#tokens.length);
    for (let i = cue.to; i < limit; i++) {
      if (this.#tokens[i]?.quotation && !this.#claimed.has(i)) this.#addQuotation(i, cue);
    }
  }

  /** `“…” — Commissioner Gail Starling`: a dash and a name behind a quotation say whose it is. */
  #takeSigned(): void {
    this.#tokens.forEach((token, i) => {
      if (!token.quotation || this.#claimed.has(i)) return;
      const subject = isDash(this.#tokens[i + 1]) ? signature(this.#tokens, i + 2) : null;
      if (subject) this.#addQuotation(i, { subject, verb: null });
    });
  }

  /** Whole sentences in marks that no cue brings in: their speaker is the one before. */
  #takeFloating(): void {
    const alone =
      this.#isEmpty(0, this.#tokens.length) || this.#tokens.every((t) => t.quotation || t.kind === 'punctuation');
    this.#tokens.forEach((token, i) => {
      if (!token.quotation || this.#claimed.has(i)) return;
      if (alone || isMark(this.#tokens[i - 1], ':') || this.#isSentenceLike(token)) this.#addQuotation(i, null);
    });
  }

  #isSentenceLike(token: ProseToken): boolean {
    const { quotation } = token;
    if (!quotation) return false;
    const inner = this.#text.slice(quotation.inner.start, quotation.inner.end).trim();
    return /^\p{Lu}/u.test(inner) && /[.!?…,]$/u.test(inner) && inner.split(/\s+/u).length >= FLOATING_WORDS;
  }

  /**
   * Where the words that a cue brings in must end: before the next cue that stands beside it (after a comma, "and", "but",
   * "while"), not before one that is nested in what is said ("… when they say …").
   */
  #limitOf(k: number, from: number): number {
    for (const next of this.#cues.slice(k + 1)) {
      if (next.from <= from || next.kind === 'fragment' || next.relative) continue;
      let i = next.from;
      while (i > from && this.#joinsClauses(this.#tokens[i - 1])) i--;
      const shared = /^(?:and|but|then)$/u.test(wordAt(this.#tokens, next.from));
      if (i < next.from || shared || next.participle) return i;
    }
    return this.#tokens.length;
  }

  #joinsClauses(token: ProseToken | undefined): boolean {
    return isMark(token, ',') || isDash(token) || CONJUNCTIONS.has(token?.lower ?? '');
  }

  #addQuotation(i: number, cue: Pick<Cue, 'verb' | 'subject'> | null): void {
    const quotation = this.#tokens[i]?.quotation;
    if (!quotation) return;
    this.#claimed.add(i);
    this.#add(quotation.inner, /[\s,;:]/u, true, cue);
  }

  #addClause(from: number, to: number, cue: Cue): void {
    const end = endBeforeRemark(this.#tokens, from, to);
    const first = this.#tokens[from];
    const last = this.#tokens[end - 1];
    if (!first || !last || end <= from) return;
    for (let i = from; i < end; i++) this.#claimed.add(i);
    this.#add({ start: first.start, end: last.end }, /[\s,;:.—–-]/u, false, cue);
  }

  /** @param trim what may stand at the end without being part of the words */
  #add(span: Span, trim: RegExp, direct: boolean, cue: Pick<Cue, 'verb' | 'subject'> | null): void {
    let { start, end } = span;
    while (start < end && /[\s,;:]/u.test(this.#text.charAt(start))) start++;
    while (end > start && trim.test(this.#text.charAt(end - 1))) end--;
    if (end > start)
      this.#found.push({ span: { start, end }, direct, verb: cue?.verb ?? null, subject: cue?.subject ?? null });
  }
}
