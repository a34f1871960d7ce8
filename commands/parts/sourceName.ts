import type { ArticleRef } from '../../src/corpus/excerpt.js';
import { dropLastWord } from '../../src/english/tail.js';

/** As much of a title as tells which article is meant. */
const TITLE_LENGTH = 48;

/**
 * Who stands behind an article, everywhere it is named: "Complete News World (APA)", "Reuters and AFP"; of one that names
 * neither outlet nor agency the first words of its title, between marks, and never its file.
 */
export function sourceName({ title, outlet, agencies }: Pick<ArticleRef, 'title' | 'outlet' | 'agencies'>): string {
  const wires = joinWords(agencies.filter((agency) => agency !== outlet));
  if (outlet) return wires ? `${outlet} (${wires})` : outlet;
  return wires || `“${firstWords(title)}”`;
}

/** Whether an article says itself who stands behind it. */
export function namesSource({ outlet, agencies }: Pick<ArticleRef, 'outlet' | 'agencies'>): boolean {
  return outlet !== null || agencies.length > 0;
}

/** "A", "A and B", "A, B and C"; empty for none. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Cut at a word where one ends in time, with "…" for what is left out. */
function firstWords(title: string): string {
  const letters = [...title];
  if (letters.length <= TITLE_LENGTH) return title;
  const start = letters.slice(0, TITLE_LENGTH - 1).join('');
  return `${dropLastWord(start)}…`;
}
