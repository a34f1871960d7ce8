import { analyze, type Token } from '../search/analyzer.js';
import type { Lexicon } from '../search/lexicon.js';
import { type AnswerKind, answerKindOf } from './answerKind.js';
import type { Concept } from './concept.js';

/** A question, understood as far as its words go. */
export interface Question {
  readonly text: string;
  readonly kind: AnswerKind;
  readonly concepts: readonly Concept[];
}

/**
 * Words that ask for coverage rather than name a topic ("what do the articles say about …"). They are searched for, but a
 * line that lacks them is no worse an answer.
 */
const ASKING_WORDS = new Set(
  `article articles report reports reported reporting news happen happens happened happening say said says saying tell
  told mention mentioned mentions describe described explain explained thing things details detail information info
  story stories event events latest according write wrote written publish published call called name named known kind
  type sort people person man woman place time date day year long old big large country`
    .split(/\s+/)
    .filter(Boolean),
);
/** What an asking word weighs beside a word of the topic. */
const ASKING_WEIGHT = 0.25;

/** Reads a question against the words that the corpus has. */
export function understandQuestion(text: string, lexicon: Lexicon): Question {
  const tokens = analyze(text);
  const spoken = isTitleCase(text) ? tokens.map((token) => ({ ...token, capitalized: false })) : tokens;
  const seen = new Set<string>();
  const concepts: Concept[] = [];
  let group = -1;
  let previous: { position: number; name: boolean } | null = null;
  for (const token of spoken) {
    if (seen.has(token.term)) continue;
    seen.add(token.term);
    const variants = lexicon.variants(token);
    const name = isName(token, variants, lexicon);
    const continues = name && previous?.name === true && token.position - previous.position <= 1;
    if (name && !continues) group++;
    concepts.push({
      surface: token.surface,
      term: token.term,
      position: token.position,
      name,
      nameGroup: name ? group : null,
      weight: weightOf(token, variants, lexicon),
      variants,
    });
    previous = { position: token.position, name };
  }
  return { text, kind: answerKindOf(text), concepts };
}

/** A headline-style or shouted question says nothing about names by its capitals. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const capitalized = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 2 && capitalized > words.length * 0.75;
}

function isName(token: Token, variants: Concept['variants'], lexicon: Lexicon): boolean {
  if (/^\d/.test(token.surface)) return false;
  if (token.capitalized && token.position > 0) return true;
  const own = variants.find((variant) => variant.by === 'exact' || variant.by === 'spelling');
  return own !== undefined && own.terms.every((term) => lexicon.isName(term));
}

/** The rarer in the corpus and in English, the more a question turns on a word. */
function weightOf(token: Token, variants: Concept['variants'], lexicon: Lexicon): number {
  const own = variants.find((variant) => variant.by === 'exact' || variant.by === 'spelling');
  const rarity = lexicon.idf(own?.terms[0] ?? token.term) * lexicon.rarityInEnglish(token.surface);
  return rarity * (ASKING_WORDS.has(token.surface) ? ASKING_WEIGHT : 1);
}
