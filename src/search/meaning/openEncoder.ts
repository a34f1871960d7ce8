import type { Encoder } from './encoder.js';
import { type EncoderLog, FallbackEncoder } from './fallbackEncoder.js';
import { RemoteEncoder, type RemoteOptions } from './remoteEncoder.js';

/** No sentence is more like a question than another, so the order stays what it is without an endpoint. */
const NO_LIKENESS: Encoder = {
  name: 'the built-in ranking',
  encode: async (texts) => texts.map(() => null),
};

/**
 * The owner's endpoint, with nothing behind it but the ranking that knows no endpoint: a trouble there never fails an answer,
 * nor makes it another than it would be without.
 * @throws as `RemoteEncoder`'s constructor, for a URL that can't be used
 */
export function openEncoder(remote: RemoteOptions, log: EncoderLog): Encoder {
  return new FallbackEncoder(new RemoteEncoder(remote), NO_LIKENESS, log);
}
