import { describe, expect, it } from 'vitest';
import { preferExpected } from '../../../src/answers/ranking/preferExpected.js';
import { type Ranked, rank } from '../../../src/answers/ranking/rank.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import { articleOf } from '../articles.js';

/** The lines of an article for a question, as ranked and as preferred. */
function order(question: string, text: string): { ranked: string[]; preferred: string[] } {
  const retriever = new Retriever([articleOf({ id: 'a', text })], { vectors: null, aliases: null });
  const { reading, candidates } = retriever.retrieve(question, {});
  const ranked = rank(candidates, reading).map((one) => ({ ...one, run: { first: one.passage, last: one.passage } }));
  const textsOf = (lines: readonly Ranked[]): string[] => lines.map(({ passage }) => retriever.index.text(passage));
  return { ranked: textsOf(ranked), preferred: textsOf(preferExpected(ranked, reading)) };
}

describe('of lines as good', () => {
  const OTHER = 'At the fair they flew kites over 12 boats.';
  const COUNT = 'At the fair they flew 300 kites over boats.';

  it('the one with the count asked for comes first', () => {
    const { ranked, preferred } = order('How many kites were flown at the fair?', `${OTHER} ${COUNT}`);
    expect(ranked).toEqual([OTHER, COUNT]);
    expect(preferred).toEqual([COUNT, OTHER]);
  });

  it('the one with words of whoever is asked about comes first', () => {
    const about = 'At the fair Ilves told Brandt of the kites.';
    const by = 'At the fair Brandt told Ilves of the kites.';
    const question = 'What did Brandt say of the kites at the fair?';
    expect(order(question, `${about} ${by}`).preferred).toEqual([by, about]);
  });

  it('neither is preferred when nothing special is expected', () => {
    const { ranked, preferred } = order('Were kites flown at the fair?', `${OTHER} ${COUNT}`);
    expect(preferred).toEqual(ranked);
  });
});

it('a line that has next to nothing of the question does not come first for meeting what it expects', () => {
  const kites = 'At the fair they flew kites over the harbour.';
  const { preferred } = order('How many kites were flown at the fair?', `He owns 12 kites. ${kites}`);
  expect(preferred[0]).toBe(kites);
});
