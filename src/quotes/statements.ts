import type { Span } from '../corpus/article.js';
import { type Cue, findCues } from './cues.js';
import {
  CONJUNCTIONS,
  DETERMINERS,
  FRONTED,
  isAdverb,
  OBJECT_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  TIMES,
  VENUES,
} from './grammar.js';
import type { NounPhrase } from './subjects.js';
import { isDash, isMark, isStop, type Token } from './tokens.js';

/** Somebody's words, found but not yet put to a name. Numbers are token indices of the stretch. */
export interface Statement {
  /** Into the article's text. */
  readonly span: Span;
  readonly direct: boolean;
  readonly verb: number | null;
  /** Null when no cue stands with it: the speaker is the one before. */
  readonly subject: NounPhrase | null;
}

/** Fewer words between marks than this, without a cue, are a term or a nickname and no quotation. */
const FLOATING_WORDS = 6;
/** How far the hearer of "told" may reach before "that", in tokens. */
const LONGEST_HEARER = 16;

/** What is said in a stretch, and by whom as far as the stretch tells. */
export function findStatements(text: string, tokens: readonly Token[]): Statement[] {
  return new StatementFinder(text, tokens).find();
}

class StatementFinder {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly cues: readonly Cue[];
  private readonly found: Statement[] = [];
  /** Token indices that a statement already holds. */
  private readonly claimed = new Set<number>();
  /** Where the words begin that no cue has taken yet. */
  private regionStart = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    this.cues = findCues(tokens);
  }

  find(): Statement[] {
    for (let k = 0; k < this.cues.length; k++) {
      const cue = this.cues[k];
      if (!cue || cue.from < this.regionStart) continue;
      if (cue.kind === 'fragment') this.takeFragments(cue, k);
      else if (this.isTrailing(cue)) this.takeBefore(cue, k);
      else this.takeAfter(cue, k);
    }
    this.takeFloating();
    return this.found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** Whether a cue comes after its statement: `"…," he said`, `… at 90 metres, Gibson testified.` */
  private isTrailing(cue: Cue): boolean {
    if (cue.participle) return false;
    const before = this.tokens[cue.from - 1];
    if (cue.from <= this.regionStart || !before) return false;
    if (cue.verb === null) return !this.isEmptyRegion(cue.from);
    const afterQuotation = before.quotation !== null || (isMark(before, ',') && this.tokens[cue.from - 2]?.quotation);
    if (afterQuotation && !this.claimed.has(before.quotation ? cue.from - 1 : cue.from - 2)) return true;
    if (!isMark(before, ',') && !isDash(before)) return false;
    if (cue.inverted) return true;
    const after = this.tokens[cue.to];
    if (!after || isStop(after)) return true;
    const fronted = this.isFronted(this.regionStart, cue.from - 1);
    if (isMark(after, ',') || isMark(after, ';')) return !fronted || !this.tokens[cue.to + 1]?.quotation;
    if (isMark(after, ':') || after.quotation || after.lower === 'that') return false;
    if (fronted) return false;
    return !this.beginsClause(this.skipCircumstances(cue.to)) || isAdverb(after.lower);
  }

  /** Whether only an adverbial stands in a region: "In an interview Monday", "During his homeless years, which ended …". */
  private isFronted(from: number, to: number): boolean {
    const first = this.tokens[from];
    if (!first || !FRONTED.has(first.lower)) return false;
    if (/^(?:but|and|so|or|yet)$/u.test(first.lower)) return to - from <= 1 || this.isFronted(from + 1, to);
    for (let i = from; i < to; i++) if (isMark(this.tokens[i], ',')) return !this.beginsClause(i + 1);
    return true;
  }

  private isEmptyRegion(to: number): boolean {
    for (let i = this.regionStart; i < to; i++) {
      const token = this.tokens[i];
      if (token && token.kind !== 'punctuation' && !CONJUNCTIONS.has(token.lower)) return false;
    }
    return true;
  }

  private takeBefore(cue: Cue, k: number): void {
    let end = cue.from;
    while (end > this.regionStart && (isMark(this.tokens[end - 1], ',') || isDash(this.tokens[end - 1]))) end--;
    let start = this.regionStart;
    while (start < end && this.tokens[start]?.kind === 'punctuation') start++;
    const last = end - 1;
    const closing = this.tokens[last];
    if (closing?.quotation && cue.verb !== null) {
      const lead = this.tokens[last - 1];
      const alone = last === start || (last === start + 1 && CONJUNCTIONS.has(this.tokens[start]?.lower ?? ''));
      const setOff = isMark(lead, ',') || isMark(lead, ':') || isDash(lead);
      if (alone || (setOff && this.isSentenceLike(closing))) this.addQuotation(last, cue);
      else this.addClause(start, end, cue);
    } else if (end > start) this.addClause(start, end, cue);
    this.regionStart = this.endOfCue(cue);
    this.takeRest(cue, k);
  }

  /** After a cue in the middle of its statement: `"…," he said, "…"`, `…, Rutledge said, …`. */
  private takeRest(cue: Cue, k: number): void {
    let i = this.regionStart;
    const limit = this.limitOf(k, i);
    if (!isMark(this.tokens[i], ',') && !isMark(this.tokens[i], ':') && !isDash(this.tokens[i])) {
      // "… told CTV News on Friday, "…": the mark comes after the circumstances.
      const comma = this.nextMark(i, limit);
      if (comma < 0 || !this.tokens[comma + 1]?.quotation) return;
      i = comma;
    }
    const next = this.tokens[i + 1];
    if (!next || i + 1 >= limit) return;
    if (next.quotation) {
      this.addQuotation(i + 1, cue);
      this.regionStart = i + 2;
    } else if (isMark(this.tokens[i], ',') && i === cue.to && this.goesOn(i + 1, limit)) {
      this.addClause(i + 1, limit, cue);
      this.regionStart = limit;
    }
  }

  private goesOn(from: number, limit: number): boolean {
    const word = this.tokens[from]?.lower ?? '';
    if (
      /(?:ing|ed)$/u.test(word) ||
      /^(?:who|which|whose|though|although|but|and|while|as|when|where|after|before|during|in|on|at)$/u.test(word)
    )
      return false;
    return limit - from >= 3;
  }

  private nextMark(from: number, limit: number): number {
    for (let i = from; i < limit; i++) if (isMark(this.tokens[i], ',') || isMark(this.tokens[i], ':')) return i;
    return -1;
  }

  private takeAfter(cue: Cue, k: number): void {
    let i = cue.hearer ? this.skipHearer(cue.to) : cue.to;
    i = this.skipCircumstances(i);
    const limit = this.limitOf(k, i);
    const token = this.tokens[i];
    if (!token || i >= limit) return;
    const comma = isMark(token, ',') || isMark(token, ':') || isDash(token);
    const first = comma ? i + 1 : i;
    const content = this.tokens[first];
    if (!content || first >= limit) return;
    if (content.quotation) {
      this.takeQuotations(first, limit, cue, comma);
    } else if (cue.kind === 'quotation') {
      this.takeQuotationLater(first, limit, cue);
    } else if (
      isMark(token, ':') ||
      content.lower === 'that' ||
      (cue.kind === 'clause' && this.canOpenClause(cue, i, comma))
    ) {
      this.addClause(first, limit, cue);
    } else {
      this.takeQuotationLater(first, limit, cue);
      return;
    }
    this.regionStart = limit;
  }

  private canOpenClause(cue: Cue, i: number, comma: boolean): boolean {
    const token = this.tokens[i];
    if (cue.verb === null) return true;
    if (comma) return false;
    if (!token || /^(?:to|of|about|if|no|nothing|so|goodbye|yes|and|or|,)$/u.test(token.lower)) return false;
    return this.beginsClause(i) || token.kind === 'word' || token.kind === 'number';
  }

  /** Marks right after the cue: words in marks alone are direct, words that go on outside them a statement with a fragment. */
  private takeQuotations(first: number, limit: number, cue: Cue, afterMark: boolean): void {
    const next = this.tokens[first + 1];
    const over = first + 1 >= limit || !next || next.kind === 'punctuation' || next.quotation !== null;
    if (over || afterMark || (CONJUNCTIONS.has(next.lower) && this.tokens[first + 2]?.quotation)) {
      for (let i = first; i < limit; i++) {
        const token = this.tokens[i];
        if (token?.quotation) this.addQuotation(i, cue);
        else if (token && token.kind !== 'punctuation' && !CONJUNCTIONS.has(token.lower)) break;
      }
    } else this.addClause(first, limit, cue);
  }

  /** Words in marks that a verb of this kind brings in after other words: "including: “…” and “…”". */
  private takeQuotationLater(from: number, limit: number, cue: Cue): void {
    for (let i = from; i < limit; i++) {
      const token = this.tokens[i];
      if (token?.quotation && this.isSentenceLike(token) && !this.claimed.has(i)) this.addQuotation(i, cue);
    }
  }

  private takeFragments(cue: Cue, k: number): void {
    const limit = this.limitOf(k, cue.to);
    for (let i = cue.to; i < limit; i++)
      if (this.tokens[i]?.quotation && !this.claimed.has(i)) this.addQuotation(i, cue);
  }

  /** Whole sentences in marks that no cue brings in: their speaker is the one before. */
  private takeFloating(): void {
    const alone = this.tokens.every(
      (t) => t.quotation !== null || t.kind === 'punctuation' || CONJUNCTIONS.has(t.lower),
    );
    this.tokens.forEach((token, i) => {
      if (!token.quotation || this.claimed.has(i)) return;
      const introduced = isMark(this.tokens[i - 1], ':');
      if (alone || introduced || this.isSentenceLike(token)) this.addQuotation(i, null);
    });
  }

  private isSentenceLike(token: Token): boolean {
    const inner = token.text.slice(1, -1);
    return /^\p{Lu}/u.test(inner) && /[.!?…,]$/u.test(inner) && inner.split(/\s+/u).length >= FLOATING_WORDS;
  }

  /**
   * Where the words that a cue brings in must end: before the next cue that stands beside it (after a comma, "and", "but",
   * "while"), not before one that is nested in what is said ("… when they say …").
   */
  private limitOf(k: number, from: number): number {
    for (const next of this.cues.slice(k + 1)) {
      if (next.from <= from || next.kind === 'fragment') continue;
      let i = next.from;
      while (
        i > from &&
        (CONJUNCTIONS.has(this.tokens[i - 1]?.lower ?? '') ||
          isMark(this.tokens[i - 1], ',') ||
          isDash(this.tokens[i - 1]))
      )
        i--;
      const shared = /^(?:and|but|then)$/u.test(this.tokens[next.from]?.lower ?? '');
      if (i < next.from || shared || next.participle) return i;
    }
    return this.tokens.length;
  }

  private endOfCue(cue: Cue): number {
    return cue.hearer && cue.verb !== null ? Math.max(cue.to, this.skipHearer(cue.to)) : cue.to;
  }

  /** After "told": past the hearer, to where the statement begins. */
  private skipHearer(from: number): number {
    for (let i = from; i < from + LONGEST_HEARER; i++) {
      const token = this.tokens[i];
      if (!token || token.quotation || isStop(token)) break;
      if (token.lower === 'that' && i > from) return i;
    }
    const first = this.tokens[from];
    if (first?.kind !== 'word') return from;
    const next = this.tokens[from + 1];
    if (
      OBJECT_PRONOUNS.has(first.lower) &&
      (first.lower !== 'her' || !next || next.kind !== 'word' || this.beginsClause(from + 1))
    )
      return from + 1;
    let i = from + 1;
    if (first.capital) {
      while (
        this.tokens[i]?.capital ||
        (/^(?:of|the|&|and|host|for)$/u.test(this.tokens[i]?.lower ?? '') && this.tokens[i + 1]?.capital)
      )
        i++;
      return i;
    }
    const determined = DETERMINERS.has(first.lower) || POSSESSIVES.has(first.lower);
    if (!determined && /s$/u.test(first.lower)) return from + 1;
    for (; i < from + LONGEST_HEARER; i++) {
      const token = this.tokens[i];
      if (!token || token.kind === 'punctuation' || token.quotation || (i > from + 1 && this.beginsClause(i))) break;
    }
    return i;
  }

  /** Past "on Tuesday", "in a statement", "at a news conference": circumstances that are no part of what is said. */
  private skipCircumstances(from: number): number {
    let i = from;
    for (;;) {
      const word = this.tokens[i]?.lower ?? '';
      if (TIMES.has(word) || (isAdverb(word) && word !== 'even')) i++;
      else if (word === 'on' && TIMES.has(this.tokens[i + 1]?.lower ?? '')) i += 2;
      else if (word === 'last' || word === 'this') {
        if (
          !/^(?:week|month|year|spring|summer|fall|autumn|winter|morning|afternoon|evening)$/u.test(
            this.tokens[i + 1]?.lower ?? '',
          )
        )
          return i;
        i += 2;
      } else if (PREPOSITIONS.has(word)) {
        const end = this.endOfVenue(i);
        if (end < 0) return i;
        i = end;
      } else return i;
    }
  }

  /** Where "in a statement", "in his New Year's speech", "to reporters" ends; -1 when the words at `at` are no such phrase. */
  private endOfVenue(at: number): number {
    for (let i = at + 1; i < at + 7; i++) {
      const token = this.tokens[i];
      if (!token || token.kind === 'punctuation' || token.quotation) return -1;
      if (VENUES.has(token.lower) && !VENUES.has(this.tokens[i + 1]?.lower ?? '')) return i + 1;
    }
    return -1;
  }

  /** Whether a clause of its own can begin at a token: a subject does. */
  private beginsClause(i: number): boolean {
    const token = this.tokens[i];
    if (!token) return false;
    if (token.quotation || token.lower === 'that' || token.lower === 'there') return true;
    if (PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower)) return true;
    return token.capital || /[^s]s$/u.test(token.lower);
  }

  private addQuotation(i: number, cue: Cue | null): void {
    const quotation = this.tokens[i]?.quotation;
    if (!quotation) return;
    this.claimed.add(i);
    this.add(quotation.inner, true, cue);
  }

  private addClause(from: number, to: number, cue: Cue): void {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    if (!first || !last || to <= from) return;
    for (let i = from; i < to; i++) this.claimed.add(i);
    this.add({ start: first.start, end: last.end }, false, cue);
  }

  private add(span: Span, direct: boolean, cue: Cue | null): void {
    let { start, end } = span;
    while (start < end && /[\s,;:]/u.test(this.text.charAt(start))) start++;
    while (end > start && /[\s,;:]/u.test(this.text.charAt(end - 1))) end--;
    if (!direct) while (end > start && /[\s,;:.—–-]/u.test(this.text.charAt(end - 1))) end--;
    if (end <= start) return;
    this.found.push({ span: { start, end }, direct, verb: cue?.verb ?? null, subject: cue?.subject ?? null });
  }
}
