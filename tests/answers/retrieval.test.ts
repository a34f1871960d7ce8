import { describe, expect, it } from 'vitest';
import type { Filter } from '../../src/answers/filter.js';
import { RequestError } from '../../src/answers/requestError.js';
import { Retriever } from '../../src/answers/retrieval.js';
import type { Article } from '../../src/corpus/article.js';
import { AliasTable, readAliases } from '../../src/search/aliases.js';
import type { Knowledge } from '../../src/search/lexicon.js';
import { WordVectors } from '../../src/search/meaning/wordVectors.js';
import { articleOf } from './articles.js';

const NOTHING: Knowledge = { vectors: null, aliases: null };

/** The sentences that may answer, best first. */
function found(question: string, articles: readonly Article[], filter: Filter = {}, knowledge = NOTHING): string[] {
  const retriever = new Retriever(articles, knowledge);
  return retriever.retrieve(question, filter).candidates.map(({ passage }) => retriever.index.text(passage));
}

const GULL = 'A gull stole the ring.';
const RING = 'The ring was made of tin.';
const SOUP = 'Soup was served at noon.';

const harbour = articleOf({ id: 'harbour', text: GULL, outlet: 'Harbour Times', published: '2023-05-01' });
const valley = articleOf({ id: 'valley', text: RING, outlet: 'Valley Post', published: '2023-05-03' });

describe('a small corpus', () => {
  it('is looked through whole, what shares most with the question first', () => {
    expect(found('Which gull has the ring?', [articleOf({ id: 'a', text: `${SOUP} ${RING} ${GULL}` })])).toEqual([
      GULL,
      RING,
      SOUP,
    ]);
    expect(found('Which gull has the ring?', [])).toEqual([]);
  });
});

describe('a large corpus', () => {
  it('gives only a handful that share a word with the question', () => {
    const text = Array.from({ length: 1600 }, (_, i) => (i % 8 === 0 ? GULL : SOUP)).join(' ');
    const candidates = found('Which gull has the ring?', [articleOf({ id: 'a', text })]);
    expect(candidates.length).toBeGreaterThan(10);
    expect(candidates.length).toBeLessThanOrEqual(100);
    expect(new Set(candidates)).toEqual(new Set([GULL]));
  });
});

describe('a filter', () => {
  const both = [harbour, valley];

  it('lets only articles through that pass it', () => {
    expect(found('the ring', both, { source: 'Valley Post' })).toEqual([RING]);
    expect(found('the ring', both, { before: '2023-05-02' })).toEqual([GULL]);
  });

  it('may be said in the question, and the caller’s wins over it', () => {
    expect(found('What does Harbour Times say about the ring?', both)).toEqual([GULL]);
    expect(found('What does Harbour Times say about the ring?', both, { source: 'Valley Post' })).toEqual([RING]);
  });

  it('that is left empty does not unsay one in the question', () => {
    expect(found('What does Harbour Times say about the ring?', both, { source: '', after: undefined })).toEqual([
      GULL,
    ]);
  });

  it('of a source that nobody knows, or a date that is none, is the caller’s mistake', () => {
    expect(() => found('the ring', both, { source: 'Zyzzyva Gazette' })).toThrow(RequestError);
    expect(() => found('the ring', both, { after: '2023-02-30' })).toThrow(RequestError);
  });
});

describe('what is known beside the articles', () => {
  it('finds a thing by what else it is called, after the word itself', () => {
    const aliases = new AliasTable();
    readAliases('= ring, band, hoop, loop', 'aliases.txt', aliases);
    const text = `${SOUP} A band, a hoop and a loop hung there. ${RING}`;
    const [first, second] = found('Who has the ring?', [articleOf({ id: 'a', text })], {}, { vectors: null, aliases });
    expect([first, second]).toEqual([RING, 'A band, a hoop and a loop hung there.']);
  });

  it('tells a reading which words are alike in meaning', () => {
    const vectors = new WordVectors({
      dimensions: 2,
      words: ['the', 'bird', 'gull', 'soup'],
      rows: Int8Array.of(1, 1, 120, 10, 110, 5, 0, 90),
    });
    const text = `${SOUP} ${GULL} It rained. It froze. It thawed. It hailed. It cleared.`;
    const { reading } = new Retriever([articleOf({ id: 'a', text })], { vectors, aliases: null }).retrieve(
      'a bird',
      {},
    );
    expect([0, 1].map((passage) => reading.matches(passage)[0]?.strength)).toEqual([0, expect.closeTo(1, 1)]);
    expect(reading.matches(1)[0]?.by).toBe('meaning');
  });
});
