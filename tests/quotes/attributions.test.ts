import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../src/quotes/attributions.js';
import type { NounPhrase } from '../../src/quotes/nounPhrases.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

/** Each statement on one line: "direct · Ines Calder · said · The dam holds". */
function statementsIn(paragraph: string): string[] {
  const article = articleOf(paragraph);
  const { text } = article;
  return splitSegments(article).flatMap(({ tokens }) => {
    const headOf = (subject: NounPhrase) => tokens.slice(...subject.head).map((token) => token.text);
    return findAttributions(text, tokens).map(({ direct, subject, verb, span }) =>
      [
        direct ? 'direct' : 'reported',
        subject ? headOf(subject).join(' ') : '?',
        verb === null ? '-' : tokens[verb]?.text,
        text.slice(span.start, span.end),
      ].join(' · '),
    );
  });
}

describe('whose words a sentence has', () => {
  it('is told by a cue after them, before them and between them', () => {
    expect(statementsIn('"The dam holds," Ines Calder said.')).toEqual(['direct · Ines Calder · said · The dam holds']);
    expect(statementsIn('Ines Calder said: "The dam holds."')).toEqual([
      'direct · Ines Calder · said · The dam holds.',
    ]);
    expect(statementsIn('"The dam," said Ines Calder, "holds for now."')).toEqual([
      'direct · Ines Calder · said · The dam',
      'direct · Ines Calder · said · holds for now.',
    ]);
  });

  it('is told without marks, with “that” or without, before the cue or after it, the reporter’s remark left out', () => {
    const reported = ['reported · Calder · said · the dam would hold'];
    expect(statementsIn('Calder said the dam would hold.')).toEqual(reported);
    expect(statementsIn('Calder said on Monday in a statement that the dam would hold.')).toEqual([
      'reported · Calder · said · that the dam would hold',
    ]);
    expect(statementsIn('Calder said the dam would hold, without elaborating.')).toEqual(reported);
    expect(statementsIn('Dams rarely fail in spring, Calder said on Monday.')).toEqual([
      'reported · Calder · said · Dams rarely fail in spring',
    ]);
  });

  it('is told by “according to”, which is no verb', () => {
    expect(statementsIn('The dam will hold, according to Ines Calder.')).toEqual([
      'reported · Ines Calder · - · The dam will hold',
    ]);
    expect(statementsIn('According to Ines Calder, the dam will hold.')).toEqual([
      'reported · Ines Calder · - · the dam will hold',
    ]);
  });

  it('is told by a verb that judges with words in marks, and by a signature', () => {
    expect(statementsIn('Calder hailed the dam as a "gift to Sudria" and left.')).toEqual([
      'direct · Calder · hailed · gift to Sudria',
    ]);
    expect(statementsIn('"No one will leave this valley." — Ines Calder')).toEqual([
      'direct · Ines Calder · - · No one will leave this valley.',
    ]);
  });

  it('goes on after a cue in its middle', () => {
    expect(statementsIn('The dam, Calder said, would hold all winter.')).toEqual([
      'reported · Calder · said · The dam',
      'reported · Calder · said · would hold all winter',
    ]);
    expect(statementsIn('"It holds," said Ines Calder, an engineer, "and it will hold."')).toEqual([
      'direct · Ines Calder · said · It holds',
      'direct · Ines Calder · said · and it will hold.',
    ]);
  });

  it('changes with the speaker in the middle of it', () => {
    expect(statementsIn('Calder said the dam was safe, but Osei said it was cracked.')).toEqual([
      'reported · Calder · said · the dam was safe',
      'reported · Osei · said · it was cracked',
    ]);
  });

  it('is left open for a whole sentence in marks without a cue', () => {
    expect(statementsIn('"We walked home across the dam that night."')).toEqual([
      'direct · ? · - · We walked home across the dam that night.',
    ]);
  });
});

describe('what nobody is quoted with', () => {
  it.each([
    'Calder did not say the dam was safe.',
    'Calder was told the dam was safe.',
    'Calder said no to the dam.',
    'In Ottawa, Calder announced a series of measures.',
    'In Norland the old dam is known as "the wall".',
    'Calder walked along the dam on Monday.',
  ])('is “%s”', (sentence) => {
    expect(statementsIn(sentence)).toEqual([]);
  });
});
