import { setTimeout as sleep } from 'node:timers/promises';
import type { FollowUp } from '../discord/interactions.js';
import { encodeBody } from '../discord/messageBody.js';

/** What Discord did not take; never holds the address, since that has the interaction's token in it. */
export class FollowUpError extends Error {
  override readonly name = 'FollowUpError';
}

const TIMEOUT_MS = 5_000;
/**
 * Waits before each further try. Discord knows the webhook of an interaction (404 until then) only once it has read the first
 * answer, which may be a moment after that was sent.
 */
const RETRY_AFTER_MS = [250, 1_000, 4_000];
/** A rate limit that lasts longer is not worth waiting for: the token is good for 15 minutes, and people have gone. */
const LONGEST_LIMIT_MS = 30_000;
/** Discord refuses requests without one in this form. */
const USER_AGENT = 'DiscordBot (self-hosted Dateline, 1)';

/**
 * Sends what follows a deferred answer to Discord, without a token of the bot's: the interaction's own is enough.
 * @param apiUrl such as `https://discord.com/api`
 */
export function webhookOf(apiUrl: string): (message: FollowUp) => Promise<void> {
  return async ({ kind, applicationId, token, body, files }) => {
    const webhook = `${apiUrl.replace(/\/$/, '')}/v10/webhooks/${applicationId}/${encodeURIComponent(token)}`;
    const original = `${webhook}/messages/@original`;
    if (kind === 'edit') return insist('PATCH', original, encodeBody(body, files));
    if (kind === 'instead') await insist('DELETE', original, null);
    return insist('POST', webhook, encodeBody(body, files));
  };
}

/** Sends until it is taken. @throws FollowUpError */
async function insist(method: string, url: string, body: string | FormData | null): Promise<void> {
  let trouble = '';
  for (const wait of [0, ...RETRY_AFTER_MS]) {
    if (wait > 0) await sleep(wait);
    const answer = await send(method, url, body);
    if (answer === null) return;
    trouble = answer.trouble;
    if (!answer.isPassing) break;
    await sleep(answer.retryAfter);
  }
  throw new FollowUpError(`Discord did not take what follows a deferred answer: ${trouble}.`);
}

interface Trouble {
  readonly trouble: string;
  /** Whether it may go by itself. */
  readonly isPassing: boolean;
  /** Milliseconds that Discord asks to wait. */
  readonly retryAfter: number;
}

/** @returns null when it was taken */
async function send(method: string, url: string, body: string | FormData | null): Promise<Trouble | null> {
  try {
    const response = await fetch(url, {
      method,
      body,
      headers: {
        'user-agent': USER_AGENT,
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // Discord does not redirect, and the address must go nowhere else.
      redirect: 'error',
    });
    // Or the connection is not free for the next request.
    await response.arrayBuffer();
    if (response.ok) return null;
    const asked = Number(response.headers.get('retry-after') ?? 0) * 1_000;
    const retryAfter = Number.isFinite(asked) ? Math.max(0, asked) : 0;
    const { status } = response;
    const isPassing = (status === 404 || status === 429 || status >= 500) && retryAfter <= LONGEST_LIMIT_MS;
    return { trouble: `status ${status}`, isPassing, retryAfter };
  } catch (error) {
    // Its message may repeat the address.
    const name = error instanceof Error ? error.name : 'unknown';
    return { trouble: name === 'TimeoutError' ? 'no answer in time' : 'no connection', isPassing: true, retryAfter: 0 };
  }
}
