import type { Article } from '../corpus/article.js';
import { type Gender, genderOf } from '../english/givenNames.js';
import { INSTITUTION_WORDS } from '../english/lists/institutions.js';
import { type ProseToken, tokenize } from '../english/proseTokens.js';
import type { Named, NameMention } from './named.js';
import { LINKS, type NameRun, nameRuns } from './nameRuns.js';
import { readPersons } from './personEvidence.js';
import type { Segment } from './segments.js';

/** "North Korea", "New York", "San Francisco": two capitals, and no person. */
const PLACE_BEGINNING =
  /^(?:North|South|East|West|New|United|Central|Upper|Lower|Great|Greater|Los|San|Santa|Saint|St\.|Fort|Port|Mount|Lake|Cape)$/u;
/** "US", "U.S.", "NATO": never a part of a longer name. */
const SHORT_ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u;
/** What the older of two is called who share a name, and the younger. */
const ELDER_KIN = /\b(?:grand|step)?(?:father|mother)$|\b(?:aunt|uncle)$/u;
const YOUNGER_KIN = /\b(?:grand|step)?(?:daughter|son)$|\b(?:nephew|niece)$/u;
/** Of those who share a word of their names, so many are told apart: the ones with the longest names, which are entered first. */
const MOST_SHARING = 200;
/** What one is called, at most, in so many ways. */
const MOST_ROLES = 40;

/** Everybody whom an article names, and where. Words inside quotations count too: "Lavrov" is Lavrov there as well. */
export class Directory {
  readonly mentions: readonly NameMention[];
  readonly #byWord = new Map<string, Named[]>();
  /** By all words of the name. */
  readonly #byName = new Map<string, Named>();
  /** By each word of what they are called. */
  readonly #byRole = new Map<string, Named[]>();
  readonly #everybody: readonly Named[];

  constructor(article: Article, segments: readonly Segment[]) {
    const runs = segments.flatMap((segment) => nameRuns(spokenOut(article.text, segment)));
    // Longest first, so that "Lavrov" finds "Sergei Lavrov" wherever that stands.
    const ordered = [...runs].sort((a, b) => b.words.length - a.words.length || a.start - b.start);
    const named = new Map<NameRun, Named>();
    for (const run of ordered) named.set(run, this.#enter(run));
    this.mentions = runs.flatMap((run) => {
      const who = named.get(run);
      return who ? [{ named: who, start: run.start, end: run.end }] : [];
    });
    readPersons(article.text, this.mentions);
    this.#everybody = [...new Set(this.mentions.map((mention) => mention.named))];
    for (const held of this.#everybody) {
      for (const word of new Set([...held.roles].flatMap((role) => role.split(' ')))) add(this.#byRole, word, held);
    }
  }

  /**
   * Whoever a name as written means: 'Lavrov' → Sergei Lavrov; undefined when the article has no such name.
   * @param gender that a title says, as "Mrs." does; whoever is known to be of the other is not meant
   */
  find(words: readonly string[], gender: Gender | null = null): Named | undefined {
    const same = words.length > 1 ? this.#byName.get(words.map(key).join(' ')) : undefined;
    if (same) return same;
    // Whoever is meant has all the words: the list of the rarest is the shortest to look through.
    const lists = words.map((word) => this.#byWord.get(key(word)) ?? []);
    const shortest = lists.sort((a, b) => a.length - b.length)[0] ?? [];
    const candidates = shortest.filter(
      (named) => matches(named.words, words) && !(gender && named.gender && named.gender !== gender),
    );
    return candidates.sort(
      (a, b) => closeness(b, words) - closeness(a, words) || b.count - a.count || a.first - b.first,
    )[0];
  }

  /**
   * Of two people with one surname, the parent of the other, or the child; undefined when the article does not say whose parent or child
   * one of them is, or when there are more.
   */
  ofGeneration(surname: string, elder: boolean): Named | undefined {
    const family = (this.#byWord.get(key(surname)) ?? []).filter(
      ({ person, words }) => person && words.length > 1 && key(words.at(-1) ?? '') === key(surname),
    );
    if (family.length !== 2) return undefined;
    const isCalled = (kin: RegExp) => (named: Named) => [...named.roles].some((role) => kin.test(role));
    const wanted = family.find(isCalled(elder ? ELDER_KIN : YOUNGER_KIN));
    const other = family.find(isCalled(elder ? YOUNGER_KIN : ELDER_KIN));
    return wanted ?? (other && family.find((named) => named !== other));
  }

  /** Everybody named, in the order of their first mention. */
  everybody(): Named[] {
    return [...this.#everybody];
  }

  /** People who hold a role in this article, the most mentioned first: 'prime minister', 'mayor'. */
  holders(role: string): Named[] {
    const wanted = role.split(' ');
    const holders = (this.#byRole.get(wanted.at(-1) ?? '') ?? [])
      .filter((named) => [...named.roles].some((held) => endsWithWords(held.split(' '), wanted)))
      .sort((a, b) => b.count - a.count || a.first - b.first);
    const own = holders.filter(({ roles }) =>
      [...roles].some((held) => endsWithWords(held.split(' '), wanted) && !isLesser(held.split(' '), wanted)),
    );
    return own.length > 0 ? own : holders;
  }

  #enter(run: NameRun): Named {
    const known = this.find(run.words, run.gender);
    const institution =
      PLACE_BEGINNING.test(run.words[0] ?? '') ||
      (run.words.some((word) => INSTITUTION_WORDS.has(key(word))) && genderOf(run.words[0] ?? '') === null);
    const person = !institution && (run.title || !run.withArticle);
    if (known) {
      known.count++;
      for (const role of run.roles) if (known.roles.size < MOST_ROLES) known.roles.add(role);
      if (run.title && !institution) known.person = true;
      known.gender ??= run.gender;
      return known;
    }
    const named: Named = {
      name: run.words.join(' '),
      words: run.words,
      roles: new Set(run.roles),
      person: person && (run.words.length > 1 || run.title) && !/^\p{Lu}+$/u.test(run.words[0] ?? ''),
      human: null,
      gender: run.gender ?? genderOf(run.words[0] ?? ''),
      count: 1,
      first: run.start,
    };
    for (const word of new Set(run.words.map(key))) add(this.#byWord, word, named);
    this.#byName.set(run.words.map(key).join(' '), named);
    return named;
  }
}

/** Adds to a list that is full at {@link MOST_SHARING}. */
function add(lists: Map<string, Named[]>, word: string, named: Named): void {
  const list = lists.get(word);
  if (!list) lists.set(word, [named]);
  else if (list.length < MOST_SHARING) list.push(named);
}

function key(word: string): string {
  return word.toLowerCase();
}

/** The tokens of a segment with those of its quotations. */
function spokenOut(text: string, segment: Segment): ProseToken[] {
  return segment.tokens.flatMap((token) => (token.quotation ? tokenize(text, token.quotation.inner, []) : [token]));
}

/** Whether `short` can mean `full`: its words stand in it in order, and hold its last or its first word. */
function matches(full: readonly string[], short: readonly string[]): boolean {
  if (short.length > full.length) return false;
  if (short.length === 1 && full.length > 1 && SHORT_ACRONYM.test(short[0] ?? '')) return false;
  if (short.length === full.length) return short.every((word, i) => key(word) === key(full[i] ?? ''));
  const tail = full.slice(full.length - short.length);
  const headPart = full.slice(0, short.length);
  // "Bill Hall" is no bill.
  const isInstitutional = (word: string) => INSTITUTION_WORDS.has(key(word)) && genderOf(word) === null;
  const institution = full.some((word) => isInstitutional(word) || LINKS.test(word));
  const same = (part: readonly string[]) => part.every((word, i) => key(word) === key(short[i] ?? ''));
  if (institution)
    return short.length > 1
      ? same(tail) || same(headPart)
      : same(headPart) && full.length <= 3 && !LINKS.test(full[1] ?? '');
  return (
    same(tail) ||
    same(headPart) ||
    (short.length === 2 && key(short[0] ?? '') === key(full[0] ?? '') && key(short[1] ?? '') === key(full.at(-1) ?? ''))
  );
}

function closeness(named: Named, words: readonly string[]): number {
  const exact = named.words.length === words.length ? 4 : 0;
  const surname = key(named.words.at(-1) ?? '') === key(words.at(-1) ?? '') ? 1 : 0;
  return (words.length > 1 ? exact : 0) + (named.person ? 2 : 0) + surname;
}

/** Whoever stands below an office, or held it, is not meant by it as long as somebody holds it: "vice president", "former mayor". */
const LESSER: ReadonlySet<string> = new Set(['assistant', 'associate', 'deputy', 'ex', 'former', 'shadow', 'vice']);

/** Whether a role is one below that which is looked for. */
export function isLesser(held: readonly string[], wanted: readonly string[]): boolean {
  return held.some((word) => LESSER.has(word) && !wanted.includes(word));
}

function endsWithWords(held: readonly string[], wanted: readonly string[]): boolean {
  return (
    (wanted.length <= held.length && wanted.every((word, i) => word === held[held.length - wanted.length + i])) ||
    (wanted.length > 1 && wanted.every((word) => held.includes(word)))
  );
}
