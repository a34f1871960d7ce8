/**
 * The layout of a word vector table on disk, little-endian:
 *
 * | offset | type | |
 * |---|---|---|
 * | 0 | 4 bytes | `DLWV` |
 * | 4 | uint16 | version of this layout, 1 |
 * | 6 | uint16 | dimensions, d |
 * | 8 | uint32 | words, n |
 * | 12 | uint32 | length of the word list in bytes, w |
 * | 16 | w bytes | the words in UTF-8, a line feed between two, commonest first |
 * | 16 + w | n × d int8 | one row a word |
 *
 * A row keeps a vector's direction only, which is all a cosine looks at: it is scaled so that its largest component is
 * ±127. So no scale is stored, and every row uses all eight bits.
 */
const MAGIC = 'DLWV';
const VERSION = 1;
const HEADER_BYTES = 16;
/** The largest value that int8 holds on both sides of zero. */
const LARGEST = 127;

/** Words and their directions, as read from a file. */
export interface VectorTable {
  readonly dimensions: number;
  /** Lower-case, commonest first. */
  readonly words: readonly string[];
  /** `words.length × dimensions`, row after row. */
  readonly rows: Int8Array;
}

/**
 * Scales a vector to eight bits, keeping its direction.
 * @returns as many integers, -127..127, the largest of them ±127; all 0 for the zero vector
 */
export function quantise(vector: ArrayLike<number>): Int8Array {
  const row = new Int8Array(vector.length);
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i] ?? 0));
  if (largest === 0) return row;
  for (let i = 0; i < vector.length; i++) row[i] = Math.round(((vector[i] ?? 0) / largest) * LARGEST);
  return row;
}

/** @returns the bytes of the table's file; equal tables give equal bytes. */
export function writeVectorTable({ dimensions, words, rows }: VectorTable): Buffer {
  const list = Buffer.from(words.join('\n'), 'utf8');
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(dimensions, 6);
  header.writeUInt32LE(words.length, 8);
  header.writeUInt32LE(list.length, 12);
  return Buffer.concat([header, list, Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)]);
}

/** @throws Error, in a sentence fit for the owner, for bytes that are not such a table. */
export function readVectorTable(bytes: Buffer): VectorTable {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 4) !== MAGIC) {
    throw new Error('it is not a word vector table');
  }
  const version = bytes.readUInt16LE(4);
  if (version !== VERSION) throw new Error(`it has layout ${version}, and this version reads layout ${VERSION}`);
  const dimensions = bytes.readUInt16LE(6);
  const count = bytes.readUInt32LE(8);
  const rowsAt = HEADER_BYTES + bytes.readUInt32LE(12);
  const expected = rowsAt + count * dimensions;
  if (bytes.length !== expected) throw new Error(`it is ${bytes.length} bytes long and should be ${expected}`);
  const words = bytes.toString('utf8', HEADER_BYTES, rowsAt).split('\n');
  if (words.length !== count) throw new Error(`it lists ${words.length} words and should list ${count}`);
  return { dimensions, words, rows: new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, count * dimensions) };
}
