import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { groupQuotes } from '../../src/quotes/group.js';
import type { Quote } from '../../src/quotes/quote.js';
import { bestGroups, quotesOf } from '../../src/quotes/select.js';
import { SpeakerList } from '../../src/quotes/speakers.js';
import { readStatements } from '../../src/quotes/statements.js';
import { finish } from '../../src/steps.js';
import { quotesIn } from './reading.js';

/** The statements of everybody, or of those named so, as "how often: words". */
function statements(quotes: readonly Quote[], about?: string, name?: string): string[] {
  const speakers = new SpeakerList(quotes);
  const wanted = name === undefined ? null : speakers.entries.filter((entry) => entry.name === name);
  return finish(bestGroups(finish(readStatements(quotes, speakers)).of(wanted), about)).map(
    ({ wordings }) => `${wordings.flatMap((wording) => wording.quotes).length}: ${wordings[0]?.text}`,
  );
}

const ferry = quotesIn(
  'Nora Beck called the old ferry "a bathtub".',
  'Nora Beck said that the harbour would stay open all winter.',
  '"We will paint every boat in the harbour green," Nora Beck said.',
  '"My goats dislike the harbour at night," Silas Webb said.',
);

describe('the statements of some speakers', () => {
  it('are those of everybody when nobody is named, and else only theirs', () => {
    expect(statements(ferry)).toHaveLength(4);
    expect(statements(ferry, undefined, 'Silas Webb')).toEqual(['1: My goats dislike the harbour at night']);
    expect(statements(ferry, undefined, 'Ada Lund')).toEqual([]);
  });

  it('begin with whole quotations, then have what is reported, then fragments', () => {
    expect(statements(ferry, undefined, 'Nora Beck')).toEqual([
      '1: We will paint every boat in the harbour green',
      '1: that the harbour would stay open all winter',
      '1: a bathtub',
    ]);
  });

  it('begin with what more articles have', () => {
    const [paint, goats] = [
      '"We will paint every boat green," Nora Beck said.',
      '"Goats dislike all paint," she said.',
    ];
    const print = (id: string, text: string) => extractQuotes(createArticle({ id, title: id, text }));
    const quotes = [...print('one', `${goats?.replace('she', 'Nora Beck')}\n\n${paint}`), ...print('two', paint ?? '')];
    expect(statements(quotes)).toEqual(['2: We will paint every boat green', '1: Goats dislike all paint']);
  });
});

describe('a topic', () => {
  it('keeps what touches it, in whatever form of the word', () => {
    expect(statements(ferry, 'a goat')).toEqual(['1: My goats dislike the harbour at night']);
    expect(statements(ferry, 'football')).toEqual([]);
  });

  it('is decided by its rarer word', () => {
    expect(statements(ferry, 'goats in the harbour')[0]).toBe('1: My goats dislike the harbour at night');
  });

  it('counts more in the words themselves than around them', () => {
    const quotes = quotesIn(
      'After the storm Nora Beck said that the roof must be mended soon.',
      'Nora Beck said that the storm took the roof of the barn.',
    );
    expect(statements(quotes, 'storm')).toEqual([
      '1: that the storm took the roof of the barn',
      '1: that the roof must be mended soon',
    ]);
  });

  it('that has no word in it touches nothing', () => {
    expect(statements(ferry, '???')).toEqual([]);
  });
});

it('each statement comes once before any comes again from another article', () => {
  const print = (id: string) =>
    extractQuotes(
      createArticle({
        id,
        title: id,
        text: '"We will paint every boat green," Nora Beck said.\n\n"Goats dislike all paint," Silas Webb said.',
      }),
    );
  const quotes = [...print('one'), ...print('two')];
  const ordered = quotesOf(finish(bestGroups(groupQuotes(quotes), undefined)));
  expect(ordered.map(({ article, speaker }) => `${article.id} ${speaker?.name}`)).toEqual([
    'one Nora Beck',
    'one Silas Webb',
    'two Nora Beck',
    'two Silas Webb',
  ]);
});
