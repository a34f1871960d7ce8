import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { readSourced } from '../../src/statements/statement.js';
import { StatementReader } from '../../src/statements/statementReader.js';

const article = (id: string, text: string) => createArticle({ id, title: 'Harbour', text });

describe('a reader of statements', () => {
  it('reads a sentence as it is read alone, and once', () => {
    const reader = new StatementReader();
    const harbour = article('a', 'Forty boats left Tarn harbour. None came back.');
    for (const sentence of harbour.sentences) {
      const statement = reader.statementOf(harbour, sentence);
      expect(statement).toEqual(readSourced(harbour, sentence));
      expect(reader.statementOf(harbour, sentence)).toBe(statement);
    }
  });

  it('does not take an article for another that has its name', () => {
    const reader = new StatementReader();
    const [old, changed] = [article('a', 'Forty boats left.'), article('a', 'Fifty boats left.')];
    const read = [old, changed].map((one) => reader.statementOf(one, one.sentences[0] ?? { start: 0, end: 0 }));
    expect(read.map(({ figures }) => figures[0]?.value)).toEqual([40, 50]);
  });
});
