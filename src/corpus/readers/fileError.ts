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
