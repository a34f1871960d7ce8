/** The first second of 2015, where Discord's ids begin to count (milliseconds). */
const DISCORD_EPOCH = 1_420_070_400_000n;
/** An id is a time in milliseconds, shifted left by this many bits. */
const TIME_SHIFT = 22n;

/** A source of ids as Discord makes them: made of the time, each larger than the one before. */
export function snowflakes(): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Date.now()) - DISCORD_EPOCH) << TIME_SHIFT;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}

/** The shard, 0..count-1, that a server's events go to. */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> TIME_SHIFT) % BigInt(count));
}
