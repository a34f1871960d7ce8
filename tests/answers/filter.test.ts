import { describe, expect, it } from 'vitest';
import { articlesPassing, findSource, sourcesOf } from '../../src/answers/filter.js';
import { RequestError } from '../../src/answers/requestError.js';
import { articleOf } from './articles.js';

const articles = [
  articleOf({ id: '001_first', outlet: 'DW', agencies: ['AFP'], published: '2023-10-20' }),
  articleOf({ id: '002_second', outlet: 'Complete News World', agencies: ['APA'], published: '2023-10-18' }),
  articleOf({ id: '003_third', agencies: ['Reuters', 'AFP'], published: '2023-10-19' }),
  articleOf({ id: '004_fourth' }),
];

/** The ids' first three letters that are in filter. */
function idsIn(filter: Parameters<typeof articlesPassing>[1]): string[] {
  const allowed = articlesPassing(articles, filter);
  return articles.filter((_, i) => !allowed || allowed[i] === 1).map(({ id }) => id.slice(0, 3));
}

describe('the sources of a corpus', () => {
  it('are its outlets and agencies, each once, commonest first, else by name', () => {
    expect(sourcesOf(articles)).toEqual(['AFP', 'APA', 'Complete News World', 'DW', 'Reuters']);
  });

  it('count an outlet that is its own agency once', () => {
    const own = articleOf({ id: 'x', outlet: 'Reuters', agencies: ['Reuters'] });
    expect(sourcesOf([own, articleOf({ id: 'y', outlet: 'AFP' })])).toEqual(['AFP', 'Reuters']);
  });

  it('are none when no article names any', () => {
    expect(sourcesOf([articleOf({ id: 'x' })])).toEqual([]);
  });
});

describe('a typed source', () => {
  it.each([
    ['AFP', 'AFP'],
    [' afp ', 'AFP'],
    ['reuters', 'Reuters'],
    ['Reutres', 'Reuters'],
    ['Complete News', 'Complete News World'],
    ['Complet News World', 'Complete News World'],
    ['003_third', '003_third'],
    ['003_', '003_third'],
  ])('%s means %s', (typed, source) => {
    expect(findSource(typed, articles)).toBe(source);
  });

  it('means the article that is called so before an outlet that is called nearly so', () => {
    expect(findSource('reuters-01', [...articles, articleOf({ id: 'reuters-01' })])).toBe('reuters-01');
  });

  it.each(['AFX', 'AP', 'BBC', 'Kremlin', 'Washington Post', ''])('%s means none', (typed) => {
    expect(findSource(typed, articles)).toBeNull();
  });
});

describe('the articles in scope', () => {
  it('are all when nothing is asked', () => {
    expect(articlesPassing(articles, {})).toBeUndefined();
    expect(articlesPassing(articles, { source: '  ' })).toBeUndefined();
  });

  it('are those of the outlet, of the agency, or the one with the id', () => {
    expect(idsIn({ source: 'DW' })).toEqual(['001']);
    expect(idsIn({ source: 'afp' })).toEqual(['001', '003']);
    expect(idsIn({ source: '004_fourth' })).toEqual(['004']);
  });

  it('are those of a span of days, both ends among them', () => {
    expect(idsIn({ after: '2023-10-19' })).toEqual(['001', '003']);
    expect(idsIn({ before: '2023-10-19' })).toEqual(['002', '003']);
    expect(idsIn({ after: '2023-10-19', before: '2023-10-19' })).toEqual(['003']);
    expect(idsIn({ after: '2024-01-01' })).toEqual([]);
  });

  it('of a span of days are never without a date', () => {
    expect(idsIn({ after: '1000-01-01' })).not.toContain('004');
    expect(idsIn({ before: '9999-12-31' })).not.toContain('004');
    expect(idsIn({ source: '004_fourth', before: '9999-12-31' })).toEqual([]);
  });

  it('obey source and days together', () => {
    expect(idsIn({ source: 'AFP', after: '2023-10-20' })).toEqual(['001']);
  });
});

describe('a request that cannot be met', () => {
  const refusal = (filter: Parameters<typeof articlesPassing>[1], among = articles): string => {
    try {
      articlesPassing(among, filter);
    } catch (error) {
      expect(error).toBeInstanceOf(RequestError);
      return error instanceof Error ? error.message : '';
    }
    return 'no error';
  };

  it('for an unknown source names the ones that there are', () => {
    const message = refusal({ source: ' BBC ' });
    expect(message).toContain('“BBC”');
    for (const source of sourcesOf(articles)) expect(message).toContain(source);
  });

  it('names a dozen sources at most, and says how many more there are', () => {
    const many = Array.from({ length: 30 }, (_, i) => articleOf({ id: `a${i}`, outlet: `Outlet number ${100 + i}` }));
    const message = refusal({ source: 'BBC' }, many);
    expect(message.match(/Outlet number/g)).toHaveLength(12);
    expect(message).toContain('18 more');
  });

  it('says so when no article names a source', () => {
    expect(refusal({ source: 'BBC' }, [articleOf({ id: 'x' })])).toContain('none');
  });

  it.each(['2023-02-30', '2023-13-01', 'yesterday', '20 October', '2023-1-1', ''])(
    'for the day “%s” says how a day is written',
    (day) => {
      expect(refusal({ after: day })).toMatch(/“after”.*\d{4}-\d\d-\d\d/);
      expect(refusal({ before: day })).toMatch(/“before”.*\d{4}-\d\d-\d\d/);
    },
  );

  it('for days the wrong way round says so', () => {
    const message = refusal({ after: '2023-10-20', before: '2023-10-19' });
    expect(message).toContain('2023-10-20');
    expect(message).toContain('2023-10-19');
  });
});

describe('an article', () => {
  it.each([
    ['DW', ['001']],
    ['AFP', ['001', '003']],
    ['001_first', ['001']],
    ['complete-news-world.com', ['002']],
    [undefined, ['001', '002', '003', '004']],
  ])('is from its outlet, its agencies and itself, and from anywhere when nothing is asked: %s', (source, expected) => {
    expect(idsIn({ source })).toEqual(expected);
  });
});
