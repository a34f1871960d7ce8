import { CHAT_WORDS } from '../../english/lists/chatWords.js';
import { FILLERS, OPENERS } from '../../english/lists/fillers.js';
import { SHORT_FORMS } from '../../english/lists/shortForms.js';

/** A word as it is typed: letters and digits with inner apostrophes. A hyphen, stop or comma inside makes it no short form. */
const TYPED = /(?<![\p{L}\p{N}.’'&-])[\p{L}\p{N}]+(?:['’]\p{L}+)?(?![\p{L}\p{N}’'&-]|\.\p{L})/gu;
/** "w/ kim", "w/o a deal": the stroke is part of the word. */
const WITH = /(?<!\S)w\/(o\b)?\s*/gi;
/** Signs without a number beside them stand for their words: "how low did £ go", "what % said so". */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\d.])\$+(?!\s?\d)/g, ' dollars '],
  [/(?<![\d.])£(?!\s?\d)/g, ' pound '],
  [/(?<![\d.])€(?!\s?\d)/g, ' euro '],
  [/(?<![\d.])\s%/g, ' percent '],
  [/\s&\s/g, ' and '],
];
/** After these, or before the question's first word, "us" is the country and no pronoun: "did us", "the us". */
const BEFORE_COUNTRY =
  /(?:^|\b(?:the|an?|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|why|how|when|what|where|and|or|vs|that|which|whose|if|in)\s+)$/i;
const LOWER = /^[\p{Ll}\p{N}'’]+$/u;
/** What people say before they ask: "pray tell, who …", "does anyone know when …". */
const LEAD_IN =
  /^(?:(?:pray|please|kindly|just)[ ,]+)?(?:(?:tell|inform|advise|enlighten) (?:me|us)(?: please)?|(?:might|may|can|could) (?:i|one) (?:just )?(?:ask|enquire|inquire)|(?:does|do) (?:anyone|anybody|someone|you|u) (?:here |happen to |even )?know|(?:anyone|anybody) (?:here )?know|(?:can|could|would|will) (?:you|u|someone|anyone|somebody|anybody) (?:please |pls |kindly )?(?:tell (?:me|us)|explain(?: to me)?|remind me|let me know)|remind me(?: again)?|let me know|i(?: am|['’]m|['’]d like to| would like to| want to| need to)?(?: just)? (?:wonder(?:ing)?|know|ask|curious)|pray tell)[ ,:]+(?=(?:who|whose|whom|what|which|when|where|why|how|in|of|by|at|on|to|from|is|are|was|were|did|does|do|has|have|had|if|whether)\b)/i;
/** "… or not", "… or what": who asks so asks the same without. */
const OR_NOT = / or (?:not|no|nah|naw|what)(?=[\s?!.]{0,9}$)/i;

/** "NK", "nk", and with an ending of many or of an owner: "NKs", "nk's". */
const OWNED = /(?:['’]?s)$/;

/**
 * A question as it is typed on a phone, in the words that articles and our own patterns have: "whos the NK fm lol" is "who is
 * the North Korea foreign minister". Words that ask nothing are left out.
 * @param text at most some thousand characters
 * @param isNameHere whether the corpus itself writes a word (normalised) as a name, and so means something else by it
 */
export function readTyped(text: string, isNameHere: (surface: string) => boolean): string {
  const isShouted = !/\p{Ll}/u.test(text);
  const signed = SIGNS.reduce((read, [sign, word]) => read.replace(sign, word), text);
  const read = signed
    .replace(WITH, (_, out: string | undefined) => (out ? 'without ' : 'with '))
    .replace(TYPED, (word, at: number, whole: string) => {
      const lower = word.toLowerCase();
      if (lower === 'us' && LOWER.test(word) && BEFORE_COUNTRY.test(whole.slice(Math.max(0, at - 12), at))) return 'US';
      if (lower === 'pm' && /\d\s?$/.test(whole.slice(Math.max(0, at - 2), at))) return word;
      const isPlain = LOWER.test(word) || isShouted || whole.slice(0, at).trim() === '';
      if (isPlain && FILLERS.has(lower)) return '';
      const said = isPlain ? CHAT_WORDS.get(lower) : undefined;
      if (said !== undefined) return said;
      return writtenOut(word, isNameHere) ?? word;
    })
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
  return withoutOpeners(read).replace(LEAD_IN, '').replace(OR_NOT, '');
}

/** What a short form stands for; undefined for any other word. */
function writtenOut(word: string, isNameHere: (surface: string) => boolean): string | undefined {
  const lower = word.toLowerCase();
  const bare = SHORT_FORMS.has(lower) ? lower : lower.replace(OWNED, '');
  const meant = SHORT_FORMS.get(bare);
  if (meant === undefined || isNameHere(bare)) return undefined;
  return bare === lower ? meant : `${meant}’s`;
}

/** "ok so wait who …" begins at "who"; a message that has nothing else is left as it is. */
function withoutOpeners(text: string): string {
  let rest = text;
  for (;;) {
    const [opener = '', word = ''] = /^([\p{L}]+)[\s,.!-]+(?=\S)/u.exec(rest) ?? [];
    if (opener === '' || !OPENERS.has(word.toLowerCase())) return rest;
    rest = rest.slice(opener.length);
  }
}
