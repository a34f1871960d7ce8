import { describe, expect, it } from 'vitest';
import { createArchive } from '../src/archive.js';
import { withMinConfidence } from '../src/strictArchive.js';

describe('an archive of which another confidence is wanted', () => {
  it('answers more, or refuses more, and stays what it is', async () => {
    const archive = await createArchive([{ id: 'a', text: 'The captain of the tug is Gail Starling.' }], {
      reader: false,
    });
    const question = 'who is the captain of the tug';
    expect((await archive.ask(question)).status).not.toBe('not-found');
    const strict = withMinConfidence(archive, 1);
    const refused = await strict.ask(question);
    expect([refused.status, refused.closest.length]).toEqual(['not-found', 1]);
    expect((await archive.ask(question)).status).not.toBe('not-found');
    expect(strict.size).toEqual(archive.size);
    expect(await strict.articles()).toEqual(await archive.articles());
    await strict.close();
    expect(await archive.quotes()).toEqual([]);
  });
});
