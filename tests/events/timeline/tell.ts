import { createArticle } from '../../../src/corpus/articles.js';
import { type Telling, tellingsOf } from '../../../src/events/timeline/happening.js';
import { splitClauses } from '../../../src/statements/clauses.js';

let told = 0;

/** What the clauses of a text's first sentence tell. 5 March 2024 was a Tuesday. */
export function tellingsIn(text: string, published = '2024-03-05'): Telling[] {
  const article = createArticle({ id: `told ${told++}`, text, published });
  return splitClauses(article, 0).flatMap((clause) => tellingsOf(clause));
}

/** The one telling of a text's first sentence. */
export function tell(text: string, published?: string): Telling {
  const [first, ...more] = tellingsIn(text, published);
  if (first === undefined || more.length > 0) throw new Error(`not one telling in "${text}"`);
  return first;
}
