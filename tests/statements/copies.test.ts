import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { COPIED, CopyDetector } from '../../src/statements/copies.js';
import { readSourced, type SourcedStatement } from '../../src/statements/statement.js';

const copies = new CopyDetector();
const WIRE = 'A cargo ferry with nine people aboard ran aground on the rocks off Port Brann early in the morning.';
const WIRE_END = 'The crew walked ashore at low tide and nobody was hurt, the harbour office of the island said.';
const OWN = 'Nine sailors escaped unharmed when their vessel hit a reef near Brann before dawn.';
const QUOTATION = '“I heard a scrape like thunder and then the whole deck began to lean,”';

function article(...sentences: string[]): Article {
  return createArticle({ id: sentences.join('|'), text: sentences.join('\n\n') });
}

function statement(of: Article, at = 0): SourcedStatement {
  const sentence = of.sentences[at];
  if (sentence === undefined) throw new Error(`no sentence ${at}`);
  return readSourced(of, sentence);
}

describe('copies of one wire', () => {
  it('are two articles with the same sentences, in whatever order', () => {
    expect(copies.articleOverlap(article(WIRE, WIRE_END), article(WIRE_END, WIRE))).toBe(1);
  });

  it('are not two articles that tell one thing in words of their own', () => {
    expect(copies.articleOverlap(article(WIRE), article(OWN))).toBeLessThan(COPIED);
    expect(copies.isWireCopy(statement(article(WIRE)), statement(article(OWN)))).toBe(false);
  });

  it('are two sentences alike, also where the articles have much else beside', () => {
    const one = article(
      WIRE,
      `Ferries run again. ${WIRE_END}`,
      'The island has had no doctor of its own since spring.',
    );
    const other = article(WIRE, `${OWN} ${QUOTATION} deckhand Oda Lund told a crowd on the quay.`);
    expect(copies.articleOverlap(one, other)).toBeLessThan(COPIED);
    expect(copies.isWireCopy(statement(one), statement(other))).toBe(true);
  });

  it('are sentences that are all quotation, where the articles are copies', () => {
    const quoted = `${QUOTATION} Lund said.`;
    const [one, other] = [article(quoted, WIRE, WIRE_END), article(quoted, WIRE_END, WIRE)];
    expect(copies.isWireCopy(statement(one), statement(other))).toBe(true);
  });

  it('are not two sentences with only a quotation in common', () => {
    const one = article(`${QUOTATION} deckhand Oda Lund told a crowd on the quay.`, OWN);
    const other = article(`${QUOTATION} said Lund, who has worked on ferries for years.`, WIRE_END);
    expect(copies.isWireCopy(statement(one), statement(other))).toBe(false);
  });

  it('are not made by having no words', () => {
    expect(copies.articleOverlap(article('Rain fell.'), article('Rain fell.'))).toBe(0);
  });
});
