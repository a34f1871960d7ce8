/** Makes a text of about so many characters. */
export type HostileText = (length: number) => string;

/** A piece again and again; with a number in it wherever it says "#", so that no two are alike. */
function repeated(piece: string): HostileText {
  return (length) => {
    let text = '';
    for (let i = 0; text.length < length; i++) text += piece.replaceAll('#', letters(i));
    return text;
  };
}

/** A number in letters: 0 is "a", 26 is "ba". */
function letters(number: number): string {
  const rest = number >= 26 ? letters(Math.floor(number / 26)) : '';
  return rest + String.fromCharCode(97 + (number % 26));
}

const between =
  (start: string, piece: string, end: string): HostileText =>
  (length) =>
    start + repeated(piece)(length) + end;

/**
 * Texts that nobody writes and anybody can put into a file, by what they go on with for ever. Each has made some step take time
 * that grows with the square of the text's length, or worse, in this project or in another.
 */
export const HOSTILE_TEXTS: Readonly<Record<string, HostileText>> = {
  'one word': repeated('a'),
  'one word in capitals': repeated('A'),
  'one number': repeated('1'),
  'possessives on a word': between('x', "'s", ''),
  'hyphens in a word': between('x', '-x', ''),
  'stops in a word': between('x', '.x', ''),
  'marks on a letter': between('e', '\u0301', ''),
  'nothing to see': between('a', '\u200B', ' b'),
  'words without a stop': repeated('word '),
  'capitals without a stop': repeated('OF '),
  'new words without a stop': repeated('w# '),
  'new names without a stop': repeated('N# '),
  initials: repeated('A. '),
  'initials without a space': repeated('A.'),
  'numbers in thousands': between('1', ',000', ''),
  'numbers in points': between('1', '.1', ''),
  'numbers with narrow spaces': between('1', '\u202F000', ''),
  'spaces in a sentence': between('He said', ' ', 'so.'),
  'lines without words': between('He said so.', '\n', 'It ends.'),
  'short lines': repeated('Ab c\n'),
  'short sentences': repeated('He left. '),
  dashes: repeated('— '),
  'dashes and words': repeated('a — '),
  commas: repeated('a, '),
  'question marks': repeated('a? '),
  'brand names': repeated('Yum! B# '),
  'closing marks': between('He left.', '"', ''),
  brackets: repeated('(a '),
  pipes: repeated('| A '),
  weekdays: repeated('Monday '),
  'said on weekdays': repeated('He said so on Thursday. '),
  clubs: repeated('Norwick Wednesday won. '),
  'new clubs': repeated('Nor# Wednesday won. '),
  'weekdays with narrow spaces': repeated('On\u00A0Thursday he left. '),
  months: repeated('in May and '),
  years: repeated('in 2018 '),
  'days counted from others': repeated('A day earlier he left. '),
  'straight quotations': repeated('"a" '),
  'opening marks': repeated('“a '),
  'single opening marks': repeated("'a "),
  'marks of typesetters': repeated('``a'),
  'quotations with commas': repeated('"Ab c d e f g," '),
  'new speakers': repeated('"We will go there soon," Gail Starl# said. '),
  'one speaker': repeated('"We will go # there soon," Gail Starling said.\n\n'),
  'one speaker, words turned around': repeated('Gail Starling said that # one two three four five six.\n\n'),
  'said and said': repeated('he said '),
  'said that': repeated('He said that '),
  'told and told': repeated('she told '),
  'saying and saying': repeated('he left, saying '),
  'according to': repeated('according to '),
  'who and who': between('Kim ', 'who ', 'said.'),
  'the and the': between('', 'the ', 'said.'),
  'but and but': between('', 'but ', 'he said.'),
  'one name in one line': repeated('Kim '),
  'one name, many given names': repeated('Kim Nam# left. Kim left. '),
  'new roles': repeated('The # minister said so. '),
  'new roles of one name': repeated('The # minister Kim left. '),
  'new acronyms': repeated('A# B# C# D# E# F#. ABCDEF said so. '),
  'capitals that could be an acronym': between('ABCDEFG said so. ', "Ab'-c", ''),
  'one announced and another': repeated('From Gail Starling:\n'),
};
