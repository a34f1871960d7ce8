import { termOf } from '../../english/analyzer.js';
import { ASKING_WORDS } from '../../english/lists/askingWords.js';
import { LIGHT_WORDS } from '../../english/lists/lightWords.js';
import { oneLine } from '../../english/visibleText.js';
import type { Lexicon, Phrase } from '../../search/lexicon.js';
import type { Filter } from '../filter.js';
import { answerFormOf, withoutStandsFor } from './answerForm.js';
import { type AnswerKind, answerKindOf } from './answerKind.js';
import type { Concept } from './concept.js';
import { otherLanguage } from './language.js';
import { isTopicAlone, readOverviewRequest } from './overview.js';
import { type Filterable, readSpokenFilters } from './spokenFilters.js';
import { readTyped } from './typed.js';

/** A question, understood as far as its words go. */
export interface Question {
  /** In the words that articles have, as `readTyped` reads what was typed. */
  readonly text: string;
  /** Articles that it asks for in words: a source, days of printing. */
  readonly filter: Filter;
  /**
   * What is looked for: the text without the words that say where and when it was printed. The sentence that asks comes first and what leads
   * up to it after, as a reader reads no more than some thirty words.
   */
  readonly sought: string;
  /** The sentence that asks, filters blanked out. */
  readonly asking: string;
  readonly kind: AnswerKind;
  /** What every answer looks like, when the question asks for more than its kind: a year, an age. */
  readonly form: RegExp | null;
  readonly concepts: readonly Concept[];
  /** Whether it asks for the whole, or the whole of a topic: "summary pls", "lavrov". Its concepts are then the topic's. */
  readonly overview: boolean;
  /** Whether it asks for what is new: "this week", "recently". */
  readonly recent: boolean;
  /** The language (ISO 639-1) that it is in when that is not English; null: English, as far as can be told. */
  readonly language: string | null;
}

/** Whether a word asks for coverage rather than names a topic. */
export function isAskingWord(surface: string): boolean {
  return ASKING_WORDS.has(surface);
}

const WHO_IS = /^\s*who(?:['’]s| (?:is|was|are|were)) (?!the\b)[^'’]+$/i;

/** What an asking word weighs beside a word of the topic. */
const ASKING_WEIGHT = 0.15;

/** … and what a verb that carries little does, unless it is part of a phrase: "take office". */
const LIGHT_WEIGHT = 0.3;

/** A day that the question names counts like a rare word: nats. */
const DAY_WEIGHT = 4;

/** Words by which a question says that it is about news, without saying of which day. */
const RECENT = /\b(?:(?:this|last|past) (?:week|month|year)|recent(?:ly)?|latest|current(?:ly)?|now)\b/i;

/**
 * Reads a question against the words that the corpus has.
 * @param given what was asked for beside the question, for which nothing that it says of that in words counts
 */
export function understandQuestion(
  written: string,
  corpus: Filterable,
  lexicon: Lexicon,
  given: Filter = {},
): Question {
  const text = readTyped(written, (surface) => lexicon.isName(termOf(surface)));
  const { rest, filter: said, days } = readSpokenFilters(text, corpus);
  const requested = readOverviewRequest(rest);
  const isDated = [said.after, said.before, given.after, given.before].some((day) => day !== undefined);
  // Asks for articles since a day, unless others were asked for.
  const isSinceThen = requested?.isNews && !isDated && corpus.newsSince !== null;
  const filter = withoutGiven(isSinceThen ? { ...said, after: corpus.newsSince } : said, given);
  const concepts = [...readConcepts(withoutStandsFor(requested?.topic ?? rest), lexicon), ...days.map(dayConcept)];
  const overview = requested !== null || isTopicAlone(rest, concepts);
  const { asking, leadUp } = askingSentence(rest);
  const recent = RECENT.test(rest);
  const kind = answerKindOf(asking);
  return {
    text,
    filter,
    sought: soughtIn(`${asking} ${leadUp}`) || text,
    asking,
    kind: isWhoIs(asking, kind, concepts) ? 'definition' : kind,
    form: answerFormOf(asking, kind),
    concepts,
    overview,
    recent,
    language: otherLanguage(text, (word) => lexicon.acquaintance(word)),
  };
}

function withoutGiven(said: Filter, given: Filter): Filter {
  return Object.fromEntries(Object.entries(said).filter(([name]) => given[name as keyof Filter] === undefined));
}

/** "Who is Choe Son Hui" asks what she is, and not for another name. */
function isWhoIs(asking: string, kind: AnswerKind, concepts: readonly Concept[]): boolean {
  return kind === 'person' && WHO_IS.test(asking) && concepts.length > 0 && concepts.every(({ name }) => name);
}

/** What is left before a question whose filters were blanked out: "according to AFP, who met Kim". */
const BESIDE_FILTERS = /^[\s,;:–—-]+/;

const soughtIn = (rest: string): string => oneLine(rest.replace(BESIDE_FILTERS, ''));

/** The sentence that asks, and those that lead up to it. */
function askingSentence(text: string): { readonly asking: string; readonly leadUp: string } {
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== '');
  const place = sentences.findLastIndex((sentence) => sentence.includes('?'));
  const asking = sentences.at(place) ?? text;
  return { asking, leadUp: sentences.filter((sentence) => sentence !== asking).join(' ') };
}

function dayConcept(day: string): Concept {
  return {
    surface: day,
    term: day,
    position: Number.MAX_SAFE_INTEGER,
    name: false,
    nameGroup: null,
    day,
    weight: DAY_WEIGHT,
    rarity: 1,
    variants: [],
  };
}

function readConcepts(text: string, lexicon: Lexicon): Concept[] {
  const shouted = isTitleCase(text);
  const seen = new Set<string>();
  const concepts: Concept[] = [];
  let group = -1;
  let previous: { position: number; name: boolean } | null = null;
  for (const phrase of lexicon.phrases(text)) {
    const [first] = phrase.tokens;
    const last = phrase.tokens.at(-1);
    const term = phrase.tokens.map((token) => token.term).join(' ');
    if (!first || !last || seen.has(term)) continue;
    seen.add(term);
    const name = isAskedAsName(phrase, shouted, lexicon);
    const continues = name && previous?.name === true && first.position - previous.position <= 1;
    if (name && !continues) group++;
    concepts.push({
      surface: phrase.tokens.map((token) => token.surface).join(' '),
      term,
      position: first.position,
      name,
      nameGroup: name ? group : null,
      weight: weightOf(phrase, lexicon),
      rarity: rarityOf(phrase, lexicon),
      day: null,
      variants: phrase.variants,
    });
    previous = { position: last.position, name };
  }
  return concepts.map((concept) => ({ ...concept, weight: shareOfName(concept, concepts) }));
}

/** A name of three words is one thing that is asked about: together they weigh what its rarest word does. */
function shareOfName({ nameGroup, weight }: Concept, concepts: readonly Concept[]): number {
  if (nameGroup === null) return weight;
  const parts = concepts.filter((other) => other.nameGroup === nameGroup).map((other) => other.weight);
  const total = parts.reduce((sum, part) => sum + part, 0);
  return total === 0 ? weight : (weight * Math.max(...parts)) / total;
}

/** A headline-style or shouted question says nothing about names by its capitals. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const capitalized = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 2 && capitalized > words.length * 0.75;
}

/** What stands for a word less surely ("September" for "autumn") does not make it a name. */
const MEANT_STRENGTH = 0.7;
/** A common word with a capital ("Help") is no name for that. */
const NAME_RARITY = 0.65;

function isAskedAsName({ tokens, variants }: Phrase, shouted: boolean, lexicon: Lexicon): boolean {
  if (tokens.every(({ surface }) => /^\d/.test(surface))) return false;
  const isRare = tokens.some(({ surface }) => lexicon.rarityInEnglish(surface) >= NAME_RARITY);
  if (!shouted && isRare && tokens.every(({ capitalized, position }) => capitalized && position > 0)) return true;
  const [best] = variants;
  return best !== undefined && best.strength >= MEANT_STRENGTH && best.terms.every((term) => lexicon.isName(term));
}

/** The rarer in the corpus and in English, the more a question turns on a word. */
function weightOf(phrase: Phrase, lexicon: Lexicon): number {
  const { tokens, variants, isPhrase } = phrase;
  const terms = variants[0]?.terms ?? tokens.map(({ term }) => term);
  const asking = tokens.every(({ surface }) => isAskingWord(surface));
  const light = !isPhrase && tokens.every(({ surface }) => LIGHT_WORDS.has(surface));
  const share = asking ? ASKING_WEIGHT : light ? LIGHT_WEIGHT : 1;
  return Math.max(...terms.map((term) => lexicon.idf(term))) * rarityOf(phrase, lexicon) * share;
}

function rarityOf({ tokens }: Phrase, lexicon: Lexicon): number {
  return Math.max(...tokens.map(({ surface }) => lexicon.rarityInEnglish(surface)));
}
