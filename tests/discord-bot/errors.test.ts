import { describe, expect, it } from 'vitest';
import { describeError, explainFailure } from '../../src/discord/errors.js';

describe('why Discord cannot be reached', () => {
  it('says where it was looked for', () => {
    const error = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' });
    expect(explainFailure(error, 'https://discord.example/api').message).toBe(
      'Discord cannot be reached at https://discord.example/api (ECONNREFUSED): check the network, or DISCORD_API_URL if you set it.',
    );
  });

  it.each(['https://me:s3cr3t@discord.example/api', 'https://discord.example/api?token=s3cr3t', 's3cr3t'])(
    'repeats no secret of the address, though the error does: %s',
    (address) => {
      for (const error of [new Error(`no answer from ${address}`), { status: 500, message: address }]) {
        expect(explainFailure(error, address).message).not.toContain('s3cr3t');
      }
    },
  );
});

describe('what the log has of an error', () => {
  const has = (more: object) => 'stack' in describeError(Object.assign(new Error('no'), more));

  it("is its stack where the fault is Dateline's own", () => {
    expect([has({}), has({ code: 'ERR_INVALID_ARG_TYPE' })]).toEqual([true, true]);
  });

  it.each([
    { code: 10_062 },
    { status: 503 },
    { code: 'ECONNRESET' },
    { code: 'UND_ERR_SOCKET' },
    { name: 'AbortError' },
  ])('is one line where it is not: %j', (more) => {
    expect(has(more)).toBe(false);
  });
});
