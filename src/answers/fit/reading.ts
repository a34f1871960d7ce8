import { resolveDays } from '../../corpus/articleDays.js';
import type { Token } from '../../english/analyzer.js';
import { extractQuotes } from '../../quotes/extract.js';
import type { Quote } from '../../quotes/quote.js';
import type { IndexedToken } from '../../search/forwardIndex.js';
import type { Passages } from '../../search/searchedCorpus.js';
import { evidenceOf } from '../question/answerKind.js';
import { type Concept, isNumberOfName, termsOf } from '../question/concept.js';
import type { Question } from '../question/question.js';
import { type Match, type Meaning, matchConcept, NO_MATCH, SentenceTerms } from './match.js';

/** A name of which the sentence has a part and the article the rest ("Kim" for "Kim Jong Un") is nearly matched. */
const NAME_PART_STRENGTH = 0.85;

/** An article printed on the day that is asked about tells of it, if not in every line. */
const PRINTED_THEN_STRENGTH = 0.7;

/** As names have their numbers, by the number. */
const ROMAN: readonly (string | undefined)[] = [
  undefined,
  ...['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi'],
];

/** Reads sentences for one question, each at most once: what they hold of its concepts. */
export class Reading {
  readonly question: Question;
  readonly index: Passages;
  readonly #meaning: Meaning | undefined;
  readonly #terms = new Map<number, SentenceTerms>();
  readonly #matches = new Map<number, readonly Match[]>();
  readonly #evidence = new Map<number, number>();
  /** Every term that may stand for a word of the question. */
  readonly #asked: ReadonlySet<string>;
  readonly #quotes = new Map<number, readonly Quote[]>();
  readonly #isName = (term: string): boolean => this.index.sentences.isName(term);
  readonly #titles = new Map<number, readonly Match[]>();

  constructor(question: Question, index: Passages, meaning?: Meaning) {
    this.question = question;
    this.index = index;
    this.#meaning = meaning;
    this.#asked = new Set(question.concepts.flatMap(termsOf));
  }

  terms(passage: number): SentenceTerms {
    const known = this.#terms.get(passage);
    if (known) return known;
    const terms = this.#read(this.index.tokens(passage));
    this.#terms.set(passage, terms);
    return terms;
  }

  #read(tokens: readonly IndexedToken[]): SentenceTerms {
    return new SentenceTerms(tokens, this.#asked);
  }

  /** One match a concept, in the question's order. Spans of the tokens are into the sentence. */
  matches(passage: number): readonly Match[] {
    const known = this.#matches.get(passage);
    if (known) return known;
    const terms = this.terms(passage);
    const direct = this.question.concepts.map((concept) =>
      concept.day ? this.#matchDay(concept.day, passage) : matchConcept(concept, terms, this.#meaning),
    );
    const matches = direct.map((match, i) => {
      const concept = this.question.concepts[i];
      if (isNumberOfName(this.question.concepts, i)) return this.#matchNumberOfName(i, direct, terms);
      return match.strength === 0 && concept ? this.#matchRestOfName(concept, direct, passage) : match;
    });
    this.#matches.set(passage, matches);
    return matches;
  }

  /** What the article's title holds. */
  titleMatches(passage: number): readonly Match[] {
    const number = this.index.articleNumber(passage);
    const known = this.#titles.get(number);
    if (known) return known;
    const terms = this.#read(this.index.titleTokens(number));
    const matches = this.question.concepts.map((concept) => matchConcept(concept, terms));
    this.#titles.set(number, matches);
    return matches;
  }

  /** Whether the passage holds what is asked for (a day for "when", a name for "who"), 0..1. */
  evidence(passage: number): number {
    const known = this.#evidence.get(passage);
    if (known !== undefined) return known;
    const { tokens } = this.terms(passage);
    const text = this.index.text(passage);
    const { kind, form } = this.question;
    const evidence = form ? Number(form.test(text)) : evidenceOf(kind, text, tokens, this.#asked, this.#isName);
    this.#evidence.set(passage, evidence);
    return evidence;
  }

  /** A name that the question does not have itself. */
  isOtherName({ capitalized, term }: Token): boolean {
    return capitalized && !this.#asked.has(term) && this.#isName(term);
  }

  /** Who says what in the passage's article; extracting that takes longer than all else, and an article has many passages. */
  quotes(passage: number): readonly Quote[] {
    const number = this.index.articleNumber(passage);
    const quotes = this.#quotes.get(number) ?? extractQuotes(this.index.article(passage));
    this.#quotes.set(number, quotes);
    return quotes;
  }

  /**
   * Whether the passage's article holds a concept anywhere, 0..1.
   * @param known how strongly it does at least: what is no stronger is not looked for
   */
  inArticle(concept: Concept, passage: number, known = 0): number {
    const article = this.index.articleNumber(passage);
    let best = known;
    for (const { terms, strength } of concept.variants) {
      if (strength > best && terms.every((term) => this.index.articleTerms.contains(term, article))) best = strength;
    }
    return best;
  }

  /** A day is matched by a sentence that names it in any words, or else by an article that was printed then. */
  #matchDay(day: string, passage: number): Match {
    const article = this.index.article(passage);
    const named = resolveDays(article, this.index.sentence(passage)).some(({ date }) => date === day);
    if (named) return { strength: 1, by: 'exact', tokens: [] };
    return article.published.date === day ? { strength: PRINTED_THEN_STRENGTH, by: 'related', tokens: [] } : NO_MATCH;
  }

  /** The number of a name stands behind it in the sentence too, "II" for 2. */
  #matchNumberOfName(place: number, direct: readonly Match[], { tokens }: SentenceTerms): Match {
    const number = this.question.concepts[place]?.term;
    const written = [number, ROMAN[Number(number)]];
    const after = new Set((direct[place - 1]?.tokens ?? []).map(({ position }) => position + 1));
    const token = tokens.find(({ position, surface }) => after.has(position) && written.includes(surface));
    return token ? { strength: 1, by: 'exact', tokens: [token] } : NO_MATCH;
  }

  #matchRestOfName(concept: Concept, direct: readonly Match[], passage: number): Match {
    if (concept.nameGroup === null) return NO_MATCH;
    const { concepts } = this.question;
    const parts = direct.filter(({ strength }, i) => strength > 0 && concepts[i]?.nameGroup === concept.nameGroup);
    if (parts.length === 0 || this.inArticle(concept, passage) === 0) return NO_MATCH;
    const sentence = this.terms(passage);
    const family = concepts.filter((other) => other.nameGroup === concept.nameGroup);
    const familyTerms = new Set(family.flatMap(termsOf));
    for (const { strength, by, tokens } of parts) {
      const token = tokens.find((t) => !isPartOfOtherName(t.position, sentence, familyTerms));
      if (token) return { strength: NAME_PART_STRENGTH * strength, by, tokens: [] };
    }
    return NO_MATCH;
  }
}

/** "Kim" next to a capitalised word that the question's name has not is somebody else's name. */
function isPartOfOtherName(position: number, sentence: SentenceTerms, family: ReadonlySet<string>): boolean {
  return sentence.tokens.some(
    (t) => Math.abs(t.position - position) === 1 && t.capitalized && !family.has(t.term) && t.position > 0,
  );
}
