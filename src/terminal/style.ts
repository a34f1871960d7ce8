import type { Environment } from '../config.js';

/** How words are set apart on a screen. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  /** Columns that a row has; null: lines are not broken, as in a file, where a program may look for one. */
  readonly width: number | null;
}

/** For files, pipes and people who turned colour off. */
export const PLAIN: Style = { bold: (text) => text, faint: (text) => text, width: null };

/** ECMA-48 "select graphic rendition": 1 bold, 2 faint, 22 neither. Every terminal of today knows them. */
export const ANSI: Style = {
  bold: (text) => (text ? `\u001b[1m${text}\u001b[22m` : ''),
  faint: (text) => (text ? `\u001b[2m${text}\u001b[22m` : ''),
  width: null,
};

/** What of a stream tells how to write to it. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * ANSI on a terminal, plain anywhere else and where NO_COLOR (no-color.org) or TERM=dumb asks for it. Lines are broken on a
 * terminal alone, at the width that it has when they are drawn.
 */
export function styleFor(output: Screen, environment: Environment): Style {
  const { bold, faint } = output.isTTY && !environment.NO_COLOR && environment.TERM !== 'dumb' ? ANSI : PLAIN;
  return {
    bold,
    faint,
    get width() {
      return output.isTTY ? output.columns || null : null;
    },
  };
}

/** C0 and C1 control characters, the marks that turn the writing direction around, and what some programs take for a line's end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text from an article or a file name, made safe to print: nothing in it can move the cursor, change colours or set a
 * title. Each such character becomes a space, so positions stay valid.
 */
export function tame(text: string): string {
  return text.replace(STEERING, ' ');
}

/** One JSON object on one line, with nothing in it that a terminal obeys. */
export function jsonLine(value: unknown): string {
  return escapeSteering(JSON.stringify(value));
}

/**
 * JSON leaves DEL, C1 controls and the marks of direction as they are, and a terminal would obey them: escaped, they mean the
 * same to a program and nothing to a terminal.
 * @param json on one line; its own line end is left
 */
export function escapeSteering(json: string): string {
  return json.replace(STEERING, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
