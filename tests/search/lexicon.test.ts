import { describe, expect, it } from 'vitest';
import { analyze, termOf } from '../../src/english/analyzer.js';
import { AliasTable, readAliases } from '../../src/search/aliases.js';
import { InvertedIndexBuilder } from '../../src/search/invertedIndexBuilder.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { WordVectors } from '../../src/search/meaning/wordVectors.js';

const DIMENSIONS = 2;

/** The words that English has, commonest first; what they mean does not matter here. */
function englishOf(words: readonly string[]): WordVectors {
  return new WordVectors({ words, dimensions: DIMENSIONS, rows: new Int8Array(words.length * DIMENSIONS).fill(1) });
}

function aliasesOf(...lines: readonly string[]): AliasTable {
  const table = new AliasTable();
  expect(readAliases(lines.join('\n'), 'aliases.txt', table)).toEqual([]);
  return table;
}

function lexiconOf(
  sentences: readonly string[],
  { english = [], aliases = [] }: { english?: readonly string[]; aliases?: readonly string[] } = {},
): Lexicon {
  const builder = new InvertedIndexBuilder();
  for (const sentence of sentences) builder.add(analyze(sentence));
  const vectors = english.length > 0 ? englishOf(english) : null;
  return new Lexicon(builder.build(), { vectors, aliases: aliases.length > 0 ? aliasesOf(...aliases) : null });
}

const NEWS = [
  'Then Kim met Lavrov in North Korea',
  'The bomber crossed the border',
  'A foreign minister spoke of the North',
];

/** What stands for the question's words, in order. */
function read(lexicon: Lexicon, question: string) {
  return lexicon.phrases(question).map(({ tokens, variants }) => ({
    words: tokens.map(({ surface }) => surface).join(' '),
    means: variants.map(({ terms }) => terms.join(' ')),
    by: variants.map(({ by }) => by),
  }));
}

describe('a name that the corpus spells in two ways', () => {
  const papers = ['Then Phillip Zelensky met Stefan', 'Where Philip Zelenskyy met Stephan', 'The boat was sold'];

  it('stands for either', () => {
    expect(read(lexiconOf(papers), 'philip')).toEqual([
      { words: 'philip', means: ['philip', 'phillip'], by: ['exact', 'spelling'] },
    ]);
    expect(read(lexiconOf(papers), 'zelensky')[0]?.means).toEqual([termOf('zelensky'), termOf('zelenskyy')]);
    expect(read(lexiconOf(papers), 'stephan')[0]?.means).toEqual(['stephan', 'stefan']);
  });

  it('is no other word, and no short name', () => {
    expect(read(lexiconOf(['Then Carry Lee spoke', 'Where Le carried a marry']), 'carry lee')).toEqual([
      { words: 'carry', means: [termOf('carry')], by: ['exact'] },
      { words: 'lee', means: ['lee'], by: ['exact'] },
    ]);
  });
});

describe('one word for two, and two for one', () => {
  it('is a word of the corpus that two make', () => {
    expect(read(lexiconOf(['The moonpox spread', 'A dog ran']), 'moon pox')).toEqual([
      { words: 'moon', means: ['moonpox'], by: ['spelling'] },
      { words: 'pox', means: ['moonpox'], by: ['spelling'] },
    ]);
  });

  it('are two words of one sentence that make one', () => {
    expect(read(lexiconOf(['The ferry boat sank', 'A dog ran']), 'ferryboat')).toEqual([
      { words: 'ferryboat', means: ['ferri boat'], by: ['spelling'] },
    ]);
    expect(read(lexiconOf(['The ferry sank', 'A boat came']), 'ferryboat')).toEqual([
      { words: 'ferryboat', means: [], by: [] },
    ]);
  });
});

describe('a word of a question', () => {
  it('that the corpus has stands for itself, in whatever form', () => {
    expect(read(lexiconOf(NEWS), 'Who is meeting Kim?')).toEqual([
      { words: 'meeting', means: ['meet'], by: ['exact'] },
      { words: 'kim', means: ['kim'], by: ['exact'] },
    ]);
  });

  it('that the corpus has is never read as another', () => {
    const [kim] = lexiconOf([...NEWS, 'He met Kin']).phrases('Kim');
    expect(kim?.variants).toMatchObject([{ terms: ['kim'], strength: 1 }]);
  });

  it('that nobody knows is read as the nearest that the corpus has, the less surely the more it differs', () => {
    const lexicon = lexiconOf(NEWS);
    expect(read(lexicon, 'Lavrof')).toEqual([{ words: 'lavrof', means: ['lavrov'], by: ['spelling'] }]);
    const [one, two] = ['Lavrof', 'Lafrof'].map((word) => lexicon.phrases(word)[0]?.variants[0]?.strength ?? 0);
    expect(one).toBeLessThan(1);
    expect(two).toBeLessThan(one ?? 0);
  });

  it('that English has but the corpus has not is no misspelling of an everyday word', () => {
    expect(read(lexiconOf(NEWS), 'boarder')).toEqual([{ words: 'boarder', means: ['border'], by: ['spelling'] }]);
    expect(read(lexiconOf(NEWS, { english: ['the', 'boarder'] }), 'boarder')).toEqual([
      { words: 'boarder', means: [], by: [] },
    ]);
  });

  it('that English has but the corpus has not is hardly a misspelt name', () => {
    const sentences = [...NEWS, 'They saw Olsten there'];
    const sure = lexiconOf(sentences).phrases('holsten')[0]?.variants[0]?.strength ?? 0;
    const [unsure] = lexiconOf(sentences, { english: ['the', 'holsten'] }).phrases('holsten');
    expect(unsure?.variants).toMatchObject([{ terms: ['olsten'], by: 'spelling' }]);
    expect(unsure?.variants[0]?.strength).toBeLessThan(sure * 0.6);
  });

  it('that nobody knows is read as a word of English that is a slip away, and not as one three letters away', () => {
    const english = ['the', 'intensification'];
    const lexicon = lexiconOf(['The intensification of talks'], { english });
    const meansOf = (word: string) => read(lexicon, word)[0]?.means.length;
    expect(meansOf('intensificaton')).toBe(1);
    expect(meansOf('intenifcaton')).toBe(0);
    // Without the table nobody can tell it from a name, which few can spell.
    expect(read(lexiconOf(['The intensification of talks']), 'intenifcaton')[0]?.means).toHaveLength(1);
  });

  it('that English has is not read as one two letters away', () => {
    expect(read(lexiconOf(NEWS), 'boulder')).toEqual([{ words: 'boulder', means: ['border'], by: ['spelling'] }]);
    expect(read(lexiconOf(NEWS, { english: ['boulder'] }), 'boulder')).toEqual([
      { words: 'boulder', means: [], by: [] },
    ]);
  });

  it('that English has is read as part of a name when it stands beside the rest of that name', () => {
    const sentences = ['Then Kim Jong Un left', 'They saw Sadiq Khan there', 'He met Ann Kerr', 'An iron jug broke'];
    const common = Array.from({ length: 5000 }, (_, rank) => `word${rank}`);
    const lexicon = lexiconOf(sentences, { english: ['ah', ...common, 'jung', 'kahn', 'kerry'] });
    const strengthOf = (question: string, word: string): number =>
      lexicon.phrases(question).find(({ tokens }) => tokens[0]?.surface === word)?.variants[0]?.strength ?? 0;
    expect(strengthOf('who met Kim Jung Un', 'jung')).toBeGreaterThan(0.8);
    expect(strengthOf('saddiq kahn', 'kahn')).toBeGreaterThan(0.7);
    expect(strengthOf('John Kerry', 'kerry')).toBeLessThan(0.5);
    expect(strengthOf('Sadiq Kerry', 'kerry')).toBeLessThan(0.5);
    // A common word in small letters is meant: nobody's name is "ah".
    expect(strengthOf('what did Ann ah', 'ah')).toBe(0);
  });

  it('that neither English nor the corpus has is left out when it is one slip from a word that says nothing', () => {
    const words = (lexicon: Lexicon, question: string) => read(lexicon, question).map((phrase) => phrase.words);
    const lexicon = lexiconOf(NEWS, { english: ['the', 'hare'] });
    expect(words(lexicon, 'what was said abut Kim')).toEqual(['said', 'kim']);
    expect(words(lexicon, 'the hare and Kim')).toEqual(['hare', 'kim']);
    expect(words(lexicon, 'Abut and Kim')).toEqual(['abut', 'kim']);
  });

  it('that nothing is near to stands for nothing', () => {
    expect(read(lexiconOf(NEWS), 'zebra 2023')).toEqual([
      { words: 'zebra', means: [], by: [] },
      { words: '2023', means: [], by: [] },
    ]);
  });

  it('is left out when it says nothing', () => {
    expect(read(lexiconOf(NEWS), 'what did they do?')).toEqual([]);
    expect(read(lexiconOf(NEWS), '')).toEqual([]);
  });
});

describe('a phrase with other names', () => {
  const aliases = ['= DPRK, North Korea', '> aircraft: bomber'];

  it('is read as one thing, under every name that the corpus has', () => {
    const [phrase, ...more] = read(lexiconOf(NEWS, { aliases }), 'Who visited the DPRK?').slice(-1);
    expect(more).toEqual([]);
    expect(phrase?.words).toBe('dprk');
    expect(phrase?.means[0]).toBe('north korea');
    expect(phrase?.by[0]).toBe('alias');
  });

  it('of several words comes whole first, then by its other names, then by its parts', () => {
    const [phrase] = read(lexiconOf([...NEWS, 'The DPRK said so'], { aliases }), 'in North Korea');
    expect(phrase).toEqual({
      words: 'north korea',
      means: ['north korea', 'dprk', 'north', 'korea'],
      by: ['exact', 'alias', 'related', 'related'],
    });
  });

  it('does not stand for a name that the corpus never uses', () => {
    expect(read(lexiconOf(NEWS, { aliases }), 'North Korea')[0]?.means).not.toContain('dprk');
    expect(read(lexiconOf(['Then Kim left'], { aliases }), 'DPRK')).toEqual([{ words: 'dprk', means: [], by: [] }]);
  });

  it('of stop words only is looked for by what else it is called', () => {
    const lexicon = lexiconOf(['Its technical skill grew'], { aliases: ['= know-how, technical skill'] });
    expect(read(lexicon, 'which know-how?')).toEqual([{ words: 'know how', means: ['technic skill'], by: ['alias'] }]);
  });

  it('that ends in a stop word is hardly its other word alone: “take off”', () => {
    const lexicon = lexiconOf(['They take tea at noon', 'The glider had its launch'], {
      aliases: ['= take off, launch'],
    });
    expect(read(lexicon, 'when did it take off')).toEqual([
      { words: 'take', means: ['launch', 'take'], by: ['alias', 'related'] },
    ]);
    const [alone] = lexicon.phrases('did it take');
    expect([alone?.isPhrase, alone?.variants[0]?.strength]).toEqual([false, 1]);
    const [phrase] = lexicon.phrases('when did it take off');
    expect(phrase?.isPhrase).toBe(true);
    expect(phrase?.variants.at(-1)?.strength).toBeLessThan(0.5);
  });

  it('that ends in a stop word is its other word when the corpus has no other name for it', () => {
    const lexicon = lexiconOf(['They take tea at noon'], { aliases: ['= take off, launch'] });
    expect(read(lexicon, 'when did it take off')).toEqual([{ words: 'take', means: ['take'], by: ['exact'] }]);
  });

  it('has its other names though one of its words is misspelt', () => {
    const lexicon = lexiconOf(NEWS, { aliases: ['= top diplomat, foreign minister'], english: ['the', 'minister'] });
    expect(read(lexicon, 'forein minister')[0]?.words).toBe('forein minister');
  });

  it('has its variants in falling strength, none above 1', () => {
    for (const { variants } of lexiconOf(NEWS, { aliases }).phrases('North Korea, an aircraft and Lafrof')) {
      const strengths = variants.map(({ strength }) => strength);
      expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
      expect(Math.max(...strengths)).toBeLessThanOrEqual(1);
      expect(Math.min(...strengths)).toBeGreaterThan(0);
    }
  });
});

describe('how rare a word is in English', () => {
  const english = Array.from({ length: 5000 }, (_, rank) => `word${rank}`);
  const lexicon = lexiconOf(NEWS, { english });

  it('grows from the commonest words to the rare, and is never above 1', () => {
    const rarities = [0, 100, 1000, 3999, 4999].map((rank) => lexicon.rarityInEnglish(`word${rank}`));
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b));
    expect(rarities[0]).toBeGreaterThan(0);
    expect(rarities.at(-1)).toBe(1);
  });

  it('is 1 for a word that English has not, and without the table', () => {
    expect(lexicon.rarityInEnglish('lavrov')).toBe(1);
    expect(lexiconOf(NEWS).rarityInEnglish('the')).toBe(1);
  });
});

it('a lexicon tells the names and the rare words of its corpus', () => {
  const lexicon = lexiconOf(NEWS);
  expect(['kim', 'bomber', 'zebra'].map((term) => lexicon.isName(term))).toEqual([true, false, false]);
  expect(lexicon.idf('bomber')).toBeGreaterThan(lexicon.idf('north'));
});

describe('what a corpus calls by two names', () => {
  const sentences = ['The Harbour Board met Greta Halvorsen', 'Then Halvorsen thanked the HB'];
  const builder = new InvertedIndexBuilder();
  for (const sentence of sentences) builder.add(analyze(sentence));
  const lexicon = new Lexicon(
    builder.build(),
    { vectors: null, aliases: null },
    {
      acronyms: aliasesOf('= HB, Harbour Board'),
      surnameOf: (term) => (term === 'greta' ? 'halvorsen' : null),
    },
  );

  it('a short form that it explains is what it stands for', () => {
    expect(read(lexicon, 'what did the HB say').at(0)).toEqual({
      words: 'hb',
      means: ['hb', 'harbour board'],
      by: ['exact', 'alias'],
    });
  });

  it('a given name alone is its bearer’s surname too, less surely', () => {
    const [greta] = lexicon.phrases('what did Greta say');
    expect(greta?.variants).toMatchObject([
      { terms: ['greta'], strength: 1, by: 'exact' },
      { terms: ['halvorsen'], by: 'alias' },
    ]);
    expect(greta?.variants[1]?.strength).toBeLessThan(1);
  });

  it('a given name with its surname is itself alone', () => {
    expect(read(lexicon, 'Greta Halvorsen').map(({ means }) => means)).toEqual([['greta'], ['halvorsen']]);
  });
});
