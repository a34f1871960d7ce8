import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../corpus/article.js';
import { analyze, rememberTerms, type TermOf, type Token, termOf } from '../english/analyzer.js';
import { STOP_WORDS } from '../english/lists/stopWords.js';

/** So many lines that cannot be read are told one by one, and the others counted. */
const MOST_PROBLEMS = 100;
/** A phrase of more words is a sentence, which nobody says in a question. */
const MOST_WORDS = 12;
/** A group of more phrases is no group: each of them would be looked for wherever one is asked for. */
const MOST_PHRASES = 200;

/** And of a phrase in more groups than these the first count. */
const MOST_GROUPS = 100;

/** Another way to say a phrase. */
export interface Alias {
  /** As the file writes it. */
  readonly phrase: string;
  /** Index terms that must stand together, at least one. */
  readonly terms: readonly string[];
  /** How sure it is that the same is meant, 0..1. */
  readonly strength: number;
  readonly by: 'alias' | 'related';
}

/** A run of words that has aliases: `tokens.slice(from, to)` of what was searched. */
export interface AliasedPhrase {
  readonly from: number;
  readonly to: number;
  /** Strongest first. */
  readonly aliases: readonly Alias[];
}

/** `= a, b`: the same thing. */
const SAME_STRENGTH = 0.9;
/** `~ a, b`: used for one another now and then. */
const RELATED_STRENGTH = 0.6;
/** `> a: b`: who asks for weapons is served by shells … */
const SPECIFIC_STRENGTH = 0.75;
/** … and who asks for shells perhaps by weapons. */
const GENERAL_STRENGTH = 0.45;
/** "the North" is found by its "north" alone, since the index has no "the": half as sure. */
const ARTICLE_DROPPED = 0.5;

/** How the index finds a phrase. */
interface IndexedPhrase {
  readonly terms: readonly string[];
  readonly sureness: number;
}

/** A phrase as the table compares it. */
export interface AliasPhrase {
  readonly written: string;
  /** Its words' terms, stop words included. */
  readonly key: string;
  /** How many words that is. */
  readonly words: number;
}

/** What one group says of a phrase: that it may stand as any of `to`. */
interface Link {
  readonly to: readonly AliasPhrase[];
  readonly strength: number;
  readonly by: Alias['by'];
}

const NO_ALIASES: readonly Alias[] = [];

/** Other ways to say things, by the words they are said with. */
export class AliasTable {
  /** What is shared with others, and comes first. */
  readonly #base: AliasTable | null;
  /** Few of thousands of groups are ever asked for, so that a phrase's aliases are made when it is. */
  readonly #links = new Map<string, Link[]>();
  /** Words of the longest phrase that begins with a word, by the word's term. */
  readonly #longest = new Map<string, number>();
  /** What was put off, in order; each adds its groups. */
  readonly #unread: (() => void)[] = [];

  /** @param base a table that this one is laid over, and never adds to */
  constructor(base: AliasTable | null = null) {
    this.#base = base;
  }

  /** Puts off the reading of groups until somebody asks for aliases, so that a start does not wait for it. */
  putOff(read: () => void): void {
    this.#unread.push(read);
  }

  /** Reads what was put off, about 100 ms for what comes with Dateline; asking does so too. */
  readAll(): void {
    this.#base?.readAll();
    while (this.#unread.length > 0) this.#unread.shift()?.();
  }

  /** As {@link readAll}, and others have their turn between one file and the next. */
  async readAhead(): Promise<void> {
    await this.#base?.readAhead();
    while (this.#unread.length > 0) {
      await setImmediate();
      this.#unread.shift()?.();
    }
  }

  /** @param strength of each of `to` where a question says `from` */
  add(from: AliasPhrase, to: readonly AliasPhrase[], strength: number, by: Alias['by']): void {
    const links = this.#links.get(from.key);
    if (links) {
      if (links.length < MOST_GROUPS) links.push({ to, strength, by });
    } else this.#links.set(from.key, [{ to, strength, by }]);
    const [first = ''] = from.key.split(' ', 1);
    if (from.words > (this.#longest.get(first) ?? 0)) this.#longest.set(first, from.words);
  }

  /** Makes two phrases stand for one another: an article says that they do. */
  addSame(a: string, b: string): void {
    const phrases = [phraseOf(a), phraseOf(b)];
    if (unusable(phrases) !== null) return;
    for (const from of phrases) this.add(from, phrases, SAME_STRENGTH, 'alias');
  }

  #linksOf(key: string): readonly Link[] | undefined {
    const own = this.#links.get(key);
    const shared = this.#base ? this.#base.#linksOf(key) : undefined;
    return own && shared ? [...shared, ...own].slice(0, MOST_GROUPS) : (own ?? shared);
  }

  /** Words of the longest phrase in it or below it that begins with a word. @param first the word's term */
  #reach(first: string): number {
    return Math.max(this.#longest.get(first) ?? 0, this.#base ? this.#base.#reach(first) : 0);
  }

  /** @returns strongest first, each once; empty for a phrase in no group */
  #aliasesOf(key: string): readonly Alias[] {
    const links = this.#linksOf(key);
    if (!links) return NO_ALIASES;
    const aliases = new Map<string, Alias>();
    for (const { to, strength, by } of links) {
      for (const { written, key: other } of to) {
        const indexed = other === key ? null : indexedPhrase(written);
        if (indexed === null) continue;
        const alias = { phrase: written, terms: indexed.terms, strength: strength * indexed.sureness, by };
        const known = aliases.get(keyOf(alias.terms));
        if (!known || known.strength < alias.strength) aliases.set(keyOf(alias.terms), alias);
      }
    }
    return [...aliases.values()].sort((a, b) => b.strength - a.strength);
  }

  /**
   * Every phrase of a text that has aliases, the longest at each place, none overlapping.
   * @param tokens with stop words: `analyze(question, true)`
   */
  find(tokens: readonly Token[]): AliasedPhrase[] {
    this.readAll();
    const found: AliasedPhrase[] = [];
    let from = 0;
    while (from < tokens.length) {
      const phrase = this.#longestAt(tokens, from);
      if (phrase) found.push(phrase);
      from = phrase ? phrase.to : from + 1;
    }
    return found;
  }

  /** @returns the aliases of a whole phrase, strongest first; empty for one without. */
  expand(phrase: string): readonly Alias[] {
    this.readAll();
    return this.#aliasesOf(keyOf(analyze(phrase, true)));
  }

  #longestAt(tokens: readonly Token[], from: number): AliasedPhrase | null {
    for (let to = Math.min(tokens.length, from + this.#reach(tokens[from]?.term ?? '')); to > from; to--) {
      const aliases = this.#aliasesOf(keyOf(tokens.slice(from, to)));
      if (aliases.length > 0) return { from, to, aliases };
    }
    return null;
  }
}

function keyOf(tokens: readonly (Token | string)[]): string {
  return tokens.map((token) => (typeof token === 'string' ? token : token.term)).join(' ');
}

/** The index has no stop words and no single letters. */
function isDropped(surface: string): boolean {
  return STOP_WORDS.has(surface) || /^\p{L}$/u.test(surface);
}

/** Words in lower case with single spaces, as nearly all phrases that come with Dateline are. */
const PLAIN_PHRASE = /^[a-z]+(?: [a-z]+)*$/;
const PLAIN_WORD = /^[a-z]+$/;

/** @param terms how a word gets its term; with a memory where many phrases are read */
function phraseOf(written: string, terms: TermOf = termOf): AliasPhrase {
  // 15,000 of them are read at every start, and a plain one is its words: that is a quarter of the time.
  if (PLAIN_PHRASE.test(written)) {
    const words = written.split(' ');
    return { written, key: words.map(terms).join(' '), words: words.length };
  }
  const all = analyze(written, true, terms);
  return { written, key: keyOf(all), words: all.length };
}

/**
 * "No 10" must not be found by every 10, so a phrase of which one word is indexed is not searched for, but for "the X".
 * @returns null when too little of the phrase is indexed
 */
function indexedPhrase(written: string): IndexedPhrase | null {
  if (PLAIN_WORD.test(written)) return isDropped(written) ? null : { terms: [termOf(written)], sureness: 1 };
  const all = analyze(written, true);
  const kept = all.filter(({ surface }) => !isDropped(surface));
  // "COVID-19" is also one word to the analyzer, at the place of its last part; the parts are enough.
  const terms = kept.filter((token, i) => token.position !== kept[i - 1]?.position).map(({ term }) => term);
  const whole = terms.length > 1 || (terms.length === 1 && kept.length === all.length);
  const withArticle = terms.length === 1 && all.length === 2 && all[0]?.surface === 'the';
  return whole || withArticle ? { terms, sureness: whole ? 1 : ARTICLE_DROPPED } : null;
}

/**
 * Adds the groups of a file to a table. A line that can't be read is reported and left out; the others count.
 * @param file what problems call it
 */
export function readAliases(text: string, file: string, table: AliasTable): Problem[] {
  const problems: Problem[] = [];
  const terms = rememberTerms();
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw
      .replace(/#.*/, '')
      .replace(/^\uFEFF/, '')
      .trim();
    const message = line === '' ? null : readGroup(line, table, terms);
    if (message) problems.push({ file, line: i + 1, message });
  }
  const untold = problems.length - MOST_PROBLEMS;
  if (untold <= 0) return problems;
  const more = { file, line: null, message: `${untold} more lines cannot be read.` };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

/** @returns what is wrong with the line, or null */
function readGroup(line: string, table: AliasTable, terms: TermOf): string | null {
  const [sign, rest] = [line.charAt(0), line.slice(1)];
  if (sign === '>') return readGeneral(rest, table, terms);
  if (sign !== '=' && sign !== '~') return 'A line begins with =, ~ or >: "= sub, submarine".';
  const phrases = phrasesOf(rest, terms);
  const wrong = unusable(phrases);
  if (wrong !== null) return wrong;
  if (phrases.length < 2) return 'A group needs two phrases or more, with commas between them.';
  const [strength, by] = sign === '=' ? ([SAME_STRENGTH, 'alias'] as const) : ([RELATED_STRENGTH, 'related'] as const);
  for (const from of phrases) table.add(from, phrases, strength, by);
  return null;
}

function readGeneral(rest: string, table: AliasTable, terms: TermOf): string | null {
  const [general = '', specific, ...more] = rest.split(':').map((part) => part.trim());
  if (general === '' || specific === undefined || more.length > 0) {
    return 'A ">" line needs a general word, a colon, and what falls under it: "> ship: ferry, tanker".';
  }
  const wider = phraseOf(general, terms);
  const phrases = phrasesOf(specific, terms);
  const wrong = unusable([wider, ...phrases]);
  if (wrong !== null) return wrong;
  if (phrases.length === 0) return `Nothing stands after "${general}:".`;
  table.add(wider, phrases, SPECIFIC_STRENGTH, 'alias');
  for (const phrase of phrases) table.add(phrase, [wider], GENERAL_STRENGTH, 'related');
  return null;
}

function phrasesOf(list: string, terms: TermOf): AliasPhrase[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => phraseOf(phrase, terms));
}

/** A lone stop word would stand for half the questions; "know-how" is made of two and stands for itself. */
function unusable(phrases: readonly AliasPhrase[]): string | null {
  if (phrases.length > MOST_PHRASES) return `A group has ${MOST_PHRASES} phrases at most; this has ${phrases.length}.`;
  if (phrases.some(({ words }) => words > MOST_WORDS)) return `A phrase has ${MOST_WORDS} words at most.`;
  const bad = phrases.find(({ key, written }) => !key.includes(' ') && indexedPhrase(written) === null);
  return bad === undefined ? null : `"${bad.written}" is no word that can be searched for.`;
}
