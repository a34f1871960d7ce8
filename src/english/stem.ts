/**
 * The English (Porter2) stemmer, after the algorithm's published description
 * (https://snowballstem.org/algorithms/english/stemmer.html).
 */

/** The longest word of English dictionaries has 45 letters; some rules look through a word from each of its letters. */
const LONGEST = 60;
const VOWEL = 'aeiouy';
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const LI_ENDING = /[cdeghkmnrt]li$/;

/** Words that the rules would spoil: the description's list of exceptional forms. */
const EXCEPTIONS = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ['sky', 'sky'],
  ['news', 'news'],
  ['howe', 'howe'],
  ['atlas', 'atlas'],
  ['cosmos', 'cosmos'],
  ['bias', 'bias'],
  ['andes', 'andes'],
]);

/** Left alone once the plural is off. */
const INVARIANT_AFTER_PLURAL = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);

const STEP_2: readonly (readonly [suffix: string, replacement: string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];

const STEP_3: readonly (readonly [suffix: string, replacement: string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
];

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWEL.includes(letter);

/** Start of the region after the first non-vowel that follows a vowel, looking from `from`. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) {
    if (!isVowel(word[i]) && isVowel(word[i - 1])) return i + 1;
  }
  return word.length;
}

function firstRegion(word: string): number {
  const prefix = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  return prefix ? prefix[0].length : regionAfter(word, 0);
}

function endsInShortSyllable(word: string): boolean {
  if (/^[aeiouy][^aeiouy]$/.test(word)) return true;
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || word.endsWith('past');
}

const isShort = (word: string, r1: number): boolean => r1 >= word.length && endsInShortSyllable(word);

function dropPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(?:ied|ies)$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return word.endsWith('s') && /[aeiouy]./.test(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

function dropPastAndGerund(word: string, r1: number): string {
  const eed = /(?:eedly|eed)$/.exec(word);
  if (eed) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word;
  const ending = /(?:edly|ingly|ed|ing)$/.exec(word);
  if (!ending) return word;
  const stem = word.slice(0, ending.index);
  if (!/[aeiouy]/.test(stem)) return word;
  if (ending[0] === 'ing' && /^[^aeiouy]y$/.test(stem)) return `${stem.slice(0, -1)}ie`;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLE.test(stem)) return /^[aeo](?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem) ? stem : stem.slice(0, -1);
  return isShort(stem, r1) ? `${stem}e` : stem;
}

function replaceDerivation(word: string, r1: number): string {
  for (const [suffix, replacement] of STEP_2) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    if (at < r1) return word;
    if (suffix === 'ogi' && word[at - 1] !== 'l') return word;
    if (suffix === 'li' && !LI_ENDING.test(word)) return word;
    return word.slice(0, at) + replacement;
  }
  return word;
}

function replaceAdjectival(word: string, r1: number, r2: number): string {
  for (const [suffix, replacement] of STEP_3) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    if (at < r1 || (suffix === 'ative' && at < r2)) return word;
    return word.slice(0, at) + replacement;
  }
  return word;
}

function dropResidual(word: string, r2: number): string {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    if (at < r2 || (suffix === 'ion' && !/[st]$/.test(word.slice(0, at)))) return word;
    return word.slice(0, at);
  }
  return word;
}

function dropFinal(word: string, r1: number, r2: number): string {
  const at = word.length - 1;
  if (word.endsWith('e')) {
    return at >= r2 || (at >= r1 && !endsInShortSyllable(word.slice(0, at))) ? word.slice(0, at) : word;
  }
  return word.endsWith('l') && at >= r2 && word[at - 1] === 'l' ? word.slice(0, at) : word;
}

/**
 * Porter2 stem of one word.
 * @param word lower case, without apostrophes or marks; words with letters outside a–z, or with more than English has, come back as they are
 */
export function stem(word: string): string {
  if (word.length <= 2 || word.length > LONGEST || !/^[a-z]+$/.test(word)) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;

  let w = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const r1 = firstRegion(w);
  const r2 = regionAfter(w, r1);
  w = dropPlural(w);
  if (INVARIANT_AFTER_PLURAL.has(w)) return w;
  w = dropPastAndGerund(w, r1);
  if (/[^aeiouy][yY]$/.test(w) && w.length > 2) w = `${w.slice(0, -1)}i`;
  w = replaceDerivation(w, r1);
  w = replaceAdjectival(w, r1, r2);
  w = dropResidual(w, r2);
  w = dropFinal(w, r1, r2);
  return w.toLowerCase();
}
