import { describe, expect, it } from 'vitest';
import { type SignedRequest, signatureCheck } from '../../src/web/requestSignature.js';
import { makeSigningKeys, type SigningKeys, signedHeaders } from '../discord/endpoint.js';

const NOW = 1_700_000_000_000;
const KEYS = makeSigningKeys();

/** A request as a holder of the keys sends it, so many seconds from now. */
function signed(
  text: string,
  { seconds = 0, keys = KEYS }: { seconds?: number; keys?: SigningKeys } = {},
): SignedRequest {
  const headers = signedHeaders(keys, text, NOW / 1_000 + seconds);
  return {
    body: Buffer.from(text),
    signature: headers['x-signature-ed25519'],
    timestamp: headers['x-signature-timestamp'],
  };
}

/** A check whose clock stands still unless it is moved. */
function makeCheck(remembered?: number) {
  const clock = { now: NOW };
  const check = signatureCheck({
    publicKey: KEYS.publicKey,
    now: () => clock.now,
    ...(remembered === undefined ? {} : { remembered }),
  });
  return { check, clock };
}

describe('a signed request', () => {
  it('is taken when it is fresh and comes for the first time', async () => {
    const { check } = makeCheck();
    expect(await check(signed('a'))).toBeNull();
    expect(await check(signed('b', { seconds: -299 }))).toBeNull();
    expect(await check(signed('c', { seconds: 299 }))).toBeNull();
  });

  it.each([-301, 301])('is stale when its time is %d s off', async (seconds) => {
    expect(await makeCheck().check(signed('a', { seconds }))).toBe('stale');
  });

  it('is altered when another key signed it, or its body or time was changed since', async () => {
    const { check } = makeCheck();
    expect(await check(signed('a', { keys: makeSigningKeys() }))).toBe('altered');
    expect(await check({ ...signed('a'), body: Buffer.from('b') })).toBe('altered');
    expect(await check({ ...signed('a'), timestamp: String(NOW / 1_000 + 1) })).toBe('altered');
  });

  it.each<[string, Partial<SignedRequest>]>([
    ['without a signature', { signature: undefined }],
    ['without a time', { timestamp: undefined }],
    ['with a signature that is too short', { signature: 'ab' }],
    ['with a signature that is no number', { signature: 'z'.repeat(128) }],
    ['with a time that is no number', { timestamp: 'today' }],
    ['with a time beyond all numbers', { timestamp: '9'.repeat(40) }],
  ])('is unsigned %s', async (_, change) => {
    expect(await makeCheck().check({ ...signed('a'), ...change })).toBe('unsigned');
  });

  it('is a replay the second time, in whatever case its signature is written', async () => {
    const { check } = makeCheck();
    const once = signed('a');
    await check(once);
    expect(await check(once)).toBe('replayed');
    expect(await check({ ...once, signature: once.signature?.toUpperCase() })).toBe('replayed');
  });

  it('is a replay for as long as it is fresh, though its own clock was ahead', async () => {
    const { check, clock } = makeCheck();
    const ahead = signed('a', { seconds: 299 });
    expect(await check(ahead)).toBeNull();
    clock.now += 590_000;
    expect(await check(ahead)).toBe('replayed');
    clock.now += 20_000;
    expect(await check(ahead)).toBe('stale');
  });

  it('is forgotten, the oldest first, before memory runs out', async () => {
    const { check } = makeCheck(2);
    const [a, b, c] = [signed('a'), signed('b'), signed('c')];
    for (const request of [a, b, c]) expect(await check(request)).toBeNull();
    expect(await check(c)).toBe('replayed');
    expect(await check(a)).toBeNull();
  });

  it('is not remembered when nobody signed it', async () => {
    const { check } = makeCheck(1);
    const good = signed('a');
    await check(good);
    for (let i = 0; i < 5; i++) await check({ ...signed(`${i}`), body: Buffer.from('forged') });
    expect(await check(good)).toBe('replayed');
  });
});
