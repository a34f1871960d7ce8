import { inflateRawSync } from 'node:zlib';
import { FileError } from '../fileError.js';

/** Unpacked, a document of text has a hundredth of this; more is a bomb or a picture book. */
const MOST_UNPACKED_BYTES = 100_000_000;
const MOST_ENTRIES = 5_000;

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const NOT_A_DOCUMENT =
  'It is no Word document: its zip archive is damaged or of an unusual kind; save it again as .docx.';

/**
 * Checks that a zip archive unpacks to a bearable size before anything else opens it. What it says of its sizes is not believed: every entry is
 * unpacked and counted. Layout as in PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 * @throws FileError when it does not, or is no plain archive
 */
export function checkZip(bytes: Uint8Array): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    checkEntries(zip, findEnd(zip));
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(NOT_A_DOCUMENT);
  }
}

function findEnd(zip: Buffer): number {
  const least = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= least; at--) if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new FileError(NOT_A_DOCUMENT);
}

function checkEntries(zip: Buffer, end: number): void {
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  // Another reader might find another directory in anything less plain.
  if (count > MOST_ENTRIES || at + zip.readUInt32LE(end + 12) !== end) throw new FileError(NOT_A_DOCUMENT);
  let left = MOST_UNPACKED_BYTES;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new FileError(NOT_A_DOCUMENT);
    if (zip.readUInt16LE(at + 8) & 1) throw new FileError('It is protected by a password; save it without one.');
    const packed = packedBytes(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20));
    left -= unpackedSize(packed, zip.readUInt16LE(at + 10), left);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function packedBytes(zip: Buffer, at: number, length: number): Buffer {
  if (zip.readUInt32LE(at) !== LOCAL_ENTRY) throw new FileError(NOT_A_DOCUMENT);
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + length > zip.length) throw new FileError(NOT_A_DOCUMENT);
  return zip.subarray(start, start + length);
}

function unpackedSize(packed: Buffer, method: number, most: number): number {
  let size = packed.length;
  if (method === DEFLATED) {
    try {
      size = inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
    } catch (error) {
      if (error instanceof RangeError) size = most + 1;
      else throw error;
    }
  } else if (method !== STORED) throw new FileError(NOT_A_DOCUMENT);
  if (size > most) {
    throw new FileError(
      `Unpacked it has more than ${MOST_UNPACKED_BYTES / 1e6} MB; that is no article. Save it as text.`,
    );
  }
  return size;
}
