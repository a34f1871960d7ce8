import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termOf } from '../../src/english/analyzer.js';
import { IRREGULAR } from '../../src/english/irregular.js';
import { stem } from '../../src/english/stem.js';

/** Stems with the words that have them. Most are from the sample vocabulary of the algorithm's published description. */
const FAMILIES: Readonly<Record<string, string>> = {
  consign: 'consign consigned consigning consignment',
  consist: 'consist consisted consistency consistent consistently consisting consists',
  consol: 'consolation consolations console consoled consoles consoling consolingly consols',
  consolatori: 'consolatory',
  consolid: 'consolidate consolidated consolidating',
  conspir: 'conspirator conspirators conspire conspired conspiring',
  conspiraci: 'conspiracy',
  conspicu: 'conspicuous conspicuously',
  constabl: 'constable constables',
  constanc: 'constance constancy',
  knack: 'knack knacks',
  knackeri: 'knackeries',
  knavish: 'knavish',
  knead: 'kneaded kneading',
  kneel: 'kneel kneeled kneeling kneels',
  knight: 'knight knightly knights',
  knit: 'knit knits knitted knitting',
  knive: 'knives',
  knock: 'knock knocked knocking knocks',
  knocker: 'knocker knockers',
};

/** What each rule of the description does, on a word that shows it. */
const RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'takes plurals off': { caresses: 'caress', ties: 'tie', cries: 'cri', gaps: 'gap', kiwis: 'kiwi' },
  'leaves an s that is no plural': { gas: 'gas', this: 'this', virus: 'virus', press: 'press' },
  'takes the past and the gerund off': { agreed: 'agre', controlled: 'control', plastered: 'plaster', bled: 'bled' },
  'gives a short word its e back': { hoping: 'hope', rated: 'rate', disabled: 'disabl', luxuriated: 'luxuri' },
  'undoes a doubled letter': { hopping: 'hop', knitted: 'knit', rolled: 'roll' },
  'keeps the double letter of add, egg and off': { adding: 'add', egged: 'egg', offing: 'off' },
  'turns -ying into -ie': { dying: 'die', lying: 'lie', tying: 'tie', vying: 'vie' },
  'turns a final y into i after a consonant': { happy: 'happi', cry: 'cri', by: 'by', say: 'say', enjoy: 'enjoy' },
  'takes y for a consonant after a vowel': { youth: 'youth', boyish: 'boyish', beauty: 'beauti', beautiful: 'beauti' },
  'takes derivations off': {
    relational: 'relat',
    sensational: 'sensat',
    fluently: 'fluentli',
    hopefulness: 'hope',
    abilities: 'abil',
    replacement: 'replac',
    adjustment: 'adjust',
    irritant: 'irrit',
    adoption: 'adopt',
    electrical: 'electr',
    theology: 'theolog',
    formative: 'format',
  },
  'leaves an ending on where a derivation does not have it': {
    demagogy: 'demagogi',
    rebellion: 'rebellion',
    anomaly: 'anomali',
  },
  'has exceptions': {
    skis: 'ski',
    skies: 'sky',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  },
  'leaves words alone that only look like a gerund or a past': {
    inning: 'inning',
    innings: 'inning',
    outing: 'outing',
    canning: 'canning',
    herrings: 'herring',
    earring: 'earring',
    proceeds: 'proceed',
    exceeding: 'exceed',
    succeeded: 'succeed',
  },
};

describe('the stemmer', () => {
  it.each(Object.entries(FAMILIES))('gives %s for all of its family', (expected, words) => {
    for (const word of words.split(' ')) expect(stem(word), word).toBe(expected);
  });

  it.each(Object.entries(RULES))('%s', (_, pairs) => {
    for (const [word, expected] of Object.entries(pairs)) expect(stem(word), word).toBe(expected);
  });

  it.each([
    ['generously', 'generous', 'general'],
    ['communism', 'communism', 'communiti'],
    ['arsenal', 'arsenal', 'arsenic'],
    ['organization', 'organiz', 'organ'],
    ['international', 'internat', 'internal'],
    ['emergency', 'emergenc', 'emerg'],
    ['university', 'universiti', 'univers'],
    ['later', 'later', 'late'],
    ['pasted', 'paste', 'past'],
  ])('keeps what follows a prefix that would be cut too short: %s is %s, not %s', (word, expected, other) => {
    expect(stem(word)).toBe(expected);
    expect(stem(word)).not.toBe(other);
  });

  it('tells university from universe and organ from organization', () => {
    expect(stem('university')).not.toBe(stem('universe'));
    expect(stem('organs')).not.toBe(stem('organizes'));
    expect(stem('organized')).toBe(stem('organization'));
  });

  it('returns words that are short, or have other than the letters a to z, as they are', () => {
    for (const word of ['as', 'is', 'y', '', 'b52s', 'šíbles', 'кимы']) expect(stem(word)).toBe(word);
  });

  it('lengthens a word by no more than an e, never returns nothing for one, and gives only a to z', () => {
    const word = fc.stringMatching(/^[a-z]{1,20}$/);
    fc.assert(
      fc.property(word, (w) => {
        expect(stem(w)).toMatch(/^[a-z]+$/);
        expect(stem(w).length).toBeLessThanOrEqual(w.length + 1);
      }),
    );
  });
});

describe('irregular forms', () => {
  it.each([
    ['met', 'meets'],
    ['said', 'saying'],
    ['held', 'holding'],
    ['withdrew', 'withdraws'],
    ['withdrawal', 'withdrawn'],
    ['sought', 'seek'],
    ['overthrown', 'overthrow'],
    ['swept', 'sweeping'],
    ['upheld', 'uphold'],
    ['crises', 'crisis'],
    ['men', 'man'],
    ['children', 'child'],
    ['death', 'died'],
    ['speech', 'spoke'],
  ])('%s is found by %s', (form, other) => {
    expect(termOf(form)).toBe(termOf(other));
  });

  it('do not join words that are apart', () => {
    for (const [a, b] of [
      ['found', 'fund'],
      ['wounded', 'wind'],
      ['meeting', 'meat'],
      ['lead', 'lend'],
    ] as const)
      expect(termOf(a), a).not.toBe(termOf(b));
  });

  it('lead to a dictionary word that is no irregular form itself', () => {
    for (const [form, word] of IRREGULAR) expect(IRREGULAR.has(word), `${form} → ${word}`).toBe(false);
  });

  it('are words that the stemmer alone would not join', () => {
    const needless = [...IRREGULAR].filter(([form, word]) => stem(form) === stem(word)).map(([form]) => form);
    expect(needless).toEqual([]);
  });
});
