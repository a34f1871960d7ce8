import { afterAll, describe, expect, it } from 'vitest';
import { HOSTILE_DOCUMENTS } from '../../bench/hostileDocuments.js';
import { ExtractionThread } from '../../src/corpus/readers/extraction/extractionThread.js';

/** Less than a corpus waits, as what takes too long is given up either way. */
const thread = new ExtractionThread({ milliseconds: 2_000, megabytes: 512 });
afterAll(() => thread.close());

/** Enough for what grows with the square of its length to be given up. */
const LENGTH = 60_000;

describe('a document that nobody writes', () => {
  it.each(Object.entries(HOSTILE_DOCUMENTS))(
    'is read, or refused in a sentence: %s',
    async (_name, { format, make }) => {
      const [given] = await Promise.allSettled([thread.extract(format, make(LENGTH))]);
      if (given.status === 'rejected') {
        expect(given.reason).toMatchObject({ name: 'FileError', message: expect.stringMatching(/^[A-Z].{10,200}\.$/) });
      } else expect(given.value.articles.length).toBeGreaterThan(0);
    },
  );

  it('is given up, with a table in each cell of a table, and not waited for', async () => {
    const { format, make } = HOSTILE_DOCUMENTS['page: tables in tables'] ?? {
      format: 'page',
      make: () => Buffer.from(''),
    };
    await expect(thread.extract(format, make(2_000_000))).rejects.toThrow(/longer than 2 s|memory|cannot be read/);
  });

  it('holds up none that comes after it', async () => {
    const { articles } = await thread.extract('email', Buffer.from('Subject: Aground\r\n\r\nThe ferry sank.\r\n'));
    expect(articles).toMatchObject([{ title: 'Aground' }]);
  });
});
