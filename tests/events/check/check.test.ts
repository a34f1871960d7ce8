import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedClaim, checkMessage } from '../../../src/events/check/check.js';
import { numberOf, seedContext, seeds, textOf } from '../rankSeeds.js';

function onlyClaim(message: string): CheckedClaim {
  const { claims } = checkMessage(message, seedContext);
  const [claim] = claims;
  if (claim === undefined || claims.length > 1) throw new Error(`${claims.length} claims in "${message}"`);
  return claim;
}

function differences({ differences: all }: CheckedClaim): unknown[] {
  return all.map(({ what, claim, source }) => [what, claim?.text ?? null, source?.text ?? null]);
}

describe('a message', () => {
  it('is cut into its claims; greetings, questions and links claim nothing', () => {
    const message =
      'Hi all! Lavrov met Kim Jong Un on Thursday. Is that true?\n> He condemned US policy as dangerous.\nhttps://example.com/lavrov-met-putin';
    expect(checkMessage(message, seedContext).claims.map(({ text }) => text)).toEqual([
      'Lavrov met Kim Jong Un on Thursday.',
      'He condemned US policy as dangerous.',
    ]);
  });

  it('of nothing but smiles has no claim', () => {
    expect(checkMessage('🙂🙂 lol', seedContext).claims).toEqual([]);
  });
});

describe('a claim', () => {
  it.each([
    ['Lavrov met Kim Jong Un on Thursday', ['000']],
    ['He slammed US policy as dangerous', ['004', '002', '003']],
    ['North Korea sent more than 1,000 containers to Russia', ['004']],
    ['Sung Kim said the closeness is worrying', ['004']],
    ['Lavrov last visited the country in 2018', ['004']],
  ])('"%s" is supported by lines of %s', (message, numbers) => {
    const claim = onlyClaim(message);
    expect([claim.outcome, claim.excerpts.map(({ article }) => numberOf(article)).sort()]).toEqual([
      'supported',
      [...numbers].sort(),
    ]);
  });

  it.each([
    ['North Korea delivered 2,000 containers of munitions to Russia', 'number', '2,000', '1,000'],
    ['Lavrov met Kim Jong Un on Wednesday', 'day', 'Wednesday', 'Thursday'],
    ['An American submarine made a port call in August', 'day', 'August', 'July'],
    ['Biden condemned US policy as dangerous', 'name', 'Biden', 'Russian Foreign Minister Sergei Lavrov'],
    ['Lavrov did not meet Kim Jong Un', 'negation', 'not', null],
    ['The Kremlin said a deal was signed at the event', 'negation', null, 'no'],
    ['Deal was signed at the event', 'negation', null, 'no'],
    ['Russia sent 1,000 containers of military equipment to North Korea', 'name', 'Russia', 'North Korea'],
  ])('"%s" is told differently: %s', (message, what, claimed, told) => {
    const claim = onlyClaim(message);
    expect(claim.outcome).toBe('told-differently');
    expect(differences(claim)).toContainEqual([what, claimed, told]);
  });

  it.each([
    'Lavrov met Xi Jinping in Beijing',
    'Lavrov met Putin in Pyongyang',
    'The economy of France grew by 2%',
    'Kim resigned yesterday',
    'South Korea has nuclear weapons',
  ])('"%s" is not in the articles', (message) => {
    const claim = onlyClaim(message);
    expect([claim.outcome, claim.excerpts, claim.differences]).toEqual(['not-found', [], []]);
  });

  it('that is copied from an article is supported by that line', () => {
    for (const article of seeds) {
      for (const { start, end } of article.sentences.slice(0, 6)) {
        const message = article.text.slice(start, end).replace(/\s+/g, ' ');
        for (const claim of checkMessage(message, seedContext).claims) {
          expect([claim.text, claim.outcome]).toEqual([claim.text, 'supported']);
        }
      }
    }
  });

  it('that is not found comes with the closest lines, as such', () => {
    const { closest } = onlyClaim('Lavrov met Putin in Pyongyang');
    expect(closest.length).toBeGreaterThan(0);
    expect(onlyClaim('Lavrov met Kim Jong Un on Thursday').closest).toEqual([]);
  });

  it('that sources tell with different days is supported by the one and parted from by the other', () => {
    const claim = onlyClaim('Lavrov condemned US policy as dangerous on Wednesday');
    expect([claim.outcome, numberOf(claim.excerpts[0]?.article ?? { id: '' })]).toEqual(['supported', '004']);
    expect(differences(claim)).toContainEqual(['day', 'Wednesday', 'Thursday']);
  });
});

it('every line and every difference is word for word, whatever the message', () => {
  const words = fc.constantFrom(
    'Lavrov',
    'met',
    'Kim',
    'on',
    'Thursday',
    'not',
    '1,000',
    'containers',
    '18 October',
    'US',
    'policy',
    '. ',
    '?',
    '\n',
    '"',
    'Putin',
    'nuclear',
    'in 2018',
    '> ',
    '<@1>',
  );
  const message = fc
    .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 25 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(message, (text) => {
      for (const claim of checkMessage(text, seedContext).claims) {
        expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        for (const { article, start, end, text: words } of [...claim.excerpts, ...claim.closest]) {
          expect(textOf(article.id).slice(start, end)).toBe(words);
        }
        for (const { claim: claimed, source, excerpt } of claim.differences) {
          if (claimed) expect(text.slice(claimed.start, claimed.end)).toBe(claimed.text);
          const article = claim.excerpts[excerpt]?.article.id ?? '';
          if (source) expect(textOf(article).slice(source.start, source.end)).toBe(source.text);
        }
        expect(claim.excerpts.length === 0).toBe(claim.outcome === 'not-found');
      }
    }),
  );
});
