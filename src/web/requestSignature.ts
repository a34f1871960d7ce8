import { verifyKey } from 'discord-interactions';

/** Why a request is not taken for one of Discord's. */
export type SignatureFault = 'unsigned' | 'stale' | 'altered' | 'replayed';

export interface SignedRequest {
  /** `X-Signature-Ed25519`. */
  readonly signature: string | undefined;
  /** `X-Signature-Timestamp`, in seconds since 1970. */
  readonly timestamp: string | undefined;
  /** The body as it came, byte for byte. */
  readonly body: Uint8Array;
}

export interface SignatureCheckOptions {
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many signatures are remembered. */
  readonly remembered?: number;
}

/** A request may be this much older or newer than this machine's clock says, and is remembered for as long. */
const WINDOW_MS = 5 * 60_000;
/** About 20 MB; 330 requests a second for five minutes, which is more than one process answers. Beyond it the oldest go. */
const REMEMBERED = 100_000;

/**
 * Checks that a request is Discord's own (Ed25519 over timestamp and body), fresh, and comes for the first time.
 * @returns what is wrong with a request; null when nothing is
 */
export function signatureCheck(
  options: SignatureCheckOptions,
): (request: SignedRequest) => Promise<SignatureFault | null> {
  const { publicKey, now, remembered = REMEMBERED } = options;
  // In the order in which they came, so that the first is the one to forget.
  const seen = new Map<string, number>();

  return async ({ signature, timestamp, body }) => {
    if (!signature || !timestamp || !/^[\da-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) {
      return 'unsigned';
    }
    if (Math.abs(now() - Number(timestamp) * 1_000) > WINDOW_MS) return 'stale';
    if (!(await verifyKey(body, signature, timestamp, publicKey))) return 'altered';
    // The same bytes can be written in two cases.
    const known = signature.toLowerCase();
    if (seen.has(known)) return 'replayed';
    forget(seen, now() - 2 * WINDOW_MS, remembered);
    seen.set(known, now());
    return null;
  };
}

/** Drops what is too old to pass as fresh, and the oldest where there is no room for one more. */
function forget(seen: Map<string, number>, before: number, room: number): void {
  for (const [signature, at] of seen) {
    if (at >= before && seen.size < room) return;
    seen.delete(signature);
  }
}
