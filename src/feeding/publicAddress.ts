import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** What the wide "unicast" of IPv6 lets through: only 2000::/3 is in use on the internet (RFC 4291, section 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');
const GLOBAL_UNICAST_BITS = 3;
/** A network without IPv4 reaches it by addresses that end in it (RFC 6052, section 2.1). */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
const NAT64_BITS = 96;
/** Azure's machines ask it for their own secrets; it is written as any public address is. */
const AZURE_WIRE_SERVER = '168.63.129.16';
/** In IPv6 the machines around this one have public addresses too, which begin as its own do (RFC 4291, section 2.5.4). */
const NETWORK_BITS = 64;

/** The addresses of this machine. A container has those of its own network alone. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address));
}

/**
 * Whether an IP address is one of the public internet: not this machine, not a network around it, not a cloud's metadata, and none that
 * leads to such.
 * @param address as Node.js writes it, also with a zone ("fe80::1%eth0")
 * @param own this machine's addresses, looked up unless told
 */
export function isPublicAddress(address: string, own: readonly string[] = ownAddresses()): boolean {
  const parsed = parsedAddress(address);
  if (parsed === null) return false;
  const isPublic = parsed instanceof ipaddr.IPv6 ? isPublicIPv6(parsed) : isPublicIPv4(parsed);
  return isPublic && !own.some((one) => isAround(parsedAddress(one), parsed));
}

/** An IPv4 address written as IPv6, or led through to from IPv6, is that IPv4 address. */
function parsedAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = address.replace(/%.{0,100}$/, '');
  if (!ipaddr.isValid(bare)) return null;
  const parsed = ipaddr.process(bare);
  if (!(parsed instanceof ipaddr.IPv6) || !parsed.match(NAT64, NAT64_BITS)) return parsed;
  return ipaddr.fromByteArray(parsed.toByteArray().slice(-4));
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_WIRE_SERVER;
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  return address.range() === 'unicast' && address.match(GLOBAL_UNICAST, GLOBAL_UNICAST_BITS);
}

/** Whether an address is this machine's, or in IPv6 one of the network around it. */
function isAround(own: ipaddr.IPv4 | ipaddr.IPv6 | null, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (own instanceof ipaddr.IPv6 && address instanceof ipaddr.IPv6) return address.match(own, NETWORK_BITS);
  return own !== null && own.toString() === address.toString();
}
