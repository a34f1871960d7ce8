import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';

const seed = (id: string): string => readFileSync(new URL(`../../seeds/${id}.txt`, import.meta.url), 'utf8');
const articles = ['000_591516c1a6096e95', '002_1d20fa501c3115ca', '003_ae302a1c36180481', '004_b96c66c303331b86'].map(
  (id) => createArticle({ id, text: seed(id) }),
);
const questions = readQuestionSet(readFileSync(new URL('event.jsonl', import.meta.url), 'utf8'), 'event.jsonl');

/** Fewer would let a kind's figure jump by whole points with one question. */
const AT_LEAST: Record<string, number> = {
  direct: 80,
  paraphrase: 40,
  typo: 30,
  source: 14,
  date: 12,
  yesno: 15,
  'unanswerable-near': 30,
  'unanswerable-far': 15,
};

/** The sentences of an article that a gold text lies in. */
function sentencesOf(doc: string, text: string): string[] {
  const article = articles.find(({ id }) => id === doc);
  const at = article?.text.indexOf(text) ?? -1;
  if (!article || at < 0) return [];
  return article.sentences
    .filter(({ start, end }) => start < at + text.length && end > at)
    .map(({ start, end }) => article.text.slice(start, end));
}

/** Words that a paraphrase may share with its answer: names that have no other name, and words without content. */
const UNAVOIDABLE = new Set(
  `kim moscow pyongyang seoul japan north south kremlin washington china us america american a an the of in on at to for
  from by with is are was were be been and or as it its this that he his they their there which what who whom whose how
  when where why did do does has have had will would can should not any about since two up over after`.split(/\s+/),
);
/** Long enough that "visit" and "visited" are one word and "contacts" and "continue" are two. */
const STEM_LENGTH = 5;

function contentStems(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !UNAVOIDABLE.has(word)).map((word) => word.slice(0, STEM_LENGTH)));
}

describe('the question set of the four articles', () => {
  it('has at least the promised number of questions of each kind, and no other kind', () => {
    const counts: Record<string, number> = {};
    for (const { kind } of questions) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(Object.keys(counts).toSorted()).toEqual(Object.keys(AT_LEAST).toSorted());
    for (const [kind, least] of Object.entries(AT_LEAST)) expect(counts[kind], kind).toBeGreaterThanOrEqual(least);
    expect(questions.length).toBeGreaterThanOrEqual(220);
  });

  it('asks nothing twice', () => {
    const asked = questions.map(({ q }) => q.toLowerCase());
    expect(asked.filter((q, index) => asked.indexOf(q) !== index)).toEqual([]);
  });

  it('calls unanswerable exactly the questions of the unanswerable kinds', () => {
    for (const { id, kind, answerable } of questions) expect(answerable, id).toBe(!kind.startsWith('unanswerable'));
  });

  it('names only gold texts that stand word for word in a sentence of their article, four words or longer', () => {
    for (const { id, gold } of questions)
      for (const { doc, text } of gold) {
        expect(sentencesOf(doc ?? '', text), `${id}: ${text}`).not.toEqual([]);
        expect(text.split(/\s+/).length, `${id}: ${text}`).toBeGreaterThanOrEqual(4);
      }
  });

  it('asks about every sentence of every article', () => {
    const asked = new Set(
      questions.flatMap(({ gold }) => gold.flatMap(({ doc, text }) => sentencesOf(doc ?? '', text))),
    );
    const sentences = articles.flatMap(({ text, sentences }) =>
      sentences.map(({ start, end }) => text.slice(start, end)),
    );
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => !asked.has(sentence))).toEqual([]);
  });

  it('paraphrases without a word of the answer, except names', () => {
    for (const { id, kind, q, gold } of questions) {
      if (kind !== 'paraphrase') continue;
      const stems = contentStems(q);
      for (const { doc, text } of gold)
        for (const sentence of sentencesOf(doc ?? '', text))
          expect(
            [...stems].filter((stem) => contentStems(sentence).has(stem)),
            `${id}: ${sentence}`,
          ).toEqual([]);
    }
  });
});
