import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { addReportsElsewhere, placeKey } from '../../src/events/reportsElsewhere.js';
import { type Clause, splitClauses } from '../../src/statements/clauses.js';
import { saysTheSame } from '../../src/statements/similarity.js';
import { finish } from '../../src/steps.js';
import { contextOf } from './rankSeeds.js';

const LINE = 'Divers found the wreck of the ferry Halcyon off Port Brann.';
const articles = [
  createArticle({ id: 'first', text: `${LINE}\n\nBakers praised their new ovens.` }),
  createArticle({ id: 'second', text: `Snow fell on the hills of Tarrow.\n\n${LINE}` }),
  createArticle({ id: 'third', text: 'A choir from Port Brann won first prize at the autumn festival.' }),
];
const context = contextOf(articles);
const clauses = articles.slice(0, 1).flatMap((article) => splitClauses(article, 0));

function sources(found: readonly Clause[]): string[] {
  return found.map(({ article }) => article.id);
}

describe('reports elsewhere', () => {
  it('are added behind those known', () => {
    expect(sources(finish(addReportsElsewhere(clauses, context, { belongs: saysTheSame })))).toEqual([
      'first',
      'second',
    ]);
  });

  it('are only what belongs to them', () => {
    expect(finish(addReportsElsewhere(clauses, context, { belongs: () => false }))).toEqual(clauses);
  });

  it('are added once, however many look for them', () => {
    const all = finish(addReportsElsewhere(clauses, context, { belongs: saysTheSame }));
    expect(sources(finish(addReportsElsewhere(all, context, { belongs: saysTheSame })))).toEqual(['first', 'second']);
  });
});

it('a clause is told from every other by its key', () => {
  const all = articles.flatMap((article) => article.sentences.flatMap((_, at) => splitClauses(article, at)));
  expect(new Set(all.map(placeKey)).size).toBe(all.length);
});
