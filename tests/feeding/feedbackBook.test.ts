import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FeedbackBook } from '../../src/feeding/feedbackBook.js';

let corpus = '';
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-feedback-'));
});
afterEach(() => rmSync(corpus, { recursive: true }));
const kept = (name: string) => join(corpus, '.dateline', name);

describe('what readers say of answers', () => {
  it('is counted by article, once for a reader and a message, and nothing else is kept', async () => {
    const book = new FeedbackBook(corpus);
    const given = [
      await book.give('ferry', true, '900 77'),
      await book.give('ferry', false, '900 77'),
      await book.give('ferry', false, '900 78'),
      await book.give('tug', true, '901 77'),
    ];
    expect(given).toEqual([true, false, true, true]);
    expect(await book.list()).toEqual([
      ['ferry', { answers: 1, doesNot: 1 }],
      ['tug', { answers: 1, doesNot: 0 }],
    ]);
    expect(readFileSync(kept('feedback.json'), 'utf8')).not.toMatch(/900|901|77/);
  });

  it('is nowhere before somebody says it', async () => {
    expect(await new FeedbackBook(corpus).list()).toEqual([]);
    expect(existsSync(kept('feedback.json'))).toBe(false);
  });
});
