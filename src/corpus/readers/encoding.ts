import { FileError } from './fileError.js';

/** Bytes as text, and how they were written when that is not UTF-8. */
export interface DecodedText {
  readonly text: string;
  /** A note to the owner; null for UTF-8. */
  readonly note: string | null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const BINARY = 'This is a binary file, not text; remove it or save the text as UTF-8.';
/** Bytes that text in any encoding of one byte a letter has none of: controls other than tab, line ends and escape. */
const isControl = (byte: number): boolean => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27;
const LAST_ASCII = 127;
/** English in an encoding of one byte a letter is all ASCII but for its quotation marks and dashes. */
const ENGLISH_SHARE = 0.95;
/** UTF-16 without a mark: this share of all second bytes is 0 in text of Latin letters. */
const WIDE_SHARE = 0.7;
/** What a web browser takes "Latin 1" and "ASCII" for. */
const WINDOWS = 'windows-1252';
/** Its letters from 0x80 to 0x9F, which Node.js (up to 22 at least) leaves the controls that they are in Latin 1. */
const WINDOWS_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const FIRST_LETTER = 0x80;
/** What a decoder gives for bytes that are no letter. */
const REPLACEMENT = '\uFFFD';
const BEYOND_ASCII = /[^\0-\x7F]/gu;
const LEFT_CONTROL = /[\u0080-\u009F]/g;

/**
 * The bytes as text, without a byte order mark, line ends untouched. UTF-8 is the first guess, then what the file declares, then what its
 * bytes look like.
 * @param declared an encoding that the file itself names, such as a page's charset
 * @throws FileError when they are no text, or nothing but white space
 */
export async function decodeBytes(bytes: Uint8Array, declared: string | null = null): Promise<DecodedText> {
  const decoded = (await decodeWide(bytes)) ?? decodeUtf8(bytes) ?? (await decodeOther(bytes, declared));
  if (decoded.text.trim() === '') throw new FileError('The file is empty; add the article or remove the file.');
  return decoded;
}

/** @returns null for what is no UTF-8 @throws FileError for bytes that hold a NUL */
export function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  if (bytes.includes(0)) throw new FileError(BINARY);
  try {
    return { text: UTF8.decode(bytes), note: null };
  } catch {
    return null;
  }
}

/**
 * UTF-8 with some bytes that are none, as a paste from elsewhere or a cut-off letter leaves them. A letter beyond ASCII takes bytes that
 * belong together, which those of another encoding hardly ever do.
 * @returns null when more of its bytes are no UTF-8 than letters beyond ASCII are
 */
function decodeDamaged(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const beyond = text.match(BEYOND_ASCII) ?? [];
  const broken = beyond.filter((letter) => letter === REPLACEMENT).length;
  if (broken * 2 > beyond.length) return null;
  const which = broken === 1 ? '1 letter is not UTF-8 and stands' : `${broken} letters are not UTF-8 and stand`;
  return { text, note: `${which} as “${REPLACEMENT}”. Save the text as UTF-8 anew.` };
}

/** Two bytes a letter: told by the mark at the head, or by every other byte being 0. */
async function decodeWide(bytes: Uint8Array): Promise<DecodedText | null> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  if (bytes.length < 2 || bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (bytes.length / 2));
  if (odd >= WIDE_SHARE && even === 0) return decodeAs('utf-16le', bytes);
  return even >= WIDE_SHARE && odd === 0 ? decodeAs('utf-16be', bytes) : null;
}

async function decodeOther(bytes: Uint8Array, declared: string | null): Promise<DecodedText> {
  if (bytes.some(isControl)) throw new FileError(BINARY);
  const damaged = decodeDamaged(bytes);
  if (damaged) return damaged;
  return (declared === null ? null : decodeAs(declared, bytes)) ?? decodeAs(await guess(bytes), bytes) ?? notText();
}

function notText(): never {
  throw new FileError('The text is in no encoding that can be told; save it as UTF-8.');
}

async function guess(bytes: Uint8Array): Promise<string> {
  let ascii = 0;
  for (const byte of bytes) if (byte <= LAST_ASCII) ascii++;
  // A detector made for all languages takes two curly quotation marks for Chinese.
  if (ascii / bytes.length >= ENGLISH_SHARE) return WINDOWS;
  const { detect } = await import('chardet');
  return detect(bytes) ?? WINDOWS;
}

/** @returns null when the encoding is unknown, or the bytes are not in it */
function decodeAs(encoding: string, bytes: Uint8Array): DecodedText | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const decoded = decoder.decode(bytes);
    const text = decoder.encoding === WINDOWS ? withWindowsLetters(decoded) : decoded;
    const note = `The text is not UTF-8; it was read as ${decoder.encoding}. Save it as UTF-8 if letters look wrong.`;
    return { text, note: decoder.encoding === 'utf-8' ? null : note };
  } catch {
    return null;
  }
}

/** Text that was decoded as Latin 1 with the letters of Windows' in the place of controls, which no text has. */
export function withWindowsLetters(text: string): string {
  return text.replace(LEFT_CONTROL, windowsLetter);
}

function windowsLetter(control: string): string {
  return WINDOWS_LETTERS[control.charCodeAt(0) - FIRST_LETTER] ?? control;
}
