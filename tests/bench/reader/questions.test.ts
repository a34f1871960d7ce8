import { describe, expect, it } from 'vitest';
import { readClause, type Term } from '../../../bench/reader/clause.js';
import { questionsOf } from '../../../bench/reader/questions.js';

/** "Harbour/Noun sank/Verb,PastTense": a sentence as a tagger gives it; a comma stays with the word before it. */
function tagged(sentence: string): Term[] {
  return sentence.split(' ').map((part) => {
    const [said = '', tags = ''] = part.split('/');
    const text = said.replace(/[,.]$/, '');
    return { text, pre: '', post: `${said.slice(text.length)} `, tags: tags.split(',') };
  });
}

const tools = {
  random: () => 0.9,
  infinitive: (verb: string) => ({ closed: 'close', sold: 'sell' })[verb] ?? verb,
};
const asked = (sentence: string): string[] => {
  const clause = readClause(tagged(sentence));
  return clause
    ? questionsOf(clause, tools).map(
        ({ kind, q, answer }) => `${kind}: ${q} [${answer.map(({ text }) => text).join(' ')}]`,
      )
    : [];
};

const CLOSED =
  'Norvik/Noun,Organization closed/Verb,PastTense 40/Value shops/Noun,Plural in/Preposition Denmark/Noun,Place on/Preposition Tuesday/Date because/Conjunction of/Preposition losses./Noun,Plural';

describe('questions of a clause', () => {
  it('ask for the day, the place and the reason, each without itself', () => {
    expect(asked(CLOSED)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^when: .*did Norvik close 40 shops.* \[on Tuesday\]$/),
        expect.stringMatching(/^where: where did Norvik close 40 shops.* \[in Denmark\]$/),
        expect.stringMatching(/^why: .*did Norvik close 40 shops.* \[because of losses\]$/),
      ]),
    );
  });

  it('ask how many, of what is counted', () => {
    expect(asked(CLOSED)).toContainEqual(expect.stringMatching(/^number: how many shops did Norvik close.* \[40\]$/));
  });

  it('ask who did it, of somebody who can do things', () => {
    expect(asked(CLOSED)).toContainEqual(expect.stringMatching(/^who: who closed 40 shops.* \[Norvik\]$/));
  });

  it('ask the age that stands behind a name', () => {
    const sentence =
      'Ida/Noun,Person Falk,/Noun,Person,LastName 47,/Value sold/Verb,PastTense the/Determiner ferry/Noun to/Preposition investors./Noun,Plural';
    expect(asked(sentence)).toContainEqual('number: how old was Ida Falk [47]');
  });

  it('are none where the subject is a pronoun, which says nothing alone', () => {
    expect(
      asked('They/Noun,Pronoun closed/Verb,PastTense 40/Value shops/Noun,Plural on/Preposition Tuesday./Date'),
    ).toEqual([]);
  });
});

describe('a clause', () => {
  it('begins behind an introduction', () => {
    const clause = readClause(
      tagged(
        'After/Preposition years/Noun,Plural of/Preposition losses,/Noun,Plural Norvik/Noun,Organization sold/Verb,PastTense its/Determiner ferries./Noun,Plural',
      ),
    );
    expect(clause?.subject.map(({ text }) => text)).toEqual(['Norvik']);
  });

  it('is not read where a relative clause stands before the verb', () => {
    const terms = tagged(
      'Workers/Noun,Plural who/Noun,Pronoun left/Verb,PastTense the/Determiner yard/Noun sold/Verb,PastTense their/Determiner tools./Noun,Plural',
    );
    expect(readClause(terms)).toBeNull();
  });
});
