import { describe, expect, it } from 'vitest';
import { checkZip } from '../../../../src/corpus/readers/extraction/zipCheck.js';
import { docxEntries, makeZip } from '../../documents.js';

const ZEROS = Buffer.alloc(60_000_000);

describe('checking a zip archive', () => {
  it('lets a Word document through', () => {
    expect(() => checkZip(makeZip(docxEntries(['The ferry sank.'])))).not.toThrow();
  });

  it('refuses one that unpacks to too much, also where it says that it does not', () => {
    // As large as it takes, and no larger: making it takes longer than checking it.
    const bomb = [
      { name: 'a', content: ZEROS, claimed: 10 },
      { name: 'b', content: ZEROS, claimed: 10 },
    ];
    expect(makeZip(bomb).length).toBeLessThan(200_000);
    expect(() => checkZip(makeZip(bomb))).toThrow(/more than 100 MB/);
  });

  it.each([
    ['no archive', Buffer.from('This is a text, and a long one at that.')],
    ['nothing', Buffer.alloc(0)],
    ['an archive with something before it', Buffer.concat([Buffer.from('x'), makeZip(docxEntries(['a']))])],
    ['half an archive', makeZip(docxEntries(['a'])).subarray(0, 300)],
  ])('refuses %s', (_what, bytes) => {
    expect(() => checkZip(bytes)).toThrow(/no Word document/);
  });

  it('refuses, without going wrong, whatever byte of an archive is changed, or takes it for one', () => {
    const archive = makeZip(docxEntries(['The ferry sank.']));
    for (let at = 0; at < archive.length; at++) {
      const changed = Buffer.from(archive);
      changed[at] = 0xff;
      try {
        checkZip(changed);
      } catch (error) {
        expect(error).toMatchObject({ name: 'FileError' });
      }
    }
  });
});
