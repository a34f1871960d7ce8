import type { Statement } from './statement.js';
import { areOpposite, eitherWay, hasOpposite } from './verbClasses.js';
import type { Word } from './word.js';

/** "voted for" and "voted against": behind one and the same word these exclude each other. */
const OPPOSITE_PARTICLES = eitherWay([
  'for against',
  'before after',
  'up down',
  'with without',
  'inside outside',
  'in out',
  'on off',
]);

/** Words of one statement and of another that exclude each other: "rose" and "fell". A word that both have is in no such pair. */
export function oppositesIn(a: Statement, b: Statement): [Word, Word][] {
  return [...oppositeWords(a, b), ...oppositeParticles(a, b)];
}

function oppositeParticles({ words: a }: Statement, { words: b }: Statement): [Word, Word][] {
  return a.flatMap((particle, i): [Word, Word][] => {
    const verb = a[i - 1];
    if (!verb?.content || verb.name) return [];
    const others = b.filter((_, j) => b[j - 1]?.key === verb.key && !b[j - 1]?.name);
    const [other, ...more] = others;
    const isOpposite = other && OPPOSITE_PARTICLES.has(`${particle.text.toLowerCase()} ${other.text.toLowerCase()}`);
    return isOpposite && more.length === 0 ? [[particle, other]] : [];
  });
}

function oppositeWords(a: Statement, b: Statement): [Word, Word][] {
  return a.words.flatMap((word): [Word, Word][] => {
    if (!hasOpposite(word.key) || b.content.has(word.key)) return [];
    const other = b.words.find((candidate) => areOpposite(word.key, candidate.key) && !a.content.has(candidate.key));
    return other === undefined ? [] : [[word, other]];
  });
}
