import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../src/corpus/readers/encoding.js';

const SENTENCE = 'The ferry ran aground off Norwick, and “nobody was hurt”, the café’s owner said – a relief.';

/** Windows-1252 as old Windows programs save it. */
function windows1252(text: string): Buffer {
  const SPECIAL: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 };
  return Buffer.from([...text].map((letter) => SPECIAL[letter] ?? letter.charCodeAt(0)));
}

describe('decoding a file', () => {
  it('reads UTF-8 with or without its mark and has nothing to say about it', async () => {
    expect(await decodeBytes(Buffer.from(SENTENCE))).toEqual({ text: SENTENCE, note: null });
    expect(await decodeBytes(Buffer.from(`\uFEFF${SENTENCE}`))).toEqual({ text: SENTENCE, note: null });
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(SENTENCE, 'utf16le'), 'utf-16le'],
    ['UTF-16, the high byte first', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', windows1252(SENTENCE), 'windows-1252'],
  ])('reads %s and says so', async (_what, bytes, encoding) => {
    const { text, note } = await decodeBytes(bytes);
    expect(text).toBe(SENTENCE);
    expect(note).toContain(`read as ${encoding}`);
  });

  it('keeps UTF-8 with a byte that is none, and says how many there are', async () => {
    const damaged = Buffer.concat([Buffer.from(SENTENCE), Buffer.from([0xe9]), Buffer.from(' Again.')]);
    const { text, note } = await decodeBytes(damaged);
    expect(text).toBe(`${SENTENCE}\uFFFD Again.`);
    expect(note).toContain('1 letter is not UTF-8');
    expect((await decodeBytes(damaged, 'windows-1252')).text).toContain('“nobody was hurt”');
  });

  it('believes the encoding that a file declares before it guesses', async () => {
    const cyrillic = Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec]);
    expect((await decodeBytes(cyrillic, 'windows-1251')).text).toBe('Паром');
  });

  it('does not believe a declared encoding that the bytes are not in, or that nobody knows', async () => {
    expect((await decodeBytes(Buffer.from(SENTENCE), 'utf-16le')).text).toBe(SENTENCE);
    expect((await decodeBytes(windows1252(SENTENCE), 'no-such-encoding')).text).toBe(SENTENCE);
  });

  it.each([
    ['a NUL byte', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /binary/],
    ['controls among its bytes', Buffer.from([0x41, 0xff, 0x01, 0x02]), /binary/],
    ['nothing', Buffer.alloc(0), /empty/],
    ['white space in UTF-16', Buffer.from('\uFEFF  \r\n', 'utf16le'), /empty/],
  ])('refuses %s', async (_what, bytes, message) => {
    await expect(decodeBytes(bytes)).rejects.toThrow(message);
  });
});
