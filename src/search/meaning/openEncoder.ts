import type { Encoder } from './encoder.js';
import { type EncoderLog, FallbackEncoder } from './fallbackEncoder.js';
import { RemoteEncoder, type RemoteOptions } from './remoteEncoder.js';
import { SifEncoder } from './sifEncoder.js';
import type { WordVectors } from './wordVectors.js';

/** What is left when there is neither a table nor an endpoint: no sentence is like another. */
const NOTHING: Encoder = {
  name: 'words alone',
  encode: async (texts) => texts.map(() => null),
};

/**
 * The best encoder there is: the owner's endpoint with the built-in one behind it, or the built-in one.
 * @param vectors null when the table can't be used
 * @param remote null unless the owner set `EMBEDDINGS_URL`
 * @throws as `RemoteEncoder`'s constructor, for a URL that can't be used
 */
export function openEncoder(vectors: WordVectors | null, remote: RemoteOptions | null, log: EncoderLog): Encoder {
  const builtIn = vectors === null ? NOTHING : new SifEncoder(vectors);
  return remote === null ? builtIn : new FallbackEncoder(new RemoteEncoder(remote), builtIn, log);
}
