import type { Article } from '../corpus/article.js';
import { retractionsIn } from '../english/retractions.js';
import { lastBeginning, overlapsAny, type Span } from '../english/span.js';

/** Whether a sentence tells what a span of its article tells only to take it back. */
export function isTakenBack({ article, start, end }: Span & { readonly article: Article }): boolean {
  const sentence = lastBeginning(article.sentences, start) ?? { start, end };
  return retractionsIn(article.text, sentence).some(({ told }) => overlapsAny(told, [{ start, end }]));
}
