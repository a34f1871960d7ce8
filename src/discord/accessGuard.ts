import type { AccessSettings } from '../settings/access.js';
import { rateLimit } from '../web/rateLimit.js';
import type { Asker } from './asker.js';
import { type Drawn, drawNotice } from './draw.js';

/** `often`: too many requests. `elsewhere`: not in this channel. */
export interface Refusal {
  readonly why: 'often' | 'elsewhere';
  readonly drawn: Drawn;
}

const SECONDS_A_MINUTE = 60;
/** More channels than that would be a list and no hint. */
const NAMED_CHANNELS = 3;

/**
 * Decides who may ask now. The limits are token buckets: as many at once as there are in a minute, and then evenly.
 * @param now milliseconds, of any beginning
 * @param channelsFor ids of the channels where somebody may ask; none: everywhere. Those of the settings unless told
 * @returns why somebody may not, who may be asking in any channel; null when they may, which then counts as one request
 */
export function accessGuard(
  { perUser, perServer, channels }: AccessSettings,
  now: () => number = () => performance.now(),
  channelsFor: (asker: Asker) => readonly string[] = () => channels,
): (asker: Asker, isAnywhere?: boolean) => Refusal | null {
  const takeOf = (aMinute: number) =>
    aMinute === 0 ? () => 0 : rateLimit({ burst: aMinute, perSecond: aMinute / SECONDS_A_MINUTE, now });
  const [takeUser, takeServer] = [takeOf(perUser), takeOf(perServer)];
  return (asker, isAnywhere = false) => {
    const { user, server, channels: here } = asker;
    const allowed = isAnywhere ? [] : channelsFor(asker);
    if (allowed.length > 0 && !here.some((id) => allowed.includes(id))) {
      return { why: 'elsewhere', drawn: drawElsewhere(allowed) };
    }
    const wait = takeUser(user);
    if (wait > 0) return often(`You have asked a lot just now. Please go on in ${inWords(wait)}.`);
    const serverWait = server === null ? 0 : takeServer(server);
    if (serverWait > 0) return often(`A lot is asked on this server just now. Please go on in ${inWords(serverWait)}.`);
    return null;
  };
}

function often(sentence: string): Refusal {
  return { why: 'often', drawn: drawNotice(sentence) };
}

/** Discord shows the channels by name, as links. */
function drawElsewhere(channels: readonly string[]): Drawn {
  const named = channels.slice(0, NAMED_CHANNELS).map((id) => `<#${id}>`);
  const [embed] = drawNotice('').embeds;
  return {
    embeds: [
      { ...embed, color: embed?.color ?? 0, description: `I do not answer here. Please ask in ${named.join(' or ')}.` },
    ],
    components: [],
    files: [],
  };
}

function inWords(seconds: number): string {
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}
