import { describe, expect, it } from 'vitest';
import { Responder } from '../../src/answers/responder.js';
import type { Article } from '../../src/corpus/article.js';
import type { Excerpt } from '../../src/corpus/excerpt.js';
import { readSeed } from '../corpus/seeds.js';
import { articleOf } from './articles.js';

const MOST_CHARACTERS = 600;
const MOST_SENTENCES = 3;

/** Every excerpt for a question, however unsure. */
function excerptsFor(question: string, ...articles: readonly Article[]): readonly Excerpt[] {
  return new Responder(articles, 0).answer(question, { limit: 25 }).excerpts;
}

function textsFor(question: string, text: string): string[] {
  return excerptsFor(question, articleOf({ id: 'a', text })).map((excerpt) => excerpt.text);
}

const emphasised = ({ text, emphasis }: Excerpt): string[] => emphasis.map(([start, end]) => text.slice(start, end));

const seeds = (['000', '002', '003', '004'] as const).map(readSeed);
const QUESTIONS = [
  'who met Kim',
  'When did Lavrov meet Kim?',
  'what did Lavrov say about the US policy',
  'Where did the bomber land?',
  'How many containers were shipped from North Korea',
  'nuclear',
  'why',
  'what do the articles say about Putin, Kim, weapons, satellites, dialogue, exercises and the dinner',
];

describe('every excerpt about the four articles', () => {
  const shown = QUESTIONS.flatMap((question) =>
    excerptsFor(question, ...seeds).map((excerpt) => ({ question, excerpt })),
  );
  const articleWith = (id: string): Article => seeds.find((article) => article.id === id) ?? articleOf({ id: 'none' });
  const sentencesOf = ({ article, start, end }: Excerpt) =>
    articleWith(article.id).sentences.filter((sentence) => sentence.start < end && sentence.end > start);

  it('is there to be looked at', () => {
    expect(shown.length).toBeGreaterThan(QUESTIONS.length * 5);
  });

  it('is a slice of its article, word for word', () => {
    for (const { excerpt } of shown) {
      expect(articleWith(excerpt.article.id).text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
    }
  });

  it('is whole sentences, three at most', () => {
    for (const { excerpt } of shown) {
      const sentences = sentencesOf(excerpt);
      expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([excerpt.start, excerpt.end]);
      expect(sentences.length).toBeLessThanOrEqual(MOST_SENTENCES);
    }
  });

  it('has 600 characters at most, unless it is one long sentence', () => {
    for (const { excerpt } of shown) {
      if (sentencesOf(excerpt).length > 1) expect(excerpt.text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    }
  });

  it('holds nothing of a menu or a heading', () => {
    for (const { excerpt } of shown) {
      const inside = articleWith(excerpt.article.id).paragraphs.filter(
        ({ start, end }) => start < excerpt.end && end > excerpt.start,
      );
      expect(inside.map(({ kind }) => kind)).toEqual(inside.map(() => 'body'));
    }
  });

  it('says in which paragraph it begins', () => {
    for (const { excerpt } of shown) {
      const { paragraphs } = articleWith(excerpt.article.id);
      const paragraph = paragraphs.find(({ start, end }) => start <= excerpt.start && excerpt.start < end);
      expect(excerpt.paragraph).toBe(paragraph?.number);
    }
  });

  it('has its emphasis in order, apart, and within its text', () => {
    for (const { excerpt } of shown) {
      let last = -1;
      for (const [start, end] of excerpt.emphasis) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(excerpt.text.length);
        last = end;
      }
    }
  });

  it('shares no character with another of the same answer', () => {
    for (const question of QUESTIONS) {
      const excerpts = excerptsFor(question, ...seeds);
      for (const [i, a] of excerpts.entries()) {
        const overlapping = excerpts
          .slice(i + 1)
          .filter((b) => a.article.id === b.article.id && a.start < b.end && b.start < a.end);
        expect(overlapping.map(({ text }) => text)).toEqual([]);
      }
    }
  });

  it('carries its article’s date and how it is known', () => {
    for (const { excerpt } of shown) {
      expect(excerpt.article.published).toEqual(articleWith(excerpt.article.id).published);
    }
  });

  it('has days that stand where they are said to', () => {
    for (const { excerpt } of shown) {
      for (const day of excerpt.days) {
        expect(articleWith(excerpt.article.id).text.slice(day.start, day.end)).toBe(day.text);
        expect(day.start).toBeGreaterThanOrEqual(excerpt.start);
        expect(day.end).toBeLessThanOrEqual(excerpt.end);
      }
    }
  });
});

describe('an excerpt', () => {
  it('that begins with “he” brings the sentence that says who he is', () => {
    const text = 'The pilot Ana Ruiz landed safely in Lima.\n\nShe thanked the ground crew for the runway lights.';
    const [first] = textsFor('ground crew thanked for runway lights', text);
    expect(first).toBe(text);
  });

  it('is one sentence when that is the whole answer', () => {
    const text = 'Rain fell on Lima. Ana Ruiz thanked the crew in Lima. Traffic was light.';
    expect(textsFor('Who thanked the crew in Lima?', text)[0]).toBe('Ana Ruiz thanked the crew in Lima.');
  });

  it('is its sentence alone when the line after adds less than a tenth of the question', () => {
    const text = 'Ana Ruiz thanked the ground crew in Lima. The weather was kind to the pilot. Traffic was light.';
    expect(textsFor('Did Ana Ruiz thank anybody in Lima?', text)[0]).toBe('Ana Ruiz thanked the ground crew in Lima.');
  });

  it('takes in the neighbour that has the rest of what was asked', () => {
    const text = 'Ana Ruiz flew the glider over the Andes. The glider carried eleven sensors. Traffic was light.';
    expect(textsFor('How many sensors did Ana Ruiz carry over the Andes?', text)[0]).toContain('eleven sensors');
  });

  it('does not reach across a heading or into another article', () => {
    const one = articleOf({ id: 'one', text: 'Glaciers melt in Peru.\n\nThe end of the report came late.' });
    const two = articleOf({ id: 'two', text: 'It was said that condors nest near Lima.' });
    const excerpts = excerptsFor('condors nest near Lima and the end of the report', one, two);
    for (const { text, article } of excerpts) expect(article.id === 'two').toBe(text.includes('condors'));
  });

  it('is a long sentence whole, four times as long as an excerpt', () => {
    const long = `Ana Ruiz counted ${Array.from({ length: 200 }, (_, i) => `condor ${i}`).join(', ')} near Lima.`;
    const [first] = textsFor('What did Ana Ruiz count near Lima?', `Rain fell. ${long} It was late.`);
    expect(first).toBe(long);
  });

  it('has what matched in bold, words that stand together as one', () => {
    const article = articleOf({ id: 'a', text: 'On Monday Ana Ruiz thanked the crew.' });
    const [excerpt] = excerptsFor('did Ana Ruiz thank the crew', article);
    expect(excerpt && emphasised(excerpt)).toEqual(['Ana Ruiz thanked', 'crew']);
  });

  it('has the day in bold that was asked for', () => {
    const article = articleOf({
      id: 'a',
      text: 'Ana Ruiz thanked the crew in Lima on Monday.',
      published: '2023-10-18',
    });
    const [excerpt] = excerptsFor('when did Ana Ruiz thank the crew', article);
    expect(excerpt && emphasised(excerpt)).toContain('Monday');
    expect(excerpt?.days).toMatchObject([{ text: 'Monday', date: '2023-10-16' }]);
  });

  it('has nothing in bold that does not answer the question', () => {
    const article = articleOf({ id: 'a', text: 'Rain fell on the capital all night.' });
    for (const excerpt of excerptsFor('zyxwv', article)) expect(excerpt.emphasis).toEqual([]);
  });
});

describe('a line that holds a part of a question that says much', () => {
  const QUESTION = 'did the reunited singers and drummers of the band announce a summer tour of Iceland';
  const REST = 'The band announced a tour on Tuesday. Tickets go on sale in May. Prices are not known.';
  const best = (before: string): string | undefined => textsFor(QUESTION, `${before} ${REST}`)[0];

  it('in the opening of an article is shown with the line before that names what it is about', () => {
    expect(best('Fans cheered for Blue Harbour.')).toMatch(/^Fans cheered for Blue Harbour\. The band announced/);
  });

  it('is shown with the line after when the one before names nothing', () => {
    expect(best('Four old friends are back.')).toMatch(/^The band announced a tour on Tuesday\. Tickets/);
  });

  it('is shown with the line after farther down', () => {
    const filler = 'It rained. Streets were wet. Nobody minded.';
    expect(best(`${filler} Fans cheered for Blue Harbour.`)).toMatch(/^The band announced a tour on Tuesday\. Tickets/);
  });

  it('is shown alone for a question that says little', () => {
    const [shown] = textsFor('did the band announce a tour', `Fans cheered for Blue Harbour. ${REST}`);
    expect(shown).toBe('The band announced a tour on Tuesday.');
  });
});

it('an excerpt that begins a quotation goes on to who says it', () => {
  const [shown] = textsFor(
    'was the harbour wall too low',
    '"The harbour wall was too low for such a storm. We said so in March," the engineer told the council.',
  );
  expect(shown).toContain('the engineer told the council');
});

it('begins in the middle of nobody’s words: with the sentence in which they begin, or without those before', () => {
  const text =
    '“Be brave. It will pass,” Elna Rask told the crew of the harbour. His mother, Lucia, baked bread for the harbour feast.';
  const [shown] = textsFor('who baked bread for the feast', text);
  expect(shown).toContain('baked bread');
  expect(shown).not.toMatch(/^It will pass/);
});
