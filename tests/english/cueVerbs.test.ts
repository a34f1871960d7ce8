import { describe, expect, it } from 'vitest';
import { cueVerb, LOOSE_VERBS } from '../../src/english/cueVerbs.js';

describe('cueVerb', () => {
  it.each([
    ['said', 'clause'],
    ['indicated', 'that'],
    ['chanted', 'quotation'],
    ['slammed', 'fragment'],
  ])('says what a verb can bring in: %s, a %s', (word, kind) => {
    expect(cueVerb(word)).toEqual({ kind, hearer: false, participle: false });
  });

  it('knows the forms of a regular verb, whatever its base ends in', () => {
    for (const word of [
      ...['claim', 'claims', 'claimed'],
      ...['argue', 'argues', 'argued'],
      ...['testify', 'testifies', 'testified'],
      ...['stress', 'stresses', 'stressed'],
    ]) {
      expect(cueVerb(word), word).toEqual({ kind: 'clause', hearer: false, participle: false });
    }
    expect(cueVerb('echoes')).toEqual({ kind: 'quotation', hearer: false, participle: false });
  });

  it('knows the forms of an irregular verb, and none that is made by rule', () => {
    expect(['write', 'writes', 'wrote', 'written'].filter((word) => cueVerb(word)?.kind !== 'clause')).toEqual([]);
    expect(['sayed', 'writed', 'admited', 'telled'].map(cueVerb)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each(['saying', 'adding', 'arguing', 'testifying', 'admitting'])('knows a participle for one: %s', (word) => {
    expect(cueVerb(word)).toEqual({ kind: 'clause', hearer: false, participle: true });
  });

  it('knows both spellings of a verb that doubles its last letter in one of them', () => {
    for (const form of ['signalled', 'signaled'])
      expect(cueVerb(form)).toMatchObject({ kind: 'that', participle: false });
    for (const form of ['signalling', 'signaling']) expect(cueVerb(form)).toMatchObject({ participle: true });
  });

  it('tells the verbs that take the person spoken to as their object', () => {
    expect(['told', 'assured', 'warned', 'said', 'claimed'].map((word) => cueVerb(word)?.hearer)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('finds none in a verb that brings in no words', () => {
    expect(['sailed', 'harbour', 'is', ''].map(cueVerb)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('LOOSE_VERBS', () => {
  it('holds every form of a verb whose object is as often a thing', () => {
    expect(['announce', 'announces', 'announced', 'announcing'].filter((word) => !LOOSE_VERBS.has(word))).toEqual([]);
  });

  it('leaves out the verbs that a statement nearly always follows', () => {
    expect(['said', 'says', 'told', 'insisted'].filter((word) => LOOSE_VERBS.has(word))).toEqual([]);
  });
});
