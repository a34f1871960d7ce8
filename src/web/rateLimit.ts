/** How many requests one address may make. */
export interface RateLimitOptions {
  /** So many at once. */
  readonly burst: number;
  /** So many more with each second. */
  readonly perSecond: number;
  /** Milliseconds, of any beginning. */
  readonly now: () => number;
}

/** Addresses that are remembered; beyond it the one that was quiet longest is forgotten. */
const MOST_ADDRESSES = 10_000;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/**
 * A token bucket for each address.
 * @returns takes the cost of a request from an address: 0 when it may be answered, else the seconds after which it may, at least 1
 */
export function rateLimit({ burst, perSecond, now }: RateLimitOptions): (address: string, cost?: number) => number {
  // The one heard last stands last.
  const buckets = new Map<string, Bucket>();
  return (address, cost = 1) => {
    const at = now();
    const known = buckets.get(address) ?? { tokens: burst, at };
    const tokens = Math.min(burst, known.tokens + ((at - known.at) / 1_000) * perSecond);
    const isEnough = tokens >= cost;
    buckets.delete(address);
    buckets.set(address, { tokens: isEnough ? tokens - cost : tokens, at });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_ADDRESSES && oldest !== undefined) buckets.delete(oldest);
    return isEnough ? 0 : Math.max(1, Math.ceil((cost - tokens) / perSecond));
  };
}
