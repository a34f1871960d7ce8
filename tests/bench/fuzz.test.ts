import { describe, expect, it } from 'vitest';
import { fuzzAddresses } from '../../bench/fuzz/addresses.js';
import { fuzzSettings } from '../../bench/fuzz/settings.js';
import { fuzzSnapshots } from '../../bench/fuzz/snapshots.js';
import { fuzzTexts } from '../../bench/fuzz/texts.js';

/** Another than the benchmark's, which looks at many more. */
const SEED = 7;

describe('what is almost right', () => {
  it('of addresses: none reaches this machine, and each is refused with a sentence', async () => {
    const { faults, cases, outcome } = await fuzzAddresses(200, SEED);
    expect(faults).toEqual([]);
    expect(outcome).toBe(`${cases} refused with a sentence, 0 reached a private server`);
  });

  it('of .env files: each gives settings or complaints, without a value', () => {
    expect(fuzzSettings(2_000, SEED).faults).toEqual([]);
  });

  it('of snapshots: each is read as it was, or not at all', async () => {
    expect((await fuzzSnapshots(60, SEED)).faults).toEqual([]);
  });

  it('of articles: nothing throws, and what is shown is word for word', async () => {
    expect((await fuzzTexts(200, SEED)).faults).toEqual([]);
  });
});
