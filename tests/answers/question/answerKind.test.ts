import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerKind, answerKindOf, evidenceOf, evidenceSpan } from '../../../src/answers/question/answerKind.js';
import { understandQuestion } from '../../../src/answers/question/question.js';
import { filterable } from '../../../src/answers/question/spokenFilters.js';
import { analyze } from '../../../src/english/analyzer.js';
import { InvertedIndexBuilder } from '../../../src/search/invertedIndexBuilder.js';
import { Lexicon } from '../../../src/search/lexicon.js';

const ASKED: Readonly<Partial<Record<AnswerKind, readonly string[]>>> = {
  person: [
    'Who met Kim?',
    'who met kim',
    'whose speech was it',
    'With whom did Lavrov meet?',
    'Which president flew there?',
    'which judge heard it',
    'what captain was on board?',
  ],
  place: ['Where did the bomber land?', 'which country sent envoys', 'In what city did they meet?'],
  day: ['When did Lavrov meet Kim?', 'what day was the dinner', 'In which year was it built?', 'since when'],
  duration: ['How long did the talks last?', 'how long was he there', 'for how many days did they meet'],
  number: ['How many containers were shipped?', 'how far did the missile fly', 'what percentage voted'],
  money: ['How much did it cost?', 'how much money was raised', 'what was the price of grain'],
  reason: ['Why did Lavrov visit?', 'what was the reason for the trip', 'What caused the delay?', 'how come they left'],
  'yes-no': ['Did Lavrov meet Kim?', 'is Kim in Moscow', 'Has the bomber landed?', 'will putin visit'],
  definition: ['What is KCNA?', 'what is a B-52', 'Who is Lavrov?', 'what does KCNA mean'],
  statement: ['What did Lavrov say about Kim?', 'what has Kim told reporters', 'How did Washington react?'],
  name: ['Which major company left?', 'Which bomber landed?', 'what aircraft landed in Cheongju'],
  thing: ['nuclear elements', 'bomber landing', ''],
};

/** "Who is Lavrov" may be answered by who he is or as any question about a person. */
const CLOSE: Readonly<Partial<Record<AnswerKind, readonly AnswerKind[]>>> = { definition: ['definition', 'person'] };

describe('what a question asks for', () => {
  it.each(Object.entries(ASKED).flatMap(([kind, questions]) => questions.map((question) => [question, kind] as const)))(
    '“%s”: a %s',
    (question, kind) => {
      expect(CLOSE[kind as AnswerKind] ?? [kind]).toContain(answerKindOf(question));
    },
  );

  it('is the same in capitals and small letters', () => {
    for (const question of Object.values(ASKED).flat()) {
      expect(answerKindOf(question.toUpperCase()), question).toBe(answerKindOf(question.toLowerCase()));
    }
  });

  it.each([
    ['Kim was angry. When did Lavrov meet him?', 'day'],
    ['When Lavrov came, Kim smiled. Who sat beside him?', 'person'],
    ['Who met Kim? Tell me.', 'person'],
    ['I read about the talks. Where were they', 'place'],
  ] as const)('is read from the sentence that asks: “%s”', (question, kind) => {
    const lexicon = new Lexicon(new InvertedIndexBuilder().build(), { vectors: null, aliases: null });
    expect(understandQuestion(question, filterable([]), lexicon).kind).toBe(kind);
  });

  it.each([
    ['which minister left when Kim came', 'person'],
    ['where was he when it began', 'place'],
    ['when did he say who came', 'day'],
  ] as const)('is what the first question word says: “%s”', (question, kind) => {
    expect(answerKindOf(question)).toBe(kind);
  });

  it.each([
    ['Can you tell me when the dinner was?', 'day'],
    ['is it known where the bomber is', 'place'],
    ['Does anyone know who Kim met?', 'person'],
  ] as const)('is not whether the bot knows it: “%s”', (question, kind) => {
    expect(answerKindOf(question)).toBe(kind);
  });

  it('is something, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Object.keys(ASKED)).toContain(answerKindOf(text));
      }),
    );
  });
});

describe('a sentence', () => {
  const names = new Set(['lavrov', 'kim', 'pyongyang', 'thursday']);
  const evidence = (kind: AnswerKind, text: string, asked: readonly string[] = []): number =>
    evidenceOf(kind, text, analyze(text), new Set(asked), (term) => names.has(term));

  it.each([
    ['day', 'They met on Thursday.', 'They met.'],
    ['day', 'It was built in 1987.', 'It was built of stone.'],
    ['day', 'They spoke three days earlier.', 'They spoke in three rooms.'],
    ['duration', 'The talks took three hours.', 'The talks took place.'],
    ['number', 'Some 1,000 containers left.', 'Containers left.'],
    ['number', 'Two ships sank.', 'Ships sank.'],
    ['money', 'It cost $5 million.', 'It cost him the office.'],
    ['money', 'They paid 300 euros.', 'They paid 300 visits.'],
    ['reason', 'He left because of the rain.', 'He left in the rain.'],
    ['definition', 'The KCNA is a state agency.', 'KCNA reported it'],
    ['statement', 'He said that it was late.', 'He slept.'],
    ['statement', '“It is late.”', 'It rained all night.'],
    ['statement', 'He urged restraint.', 'He went home.'],
    ['statement', '“Too late,” he went on.', 'The talks began and continued.'],
    ['person', 'Yesterday Kim slept.', 'Yesterday it rained.'],
    ['place', 'They met in Pyongyang.', 'They met in secret.'],
  ] as const)('that answers for a %s is “%s”, not “%s”', (kind, has, lacks) => {
    expect(evidence(kind, has)).toBe(1);
    expect(evidence(kind, lacks)).toBe(0);
  });

  it('answers “who” by another name than the one that was asked about, and not by a weekday', () => {
    expect(evidence('person', 'So Kim slept on Thursday.', ['kim'])).toBe(0);
    expect(evidence('person', 'So Kim met Lavrov.', ['kim'])).toBe(1);
  });

  it('answers “where” better by a place than by any name', () => {
    expect(evidence('place', 'So Kim slept.')).toBeLessThan(evidence('place', 'They slept in Pyongyang.'));
  });

  it('answers “which” best by a name, but perhaps by something without one', () => {
    expect(evidence('name', 'A series of tests failed.')).toBeGreaterThan(0);
    expect(evidence('name', 'A series of tests failed.')).toBeLessThan(evidence('name', 'Then Kim failed.'));
  });

  it('may answer anything else', () => {
    for (const kind of ['thing', 'yes-no'] as const) expect(evidence(kind, 'It rained.')).toBe(1);
  });

  it('shows where it says the day, the time or the money that was asked for', () => {
    const shown = (kind: AnswerKind, text: string): string | null => {
      const span = evidenceSpan(kind, text);
      return span && text.slice(span.start, span.end);
    };
    expect(shown('day', 'They met on Thursday in Seoul.')).toBe('Thursday');
    expect(shown('duration', 'It took three hours in all.')).toBe('three hours');
    expect(shown('money', 'It cost $5 million.')).toContain('$5');
    expect(shown('day', 'They met in Seoul.')).toBeNull();
    expect(shown('person', 'They met Kim on Thursday.')).toBeNull();
  });
});
