import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { contextOf } from '../../src/corpus/context.js';

const FIRST = 'The ferry left Ostrin at dawn.';
const SECOND = 'It sank at noon. Nobody was hurt.';
const THIRD = 'Divers reached the wreck in the evening.';
const FOURTH = 'The mayor thanked the fishermen who helped.';

/** The context of some words in an article of these paragraphs, with the emphasised words in brackets. */
function contextIn(paragraphs: readonly string[], words: string): string | null {
  const text = paragraphs.join('\n\n');
  const start = text.indexOf(words);
  const article = createArticle({ id: 'ferry', title: 'A ferry sinks', text });
  const context = contextOf(article, { start, end: start + words.length });
  if (!context) return null;
  expect(context.text).toBe(text.slice(context.start, context.end));
  expect(context.emphasis).toHaveLength(1);
  const [from, to] = context.emphasis[0] ?? [0, 0];
  return `${context.text.slice(0, from)}[${context.text.slice(from, to)}]${context.text.slice(to)}`;
}

describe('contextOf', () => {
  it('shows a paragraph before and one after, and emphasises what is asked for', () => {
    expect(contextIn([FIRST, SECOND, THIRD, FOURTH], 'It sank at noon.')).toBe(
      `${FIRST}\n\n[It sank at noon.] Nobody was hurt.\n\n${THIRD}`,
    );
  });

  it('shows what there is at the head and the end of an article', () => {
    expect(contextIn([FIRST, SECOND, THIRD], FIRST)).toBe(`[${FIRST}]\n\n${SECOND}`);
    expect(contextIn([FIRST, SECOND, THIRD], THIRD)).toBe(`${SECOND}\n\n[${THIRD}]`);
    expect(contextIn([FIRST], FIRST)).toBe(`[${FIRST}]`);
  });

  it('stops at a heading, as the text beyond it belongs elsewhere', () => {
    expect(contextIn([FIRST, 'How the rescue went', SECOND, THIRD], 'It sank at noon.')).toBe(
      `[It sank at noon.] Nobody was hurt.\n\n${THIRD}`,
    );
  });

  it('stops at what is no text', () => {
    expect(contextIn([FIRST, SECOND, 'Advertisement', THIRD], 'Nobody was hurt.')).toBe(
      `${FIRST}\n\nIt sank at noon. [Nobody was hurt.]`,
    );
  });

  it('leaves out a neighbour that would make it longer than a phone shows', () => {
    const long = 'The wind blew from the north all day. '.repeat(45).trim();
    expect(contextIn([long, SECOND, THIRD], 'It sank at noon.')).toBe(
      `[It sank at noon.] Nobody was hurt.\n\n${THIRD}`,
    );
  });

  it('has none for what is not in the body', () => {
    expect(contextIn([FIRST, SECOND, 'Advertisement'], 'Advertisement')).toBeNull();
  });
});
