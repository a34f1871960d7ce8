/** A mistake in the file that can be said with its line. */
export class FileError extends Error {
  override readonly name = 'FileError';
  /** 1-based; null for the whole file. */
  readonly line: number | null;
  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** A document was given up for want of time or memory: on a machine that has less to do it may be read. */
export class GivenUpError extends FileError {}
