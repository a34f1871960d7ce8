import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import zlib from 'node:zlib';

/**
 * A file of named sections, each with its checksum: the sections one after another, then a table of them as JSON, then a trailer of fixed
 * length that says where the table is. What was cut short has no trailer, so that it is known at once.
 */
const MAGIC = 'DTLNSNAP';
/** Where the table begins (8 bytes), its length (4), its checksum (16), and the magic word. */
const CHECKSUM_BYTES = 16;
const TRAILER_BYTES = 8 + 4 + CHECKSUM_BYTES + MAGIC.length;
/** A section begins at a multiple of so many bytes, so that numbers can be read where they lie. */
const ALIGNMENT = 8;
/** Bytes that are checked in a row before others get their turn: a few milliseconds' work. */
const SLICE_BYTES = 4_000_000;

const UNFINISHED = '.tmp';
/** What another process has not gone on with for so long, in milliseconds, it was ended over. */
const ABANDONED_AFTER_MS = 600_000;

/** Smaller sections are read with those that follow, since a corpus has thousands of them. */
const READ_AHEAD_BYTES = 4_000_000;

/** What a section holds. */
export type SectionBytes = Uint8Array | Uint16Array | Uint32Array | Int32Array;

interface SectionPlace {
  readonly name: string;
  readonly start: number;
  readonly bytes: number;
  readonly checksum: string;
}

interface Table {
  readonly about: string;
  readonly sections: readonly SectionPlace[];
}

/** Broken, cut short, or no such file at all. */
export class SectionFileError extends Error {
  override readonly name = 'SectionFileError';
}

function bytesOf(array: SectionBytes): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Missing in Node.js before 20.15. */
const crc32: typeof zlib.crc32 | undefined = zlib.crc32;

/**
 * CRC-32, which takes a quarter of SHA-256's time: no lock against somebody who means harm, who could change the articles as well, and of
 * faults by chance one in four thousand million slips through.
 */
async function checksumOf(bytes: Uint8Array): Promise<string> {
  if (!crc32) return digestOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    sum = crc32(bytes.subarray(at, at + SLICE_BYTES), sum);
    if (at + SLICE_BYTES < bytes.length) await setImmediate();
  }
  return sum.toString(16);
}

/** SHA-256, cut. */
function digestOf(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * CHECKSUM_BYTES);
}

/**
 * Writes a file of sections. Whoever opens it meanwhile sees the file that was there before, and so does the next run when this one is cut short.
 * @param about what the reader compares before it reads any section
 * @throws Error when it cannot be written; nothing is left behind then
 */
export async function writeSections(
  path: string,
  about: string,
  sections: AsyncIterable<readonly [string, SectionBytes]>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await removeAbandoned(path);
  const unfinished = `${path}.${process.pid}${UNFINISHED}`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await writeAll(file, about, sections);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes what writers that were killed have left behind. */
async function removeAbandoned(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(UNFINISHED)) continue;
    const left = join(dirname(path), name);
    const found = await stat(left).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(left, { force: true });
  }
}

async function writeAll(
  file: FileHandle,
  about: string,
  sections: AsyncIterable<readonly [string, SectionBytes]>,
): Promise<void> {
  const places: SectionPlace[] = [];
  let start = 0;
  for await (const [name, array] of sections) {
    const bytes = bytesOf(array);
    places.push({ name, start, bytes: bytes.length, checksum: await checksumOf(bytes) });
    await writeWhole(file, bytes, start);
    start = Math.ceil((start + bytes.length) / ALIGNMENT) * ALIGNMENT;
  }
  const table = Buffer.from(JSON.stringify({ about, sections: places } satisfies Table));
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeBigUInt64LE(BigInt(start), 0);
  trailer.writeUInt32LE(table.length, 8);
  trailer.write(digestOf(table), 12, 'hex');
  trailer.write(MAGIC, 12 + CHECKSUM_BYTES, 'latin1');
  await writeWhole(file, Buffer.concat([table, trailer]), start);
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, start + at);
    at += bytesWritten;
  }
}

async function readWhole(file: FileHandle, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  // Of its own, and not filled with zeros, as every byte of it is read.
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, start + at);
    if (bytesRead === 0) throw new SectionFileError('it ends too soon');
    at += bytesRead;
  }
  return bytes;
}

/** A file of sections, opened: each section is checked as it is read. */
export class SectionFile {
  readonly #file: FileHandle;
  readonly #places: ReadonlyMap<string, SectionPlace>;
  readonly #end: number;
  readonly about: string;
  /** What was read last, and where it begins. */
  #ahead = { start: 0, bytes: new Uint8Array(0) };

  /** @param end where the sections end */
  constructor(file: FileHandle, { about, sections }: Table, end: number) {
    this.#file = file;
    this.about = about;
    this.#places = new Map(sections.map((place) => [place.name, place]));
    this.#end = end;
  }

  /** In an array that begins where one of any kind of numbers may. @throws SectionFileError for one that is not there, or not as it was written */
  async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const place = this.#places.get(name);
    if (!place) throw new SectionFileError(`it has no ${name}`);
    const bytes =
      place.bytes < READ_AHEAD_BYTES
        ? await this.#readSmall(place)
        : await readWhole(this.#file, place.start, place.bytes);
    if ((await checksumOf(bytes)) !== place.checksum) throw new SectionFileError(`its ${name} is damaged`);
    return bytes;
  }

  async #readSmall({ start, bytes }: SectionPlace): Promise<Uint8Array<ArrayBuffer>> {
    const isAtHand = start >= this.#ahead.start && start + bytes <= this.#ahead.start + this.#ahead.bytes.length;
    if (!isAtHand) {
      const length = Math.max(0, Math.min(READ_AHEAD_BYTES, this.#end - start));
      this.#ahead = { start, bytes: await readWhole(this.#file, start, length) };
    }
    const from = start - this.#ahead.start;
    return this.#ahead.bytes.subarray(from, from + bytes);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** @throws SectionFileError when it is none, or was cut short; a system error when it cannot be opened */
export async function openSections(path: string): Promise<SectionFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size < TRAILER_BYTES) throw new SectionFileError('it was cut short');
    const trailer = Buffer.from((await readWhole(file, size - TRAILER_BYTES, TRAILER_BYTES)).buffer);
    if (trailer.toString('latin1', 12 + CHECKSUM_BYTES) !== MAGIC) throw new SectionFileError('it was cut short');
    const [start, length] = [Number(trailer.readBigUInt64LE(0)), trailer.readUInt32LE(8)];
    if (start + length + TRAILER_BYTES !== size) throw new SectionFileError('its table is not where it should be');
    const table = await readWhole(file, start, length);
    if (digestOf(table) !== trailer.toString('hex', 12, 12 + CHECKSUM_BYTES))
      throw new SectionFileError('its table is damaged');
    // The checksum says that it is what was written.
    return new SectionFile(file, JSON.parse(Buffer.from(table).toString()) as Table, start);
  } catch (error) {
    await file.close();
    throw error;
  }
}
