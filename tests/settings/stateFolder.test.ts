import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedsFolder } from '../../src/projectFolder.js';
import { stateFolder } from '../../src/settings/stateFolder.js';

const USER = { XDG_STATE_HOME: '/state' };

describe('where what is set is kept', () => {
  it('is beside the articles, where they are in a folder of the owner’s', async () => {
    const corpus = mkdtempSync(join(tmpdir(), 'dateline-state-'));
    expect(await stateFolder({ corpus, corpora: null }, USER)).toBe(join(corpus, '.dateline'));
    rmSync(corpus, { recursive: true });
  });

  it('is beside the folders of several corpora', async () => {
    expect(await stateFolder({ corpus: seedsFolder(), corpora: ['events/*', '/srv/x'] }, USER)).toBe(
      'events/.dateline',
    );
  });

  it('is the user’s own where there is no folder, or only that of the articles that ship', async () => {
    for (const corpus of [seedsFolder(), 'postgres://localhost/news', 'nowhere.jsonl']) {
      expect(await stateFolder({ corpus, corpora: null }, USER)).toBe('/state/dateline');
    }
    const local = join(homedir(), '.local/state/dateline');
    expect(await stateFolder({ corpus: seedsFolder(), corpora: null }, {})).toBe(local);
  });
});
