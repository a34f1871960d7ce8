import type { Token } from '../search/analyzer.js';
import type { MatchedBy, Variant } from '../search/lexicon.js';
import type { WordComparer } from '../search/meaning/softMatch.js';
import type { Concept } from './concept.js';

/** How a sentence holds a concept. */
export interface Match {
  /** 0 (not at all) .. 1 (the word itself). */
  readonly strength: number;
  readonly by: MatchedBy;
  /** The tokens that hold it, for emphasis and nearness; empty when nothing does. */
  readonly tokens: readonly Token[];
}

export const NO_MATCH: Match = { strength: 0, by: 'meaning', tokens: [] };

/** Words of a phrase may stand this many words apart ("North and South Korea"). */
const PHRASE_SLACK = 3;

/** A word that the question hardly turns on is not worth comparing with every other, nats. */
const LEAST_MEANT = 0.8;

/** A sentence's tokens, arranged for matching. */
export class SentenceTerms {
  readonly tokens: readonly Token[];
  readonly #byTerm = new Map<string, Token[]>();

  /** Words that another word may stand for, with their ranks: names stand for themselves only. */
  readonly #ranked: { readonly token: Token; readonly rank: number }[] = [];

  constructor(tokens: readonly Token[], isName: (term: string) => boolean, comparer?: WordComparer) {
    this.tokens = tokens;
    for (const token of comparer ? tokens : []) {
      const rank = isName(token.term) ? -1 : (comparer?.rank(token.surface) ?? -1);
      if (rank >= 0) this.#ranked.push({ token, rank });
    }
    for (const token of tokens) {
      const same = this.#byTerm.get(token.term);
      if (same) same.push(token);
      else this.#byTerm.set(token.term, [token]);
    }
  }

  of(term: string): readonly Token[] {
    return this.#byTerm.get(term) ?? [];
  }

  /** The word that is most alike in meaning. */
  mostAlike(word: string, comparer: WordComparer): Match {
    const rank = comparer.rank(word);
    let best = NO_MATCH;
    if (rank < 0) return best;
    for (const other of this.#ranked) {
      const strength = comparer.strength(rank, other.rank);
      if (strength > best.strength) best = { strength, by: 'meaning', tokens: [other.token] };
    }
    return best;
  }
}

/**
 * The best way in which a sentence holds a concept.
 * @param comparer absent, meaning is not looked at
 */
export function matchConcept(concept: Concept, sentence: SentenceTerms, comparer?: WordComparer): Match {
  let best = NO_MATCH;
  for (const variant of concept.variants) {
    if (variant.strength <= best.strength) continue;
    const tokens = findVariant(variant, sentence);
    if (tokens) best = { strength: variant.strength, by: variant.by, tokens };
  }
  if (!comparer || concept.name || best.strength > 0 || concept.weight < LEAST_MEANT) return best;
  return sentence.mostAlike(concept.surface, comparer);
}

function findVariant({ terms }: Variant, sentence: SentenceTerms): readonly Token[] | null {
  const [first = '', ...rest] = terms;
  const starts = sentence.of(first);
  if (rest.length === 0) return starts.length > 0 ? starts : null;
  for (const start of starts) {
    const run = [start];
    for (const term of rest) {
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
