import type { Article, Problem } from '../corpus/article.js';
import type { TermOf } from '../english/analyzer.js';
import { type Form, type FormTable, ForwardIndexBuilder } from './forwardIndex.js';
import type { AnalysedArticles } from './passageContents.js';
import { readWords } from './passages.js';

/** Reads the words of some articles. @param table of those that were sent before, to which their forms are added */
export function analyseArticles(articles: readonly Article[], terms: TermOf, table: FormTable): AnalysedArticles {
  const known = table.forms.length;
  const builder = new ForwardIndexBuilder(table);
  const problems: Problem[] = [];
  const sentences = new Uint32Array(articles.length);
  for (const [number, article] of articles.entries()) {
    const { title, lines, problem } = readWords(article, terms);
    if (problem) problems.push(problem);
    sentences[number] = lines.length;
    builder.add(title);
    for (const tokens of lines) builder.add(tokens);
  }
  const { offsets, columns, oversized } = builder.build().parts;
  const forms = table.forms.slice(known).flatMap(({ surface, term }: Form) => [surface, term]);
  return { forms, sentences, offsets, columns, oversized, problems };
}

/** The buffers that can be handed over instead of copied. */
export function buffersOf({ sentences, offsets, columns }: AnalysedArticles): ArrayBuffer[] {
  const arrays = [
    sentences,
    offsets,
    columns.forms,
    columns.starts,
    columns.lengths,
    columns.positions,
    columns.capitals,
  ];
  // Made above, and so of memory that is no other thread's.
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
