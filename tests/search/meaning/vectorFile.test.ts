import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantise, readVectorTable, writeVectorTable } from '../../../src/search/meaning/vectorFile.js';

const TABLE = { dimensions: 2, words: ['ferry', 'café'], rows: Int8Array.of(127, -3, 0, 127) };

describe('a table of word vectors on disk', () => {
  it('is laid out as its description says', () => {
    const bytes = writeVectorTable(TABLE);
    expect(bytes.toString('latin1', 0, 4)).toBe('DLWV');
    expect([bytes.readUInt16LE(4), bytes.readUInt16LE(6), bytes.readUInt32LE(8), bytes.readUInt32LE(12)]).toEqual([
      1, 2, 2, 11,
    ]);
    expect(bytes.toString('utf8', 16, 27)).toBe('ferry\ncafé');
    expect([...new Int8Array(bytes.subarray(27))]).toEqual([127, -3, 0, 127]);
  });

  it('is read from the middle of a larger buffer too', () => {
    const bytes = writeVectorTable(TABLE);
    const larger = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('behind')]);
    expect(readVectorTable(larger.subarray(6, 6 + bytes.length))).toEqual(TABLE);
  });

  it('is refused when it is of another kind or layout', () => {
    const [kind, layout] = [writeVectorTable(TABLE), writeVectorTable(TABLE)];
    kind.write('PNG!', 0, 'latin1');
    layout.writeUInt16LE(2, 4);
    expect(() => readVectorTable(kind)).toThrow('not a word vector table');
    expect(() => readVectorTable(layout)).toThrow('layout 2');
  });

  it('is refused when it lists fewer words than it says', () => {
    const bytes = writeVectorTable(TABLE);
    bytes.write(' ', bytes.indexOf('\n'), 'latin1');
    expect(() => readVectorTable(bytes)).toThrow('lists 1 words and should list 2');
  });
});

describe('a vector in eight bits', () => {
  it('keeps its direction and uses the whole range, whatever its length', () => {
    const component = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 20 }), fc.constantFrom(0.001, 1, 1_000), (all, by) => {
        const largest = Math.max(...all.map(Math.abs));
        fc.pre(largest > 0.001);
        const row = [...quantise(all.map((each) => each * by))];
        expect(Math.max(...row.map(Math.abs))).toBe(127);
        for (const [i, each] of row.entries())
          expect(Math.abs(each / 127 - (all[i] ?? 0) / largest)).toBeLessThan(0.005);
      }),
    );
  });
});
