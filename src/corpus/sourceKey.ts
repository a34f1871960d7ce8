/** A site's name without its "www." and what stands behind its own word: "bbc" of "www.bbc.co.uk". */
const SITE = /^(?:[a-z0-9-]+\.)*?([a-z0-9-]{2,63})(?:\.(?:com|org|net|co|gov|edu|info|news|ac|[a-z]{2})){1,3}$/;

/** The address of a site, which is what an outlet is called where an article tells no more: "usatoday.com". */
export function isSite(source: string): boolean {
  return SITE.test(source.toLowerCase());
}

/**
 * The word or words by which a source is known however it is written: one for "CNN" and "cnn.com", one for "The Week" and
 * "theweek.co.uk". Two sources with one key are one.
 */
export function sourceKey(source: string): string {
  const lower = source.normalize('NFKC').trim().toLowerCase();
  const word = SITE.exec(lower)?.[1] ?? lower;
  const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
  return bare.replace(/^the(?=\p{L}{2})/u, '') || lower;
}
