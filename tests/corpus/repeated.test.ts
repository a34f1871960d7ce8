import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { withoutRepeated } from '../../src/corpus/repeated.js';
import { bodyText, paragraphsOf } from './seeds.js';

/** Articles that share nothing but what is put into them. */
const STORIES = [
  ['The old pier fell in the storm.', 'Nobody was hurt, the harbour office wrote.', 'Repairs begin in spring.'],
  ['A choir from Ostrin won the prize.', 'It sang three songs of the sea.', 'The jury was of one mind.'],
  ['The price of grain rose by a tenth.', 'Mills in Norwick closed for a day.', 'Bakers fear for their trade.'],
  ['A pilot found a lost dog at sea.', 'It had swum since the morning.', 'Its owner wept with joy.'],
] as const;

/** The stories, each with some paragraphs between its first and its second. */
function articlesWith(...lines: readonly (readonly string[])[]): Article[] {
  return lines.map((extra, at) => {
    const [first = '', ...rest] = STORIES[at] ?? [];
    return createArticle({ id: String(at), text: [first, ...extra, ...rest].join('\n\n') });
  });
}

describe('a line that stands in three different articles', () => {
  it.each([
    'Get the evening news in your inbox: subscribe to our newsletter.',
    'Readers can contact us at the harbour office on any day.',
    'Our cookies help us to see what islanders read.',
    'To hear this story, tap here on your telephone.',
  ])('is the page’s when it asks something of the reader: %s', (line) => {
    const articles = articlesWith([line], [line], [line]);
    expect(articles.every((article) => bodyText(article).includes(line))).toBe(true);
    for (const article of withoutRepeated(articles)) {
      expect(bodyText(article)).not.toContain(line);
      expect(paragraphsOf(article, 'furniture')).toContain(line);
    }
  });

  it.each([
    'Island Wire has more than 30 readers on the rock',
    'This text was made longer with notes from the harbour office',
    'Prices of salt and rope are those of the day before',
  ])('is the page’s when it ends as no sentence does: %s', (line) => {
    for (const article of withoutRepeated(articlesWith([line], [line], [line]))) {
      expect(bodyText(article)).not.toContain(line);
    }
  });

  it('is the page’s though its spaces and capitals differ', () => {
    const line = 'The Island Wire lives on what its readers donate.';
    const articles = articlesWith([line], [line.replace(' lives', '  lives')], [line.replace('Wire', 'WIRE')]);
    expect(withoutRepeated(articles).map((article) => paragraphsOf(article, 'body'))).toEqual(STORIES.slice(0, 3));
  });

  it.each([
    'The island has had no bridge since the great flood.',
    '“We will rebuild what the sea has taken,” she said.',
    'Brann and Tarrow are an hour apart by ferry!',
  ])('is background when it is a whole sentence that asks nothing: %s', (line) => {
    const articles = articlesWith([line], [line], [line]);
    expect(withoutRepeated(articles)).toBe(articles);
  });

  it('is text when it is long', () => {
    const long = `Subscribe, wrote the editor, ${'and tell all your friends on the island, '.repeat(8)}and so they did.`;
    const articles = articlesWith([long], [long], [long]);
    expect(withoutRepeated(articles)).toBe(articles);
  });
});

describe('a line', () => {
  const line = 'Your privacy matters to the Island Wire.';

  it('is left in two articles, be there a third without it or not', () => {
    for (const articles of [articlesWith([line], [line]), articlesWith([line], [line], [], [])]) {
      expect(withoutRepeated(articles)).toBe(articles);
    }
  });

  it('is left where the articles are prints of one text', () => {
    const print = [...STORIES[0], line].join('\n\n');
    const articles = ['a', 'b', 'c'].map((id) => createArticle({ id, text: print }));
    expect(withoutRepeated(articles)).toBe(articles);
  });

  it('is left where it is all that an article says', () => {
    const [one, two] = articlesWith([line], [line]);
    const bare = createArticle({ id: 'bare', text: line });
    const read = withoutRepeated([one, two, bare].filter((article) => article !== undefined));
    expect(read.at(-1)).toBe(bare);
  });
});

describe('withoutRepeated', () => {
  const line = 'Your privacy matters to the Island Wire.';

  it('keeps the order, and the very objects that have nothing repeated', () => {
    const articles = articlesWith([line], [line], [line], []);
    const read = withoutRepeated(articles);
    expect(read.map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
    expect(read[3]).toBe(articles[3]);
    expect(read[0]).not.toBe(articles[0]);
  });

  it('numbers the paragraphs and sentences that are left as a reader counts', () => {
    for (const { paragraphs, sentences, text } of withoutRepeated(articlesWith([line], [line], [line]))) {
      const body = paragraphs.filter(({ kind }) => kind === 'body');
      expect(body.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(paragraphs.filter(({ kind }) => kind !== 'body').every(({ number }) => number === 0)).toBe(true);
      sentences.forEach((sentence, at) => {
        const paragraph = paragraphs[sentence.paragraph];
        expect(paragraph?.kind).toBe('body');
        expect(paragraph?.firstSentence).toBeLessThanOrEqual(at);
        expect(paragraph?.endSentence).toBeGreaterThan(at);
        expect(text.slice(sentence.start, sentence.end)).not.toBe(line);
      });
    }
  });

  it('changes no text', () => {
    const articles = articlesWith([line], [line], [line]);
    expect(withoutRepeated(articles).map(({ text }) => text)).toEqual(articles.map(({ text }) => text));
  });
});
