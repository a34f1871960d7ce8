import { describe, expect, it } from 'vitest';
import { Responder } from '../../../src/answers/responder.js';
import { loadKnowledge } from '../../../src/search/knowledge.js';
import { articleOf } from '../articles.js';

const text = 'The ferry Aurora sank off Norway on Monday. Captain Lund said the crew was safe.';
const knowledge = await loadKnowledge(null);
const ferry = new Responder([articleOf({ id: 'ferry', text })], undefined, knowledge);
const languageOf = (question: string) => ferry.answer(question).language;

describe('a question in another language', () => {
  it.each([
    ['wann ist die Aurora gesunken', 'de'],
    ['pourquoi le ferry Aurora a-t-il coulé', 'fr'],
    ['cuántas personas murieron en el ferry', 'es'],
    ['perché è affondato il traghetto', 'it'],
    ['hoeveel mensen zijn er verdronken', 'nl'],
    ['dlaczego zatonął prom', 'pl'],
    ['hur många dog', 'sv'],
    ['почему затонул паром', 'ru'],
    ['чому затонув пором і хто винен', 'uk'],
    ['フェリーはなぜ沈んだのですか', 'ja'],
    ['渡轮为什么沉没', 'zh'],
    ['لماذا غرقت العبارة', 'ar'],
  ])('is told: “%s”', (question, language) => {
    expect(languageOf(question)).toBe(language);
  });

  it('is refused without a line beside it, and with nothing that is sure', () => {
    expect(ferry.answer('wann ist die Aurora gesunken')).toMatchObject({
      status: 'not-found',
      confidence: 0,
      excerpts: [],
      closest: [],
    });
  });

  it.each([
    'when did the Aurora sink',
    'Aurora sank Norway',
    'was captain lund hat on',
    'lund',
    'wher is the ferrry',
    'did the ferry reach Zürich',
    'hru lol',
    'who said “nicht schuldig”',
  ])('is not what this is: “%s”', (question) => {
    expect(languageOf(question)).toBeNull();
  });
});
