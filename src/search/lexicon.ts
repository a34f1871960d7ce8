import { analyze, isStopWord, type Token, termOf } from '../english/analyzer.js';
import { editDistance } from '../english/editDistance.js';
import { STOP_WORDS } from '../english/lists/stopWords.js';
import { type Alias, AliasTable } from './aliases.js';
import type { WordVectors } from './meaning/wordVectors.js';
import { otherSpellings } from './nameSpellings.js';
import type { TermStatistics } from './searchedCorpus.js';
import { Speller } from './spelling.js';

/** How a question's word can stand in an article. */
export type MatchedBy = 'exact' | 'spelling' | 'alias' | 'related' | 'meaning';

/** Another way to say a word: one or more terms that must stand together. */
export interface Variant {
  readonly terms: readonly string[];
  /** How sure it is that the same is meant, 0..1. */
  readonly strength: number;
  readonly by: MatchedBy;
}

/** A corrected spelling counts this much per edit. */
const STRENGTH_PER_EDIT = 0.88;
/** A word that English has is seldom misspelt; what it is one edit away from counts only this much. */
const KNOWN_WORD_STRENGTH = 0.35;

/** Edits that one slip of the finger makes at most; more than that make a name still, which few can spell. */
const SLIP = 2;

/** In fewer letters, a word is one edit from too many others. */
const SHORTEST_MISSPELT = 4;
const LONG_STOP_WORDS = [...STOP_WORDS].filter((word) => word.length >= SHORTEST_MISSPELT);
/** Two words written as one, or one as two. */
const JOINED_STRENGTH = 0.9;
/** In letters: shorter parts would make two words of many a one. */
const SHORTEST_PART = 3;
/** Print spells a name in two ways, mostly for one person. */
const OTHER_SPELLING_STRENGTH = 0.88;
/** Shorter names are too near to others: "Kim" and "Kym", "Lee" and "Le". */
const SHORTEST_RESPELT = 5;
/** A surname where the question has the given name only: mostly the same person, and now and then a relative. */
const SURNAME_STRENGTH = 0.85;
/** One word of a phrase for the whole ("Korea" for "North Korea"). */
const PART_STRENGTH = 0.4;

/** The commonest words of English say least; past this rank a word says all it can. */
const COMMON_RANK = 30;
const RARE_RANK = 4000;
/** From this place on, a list of English words made from the web has many of other languages. */
const KNOWN_RANK = 20_000;
const LEAST_RARITY = 0.35;

/** What helps to read a question beside the corpus's own words; either may be missing. */
export interface Knowledge {
  readonly vectors: WordVectors | null;
  readonly aliases: AliasTable | null;
}

/** What one corpus calls by two names, read from its articles. */
export interface CorpusNames {
  readonly acronyms: AliasTable;
  /** The term that mostly follows a given name's; null when none does. */
  surnameOf(term: string): string | null;
}

const NO_NAMES: CorpusNames = { acronyms: new AliasTable(), surnameOf: () => null };

/** One thing that a question names: a word, or a phrase that has other names. */
export interface Phrase {
  /** Without stop words, at least one. */
  readonly tokens: readonly Token[];
  /** Best first; empty when the corpus has nothing like it. */
  readonly variants: readonly Variant[];
  /** Whether it is a phrase of several words as it is typed, stop words counted: "take off". */
  readonly isPhrase: boolean;
}

/** What is known of a word: a name of the corpus, a word of the corpus or of English, or neither. */
export type Acquaintance = 'name' | 'known' | 'unknown';

/** What the words of a corpus mean beside how they are spelt: the ways in which a question's word may stand there. */
export class Lexicon {
  readonly #index: TermStatistics;
  readonly #speller: Speller;
  readonly #vectors: WordVectors | null;
  readonly #aliases: AliasTable | null;
  readonly #own: CorpusNames;

  /** @param own what the corpus itself calls by two names */
  constructor(
    index: TermStatistics,
    { vectors, aliases }: Knowledge,
    own: CorpusNames = NO_NAMES,
    speller: Speller = new Speller(index.vocabulary),
  ) {
    this.#index = index;
    this.#own = own;
    this.#speller = speller;
    this.#vectors = vectors;
    this.#aliases = aliases;
  }

  /** Whether the corpus writes the term as a name. */
  isName(term: string): boolean {
    return this.#index.isName(term);
  }

  /** What the corpus and English know of a lower-case word. Without the vector table English has every word. */
  acquaintance(surface: string): Acquaintance {
    const term = termOf(surface);
    if (this.#index.isName(term)) return 'name';
    if (this.#vectors === null || this.#index.has(term)) return 'known';
    return (this.#vectors.rank(surface) ?? Number.POSITIVE_INFINITY) < KNOWN_RANK ? 'known' : 'unknown';
  }

  idf(term: string): number {
    return this.#index.idf(term);
  }

  /**
   * How rare a word is in English at large, which four articles cannot tell.
   * @returns LEAST_RARITY..1; 1 for unknown words and without the vector table
   */
  rarityInEnglish(surface: string): number {
    const rank = this.#vectors?.rank(surface);
    if (rank === undefined) return 1;
    const place = Math.log(Math.max(rank, COMMON_RANK) / COMMON_RANK) / Math.log(RARE_RANK / COMMON_RANK);
    return LEAST_RARITY + (1 - LEAST_RARITY) * Math.min(1, place);
  }

  /** The phrases of a question, in order: those that have aliases whole, other words one by one, stop words left out. */
  phrases(question: string): Phrase[] {
    const all = analyze(question, true);
    const respelt = all.map((token) => this.#respelt(token));
    const aliased = [...this.#own.acronyms.find(respelt), ...(this.#aliases?.find(respelt) ?? [])];
    const phrases: Phrase[] = [];
    for (let at = 0; at < all.length; ) {
      const found = aliased.find(({ from }) => from === at);
      const to = found ? found.to : at + 1;
      const content = all.slice(at, to).filter((token) => !isStopWord(token) && !this.#isMisspeltStopWord(token));
      // "know-how" is made of stop words only, and is looked for by what else it is called.
      const tokens = content.length === 0 && found ? all.slice(at, to) : content;
      const isPhrase = to - at > 1;
      // "Take off" is found by its other names; "take" alone, which is all that the index has of it, is hardly it.
      const isCutShort = content.length > 0 && to - at > content.length && all[to - 1] !== content.at(-1);
      if (tokens.length > 0) {
        const variants = this.#variants(tokens, all, found?.aliases ?? []);
        phrases.push({ tokens, variants: isCutShort ? withoutItself(variants) : variants, isPhrase });
      }
      at = to;
    }
    return phrases;
  }

  /** "Abut", "whta": neither English nor the corpus has it, so it is no word to look for but a slip of the finger. */
  #isMisspeltStopWord({ surface, term, capitalized }: Token): boolean {
    if (capitalized || surface.length < SHORTEST_MISSPELT || this.#index.has(term)) return false;
    if (this.#vectors === null || this.#vectors.rank(surface) !== undefined) return false;
    return LONG_STOP_WORDS.some((word) => editDistance(surface, word, 1) === 1);
  }

  /** A misspelt word as the word that was meant, so that "forein minister" has the other names of "foreign minister". */
  #respelt(token: Token): Token {
    const isWord = isStopWord(token) || this.#index.has(token.term) || this.#vectors?.rank(token.surface) !== undefined;
    const [spelling] = isWord ? [] : this.#spellings(token, []);
    return spelling?.by === 'spelling' ? { ...token, term: spelling.terms[0] ?? token.term } : token;
  }

  /** @param question the words around, by which a misspelt name is known */
  #variants(tokens: readonly Token[], question: readonly Token[], aliases: readonly Alias[]): Variant[] {
    const own = tokens.map((token) => this.#spellings(token, question));
    const variants: Variant[] = [];
    if (own.length === 1) variants.push(...(own[0] ?? []));
    else if (own.every((spellings) => spellings.length > 0)) {
      const first = own.flatMap((spellings) => spellings[0] ?? []);
      const strength = Math.min(...first.map((spelling) => spelling.strength));
      variants.push({ terms: first.flatMap(({ terms }) => terms), strength, by: first[0]?.by ?? 'exact' });
    }
    for (const { terms, strength, by } of aliases) {
      if (terms.every((term) => this.#index.has(term))) variants.push({ terms, strength, by });
    }
    if (own.length === 1 && tokens[0]) variants.push(...this.#joined(tokens[0], question));
    const surname = own.length === 1 ? this.#surname(tokens[0], question) : null;
    if (surname !== null) variants.push({ terms: [surname], strength: SURNAME_STRENGTH, by: 'alias' });
    if (own.length > 1) {
      for (const spelling of own.flat()) {
        variants.push({ ...spelling, strength: spelling.strength * PART_STRENGTH, by: 'related' });
      }
    }
    return variants.sort((a, b) => b.strength - a.strength);
  }

  /** "Super bowl" is "superbowl" elsewhere, and the other way round: one word of the corpus for two, two for one that it does not have. */
  #joined(token: Token, question: readonly Token[]): Variant[] {
    if (isStopWord(token)) return [];
    const beside = question.filter((other) => !isStopWord(other) && Math.abs(other.position - token.position) === 1);
    const whole = beside.map((other) =>
      termOf(other.position < token.position ? other.surface + token.surface : token.surface + other.surface),
    );
    const joined = whole.filter((term) => this.#index.has(term)).map((term) => [term]);
    const parted = this.#index.has(token.term) ? [] : this.#parts(token.surface);
    return [...joined, ...parted].map((terms) => ({ terms, strength: JOINED_STRENGTH, by: 'spelling' }));
  }

  /** The ways to part a word into two words that one sentence of the corpus has. */
  #parts(surface: string): string[][] {
    const parts: string[][] = [];
    for (let at = SHORTEST_PART; at <= surface.length - SHORTEST_PART; at++) {
      const [a, b] = [termOf(surface.slice(0, at)), termOf(surface.slice(at))];
      if (this.#index.has(a) && this.#index.has(b) && this.#index.holdTogether(a, b)) parts.push([a, b]);
    }
    return parts;
  }

  /** "Rishi" alone is "Sunak", whom the corpus calls so most of the time; null for other words, and when the question says it itself. */
  #surname(token: Token | undefined, question: readonly Token[]): string | null {
    if (!token || !this.#index.isName(token.term)) return null;
    const surname = this.#own.surnameOf(token.term);
    return surname === null || question.some(({ term }) => term === surname) ? null : surname;
  }

  /** The word itself when the corpus has it, else the nearest spellings that it has. */
  #spellings(token: Token, question: readonly Token[]): Variant[] {
    if (this.#index.has(token.term)) {
      const others = this.#index.isName(token.term) ? this.#otherSpellings(token.term) : [];
      return [{ terms: [token.term], strength: 1, by: 'exact' }, ...others];
    }
    const isWord = this.#vectors?.rank(token.surface) !== undefined;
    const isCommon = !token.capitalized && this.rarityInEnglish(token.surface) < 1;
    const beside = isCommon ? [] : question.filter(({ position }) => Math.abs(position - token.position) === 1);
    return this.#speller.correct(token.surface).flatMap(({ term, surface, distance }) => {
      const inName = this.#isInNameWith(term, beside);
      const unlikely = isWord && !inName;
      // A word of English is hardly ever a slip for another ("form", "from"), but names are: "Jung" beside "Kim".
      if (unlikely && (distance > 1 || !this.#index.isName(term))) return [];
      // "Superbowl" is no "superpowers": what turns into an everyday word by more than a slip is another word.
      if (!inName && distance > SLIP && this.#vectors?.rank(surface) !== undefined) return [];
      return [
        { terms: [term], strength: unlikely ? KNOWN_WORD_STRENGTH : STRENGTH_PER_EDIT ** distance, by: 'spelling' },
      ];
    });
  }

  /** "Phillip" is "Philip" in another article: the names of the corpus that may be one, spelt otherwise. */
  #otherSpellings(name: string): Variant[] {
    if (name.length < SHORTEST_RESPELT) return [];
    const names = otherSpellings(name).filter((other) => this.#index.isName(other));
    return names.map((other) => ({ terms: [other], strength: OTHER_SPELLING_STRENGTH, by: 'spelling' }));
  }

  /** English has "Jung", yet beside "Kim" it is a misspelt "Jong": the corpus has these two together, as names. */
  #isInNameWith(term: string, beside: readonly Token[]): boolean {
    const namesFor = ({ term: own, surface }: Token): string[] =>
      this.#index.has(own) ? [own] : this.#speller.correct(surface).map((correction) => correction.term);
    return (
      this.#index.isName(term) &&
      beside
        .filter((other) => !isStopWord(other))
        .flatMap(namesFor)
        .some((other) => this.#index.isName(other) && this.#index.holdTogether(term, other))
    );
  }
}

/** The variants with a phrase's own remaining word as a part of it, when it has other names here. */
function withoutItself(variants: readonly Variant[]): readonly Variant[] {
  const isNamedOtherwise = variants.some(({ by }) => by === 'alias' || by === 'related');
  if (!isNamedOtherwise) return variants;
  return variants
    .map((variant) =>
      variant.by === 'exact' || variant.by === 'spelling'
        ? { ...variant, strength: variant.strength * PART_STRENGTH, by: 'related' as const }
        : variant,
    )
    .sort((a, b) => b.strength - a.strength);
}
