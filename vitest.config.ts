import { defineConfig } from 'vitest/config';

/** What people do on Discord. Each file runs twice, with the interactions coming over the gateway and over HTTP. */
const OVER_BOTH_WAYS = ['ask', 'compare', 'findInSources', 'news', 'quote', 'timeline'].map(
  (name) => `tests/discord/${name}.test.ts`,
);

/**
 * What only computes. These files share a process, since loading everything anew for each takes longer than its tests; what they set, such
 * as a variable of the environment, they set back.
 */
const COMPUTING =
  'tests/{answers,commands,corpus,english,evaluation,events,feeding,quotes,search,settings,statements}/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Much of the time is waiting for processes to start; left to itself, it would use one core of two.
    maxWorkers: 2,
    // Words alone decide in tests: whether the reader is in time depends on the machine. A test that wants it says so.
    env: { READER: 'off' },
    projects: [
      {
        extends: true,
        test: { name: 'computing', isolate: false, include: [COMPUTING] },
      },
      {
        extends: true,
        test: {
          name: 'all',
          include: ['tests/**/*.test.ts'],
          exclude: [COMPUTING],
          provide: { interactionsOver: 'gateway' },
        },
      },
      { extends: true, test: { name: 'over HTTP', include: OVER_BOTH_WAYS, provide: { interactionsOver: 'http' } } },
    ],
  },
});
