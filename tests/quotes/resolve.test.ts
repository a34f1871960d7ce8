import { describe, expect, it } from 'vitest';
import { quotesIn } from './reading.js';

const names = (...paragraphs: string[]) => quotesIn(...paragraphs).map(({ speaker }) => speaker?.name ?? null);

describe('who a speaker is', () => {
  it('is the full name for a surname, a given name and a title', () => {
    expect(
      names(
        'Mayor Ana Lopez opened the bridge.',
        '"It is done," Lopez said.',
        '"It is good," Ms. Lopez said.',
        '"It is ours," the mayor said.',
        '"It holds," Ana said.',
      ),
    ).toEqual(['Ana Lopez', 'Ana Lopez', 'Ana Lopez', 'Ana Lopez']);
  });

  it('is whom the sentence is about that brings words in without a cue, and not who spoke before', () => {
    expect(names('"We are leaving," said Ana Lopez.', 'Tom Hall was blunt: "The river is rising fast."')).toEqual([
      'Ana Lopez',
      'Tom Hall',
    ]);
  });

  it('is whom an entry of a live report begins with, behind its time', () => {
    for (const time of ['22:50', '10.15am', '18:30 GMT', '[12:05]', '12:05 –']) {
      expect(
        names('21:40 Ana Lopez said the match was over.', `${time} Norland coach Jo Reed: "I'm happy. It's over."`),
      ).toEqual(['Ana Lopez', 'Jo Reed']);
    }
  });

  it('goes by what a title says, of two with one surname', () => {
    const paragraph = 'Jane Smith owns the mill with John Smith, her brother.';
    expect(names(paragraph, '"We will not sell," Mr. Smith said.')).toEqual(['John Smith']);
    expect(names(paragraph, '"We will not sell," Mrs. Smith said.')).toEqual(['Jane Smith']);
  });

  it('is, of two with one surname, whom the sentence or the one before it is about', () => {
    const before = 'Mark Smith is a minister. Mark Smith owns the mill.';
    expect(names(before, '"She is finished," Paul Smith said. Smith, who is old, said he would go.')).toEqual([
      'Paul Smith',
      'Paul Smith',
    ]);
    expect(names(before, 'Paul Smith, who is old, left. Then, Smith said, it rained.')).toEqual(['Paul Smith']);
    // Another paragraph may be about him whom the article is about.
    expect(names(before, '"She is finished," Paul Smith said.', 'Smith said he would go.')).toEqual([
      'Paul Smith',
      'Mark Smith',
    ]);
    expect(names(before, '"She is finished," said Smith, who came with his father, Paul Smith.')).toEqual([
      'Mark Smith',
    ]);
  });

  it('knows the elder and the younger of two with one surname by what one is to the other', () => {
    for (const told of [
      'Mark Smith telephoned his father, Paul Smith.',
      'Paul Smith saw his son, Mark Smith, leave.',
    ]) {
      expect(names(told, '"He asked for nothing," the elder Smith said.')).toEqual(['Paul Smith']);
      expect(names(told, '"He asked for nothing," said the younger Smith.')).toEqual(['Mark Smith']);
    }
  });

  it('takes "he" and "she" for the nearest who can be meant', () => {
    expect(
      names(
        'Ana Lopez and her brother went home.',
        'Tom Hall stayed.',
        '"I like it here," he said.',
        '"I do not," she said.',
      ),
    ).toEqual(['Tom Hall', 'Ana Lopez']);
  });

  it('takes "he" for whom an apposition has just introduced, by what they are to another', () => {
    const before = 'The director, Paul Kim, said the dam was old.';
    expect(
      names(
        before,
        '"It came at night," said Ana Lopez. Her neighbour, Quillo Marsh, disagreed. "They knew," he said.',
      ),
    ).toEqual(['Paul Kim', 'Ana Lopez', 'Quillo Marsh']);
    for (const [who, pronoun] of [
      ["Tom Hall's mother, Ruth,", 'she'],
      ["Tom Hall's father, Quillo,", 'he'],
      ["Tom Hall's chief legal adviser, Quillo Marsh,", 'he'],
    ]) {
      const quoted = names(
        '"He did it," said the prosecutor, Mary Reed.',
        `${who} wept. "He is good," ${pronoun} said.`,
      );
      expect(quoted).toEqual(['Mary Reed', /(?<=, ).*(?=,)/.exec(who ?? '')?.[0]]);
    }
  });

  it('takes "she" for a spokeswoman without a name who has just been written about', () => {
    const before = 'Prime Minister Mary Reed appeared on television.';
    for (const does of ['left the room', 'denies that he resigned', 'was asked about it']) {
      expect(names(before, `President Tom Hall's spokeswoman ${does}. "It is not true," she said.`)).toEqual([
        "President Tom Hall's spokeswoman",
      ]);
      expect(names(before, `Tom Hall's spokeswoman ${does}. "I never resigned," he said.`)).toEqual(['Tom Hall']);
    }
    expect(names(before, 'Her spokesman was asked about it. "It is not true," she said.')).toEqual(['Mary Reed']);
  });

  it('takes "she" for nobody who is named behind it: whom she tells, or through whom she speaks', () => {
    for (const said of [
      'she told her lawyer, Mary Hall.',
      'she said through her lawyer, Mary Hall, on Friday.',
      'she said via her agent Mary Hall.',
      'she said in a statement read by a friend, Mary Hall.',
      'she said after she had met Mary Hall.',
    ]) {
      expect(names('Ana Lopez lost the cup.', `"I am clean," ${said}`)).toEqual(['Ana Lopez']);
    }
    expect(names('"I am clean," she told her lawyer, Mary Hall.', '"I believe her," Hall said.')).toEqual([
      null,
      'Mary Hall',
    ]);
  });

  it('leaves a lawyer of whom a pronoun has told nothing to the next that fits', () => {
    expect(
      names(
        'Ana Lopez lost the cup. "I am clean," she said through her lawyer, Quillo Marsh.',
        'Marsh said a cream was to blame. "The doctor bought it," he said.',
      ),
    ).toEqual(['Ana Lopez', 'Quillo Marsh', 'Quillo Marsh']);
  });

  it('takes "she" for a name it does not know from the words about her', () => {
    expect(names('Ogechi Adeyemi, who lost her house, stood in the rain.', '"I will build again," she said.')).toEqual([
      'Ogechi Adeyemi',
    ]);
  });

  it('does not take a place or a firm for a person', () => {
    expect(names('Tom Hall works for Acme Corp in Ottawa. Ottawa was cold.', '"I like it here," he said.')).toEqual([
      'Tom Hall',
    ]);
  });

  it('does not take a country in between for a person', () => {
    expect(
      names(
        'Tom Hall told reporters that the talks went well.',
        'The delegation also wants to help North Korea, he told them.',
      ),
    ).toEqual(['Tom Hall', 'Tom Hall']);
  });

  it('takes "he" for somebody whom the sentence before only names', () => {
    expect(names("It's a remark that Tom Hall found odd.", '"It makes no sense to me," he said.')).toEqual([
      'Tom Hall',
    ]);
  });

  it('takes "the company" for a firm, but "the commission" only for one that is called so', () => {
    expect(names('Acme Corp closed its mill.', '"We had no choice," the company said.')).toEqual(['Acme Corp']);
    expect(names('Acme Corp closed its mill.', '"They had a choice," the commission said.')).toEqual(['commission']);
  });

  it('spells an institution out when its initials are explained', () => {
    expect(
      names('The letter came from Immigration, Refugees and Citizenship Canada.', 'IRCC said the case is open.'),
    ).toEqual(['Immigration, Refugees and Citizenship Canada']);
  });

  it('knows an office by its other names', () => {
    expect(
      names('Russian Foreign Minister Sergei Lavrov arrived.', "Russia's top diplomat said the talks were useful."),
    ).toEqual(['Sergei Lavrov']);
  });

  it('keeps what an unnamed speaker is called, and knows them again', () => {
    expect(names('"It is fine," a justice official said.', 'It rained.', '"We checked," the official said.')).toEqual([
      'justice official',
      'justice official',
    ]);
  });

  it('says nothing when nobody can be meant', () => {
    expect(names('"It is fine," he said.')).toEqual([null]);
  });

  it('keeps the speaker as written where the quote stands', () => {
    const [quote] = quotesIn('Tom Hall sat down.', '"I am tired," he said.');
    expect(quote?.speaker).toMatchObject({ text: 'he', name: 'Tom Hall' });
  });

  it('does not take an office for a surname, nor a surname for an office', () => {
    expect(names('Robert Major drove.', '"I saw it," Major said.')).toEqual(['Robert Major']);
  });

  it('takes "he" for the last man named, though no list has his given name', () => {
    const before = 'Mayor Peter Vance opened the bridge and said it was safe.';
    const said = '"It sways in the wind," he said.';
    for (const named of [
      'Quillo Marsh, the engineer who drew it, stood aside.',
      'Quillo Marsh, 61, stood aside.',
      'Quillo Marsh stood aside.',
      'One guest, Quillo Marsh, stood aside with his dog.',
      'The pillars were drawn by Quillo Marsh, who lives nearby.',
    ]) {
      expect(names(before, named, said)).toEqual(['Peter Vance', 'Quillo Marsh']);
    }
    const later = names(before, 'The pillars are the work of Quillo Marsh.', said, '"It holds," Marsh said.');
    expect(later).toEqual(['Peter Vance', 'Quillo Marsh', 'Quillo Marsh']);
  });

  it('takes one whose gender nothing tells for "he" as for "she", and keeps what the pronoun tells', () => {
    expect(
      names(
        'Mayor Peter Vance came late.',
        'Mary Hall came early.',
        'Quillo Marsh, 61, stood aside.',
        '"It sways," she said.',
        '"It does not," he said.',
      ),
    ).toEqual(['Quillo Marsh', 'Peter Vance']);
  });

  it('does not take a feast, a place or a firm that a sentence names in passing for a person', () => {
    for (const passing of [
      'When he wrote over Founders Day he was tired.',
      'He had come from Port Umber, and he was tired.',
      'Umber Air Lines cut its flights. Umber had lost money.',
    ]) {
      expect(names('Mayor Peter Vance opened the bridge.', passing, '"It is safe," he said.').at(-1)).toBe(
        'Peter Vance',
      );
    }
  });

  it('leaves a pronoun that the subject cannot be to the other whom the sentence names', () => {
    expect(
      names('Tom Reed came.', 'Mary Hall met Peter Vance.', '"It sways," he said.', '"So it does," she said.'),
    ).toEqual(['Peter Vance', 'Mary Hall']);
    expect(names('Carl Reed met Peter Vance.', '"It sways," he said.')).toEqual(['Carl Reed']);
  });

  it('names people who speak together in full, each once, in the order of the text', () => {
    const here = 'Ana Lopez, Tom Hall and Mary Reed came.';
    expect(names(here, 'Hall and Lopez said the bridge was closed.')).toEqual(['Tom Hall and Ana Lopez']);
    expect(names(here, 'Sens. Tom Hall and Ana Lopez and Tom Hall said it was closed.')).toEqual([
      'Tom Hall and Ana Lopez',
    ]);
    for (const list of ['Ana Lopez, Tom Hall and Mary Reed', 'Ana Lopez, Tom Hall, and Mary Reed']) {
      expect(names(`${list} said the bridge was closed.`)).toEqual(['Ana Lopez, Tom Hall and Mary Reed']);
    }
    expect(names(here, 'He met Tom Hall, and Ana Lopez said it was good.')).toEqual(['Ana Lopez']);
  });

  it('takes no institution and no office with "and" in its name for several', () => {
    expect(names('The Food and Rivers Agency said the water was clean.')).toEqual(['Food and Rivers Agency']);
    expect(names('Health and Human Services Secretary Ana Lopez said it was clean.')).toEqual(['Ana Lopez']);
  });

  it('takes "the hurricane center" and "the league\'s medical officer" for nobody just named', () => {
    expect(names('Mayor Peter Vance came.', 'The local hurricane center said it would rain.')).toEqual([
      'local hurricane center',
    ]);
    expect(names('Mayor Peter Vance came.', "The league's chief medical officer said he was well.")).toEqual([
      "league's chief medical officer",
    ]);
  });
});
