import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { FeedError } from './feedError.js';
import { isPublicAddress } from './publicAddress.js';

/** What is on the other end of an address. */
export interface FetchedFile {
  /** Where it was in the end. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** In lower case, without parameters; empty when none was said. */
  readonly mediaType: string;
  /** As the server says it; null when it does not. */
  readonly charset: string | null;
}

/** What a server says of a file, to be asked later whether it has changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const NOTHING_KNOWN: Validators = { etag: null, lastModified: null };
/** A server that sends more has something else in mind. In characters. */
const LONGEST_VALIDATOR = 1_000;

/** What one fetch may take, and whom it may ask; all but tests leave it as it is. */
export interface FetchLimits {
  readonly milliseconds: number;
  /** Of what is sent, and again of what that unpacks to. */
  readonly bytes: number;
  readonly redirects: number;
  readonly isAllowed: (address: string) => boolean;
  readonly resolve: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
}

const LIMITS: FetchLimits = {
  milliseconds: 10_000,
  bytes: 10_000_000,
  redirects: 5,
  isAllowed: isPublicAddress,
  resolve: (host) => lookup(host, { all: true }),
};
const PRIVATE = 'it leads to this machine or to a network that is not public';
const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Dateline (self-hosted; fetches what its owner names)',
};
const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
};

/**
 * Fetches a public http(s) address, and nothing else: each address that a name stands for is checked, that very address is connected to, and
 * every redirect is checked anew. Nothing that could name or let in the owner is sent.
 * @throws FeedError with a sentence for the owner
 */
export async function fetchPublic(address: string, given: Partial<FetchLimits> = {}): Promise<FetchedFile> {
  const fetched = await fetchIfChanged(address, NOTHING_KNOWN, given);
  if (fetched === null) throw new FeedError(`${address} cannot be fetched: the server answers with 304.`);
  return fetched.file;
}

/**
 * The same for what was fetched before: null when the server says that it has not changed.
 * @throws FeedError with a sentence for the owner
 */
export async function fetchIfChanged(
  address: string,
  known: Validators,
  given: Partial<FetchLimits> = {},
): Promise<{ readonly file: FetchedFile; readonly validators: Validators } | null> {
  const limits = { ...LIMITS, ...given };
  const signal = AbortSignal.timeout(limits.milliseconds);
  const dispatcher = checkedAgent(limits);
  try {
    let url = checkUrl(address, limits);
    for (let redirects = 0; ; redirects++) {
      const response = await request(url, { dispatcher, headers: { ...HEADERS, ...conditionsOf(known) }, signal });
      if (response.statusCode === 304) {
        drop(response);
        return null;
      }
      const next = nextUrl(response, url);
      if (next === null) {
        const file = await readResponse(response, url, limits, signal);
        return { file, validators: validatorsIn(response) };
      }
      drop(response);
      if (redirects >= limits.redirects) throw new FeedError(`it leads on more than ${limits.redirects} times`);
      url = checkUrl(next, limits);
    }
  } catch (error) {
    throw new FeedError(`${address} cannot be fetched: ${whyNot(error, signal, limits)}.`);
  } finally {
    await dispatcher.destroy();
  }
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function validatorsIn({ headers }: Dispatcher.ResponseData): Validators {
  const said = (value: string | string[] | undefined): string | null =>
    typeof value === 'string' && value.length <= LONGEST_VALIDATOR ? value : null;
  return { etag: said(headers.etag), lastModified: said(headers['last-modified']) };
}

/** @throws FeedError for what must not be asked */
function checkUrl(written: string, { isAllowed }: FetchLimits): URL {
  if (!URL.canParse(written)) throw new FeedError('it is no web address');
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FeedError('only http and https are fetched');
  if (url.username || url.password) throw new FeedError('it holds a name or a password');
  // A literal address is never looked up, so nobody else would check it.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isAllowed(host)) throw new FeedError(PRIVATE);
  return url;
}

/** An agent that connects to addresses that it has checked itself, so that a name cannot mean another one in between. */
function checkedAgent({ isAllowed, resolve, milliseconds, bytes }: FetchLimits): Agent {
  const checkedLookup: LookupFunction = (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isAllowed(address))) callback(new FeedError(PRIVATE), '', 0);
        else if (all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, '', 0),
    );
  };
  const connect = buildConnector({ lookup: checkedLookup, timeout: milliseconds });
  return new Agent({
    maxResponseSize: bytes,
    headersTimeout: milliseconds,
    bodyTimeout: milliseconds,
    connect: (options, callback) =>
      connect(options, (...result) => {
        const [error, socket] = result;
        if (error === null && !isAllowed(socket.remoteAddress ?? '')) {
          socket.destroy();
          callback(new FeedError(PRIVATE), null);
        } else callback(...result);
      }),
  });
}

/** Leaves an answer unread; that it breaks off then is no fault. */
function drop({ body }: Pick<Dispatcher.ResponseData, 'body'>): void {
  body.on('error', () => undefined).destroy();
}

function nextUrl({ statusCode, headers }: Dispatcher.ResponseData, from: URL): string | null {
  const { location } = headers;
  if (statusCode < 300 || statusCode > 399 || typeof location !== 'string') return null;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

async function readResponse(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  { bytes }: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedFile> {
  if (statusCode !== 200) {
    drop({ body });
    throw new FeedError(`the server answers with ${statusCode}`);
  }
  const parts: Buffer[] = [];
  let length = 0;
  const gather = new Writable({
    write(part: Buffer, _encoding, done) {
      length += part.length;
      if (length > bytes) done(new FeedError(`it has more than ${bytes / 1e6} MB`));
      else {
        parts.push(part);
        done();
      }
    },
  });
  const packed = String(headers['content-encoding'] ?? '')
    .trim()
    .toLowerCase();
  const unpacker = UNPACKERS[packed]?.();
  if (packed !== '' && packed !== 'identity' && !unpacker) {
    drop({ body });
    throw new FeedError(`it is packed as “${packed}”`);
  }
  await pipeline(unpacker ? [body, unpacker, gather] : [body, gather], { signal });
  const [mediaType = '', ...parameters] = String(headers['content-type'] ?? '')
    .toLowerCase()
    .split(';');
  const charset = parameters.map((parameter) => /^\s*charset="?([\w-]{1,40})/.exec(parameter)?.[1]).find(Boolean);
  return { url: url.href, bytes: Buffer.concat(parts), mediaType: mediaType.trim(), charset: charset ?? null };
}

function whyNot(error: unknown, signal: AbortSignal, { milliseconds, bytes }: FetchLimits): string {
  if (signal.aborted) return `it takes longer than ${milliseconds / 1_000} s`;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FeedError) return cause.message;
    const code = 'code' in cause ? String(cause.code) : '';
    if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return `it has more than ${bytes / 1e6} MB`;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such server, or no connection';
  }
  return error instanceof Error ? error.message : String(error);
}
