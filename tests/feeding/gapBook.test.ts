import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GapBook } from '../../src/feeding/gapBook.js';

let corpus = '';
let now: Date;
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-gaps-'));
  now = new Date('2024-03-05T10:00:00Z');
});
afterEach(() => rmSync(corpus, { recursive: true }));
const kept = (name: string) => join(corpus, '.dateline', name);

describe('questions that were not answered', () => {
  const book = () => new GapBook(corpus, () => now);

  it('are kept as they were asked, the most frequent first, those that ask the same together', async () => {
    const gaps = book();
    await gaps.note('When does the tug sail?');
    await gaps.note('Who owns the tug?');
    now = new Date('2024-03-06T10:00:00Z');
    await gaps.note('who owned that tug');
    expect(await book().list()).toEqual([
      { question: 'Who owns the tug?', count: 2, lastDay: '2024-03-06' },
      { question: 'When does the tug sail?', count: 1, lastDay: '2024-03-05' },
    ]);
  });

  it('are all counted when many come at once', async () => {
    const gaps = book();
    await Promise.all(Array.from({ length: 20 }, () => gaps.note('Who owns the tug?')));
    expect(await gaps.list()).toMatchObject([{ count: 20 }]);
    expect(readdirSync(join(corpus, '.dateline'))).toEqual(['gaps.json']);
  });

  it('are 500 at most: the least frequent go, of those the oldest, and one that is new is taken', async () => {
    const old = Array.from({ length: 500 }, (_, at) => ({
      question: `about ship${at}`,
      count: at < 2 ? 1 : 2,
      lastDay: `2024-01-0${at === 0 ? 1 : 2}`,
    }));
    await book().note('anything');
    writeFileSync(kept('gaps.json'), JSON.stringify(old));
    await book().note('Who owns the tug?');
    const questions = (await book().list()).map(({ question }) => question);
    expect(questions).toHaveLength(500);
    expect(questions).toContain('Who owns the tug?');
    expect(questions).toContain('about ship1');
    expect(questions).not.toContain('about ship0');
  });

  it('begin anew where the file is broken, and are read by its owner alone', async () => {
    await book().note('Who owns the tug?');
    expect(statSync(kept('gaps.json')).mode & 0o077).toBe(0);
    writeFileSync(kept('gaps.json'), '[{"half');
    expect(await book().list()).toEqual([]);
    await book().note('Who owns the tug?');
    expect(await book().list()).toHaveLength(1);
    expect(readFileSync(kept('gaps.json.broken'), 'utf8')).toBe('[{"half');
  });
});
