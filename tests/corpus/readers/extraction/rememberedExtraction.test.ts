import { describe, expect, it } from 'vitest';
import { RememberedExtraction } from '../../../../src/corpus/readers/extraction/rememberedExtraction.js';
import { FileError, GivenUpError } from '../../../../src/corpus/readers/fileError.js';

describe('an extraction that remembers', () => {
  it('parses the same bytes once, and again when they were gone for a while', async () => {
    let parsed = 0;
    const remembered = new RememberedExtraction({
      extract: async () => {
        parsed++;
        return { articles: [], notes: [] };
      },
    });
    const bytes = Buffer.from('a');
    for (let reading = 0; reading < 3; reading++) {
      await remembered.extract('pdf', bytes);
      remembered.forgetUnused();
    }
    expect(parsed).toBe(1);
    await remembered.extract('page', bytes);
    expect(parsed).toBe(2);
    remembered.forgetUnused();
    remembered.forgetUnused();
    await remembered.extract('pdf', bytes);
    expect(parsed).toBe(3);
  });

  it('tries again what was given up, and not what is broken', async () => {
    const errors = [new GivenUpError('It takes longer than 10 s.'), new FileError('It is broken.')];
    let parsed = 0;
    const remembered = new RememberedExtraction({
      extract: async () => {
        throw errors[parsed++] ?? new Error('asked once too often');
      },
    });
    const bytes = Buffer.from('a');
    await expect(remembered.extract('pdf', bytes)).rejects.toThrow('longer than 10 s');
    for (let reading = 0; reading < 2; reading++) {
      await expect(remembered.extract('pdf', bytes)).rejects.toThrow('It is broken.');
      remembered.forgetUnused();
    }
  });
});
