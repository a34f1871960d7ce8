import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';

/** What a `.env` file says, and what in it says nothing. */
export interface DotenvFile {
  readonly values: Readonly<Record<string, string>>;
  /** Lines that set nothing: their 1-based number and the name that they begin with, if any. */
  readonly idleLines: readonly { readonly line: number; readonly start: string }[];
}

/** An assignment, as dotenv reads one: a name, and a value that may be quoted and then may have several lines. */
const ASSIGNMENT =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:[ \t])[ \t]*('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|[^\r\n]*)[^\r\n]*$/gm;
const QUOTED = /^['"`]/;
/**
 * What is shown of a line that sets nothing: capitals before the first sign, or the first word of capitals. All else may be a secret, as
 * where the sign was forgotten.
 */
const HEAD = /^(?:[A-Z][A-Z_ ]{0,40}(?=[=:])|[A-Z][A-Z_]{0,40}(?= ))/;

/**
 * Reads a `.env` file: UTF-8, or UTF-16 as an editor on Windows may save it.
 * @throws the system's error when it cannot be read
 */
export function readDotenvFile(path: string): DotenvFile {
  const text = decodeDotenv(readFileSync(path));
  const values = { ...parse(text) };
  for (const [, name = '', value = ''] of text.matchAll(ASSIGNMENT)) {
    // dotenv ends a value at any "#"; a folder may have one in its name, and a comment has a space before it.
    if (!QUOTED.test(value) && value.includes('#')) values[name] = value.replace(/(?:^|\s)#.*$/, '').trim();
  }
  const rest = text.replace(ASSIGNMENT, (found) => found.replace(/[^\r\n]/g, ''));
  const idleLines = rest.split(/\r\n|\r|\n/).flatMap((line, at) => {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) return [];
    return [{ line: at + 1, start: HEAD.exec(written)?.[0].trim() ?? '' }];
  });
  return { values, idleLines };
}

/** The text of a `.env` file. */
export function decodeDotenv(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
