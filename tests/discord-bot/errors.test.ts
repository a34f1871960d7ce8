import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/discord/errors.js';

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
