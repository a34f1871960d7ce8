import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';

/** What a `.env` file says, and what in it says nothing. */
export interface DotenvFile {
  readonly values: Readonly<Record<string, string>>;
  /** Lines that set nothing: their 1-based number and the name that they begin with, if any. */
  readonly idleLines: readonly { readonly line: number; readonly start: string }[];
  /** Lines that set a name, from the first to the last. */
  readonly assignments: readonly Assignment[];
}

/** One line that sets a name: of several for one name the last counts. */
export interface Assignment {
  /** 1-based. */
  readonly line: number;
  readonly name: string;
  /** What is written behind the sign, with its quotation marks and its comment. */
  readonly written: string;
}

/** An assignment, as dotenv reads one: a name, and a value that may be quoted and then may have several lines. */
const ASSIGNMENT =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:[ \t])[ \t]*('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|[^\r\n]*)[^\r\n]*$/gm;
const QUOTED = /^['"`]/;
/** "#" with a space before it, or behind it where nothing else is: in "=# none yet" it begins a comment, in "=#general" a value. */
const COMMENT = /(?:^#(?=\s|$)|\s#).*$/;
const LINE_END = /\r\n|\r|\n/;
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
  const assignments = findAssignments(text);
  const values = { ...parse(text) };
  for (const [name, written] of new Map(assignments.map(({ name, written }) => [name, written]))) {
    // dotenv ends a value at any "#"; the name of a folder or a channel may have one.
    if (!QUOTED.test(written) && written.includes('#')) values[name] = withoutComment(written);
  }
  const rest = text.replace(ASSIGNMENT, (found) => found.replace(/[^\r\n]/g, ''));
  const idleLines = rest.split(LINE_END).flatMap((line, at) => {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) return [];
    return [{ line: at + 1, start: HEAD.exec(written)?.[0].trim() ?? '' }];
  });
  return { values, idleLines, assignments };
}

function findAssignments(text: string): Assignment[] {
  let line = 1;
  let end = 0;
  return [...text.matchAll(ASSIGNMENT)].map(({ index, 1: name = '', 2: written = '' }) => {
    // Counted on from the one before, so that a long file is gone through once.
    line += text.slice(end, index).split(LINE_END).length - 1;
    end = index;
    return { line, name, written };
  });
}

/** A value as it is written without quotation marks, less the comment behind it or in its place. */
export function withoutComment(written: string): string {
  return written.replace(COMMENT, '').trim();
}

/** The text of a `.env` file. */
export function decodeDotenv(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
