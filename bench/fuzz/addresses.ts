import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mulberry32 } from '../../src/evaluation/mulberry32.js';
import { FeedError } from '../../src/feeding/feedError.js';
import { isPublicAddress } from '../../src/feeding/publicAddress.js';
import { fetchPublic } from '../../src/feeding/publicFetch.js';
import { pick, type Random } from '../pick.js';
import { percentile } from '../timing.js';
import type { FuzzRow } from './fuzz.js';

/** The two servers are on this machine; one of them plays the public internet. */
const PUBLIC_HOST = '127.0.0.2';
const PRIVATE_HOST = '127.0.0.1';
const AT_ONCE = 20;
const MILLISECONDS = 3_000;

/** Asks for addresses of all spellings, directly, by name and by redirect, each leading to this machine or nowhere. */
export async function fuzzAddresses(count: number, seed: number): Promise<FuzzRow> {
  const random = mulberry32(seed);
  let reached = 0;
  const hidden = await listen(PRIVATE_HOST, 0, () => {
    reached++;
    return null;
  });
  const { port } = hidden.address() as AddressInfo;
  // The path says where it leads on.
  const open = await listen(PUBLIC_HOST, port, (path) => decodeURIComponent(path.slice(1)));
  const faults: string[] = [];
  const times: number[] = [];
  let refused = 0;
  const next = async (): Promise<void> => {
    const target = hostileAddress(port, random);
    const address = random() < 0.5 ? target : `http://${PUBLIC_HOST}:${port}/${encodeURIComponent(target)}`;
    // A name may mean something public first and this machine the next time.
    let asked = 0;
    const resolve = async () => {
      const both = [
        { address: PUBLIC_HOST, family: 4 },
        { address: PRIVATE_HOST, family: 4 },
      ];
      return asked++ % 2 === 0 && random() < 0.3 ? both.reverse() : both.slice(1);
    };
    const isAllowed = (ip: string) => ip === PUBLIC_HOST || isPublicAddress(ip);
    const begun = performance.now();
    try {
      await fetchPublic(address, { milliseconds: MILLISECONDS, resolve, isAllowed });
      faults.push(`${address} was fetched`);
    } catch (error) {
      if (error instanceof FeedError) refused++;
      else faults.push(`${address}: ${error instanceof Error ? error.message : String(error)}`);
    }
    times.push(performance.now() - begun);
  };
  let left = count;
  const worker = async () => {
    while (left-- > 0) await next();
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    hidden.close();
    open.close();
  }
  if (reached > 0) faults.push(`${reached} requests reached a private server`);
  const outcome = `${refused} refused with a sentence, ${reached} reached a private server`;
  return { what: 'addresses', cases: count, faults, slowestMs: percentile(times, 1), outcome };
}

/** @param leadsTo where a path leads on, null when it does not */
async function listen(host: string, port: number, leadsTo: (path: string) => string | null): Promise<Server> {
  const server = createServer((request, response) => {
    let to: string | null = null;
    try {
      to = leadsTo(request.url ?? '/');
      response.writeHead(to === null ? 200 : 302, to === null ? {} : { location: to });
    } catch {
      // What cannot be in a header leads nowhere.
      response.writeHead(404);
    }
    response.end('private');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
}

const LOOPBACK = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  'localhost',
  'LOCALHOST.',
  'localtest.example',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '169.254.169.254',
  '10.0.0.1',
  '172.16.5.4',
  '192.168.1.1',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  'metadata.google.internal',
];
const SCHEMES = [
  'http://',
  'https://',
  'HTTP://',
  'http:/',
  'http:',
  'http:\\\\',
  '//',
  'file:///',
  'ftp://',
  'gopher://',
  'data:',
  '',
];
const USERS = ['', '', '', '', 'user@', 'user:word@', 'public.example@', '@', '%00@'];
const PATHS = [
  '/',
  '',
  '/latest/meta-data',
  '/?q=http://public.example',
  '/#@public.example',
  '/%0d%0aHost:%20x',
  '/\u0000',
  '/\r\nx: y',
];

/** Spellings of this machine and of networks around it, with what parsers disagree about. */
function hostileAddress(port: number, random: Random): string {
  const host = random() < 0.2 ? randomLoopback(random) : pick(random, LOOPBACK);
  const written = random() < 0.1 ? mixCase(host, random) : host;
  const at = random() < 0.9 ? `:${port}` : pick(random, ['', ':0', ':99999', ':x', `:${port}:80`]);
  const scheme = random() < 0.8 ? 'http://' : pick(random, SCHEMES);
  const address = `${scheme}${pick(random, USERS)}${written}${at}${pick(random, PATHS)}`;
  if (random() < 0.05) return address.slice(0, Math.floor(random() * address.length));
  return address;
}

function randomLoopback(random: Random): string {
  const byte = () => Math.floor(random() * 256);
  // All of 127.0.0.0/8 but the one that plays the internet.
  return `127.${byte()}.${byte()}.${3 + Math.floor(random() * 250)}`;
}

function mixCase(text: string, random: Random): string {
  return Array.from(text, (letter) =>
    random() < 0.5 ? letter.toUpperCase() : `%${letter.codePointAt(0)?.toString(16)}`,
  ).join('');
}
