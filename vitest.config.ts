import { defineConfig } from 'vitest/config';

/** What people do on Discord. Each file runs twice, with the interactions coming over the gateway and over HTTP. */
const OVER_BOTH_WAYS = ['ask', 'compare', 'findInSources', 'news', 'quote', 'timeline'].map(
  (name) => `tests/discord/${name}.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Words alone decide in tests: whether the reader is in time depends on the machine. A test that wants it says so.
    env: { READER: 'off' },
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['tests/**/*.test.ts'], provide: { interactionsOver: 'gateway' } },
      },
      { extends: true, test: { name: 'over HTTP', include: OVER_BOTH_WAYS, provide: { interactionsOver: 'http' } } },
    ],
  },
});
