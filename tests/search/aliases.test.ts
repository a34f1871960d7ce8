import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/folder.js';
import { analyze } from '../../src/english/analyzer.js';
import { IRREGULAR } from '../../src/english/irregular.js';
import { STOP_WORDS } from '../../src/english/lists/stopWords.js';
import { dataFolder } from '../../src/projectFolder.js';
import { AliasTable, readAliases } from '../../src/search/aliases.js';
import { loadAliases, OUR_FILES } from '../../src/search/aliasFiles.js';

function tableOf(text: string): AliasTable {
  const table = new AliasTable();
  expect(readAliases(text, 'aliases.txt', table)).toEqual([]);
  return table;
}

function phrases(table: AliasTable, phrase: string): string[] {
  return table.expand(phrase).map((alias) => alias.phrase);
}

describe('reading groups of aliases', () => {
  it('takes an "=" group in every direction', () => {
    const table = tableOf('= sub, submarine, black boat');
    expect(phrases(table, 'submarine')).toEqual(['sub', 'black boat']);
    expect(phrases(table, 'sub')).toEqual(['submarine', 'black boat']);
  });

  it('counts "~" less than "="', () => {
    const [same] = tableOf('= sub, submarine').expand('sub');
    const [related] = tableOf('~ sub, submarine').expand('sub');
    expect(same?.by).toBe('alias');
    expect(related?.by).toBe('related');
    expect(same?.strength).toBeGreaterThan(related?.strength ?? 1);
  });

  it('counts a specific word for a general one more than the other way round', () => {
    const table = tableOf('> ship: ferry, tanker');
    const [down] = table.expand('ship');
    const [up] = table.expand('ferry');
    expect(phrases(table, 'ship')).toEqual(['ferry', 'tanker']);
    expect(phrases(table, 'ferry')).toEqual(['ship']);
    expect(down?.strength).toBeGreaterThan(up?.strength ?? 1);
  });

  it('does not join two groups by a word they share', () => {
    const table = tableOf('= jet, plane\n= jet, black stone');
    expect(phrases(table, 'plane')).toEqual(['jet']);
  });

  it('keeps the stronger of two groups that say the same', () => {
    const table = tableOf('~ Moscow, Kremlin\n= Kremlin, Moscow');
    expect(table.expand('Moscow')).toMatchObject([{ phrase: 'Kremlin', by: 'alias' }]);
  });

  it('forgives case, endings and full stops', () => {
    const table = tableOf('= envoy, diplomat\n= U.S., United States');
    expect(phrases(table, 'Envoys')).toEqual(['diplomat']);
    expect(phrases(table, 'US')).toEqual(['United States']);
    expect(phrases(table, 'us')).toEqual([]);
  });

  it('takes a plain phrase for the same as one with a mark, by the terms of its words', () => {
    const table = tableOf('= stepped down, resigned; quit\n= Stepped-down, left the post');
    expect(phrases(table, 'stepping down')).toEqual(phrases(table, 'Stepped-Down'));
    expect(phrases(table, 'stepping down')).toContain('left the post');
  });

  it.each([
    ['went', 'go'],
    ['dying', 'die'],
    ['Lying', 'lies'],
    ['flew', 'flies'],
    ["the mayor's", 'the mayor'],
    ['Štefan', 'stefan'],
    ['A-level', 'a levels'],
  ])('finds %j by any form of its first word, as %j', (written, typed) => {
    expect(phrases(tableOf(`= ${written}, brown dog`), typed)).toEqual(['brown dog']);
  });

  it('finds every irregular word, and every one that it belongs to, by the other', () => {
    const forms = [...IRREGULAR].filter(([form]) => !STOP_WORDS.has(form));
    const table = tableOf(forms.map(([form]) => `= ${form} zyx, brown dog`).join('\n'));
    const lost = forms.filter(([, word]) => table.expand(`${word} zyx`).length === 0);
    expect(forms.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('finds no stop word that has the stem of another word', () => {
    const table = tableOf('= canned, fired\n= willing, ready\n= can opener, key');
    expect(table.find(analyze('can the mayor say who will win', true))).toEqual([]);
    expect(table.find(analyze('was she canned', true)).map(({ aliases }) => aliases[0]?.phrase)).toEqual(['fired']);
    expect(table.find(analyze('a can opener', true)).map(({ aliases }) => aliases[0]?.phrase)).toEqual(['key']);
  });

  it('reads what was put off when it is first asked, before what came later, and once', () => {
    const table = new AliasTable();
    let times = 0;
    table.putOff(() => {
      times++;
      readAliases('= sub, submarine', 'first', table);
    });
    table.putOff(() => readAliases('= sub, sandwich', 'second', table));
    expect(times).toBe(0);
    expect(phrases(table, 'sub')).toEqual(['submarine', 'sandwich']);
    expect(phrases(table, 'sub')).toEqual(['submarine', 'sandwich']);
    expect(times).toBe(1);
  });

  it('skips comments and empty lines', () => {
    expect(phrases(tableOf('# places\n\n= sub, submarine # at sea'), 'sub')).toEqual(['submarine']);
  });

  it('finds "the North" by its "north", but less surely', () => {
    const table = tableOf('= DPRK, North Korea, the North');
    const [whole, half] = table.expand('DPRK');
    expect(whole?.terms).toHaveLength(2);
    expect(half?.terms).toHaveLength(1);
    expect(half?.strength).toBeLessThan(whole?.strength ?? 0);
    expect(phrases(table, 'north')).toEqual([]);
  });

  it('does not search for what would be too little of a phrase', () => {
    const table = tableOf('= Downing Street, No 10');
    expect(phrases(table, 'Downing Street')).toEqual([]);
    expect(phrases(table, 'No 10')).toEqual(['Downing Street']);
  });

  it('names the lines that it cannot read and keeps the others', () => {
    const table = new AliasTable();
    const problems = readAliases('= sub, submarine\nship, boat\n= alone\n> ship ferry\n~ the, of', 'mine.txt', table);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'mine.txt:2',
      'mine.txt:3',
      'mine.txt:4',
      'mine.txt:5',
    ]);
    expect(phrases(table, 'sub')).toEqual(['submarine']);
  });
});

describe('finding aliased phrases in a question', () => {
  const table = tableOf('= foreign minister, top diplomat\n= minister, clergyman\n= the North, DPRK');

  function found(question: string): string[] {
    const tokens = analyze(question, true);
    return table.find(tokens).map(({ from, to }) => question.slice(tokens[from]?.start, tokens[to - 1]?.end));
  }

  it('prefers the longest phrase', () => {
    expect(found('did the foreign minister meet the minister')).toEqual(['foreign minister', 'minister']);
  });

  it('needs the whole phrase', () => {
    expect(found('which foreign visitor went north')).toEqual([]);
    expect(found('who rules the North')).toEqual(['the North']);
  });
});

describe('the aliases of a corpus', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-aliases-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('come with Dateline, without a problem', async () => {
    const { aliases, problems } = await loadAliases(null);
    expect(problems).toEqual([]);
    expect(phrases(aliases, 'DPRK')).toContain('North Korea');
    expect(phrases(aliases, 'ammunition')).toContain('shells');
    expect(phrases(aliases, 'warplane')).toContain('bomber');
  });

  it('have no line in any file of ours that cannot be read, which is not told at the start', async () => {
    for (const file of OUR_FILES) {
      const text = await readFile(join(dataFolder(), file), 'utf8');
      expect(readAliases(text, file, new AliasTable())).toEqual([]);
    }
  });

  it('are found by each of their phrases, whatever was asked before', async () => {
    const texts = await Promise.all(OUR_FILES.map((file) => readFile(join(dataFolder(), file), 'utf8')));
    const written = texts.flatMap((text) =>
      text
        .replace(/#.*/g, '')
        .split(/[\n,:]/)
        .map((phrase) => phrase.replace(/^[=~>]/, '').trim())
        // Every fourth is enough, and the test stays short.
        .filter((phrase, i) => phrase !== '' && i % 4 === 0),
    );
    const forwards = (await loadAliases(null)).aliases;
    const backwards = (await loadAliases(null)).aliases;
    const last = new Map(written.toReversed().map((phrase) => [phrase, backwards.expand(phrase)]));
    for (const phrase of written) expect(forwards.expand(phrase)).toEqual(last.get(phrase));
    // Of some the others cannot be searched for: of "lamp him" one word is indexed, which is too little.
    expect(written.filter((phrase) => forwards.expand(phrase).length === 0).length).toBeLessThan(written.length / 10);
  });

  it('have everyday words too, not only names', async () => {
    const { aliases } = await loadAliases(null);
    const [found] = aliases.find(analyze('did the mayor say sorry', true)).slice(-1);
    expect(found?.aliases.map(({ phrase }) => phrase)).toContain('apologise');
  });

  it('have what people say in a chat for what the news writes', async () => {
    const { aliases } = await loadAliases(null);
    const newsFor = (question: string): string[] =>
      aliases.find(analyze(question, true)).flatMap((found) => found.aliases.map(({ phrase }) => phrase));
    expect(newsFor('did the mayor get the boot')).toContain('fired');
    expect(newsFor('who picked the tram on the cheap')).toContain('inexpensively');
  });

  it('can be extended by an aliases.txt among the articles', async () => {
    await writeFile(join(folder, 'aliases.txt'), '= the Iron Lady, Thatcher\nnonsense');
    const { aliases, problems } = await loadAliases(folder);
    expect(phrases(aliases, 'Thatcher')).toEqual(['the Iron Lady']);
    expect(phrases(aliases, 'DPRK')).toContain('North Korea');
    expect(problems).toMatchObject([{ file: 'aliases.txt', line: 2 }]);
  });

  it('are not taken for an article', async () => {
    await writeFile(join(folder, 'aliases.txt'), '= the Iron Lady, Thatcher');
    await writeFile(
      join(folder, 'story.txt'),
      ' date 2023-10-18 A bomber landed in Seoul on Wednesday, officials said.',
    );
    const { articles, problems } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['story']);
    expect(problems).toEqual([]);
  });

  it('need no aliases.txt', async () => {
    expect((await loadAliases(folder)).problems).toEqual([]);
  });
});
