import type { Variant } from '../../search/lexicon.js';

/** One thing that a question names: a word, with every way the articles may put it. */
export interface Concept {
  /** As the question writes it, lower case. */
  readonly surface: string;
  readonly term: string;
  /** Position among the question's words, stop words counted. */
  readonly position: number;
  /** A person, place or organisation: only itself will do, nothing merely similar. */
  readonly name: boolean;
  /** Which name it is part of, for names of several words; null for other words. */
  readonly nameGroup: number | null;
  /** How much the question turns on it: nats, > 0. */
  readonly weight: number;
  /** How rare its rarest word is in English at large, 0..1. */
  readonly rarity: number;
  /** A calendar day that is meant, 'YYYY-MM-DD'; null for words. */
  readonly day: string | null;
  /** Best first; the word itself is among them when the corpus has it. Empty: the corpus has nothing of the kind. */
  readonly variants: readonly Variant[];
}

/** Of a name: "Apollo 11". One is as often left out, and "I" is a word. */
const NUMBER_OF_NAME = /^(?:[2-9]|[1-9]\d)$/;

/** Whether a concept is the number of the name before it: "Artemis 2" is neither Artemis 1 nor 2 of anything. @param place among the concepts */
export function isNumberOfName(concepts: readonly Concept[], place: number): boolean {
  const [name, number] = [concepts[place - 1], concepts[place]];
  if (!name?.name || !number || !NUMBER_OF_NAME.test(number.term)) return false;
  return number.position === name.position + name.term.split(' ').length;
}

/** Every term that may stand for a concept, those of phrases one by one. */
export function termsOf({ term, variants }: Concept): string[] {
  return [...term.split(' '), ...variants.flatMap(({ terms }) => terms)];
}

/**
 * A share of a question: the mean of a value a concept, by what the concepts weigh.
 * @param heldAt by the concept's place in the question
 * @returns 0 for a question without concepts
 */
export function shareOfQuestion(concepts: readonly Concept[], heldAt: (place: number) => number): number {
  let [sum, total] = [0, 0];
  concepts.forEach(({ weight }, place) => {
    sum += weight * heldAt(place);
    total += weight;
  });
  return total === 0 ? 0 : sum / total;
}
