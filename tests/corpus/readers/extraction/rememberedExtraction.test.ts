import { describe, expect, it } from 'vitest';
import { RememberedExtraction } from '../../../../src/corpus/readers/extraction/rememberedExtraction.js';

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
});
