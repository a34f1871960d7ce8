import type { Article } from '../corpus/article.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { DETERMINERS } from '../english/lists/functionWords.js';
import { nameKey } from './speakers.js';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The lines of the articles that mention somebody, in article order, the name emphasised. "Putin" is found in "Putin's". */
export function findMentions(articles: readonly Article[], name: string): Excerpt[] {
  const wanted = nameKey(name).filter((word) => !DETERMINERS.has(word));
  if (wanted.length === 0) return [];
  return articles.flatMap((article) =>
    article.sentences.flatMap((sentence) => {
      const emphasis = mentionsIn(article.text.slice(sentence.start, sentence.end), wanted);
      return emphasis.length > 0 ? [excerptAt(article, sentence, emphasis)] : [];
    }),
  );
}

/** Where a sentence has the words of a name in a row, capitalised. */
function mentionsIn(text: string, wanted: readonly string[]): [number, number][] {
  const words = [...text.matchAll(WORD)];
  const found: [number, number][] = [];
  for (let i = 0; i + wanted.length <= words.length; i++) {
    const first = words[i];
    const last = words[i + wanted.length - 1];
    if (!first || !last || !/^\p{Lu}/u.test(first[0])) continue;
    if (!wanted.every((word, k) => nameKey(words[i + k]?.[0] ?? '')[0] === word)) continue;
    found.push([first.index, last.index + last[0].length]);
    i += wanted.length - 1;
  }
  return found;
}
