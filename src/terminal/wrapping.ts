import wrapAnsi from 'wrap-ansi';

/** How a line is broken. */
export interface Wrapping {
  /** Columns of the screen; null: lines are left whole. */
  readonly width: number | null;
  /** What stands before the first row … */
  readonly indent?: string;
  /** … and before each further one; the same unless told. */
  readonly hanging?: string;
}

/**
 * Breaks one line at its spaces, so that no row is wider than the screen. Nothing is cut: a word that is wider, such as an address,
 * has a row of its own, which the terminal breaks where it likes and still copies as one.
 * @param line without line ends; it may hold SGR sequences, which are closed and opened again around each break
 */
export function wrapLine(line: string, { width, indent = '', hanging = indent }: Wrapping): string {
  // wrap-ansi composes letters and marks, and an article's words stay as they are: a line that has any to compose is left whole.
  if (width === null || line !== line.normalize()) return indent + line;
  const room = Math.max(1, width - Math.max(indent.length, hanging.length));
  return wrapAnsi(line, room)
    .split('\n')
    .map((row, at) => (at === 0 ? indent : hanging) + row)
    .join('\n');
}

/** Breaks each line of a text; what stands in front of it stays, and its further rows hang. @param width as of `wrapLine` */
export function wrapLines(text: string, width: number | null): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.trimStart();
      const indent = line.slice(0, line.length - words.length);
      return wrapLine(words, { width, indent, hanging: `${indent}  ` });
    })
    .join('\n');
}
