import { expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { COPIED, CopyDetector } from '../../src/statements/copies.js';
import { otherReports } from '../../src/statements/otherReports.js';
import { readSourced, type SourcedStatement } from '../../src/statements/statement.js';
import { readSeeds } from '../events/seeds.js';

const copies = new CopyDetector();
const seeds = readSeeds();
const [first, second, third, fourth] = seeds;
const everything = seeds.flatMap((article) => article.sentences.map((sentence) => readSourced(article, sentence)));

function statementWith(article: Article, words: string): SourcedStatement {
  const sentence = article.sentences.find((s) => article.text.slice(s.start, s.end).includes(words));
  if (sentence === undefined) throw new Error(`no sentence with "${words}"`);
  return readSourced(article, sentence);
}

it('finds one wire in the two articles that print it, and in no others', () => {
  expect(copies.articleOverlap(first, second)).toBeGreaterThan(COPIED);
  for (const [a, b] of [
    [first, third],
    [first, fourth],
    [second, third],
    [second, fourth],
    [third, fourth],
  ] as const) {
    expect(copies.articleOverlap(a, b)).toBeLessThan(COPIED / 2);
  }
});

it('tells a wire copy of a sentence from independent wording, oldest article first', () => {
  const also = otherReports(statementWith(first, 'placing "strategic infrastructure'), everything, copies);
  expect(also.map(({ article, wireCopy }) => [article.id.slice(0, 3), wireCopy])).toEqual([
    ['004', true],
    ['002', true],
    ['003', false],
  ]);
  expect(also[2]?.excerpt.text).toContain('nuclear components');
});

it('does not call the same quotation in two independent articles a wire copy', () => {
  const also = otherReports(statementWith(first, 'Like our North Korean friends'), everything, copies);
  expect(also.map(({ article, wireCopy }) => [article.id.slice(0, 3), wireCopy])).toEqual([
    ['004', false],
    ['002', true],
    ['003', false],
  ]);
});

it('finds nobody else for what one article alone reports', () => {
  expect(otherReports(statementWith(fourth, '1,000 containers'), everything, copies)).toEqual([]);
  expect(otherReports(statementWith(first, 'close neighbour'), everything, copies)).toEqual([]);
});

it('does not count a line as the same when it gives another figure for the same thing', () => {
  const one = createArticle({
    id: 'one',
    text: 'The flood destroyed 40 houses in the valley town of Arden.',
    outlet: 'A',
  });
  const two = createArticle({
    id: 'two',
    text: 'The flood destroyed 55 houses in the valley town of Arden.',
    outlet: 'B',
  });
  const three = createArticle({
    id: 'three',
    text: 'In Arden, the valley town, floods destroyed 40 houses.',
    outlet: 'C',
  });
  const candidates = [two, three].map((article) => readSourced(article, { start: 0, end: article.text.length }));
  const also = otherReports(readSourced(one, { start: 0, end: one.text.length }), candidates, copies);
  expect(also.map(({ article }) => article.id)).toEqual(['three']);
});

it('gives every source word for word', () => {
  const texts = new Map(seeds.map((article) => [article.id, article.text]));
  for (const each of everything) {
    for (const { article, excerpt } of otherReports(each, everything, copies)) {
      expect(texts.get(article.id)?.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
      expect(article.id).not.toBe(each.article.id);
    }
  }
});

/** The first sentence of an article by an outlet of its own. */
function line(id: string, published: string, text: string): SourcedStatement {
  const article = createArticle({ id, outlet: id, text, published });
  const [sentence] = article.sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return readSourced(article, sentence);
}

it('takes no line for another report that gives its deed another day, or takes it back', () => {
  const [wire, same, otherDay, takenBack] = [
    line('wire', '2024-05-14', 'The island council approved the harbour law on Monday.'),
    line('same', '2024-05-15', 'The island council has approved the harbour law, members said on Tuesday.'),
    line('other', '2024-05-15', 'After hours of speeches the island council approved the harbour law on Tuesday.'),
    line('back', '2024-05-15', 'Reports that the island council approved the harbour law are false.'),
  ] as const;
  const also = otherReports(wire, [same, otherDay, takenBack], copies);
  expect(also.map(({ article }) => article.id)).toEqual(['same']);
});

it('takes no line for another report in which each has a number that the other lacks', () => {
  const killed = line('one', '2024-05-14', 'The flood killed 12 people in Brann and left 300 homeless.');
  const missing = line('two', '2024-05-14', 'The flood left 12 missing in Brann and killed nine people.');
  const same = line('three', '2024-05-14', 'The flood in Brann killed 12 people.');
  expect(otherReports(killed, [missing, same], copies).map(({ article }) => article.id)).toEqual(['three']);
});
