import type { Token } from '../../english/analyzer.js';
import type { IndexedToken } from '../../search/forwardIndex.js';
import type { MatchedBy, Variant } from '../../search/lexicon.js';
import type { FormRanks } from '../../search/meaning/formRanks.js';
import type { WordComparer } from '../../search/meaning/softMatch.js';
import type { Concept } from '../question/concept.js';

/** How a sentence holds a concept. */
export interface Match {
  /** 0 (not at all) .. 1 (the word itself). */
  readonly strength: number;
  readonly by: MatchedBy;
  /** The tokens that hold it, for emphasis and nearness; empty when nothing does. */
  readonly tokens: readonly Token[];
}

const NO_TOKENS: readonly Token[] = [];
export const NO_MATCH: Match = { strength: 0, by: 'meaning', tokens: NO_TOKENS };

/** Words of a phrase may stand this many words apart ("North and South Korea"). */
const PHRASE_SLACK = 3;

/** A word that the question hardly turns on is not worth comparing with every other, nats. */
const LEAST_MEANT = 0.8;

/** What tells how much alike two words are in meaning. */
export interface Meaning {
  readonly comparer: WordComparer;
  /** Of the corpus' forms. */
  readonly ranks: FormRanks;
}

/** A sentence's tokens, arranged for matching with one question. */
export class SentenceTerms {
  readonly tokens: readonly IndexedToken[];
  /** The few that are a term of the question. */
  readonly #asked: readonly IndexedToken[];

  /** @param asked every term that may stand for a word of the question */
  constructor(tokens: readonly IndexedToken[], asked: ReadonlySet<string>) {
    this.tokens = tokens;
    this.#asked = tokens.filter(({ term }) => asked.has(term));
  }

  /** Whether it has a term of the question: most of what stands around a candidate has none. */
  get hasAny(): boolean {
    return this.#asked.length > 0;
  }

  /** @param term one of those asked for */
  of(term: string): readonly Token[] {
    // Most terms are in no sentence: only for one that is an array is made.
    let found: Token[] | null = null;
    for (const token of this.#asked) {
      if (token.term !== term) continue;
      if (found) found.push(token);
      else found = [token];
    }
    return found ?? NO_TOKENS;
  }

  /** The word that is most alike in meaning. */
  mostAlike(word: string, { comparer, ranks }: Meaning): Match {
    const rank = comparer.rank(word);
    if (rank < 0) return NO_MATCH;
    const known = comparer.comparedWith(rank);
    let most = 0;
    let mostAlike: Token | null = null;
    for (const token of this.tokens) {
      const strength = comparer.strengthIn(known, rank, ranks.of(token.form));
      if (strength <= most) continue;
      most = strength;
      mostAlike = token;
    }
    return mostAlike ? { strength: most, by: 'meaning', tokens: [mostAlike] } : NO_MATCH;
  }
}

/**
 * The best way in which a sentence holds a concept.
 * @param meaning absent, meaning is not looked at
 */
export function matchConcept(concept: Concept, sentence: SentenceTerms, meaning?: Meaning): Match {
  let best = NO_MATCH;
  if (sentence.hasAny) {
    for (const variant of concept.variants) {
      if (variant.strength <= best.strength) continue;
      const tokens = findVariant(variant, sentence);
      if (tokens) best = { strength: variant.strength, by: variant.by, tokens };
    }
  }
  if (!meaning || concept.name || best.strength > 0 || concept.weight < LEAST_MEANT) return best;
  return sentence.mostAlike(concept.surface, meaning);
}

function findVariant({ terms }: Variant, sentence: SentenceTerms): readonly Token[] | null {
  const starts = sentence.of(terms[0] ?? '');
  if (starts.length === 0) return null;
  if (terms.length === 1) return starts;
  for (const start of starts) {
    const run = [start];
    for (const term of terms.slice(1)) {
      const last = run.at(-1) ?? start;
      const next = sentence
        .of(term)
        .find((t) => t.position > last.position && t.position - last.position <= PHRASE_SLACK);
      if (!next) break;
      run.push(next);
    }
    if (run.length === terms.length) return run;
  }
  return null;
}
