import type { Article } from '../corpus/article.js';
import { type Gender, genderOf } from './givenNames.js';
import { PREPOSITIONS, ROLES, TIMES } from './grammar.js';
import type { Stretch } from './stretches.js';
import { isMark, type Token, tokenize } from './tokens.js';

/** Somebody whom an article names: a person, or an institution, country or place that can speak. */
export interface Named {
  /** The fullest form in the article, without titles: 'Sergei Lavrov'. */
  name: string;
  readonly words: readonly string[];
  /** What the article calls them, lower case: 'russian foreign minister'. */
  readonly roles: Set<string>;
  person: boolean;
  gender: Gender | null;
  /** How often the article has the name. */
  count: number;
  /** Offset of the first mention. */
  readonly first: number;
}

/** A name where it stands. */
export interface NameMention {
  readonly named: Named;
  readonly start: number;
  readonly end: number;
}

const INSTITUTION = new Set(
  (
    'university college school institute institution ministry department agency association centre center court ' +
    'council board committee commission union bank group federation society service services force forces ' +
    'authority club league party inc inc. ltd ltd. corp corp. co llc llp news times post press police foundation ' +
    'network organization organisation company government parliament congress senate house cabinet embassy office ' +
    'bureau army navy hospital church museum cup championship games street avenue road river lake park stadium ' +
    'airport media canada america states kingdom nations alliance coalition campaign fund trust airlines airways ' +
    'motors energy technologies health administration corporation act bill treaty county city province state ' +
    'republic international security research team rangers liberals conservatives democrats republicans greens ' +
    'ndp gop eu un nato rcmp fbi cia mps division agreement project program plan summit conference'
  ).split(' '),
);
const MALE_TITLE = /^(?:mr\.?|sir|king|prince|lord|father|rabbi|imam)$/u;
const FEMALE_TITLE = /^(?:mrs\.?|ms\.?|miss|dame|queen|princess|lady|sister)$/u;
const MALE_NOUN =
  /^(?:spokesman|chairman|congressman|businessman|father|husband|son|brother|actor|boy|man|uncle|grandfather|king|prince)$/u;
const FEMALE_NOUN =
  /^(?:spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter|sister|actress|girl|woman|aunt|grandmother|queen|princess)$/u;
/** Capitalised only because they begin a sentence, or never a name. */
const NEVER_NAMES = new Set(
  (
    'the a an in on at but and or if when while as it he she they we i you his her its their our my this that ' +
    'these those there here what who why how where which after before since for from with by to of some many most ' +
    'all both one two three four five several no not yes however meanwhile also still yet then now so just even ' +
    'only such according although though because during under over about more another other each every any asked ' +
    'speaking earlier later last next first second once until despite following unlike like whether watch read ' +
    'story photo related click advertisement'
  ).split(' '),
);
/** Words that may stand inside a name. */
const LINKS = /^(?:of|de|da|di|del|der|den|du|la|le|van|von|bin|al|el|ibn|&)$/u;
/** "US", "U.S.", "NATO": never a part of a longer name. */
const ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u;
/** These go with a role and are none themselves. */
const ROLE_QUALIFIERS = new Set(
  'former late then acting interim junior senior head private assistant associate fellow partner'.split(' '),
);
/** How many words before a name are looked at for what the person is. */
const ROLE_REACH = 6;

/** Everybody whom an article names, and where. Words inside quotations count too: "Lavrov" is Lavrov there as well. */
export class Directory {
  readonly mentions: readonly NameMention[];
  private readonly byWord = new Map<string, Named[]>();
  private readonly text: string;

  constructor(article: Article, stretches: readonly Stretch[]) {
    this.text = article.text;
    const runs = stretches.flatMap((stretch) => nameRuns(spokenOut(article.text, stretch)));
    // Longest first, so that "Lavrov" finds "Sergei Lavrov" wherever that stands.
    const ordered = [...runs].sort((a, b) => b.words.length - a.words.length || a.start - b.start);
    const named = new Map<NameRun, Named>();
    for (const run of ordered) named.set(run, this.enter(run));
    this.mentions = runs.flatMap((run) => {
      const who = named.get(run);
      return who ? [{ named: who, start: run.start, end: run.end }] : [];
    });
    for (const mention of this.mentions) this.readGender(mention);
  }

  /** Whoever a name as written means: 'Lavrov' → Sergei Lavrov; undefined when the article has no such name. */
  find(words: readonly string[]): Named | undefined {
    const last = words.at(-1);
    if (last === undefined) return undefined;
    const candidates = (this.byWord.get(key(last)) ?? []).filter((named) => matches(named.words, words));
    return candidates.sort(
      (a, b) => closeness(b, words) - closeness(a, words) || b.count - a.count || a.first - b.first,
    )[0];
  }

  /** Everybody named, in the order of their first mention. */
  everybody(): Named[] {
    return [...new Set(this.mentions.map((mention) => mention.named))];
  }

  /** People who hold a role in this article, the most mentioned first: 'prime minister', 'mayor'. */
  holders(role: string): Named[] {
    const wanted = role.split(' ');
    return this.everybody()
      .filter((named) => [...named.roles].some((held) => endsWithWords(held.split(' '), wanted)))
      .sort((a, b) => b.count - a.count || a.first - b.first);
  }

  private enter(run: NameRun): Named {
    const known = this.find(run.words);
    const person = run.title || !(run.words.some((word) => INSTITUTION.has(word.toLowerCase())) || run.withArticle);
    if (known) {
      known.count++;
      for (const role of run.roles) known.roles.add(role);
      if (run.title || run.roles.length > 0) known.person = true;
      known.gender ??= run.gender;
      return known;
    }
    const named: Named = {
      name: run.words.join(' '),
      words: run.words,
      roles: new Set(run.roles),
      person: person && (run.words.length > 1 || run.title) && !/^\p{Lu}+$/u.test(run.words[0] ?? ''),
      gender: run.gender ?? genderOf(run.words[0] ?? ''),
      count: 1,
      first: run.start,
    };
    for (const word of new Set(run.words.map(key))) {
      const list = this.byWord.get(word);
      if (list) list.push(named);
      else this.byWord.set(word, [named]);
    }
    return named;
  }

  /** "Howell, who has two children in the school … her": a pronoun soon after a name tells the gender when nothing else does. */
  private readGender(mention: NameMention): void {
    const { named } = mention;
    if (named.gender || !named.person) return;
    const after = this.text.slice(mention.end, mention.end + 90).split(/[.!?]\s/u)[0] ?? '';
    const pronoun = /\b(he|his|himself|she|her|herself)\b/iu.exec(after)?.[1]?.toLowerCase();
    if (pronoun) named.gender = pronoun.startsWith('h') && !pronoun.startsWith('her') ? 'male' : 'female';
  }
}

interface NameRun {
  readonly words: readonly string[];
  readonly roles: readonly string[];
  readonly title: boolean;
  readonly gender: Gender | null;
  /** "the Kremlin": an article before it speaks for an institution. */
  readonly withArticle: boolean;
  readonly start: number;
  readonly end: number;
}

function key(word: string): string {
  return word.toLowerCase();
}

/** The tokens of a stretch with those of its quotations. */
function spokenOut(text: string, stretch: Stretch): Token[] {
  return stretch.tokens.flatMap((token) => (token.quotation ? tokenize(text, token.quotation.inner, []) : [token]));
}

/** A name as its words, the possessive ending cut off. */
export function nameWords(tokens: readonly Token[]): string[] {
  return tokens
    .filter((t) => t.kind === 'word' || t.text === '&')
    .map((t) => t.text.replace(/['’]s$/u, '').replace(/(?<=s)['’]$/u, ''));
}

/** Whether `short` can mean `full`: its words stand in it in order, and hold its last or its first word. */
function matches(full: readonly string[], short: readonly string[]): boolean {
  if (short.length > full.length) return false;
  if (short.length === 1 && full.length > 1 && ACRONYM.test(short[0] ?? '')) return false;
  if (short.length === full.length) return short.every((word, i) => key(word) === key(full[i] ?? ''));
  const tail = full.slice(full.length - short.length);
  const headPart = full.slice(0, short.length);
  const institution = full.some((word) => INSTITUTION.has(key(word)) || LINKS.test(word));
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

function endsWithWords(held: readonly string[], wanted: readonly string[]): boolean {
  return (
    (wanted.length <= held.length && wanted.every((word, i) => word === held[held.length - wanted.length + i])) ||
    (wanted.length > 1 && wanted.every((word) => held.includes(word)))
  );
}

/** The names in a run of tokens, titles taken off and kept as roles. */
function nameRuns(tokens: readonly Token[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token?.capital || isNeverName(token)) continue;
    let to = i + 1;
    while (to < tokens.length) {
      const before = tokens[to - 1];
      const next = tokens[to];
      if (!before || !next || /['’]s?$/u.test(before.text)) break;
      if (next.capital && !TIMES.has(next.lower)) to++;
      else if (LINKS.test(next.lower) && tokens[to + 1]?.capital && !TIMES.has(tokens[to + 1]?.lower ?? '')) to += 2;
      else break;
    }
    const run = readRun(tokens, i, to);
    if (run) runs.push(run);
    i = to - 1;
  }
  return runs;
}

function isNeverName(token: Token): boolean {
  return NEVER_NAMES.has(token.lower) || TIMES.has(token.lower);
}

/** Where the name begins after its titles: "U.S. Secretary of State | Mike Pompeo". */
export function skipTitles(words: readonly string[]): number {
  let start = 0;
  for (let i = 0; i < words.length - 1; i++) {
    const word = key(words[i] ?? '');
    if (!ROLES.has(word.replace(/-elect$/u, ''))) continue;
    start = i + 1;
    if (key(words[start] ?? '') === 'of' && words.length - start > 2) start = Math.max(start + 2, words.length - 2);
  }
  return start;
}

/** "US Special Representative", "Attorney General": an office; but "Robert Major" is a man. */
function isOnlyRole(name: readonly string[]): boolean {
  return ROLES.has(key(name.at(-1) ?? '')) && genderOf(name[0] ?? '') === null;
}

function readRun(tokens: readonly Token[], from: number, to: number): NameRun | null {
  const words = nameWords(tokens.slice(from, to));
  const skipped = skipTitles(words);
  const name = words.slice(skipped);
  const last = tokens[to - 1];
  const first = tokens[from + skipped];
  if (name.length === 0 || !first || !last || isOnlyRole(name)) return null;
  const titles = words.slice(0, skipped).map(key);
  const before = rolesBefore(tokens, from);
  const after = roleAfter(tokens, to);
  const roles = [[...before, ...titles].join(' '), ...after].filter(
    (role) => role !== '' && role.split(' ').some((word) => ROLES.has(word) && !ROLE_QUALIFIERS.has(word)),
  );
  const all = [...before, ...titles, ...after.flatMap((role) => role.split(' '))];
  const gender = all.some((w) => MALE_TITLE.test(w) || MALE_NOUN.test(w))
    ? 'male'
    : all.some((w) => FEMALE_TITLE.test(w) || FEMALE_NOUN.test(w))
      ? 'female'
      : null;
  const withArticle = skipped === 0 && before.length === 0 && tokens[from - 1]?.lower === 'the';
  return {
    words: name,
    roles,
    title: skipped > 0 || roles.length > 0,
    gender,
    withArticle,
    start: first.start,
    end: last.end,
  };
}

/** The lower-case words right before a name that say what the person is: "oil and gas worker", "spokesman". */
function rolesBefore(tokens: readonly Token[], from: number): string[] {
  if (!ROLES.has(tokens[from - 1]?.lower ?? '') || tokens[from - 1]?.capital) return [];
  const words: string[] = [];
  for (let i = from - 1; i >= 0 && i >= from - ROLE_REACH; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word' || PREPOSITIONS.has(token.lower) || NEVER_NAMES.has(token.lower)) break;
    words.unshift(token.lower);
  }
  return words;
}

/** What follows a name after a comma: ", president of the council,", ", the WHL commissioner,". */
function roleAfter(tokens: readonly Token[], to: number): string[] {
  if (!isMark(tokens[to], ',')) return [];
  const words: string[] = [];
  for (let i = to + 1; i < to + 1 + ROLE_REACH; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || PREPOSITIONS.has(token.lower) || /^(?:who|which|and|said|says)$/u.test(token.lower))
      break;
    if (!NEVER_NAMES.has(token.lower)) words.push(token.lower.replace(/'s$/u, ''));
  }
  return ROLES.has(words.at(-1) ?? '') ? [words.join(' ')] : [];
}
