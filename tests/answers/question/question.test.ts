import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../src/answers/question/concept.js';
import { type Question, understandQuestion } from '../../../src/answers/question/question.js';
import { filterable } from '../../../src/answers/question/spokenFilters.js';
import type { Article } from '../../../src/corpus/article.js';
import { AliasTable, readAliases } from '../../../src/search/aliases.js';
import { Lexicon } from '../../../src/search/lexicon.js';
import { PassageIndex } from '../../../src/search/passages.js';
import { articleOf } from '../articles.js';

const TEXT = `Yesterday Kim Jong Un met Sergei Lavrov in Pyongyang. The envoys praised Kim and the dinner.
In North Korea the talks with Lavrov went on. Everyone praised Pyongyang.`;
const articles = [articleOf({ id: 'a', text: TEXT, outlet: 'DW', published: '2023-10-20' })];

function understand(text: string, among: readonly Article[] = articles, aliasLines = ''): Question {
  const aliases = new AliasTable();
  readAliases(aliasLines, 'aliases.txt', aliases);
  const lexicon = new Lexicon(new PassageIndex(among).sentences, { vectors: null, aliases });
  return understandQuestion(text, filterable(among), lexicon);
}

const concept = (question: Question, term: string): Concept | undefined =>
  question.concepts.find((candidate) => candidate.term === term);
const termsOf = (question: Question): string[] => question.concepts.map(({ term }) => term);

describe('a name', () => {
  it('of several words is one name', () => {
    const { concepts } = understand('Who met Kim Jong Un?');
    const groups = concepts.filter(({ name }) => name).map(({ nameGroup }) => nameGroup);
    expect(groups).toEqual([groups[0], groups[0], groups[0]]);
    expect(groups[0]).not.toBeNull();
  });

  it('is the same with a hyphen', () => {
    expect(termsOf(understand('Who met Kim Jong-un?'))).toEqual(termsOf(understand('Who met Kim Jong Un?')));
  });

  it('is apart from the next name', () => {
    const question = understand('Did Lavrov and Kim meet?');
    expect(concept(question, 'kim')?.nameGroup).not.toBe(concept(question, 'lavrov')?.nameGroup);
  });

  it('is known by the corpus though the question writes it small', () => {
    expect(concept(understand('who met kim'), 'kim')).toMatchObject({ name: true });
  });

  it('is known by its capital though the corpus has it not', () => {
    expect(concept(understand('Who met Macron?'), 'macron')).toMatchObject({ name: true, variants: [] });
  });

  it('is not what a capital at the head of the question makes', () => {
    expect(concept(understand('Dinner with Kim?'), 'dinner')).toMatchObject({ name: false, nameGroup: null });
  });

  it('is not what a shouted or headline-style question makes', () => {
    for (const text of ['WHO PRAISED THE DINNER', 'Who Praised The Dinner']) {
      expect(concept(understand(text), 'dinner'), text).toMatchObject({ name: false });
    }
  });

  it('is no number', () => {
    expect(concept(understand('What was Agreement 2023 about?'), '2023')).toMatchObject({ name: false });
  });
});

describe('what a question turns on', () => {
  it('is each thing once, in its order, stop words left out', () => {
    expect(termsOf(understand('Did Kim and the envoys praise Kim?'))).toEqual(['kim', 'envoy', 'prais']);
  });

  it('is more the rare word than the common', () => {
    const question = understand('Did Kim praise the dinner?');
    expect(concept(question, 'dinner')?.weight).toBeGreaterThan(concept(question, 'kim')?.weight ?? Infinity);
  });

  it('is a name of three words together as much as the heaviest of them alone', () => {
    const weighedAlone = ['Kim', 'Jong', 'Un'].map((name) => {
      const question = understand(`Who met ${name}?`);
      return concept(question, name.toLowerCase())?.weight ?? Number.NaN;
    });
    const inFull = understand('Who met Kim Jong Un?').concepts.filter(({ name }) => name);
    expect(new Set(weighedAlone).size).toBeGreaterThan(1);
    expect(inFull).toHaveLength(3);
    expect(inFull.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(Math.max(...weighedAlone));
  });

  it('is hardly a word that only asks for coverage', () => {
    const question = understand('what do the articles mention about dinner');
    expect(concept(question, 'mention')?.weight).toBeLessThan((concept(question, 'dinner')?.weight ?? 0) / 2);
  });

  it('always weighs something', () => {
    for (const { weight } of understand('Did Kim praise the zebra according to news articles on 18 October?')
      .concepts) {
      expect(weight).toBeGreaterThan(0);
    }
  });

  it('is a thing with other names as a whole', () => {
    const question = understand('Who visited the DPRK?', articles, '= DPRK, North Korea');
    expect(concept(question, 'dprk')?.variants[0]?.terms).toEqual(['north', 'korea']);
  });

  it('is a day that it names', () => {
    const { concepts, filter } = understand('Who met Kim on 19 October?');
    expect(concepts.at(-1)).toMatchObject({ day: '2023-10-19', name: false });
    expect(concepts.slice(0, -1).every(({ day }) => day === null)).toBe(true);
    expect(filter).toEqual({});
  });

  it('is not the source that it asks for', () => {
    const question = understand('who met Kim according to DW');
    expect(question.filter).toEqual({ source: 'DW' });
    expect(termsOf(question)).toEqual(['meet', 'kim']);
  });

  it('is nothing when it has stop words only', () => {
    expect(understand('what did they do then?').concepts).toEqual([]);
  });
});

describe('a question about what is new', () => {
  it.each(['Who met Kim this week?', 'Who recently met Kim?', 'What is the latest on Kim?', 'who is Kim meeting now'])(
    '“%s” says so',
    (question) => {
      expect(understand(question).recent).toBe(true);
    },
  );

  it.each(['Who met Kim?', 'Who knows Kim?', 'How many weeks did it last?'])('“%s” does not', (question) => {
    expect(understand(question).recent).toBe(false);
  });
});

describe('what is looked for', () => {
  it('is asked first, and what leads up to it follows', () => {
    const { sought, asking } = understand('Lavrov met Kim. He flew on, they say! Where did he go? Thanks.');
    expect(sought).toBe('Where did he go? Lavrov met Kim. He flew on, they say! Thanks.');
    expect(asking).toBe('Where did he go?');
  });

  it.each(['Who met Kim?', 'who met Kim. in pyongyang'])('is the last sentence first: “%s”', (question) => {
    expect(understand(question).sought.startsWith(understand(question).asking.trim())).toBe(true);
  });
});

it('what a short form stands for is asked of the short form alone', () => {
  expect(termsOf(understand('what does KCNA stand for'))).toEqual(['kcna']);
  expect(termsOf(understand('who took a stand for peace'))).toContain('stand');
});
