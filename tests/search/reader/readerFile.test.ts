import { describe, expect, it } from 'vitest';
import { readReaderFile } from '../../../src/search/reader/readerFile.js';
import { readerBytes, sealed, TINY_PIECES, tinyReader } from './tinyReader.js';

/** The file with something changed, and the checksum that belongs to it. */
function changed(change: (content: Buffer) => void): Buffer {
  const content = Buffer.from(readerBytes(tinyReader()).subarray(0, -32));
  change(content);
  return sealed(content);
}

describe("a reader's file", () => {
  it('gives back what was written', () => {
    const reader = tinyReader();
    expect(readReaderFile(readerBytes(reader))).toEqual(reader);
  });

  it('is read from the middle of a larger buffer too', () => {
    const bytes = readerBytes(tinyReader());
    const larger = Buffer.concat([Buffer.from('odd'), bytes, Buffer.from('behind')]);
    expect(readReaderFile(larger.subarray(3, 3 + bytes.length))).toEqual(tinyReader());
  });

  it('is refused when it is of another kind or layout', () => {
    expect(() => readReaderFile(Buffer.from('PNG!'))).toThrow('no reader');
    expect(() => readReaderFile(changed((content) => content.write('DLWV', 'latin1')))).toThrow('no reader');
    expect(() => readReaderFile(changed((content) => content.writeUInt16LE(2, 4)))).toThrow('layout 2');
  });

  it('is refused when it is cut off anywhere, or longer', () => {
    const bytes = readerBytes(tinyReader());
    for (const length of [0, 3, 23, 24, 200, bytes.length - 1]) {
      expect(() => readReaderFile(bytes.subarray(0, length))).toThrow(/no reader|bytes long and should be/);
    }
    expect(() => readReaderFile(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow('bytes long and should be');
  });

  it('is refused when one bit is changed, wherever it is', () => {
    const bytes = readerBytes(tinyReader());
    for (const at of [30, 500, bytes.length - 40, bytes.length - 1]) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 1;
      expect(() => readReaderFile(broken)).toThrow('its checksum is wrong');
    }
  });

  it('is refused when its sizes are none to compute with, or its vocabulary has another length than it says', () => {
    expect(() => readReaderFile(readerBytes({ ...tinyReader(), shape: { ...tinyReader().shape, heads: 3 } }))).toThrow(
      "its sizes can't be computed with",
    );
    const joined = changed((content) => content.write(' ', content.indexOf('\n'), 'latin1'));
    expect(() => readReaderFile(joined)).toThrow(`lists ${TINY_PIECES.length - 1} pieces and should list`);
  });
});
