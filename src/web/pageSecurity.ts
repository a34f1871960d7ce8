import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import ipaddr from 'ipaddr.js';
import { isLoopback } from '../config.js';
import { refuse } from './refusal.js';

/** What the page may do in a browser: its own scripts and styles, talk to its own server, and nothing else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Headers of every answer of the page's. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', CONTENT_SECURITY_POLICY);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('cross-origin-resource-policy', 'same-origin');
};

/**
 * Refuses what another site's page sends, and, where only this machine is served, a name that is none of this machine's: a
 * site whose name was turned to 127.0.0.1 would pass for the page itself (DNS rebinding).
 * @param host the address that is bound
 */
export function sameOriginOnly(host: string, publicUrl: string | null): MiddlewareHandler {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return async (context, next) => {
    const asked = context.req.header('host') ?? '';
    if (isLoopback(host) && asked !== publicHost && !isLoopback(hostNameOf(asked))) {
      return refuse(context, 403, 'This page is for this machine alone: open it as localhost, or set PUBLIC_URL.');
    }
    return isFromElsewhere(context, asked)
      ? refuse(context, 403, 'Only the page itself may ask here, and not another site.')
      : next();
  };
}

/** A link to the page may be followed from anywhere; everything else is the page's own. */
function isFromElsewhere(context: Context, host: string): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) {
    const isLink = context.req.method === 'GET' && context.req.header('sec-fetch-mode') === 'navigate';
    return site !== 'same-origin' && site !== 'none' && !isLink;
  }
  // Older browsers. What is no browser sends neither, and has nobody's cookies or place to misuse.
  const origin = context.req.header('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function hostNameOf(host: string): string {
  return host.replace(/:\d*$/, '').replace(/^\[|\]$/g, '');
}

/** Parts of an IPv6 address that are its network's; whoever has one has all that begin so (RFC 4291, section 2.5.4). */
const NETWORK_PARTS = 4;

/** Who asks, to count how often: an address, of IPv6 the network that it is in. */
export function clientOf(context: Context): string {
  const address = addressOf(context);
  if (!ipaddr.IPv6.isValid(address)) return address;
  return ipaddr.IPv6.parse(address).parts.slice(0, NETWORK_PARTS).join(':');
}

/** Where a request comes from; behind a proxy on this machine, whom that one has it from. */
function addressOf(context: Context): string {
  const incoming = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  const address = incoming?.socket.remoteAddress ?? 'unknown';
  const direct = address.replace(/^::ffff:/, '');
  const last = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(direct) && last ? last : direct;
}
