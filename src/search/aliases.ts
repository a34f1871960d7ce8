import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../corpus/article.js';
import { analyze, isStopWord, type Token, termOf } from '../english/analyzer.js';
import { IRREGULAR } from '../english/irregular.js';
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

/** Words in lower case with single spaces, as nearly all phrases that come with Dateline are. */
const PLAIN_PHRASE = /^[a-z]+(?: [a-z]+)*$/;
const PLAIN_WORD = /^[a-z]+$/;
/** A first word that needs no analysis to tell how it begins. */
const PLAIN_START = /^[a-z]+(?![^ -])/i;

/** A phrase as the table compares it. Its terms are made when they are asked for: of thousands of phrases few ever are. */
export class AliasPhrase {
  readonly written: string;
  #terms: readonly string[] | null = null;
  #key: string | null = null;

  constructor(written: string) {
    this.written = written;
  }

  /** Of its words, stop words included. */
  get terms(): readonly string[] {
    this.#terms ??= PLAIN_PHRASE.test(this.written)
      ? this.written.split(' ').map(termOf)
      : analyze(this.written, true).map(({ term }) => term);
    return this.#terms;
  }

  /** What phrases are compared by. */
  get key(): string {
    this.#key ??= this.terms.join(' ');
    return this.#key;
  }

  /** By which it waits in a table. */
  get initials(): string {
    return initialsOf(this.terms[0] ?? '');
  }
}

/** How a term begins. No ending that is cut off changes it, but for "dying", which is "die". */
function initialsOf(term: string): string {
  return term.slice(0, 2).replace('y', 'i');
}

/** The initials of the term of a phrase's first word, without making that where it can be told. */
function initialsOfWord(written: string): string {
  const first = PLAIN_START.exec(written)?.[0].toLowerCase();
  return first === undefined ? new AliasPhrase(written).initials : initialsOf(IRREGULAR.get(first) ?? first);
}

/** What one group says of some phrases: that each may stand as any of `to`. */
export interface AliasLink {
  readonly to: readonly AliasPhrase[];
  readonly strength: number;
  readonly by: Alias['by'];
}

/** A phrase that a question may say, and what it may stand as. */
export interface AliasEntry {
  readonly from: AliasPhrase;
  readonly link: AliasLink;
}

const NO_ALIASES: readonly Alias[] = [];

/** Other ways to say things, by the words they are said with. */
export class AliasTable {
  /** What is shared with others, and comes first. */
  readonly #base: AliasTable | null;
  /** Few of thousands of groups are ever asked for, so that they wait, by their phrases' initials, until a word is that may begin one. */
  readonly #waiting = new Map<string, (() => readonly AliasEntry[])[]>();
  /** By the phrase's key. */
  readonly #links = new Map<string, AliasLink[]>();
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

  /** Reads what was put off; asking does so too. */
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

  /**
   * Adds a group, in its turn.
   * @param initials of its phrases
   * @param read gives its entries; called once, when one of them may be asked for
   */
  add(initials: Iterable<string>, read: () => readonly AliasEntry[]): void {
    let entries: readonly AliasEntry[] | null = null;
    const readOnce = () => {
      entries ??= read();
      return entries;
    };
    for (const each of new Set(initials)) {
      const waiting = this.#waiting.get(each);
      if (waiting) waiting.push(readOnce);
      else this.#waiting.set(each, [readOnce]);
    }
  }

  /** Takes in those that may begin with a term. */
  #takeIn(term: string): void {
    const initials = initialsOf(term);
    for (const { from, link } of (this.#waiting.get(initials) ?? []).flatMap((read) => read())) {
      if (from.initials !== initials) continue;
      const links = this.#links.get(from.key);
      if (!links) this.#links.set(from.key, [link]);
      else if (links.length < MOST_GROUPS) links.push(link);
      const [first = ''] = from.terms;
      this.#longest.set(first, Math.max(from.terms.length, this.#longest.get(first) ?? 0));
    }
    this.#waiting.delete(initials);
  }

  /** Makes two phrases stand for one another: an article says that they do. */
  addSame(a: string, b: string): void {
    const phrases = [new AliasPhrase(a), new AliasPhrase(b)];
    if (unusable(phrases) !== null) return;
    const link: AliasLink = { to: phrases, strength: SAME_STRENGTH, by: 'alias' };
    const initials = phrases.map((phrase) => phrase.initials);
    this.add(initials, () => phrases.map((from) => ({ from, link })));
  }

  /** @param terms of a phrase, with stop words */
  #linksOf(terms: readonly string[]): readonly AliasLink[] | undefined {
    this.#takeIn(terms[0] ?? '');
    const own = this.#links.get(terms.join(' '));
    const shared = this.#base ? this.#base.#linksOf(terms) : undefined;
    return own && shared ? [...shared, ...own].slice(0, MOST_GROUPS) : (own ?? shared);
  }

  /** Words of the longest phrase in it or below it that begins with a word. @param first the word's term */
  #reach(first: string): number {
    this.#takeIn(first);
    return Math.max(this.#longest.get(first) ?? 0, this.#base ? this.#base.#reach(first) : 0);
  }

  /** @returns strongest first, each once; empty for a phrase in no group */
  #aliasesOf(terms: readonly string[]): readonly Alias[] {
    const links = this.#linksOf(terms);
    if (!links) return NO_ALIASES;
    const key = terms.join(' ');
    const aliases = new Map<string, Alias>();
    for (const { to, strength, by } of links) {
      for (const phrase of to) {
        const indexed = phrase.key === key ? null : indexedOf(phrase);
        if (indexed === null) continue;
        const alias = { phrase: phrase.written, terms: indexed.terms, strength: strength * indexed.sureness, by };
        const found = alias.terms.join(' ');
        const known = aliases.get(found);
        if (!known || known.strength < alias.strength) aliases.set(found, alias);
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
    return this.#aliasesOf(new AliasPhrase(phrase).terms);
  }

  #longestAt(tokens: readonly Token[], from: number): AliasedPhrase | null {
    // "Can" has the stem of "canned", and stands for nothing.
    const first = tokens[from];
    const least = first && isStopWord(first) ? from + 2 : from + 1;
    for (let to = Math.min(tokens.length, from + this.#reach(first?.term ?? '')); to >= least; to--) {
      const aliases = this.#aliasesOf(tokens.slice(from, to).map(({ term }) => term));
      if (aliases.length > 0) return { from, to, aliases };
    }
    return null;
  }
}

/** The index has no stop words and no single letters. */
function isDropped(surface: string): boolean {
  return STOP_WORDS.has(surface) || /^\p{L}$/u.test(surface);
}

/** Remembered: a phrase is asked for with each of its others. */
const KNOWN_INDEXED = new WeakMap<AliasPhrase, IndexedPhrase | null>();

/** How the index finds a phrase; null when too little of it is indexed. */
function indexedOf(phrase: AliasPhrase): IndexedPhrase | null {
  const known = KNOWN_INDEXED.get(phrase);
  if (known !== undefined) return known;
  const indexed = indexedPhrase(phrase.written);
  KNOWN_INDEXED.set(phrase, indexed);
  return indexed;
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

/** What is wrong with the phrases of a group; null when nothing is. */
type Check = (phrases: readonly AliasPhrase[]) => string | null;

/**
 * Adds the groups of a file to a table. A line that can't be read is reported and left out; the others count.
 * @param file what problems call it
 */
export function readAliases(text: string, file: string, table: AliasTable): Problem[] {
  const problems: Problem[] = [];
  for (const { line, number } of linesOf(text)) {
    const group = readGroup(line, unusable);
    if (typeof group === 'string') problems.push({ file, line: number, message: group });
    else
      table.add(
        group.map(({ from }) => from.initials),
        () => group,
      );
  }
  const untold = problems.length - MOST_PROBLEMS;
  if (untold <= 0) return problems;
  const more = { file, line: null, message: `${untold} more lines cannot be read.` };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

/** What begins a phrase of a group. */
const FIRST_WORDS = /(?<=[=~>,:] ?)[^\s=~>,:]+/g;

/**
 * As {@link readAliases}, of a file that the tests have read with it: of a line only the beginnings of its phrases are looked at until
 * somebody may ask for one.
 */
export function readTestedAliases(text: string, table: AliasTable): void {
  for (const { line } of linesOf(text)) {
    const words = line.match(FIRST_WORDS) ?? [];
    table.add(words.map(initialsOfWord), () => {
      const group = readGroup(line, () => null);
      return typeof group === 'string' ? [] : group;
    });
  }
}

/** The lines with something on them, without comments. */
function linesOf(text: string): { line: string; number: number }[] {
  return text.split(/\r?\n/).flatMap((raw, i) => {
    const line = raw
      .replace(/#.*/, '')
      .replace(/^\uFEFF/, '')
      .trim();
    return line === '' ? [] : [{ line, number: i + 1 }];
  });
}

/** @returns what the line says, or what is wrong with it */
function readGroup(line: string, check: Check): readonly AliasEntry[] | string {
  const [sign, rest] = [line.charAt(0), line.slice(1)];
  if (sign === '>') return readGeneral(rest, check);
  if (sign !== '=' && sign !== '~') return 'A line begins with =, ~ or >: "= sub, submarine".';
  const phrases = phrasesOf(rest);
  const wrong = check(phrases);
  if (wrong !== null) return wrong;
  if (phrases.length < 2) return 'A group needs two phrases or more, with commas between them.';
  const link: AliasLink =
    sign === '='
      ? { to: phrases, strength: SAME_STRENGTH, by: 'alias' }
      : { to: phrases, strength: RELATED_STRENGTH, by: 'related' };
  return phrases.map((from) => ({ from, link }));
}

function readGeneral(rest: string, check: Check): readonly AliasEntry[] | string {
  const [general = '', specific, ...more] = rest.split(':').map((part) => part.trim());
  if (general === '' || specific === undefined || more.length > 0) {
    return 'A ">" line needs a general word, a colon, and what falls under it: "> ship: ferry, tanker".';
  }
  const wider = new AliasPhrase(general);
  const phrases = phrasesOf(specific);
  const wrong = check([wider, ...phrases]);
  if (wrong !== null) return wrong;
  if (phrases.length === 0) return `Nothing stands after "${general}:".`;
  const down: AliasLink = { to: phrases, strength: SPECIFIC_STRENGTH, by: 'alias' };
  const up: AliasLink = { to: [wider], strength: GENERAL_STRENGTH, by: 'related' };
  return [{ from: wider, link: down }, ...phrases.map((from) => ({ from, link: up }))];
}

function phrasesOf(list: string): AliasPhrase[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => new AliasPhrase(phrase));
}

/** A lone stop word would stand for half the questions; "know-how" is made of two and stands for itself. */
function unusable(phrases: readonly AliasPhrase[]): string | null {
  if (phrases.length > MOST_PHRASES) return `A group has ${MOST_PHRASES} phrases at most; this has ${phrases.length}.`;
  if (phrases.some(({ terms }) => terms.length > MOST_WORDS)) return `A phrase has ${MOST_WORDS} words at most.`;
  const bad = phrases.find(({ terms, written }) => terms.length < 2 && indexedPhrase(written) === null);
  return bad === undefined ? null : `"${bad.written}" is no word that can be searched for.`;
}
