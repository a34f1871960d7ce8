import ipaddr from 'ipaddr.js';

/** What the wide "unicast" of IPv6 lets through: only 2000::/3 is in use on the internet (RFC 4291, section 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');
const GLOBAL_UNICAST_BITS = 3;
/** A network without IPv4 reaches it by addresses that end in it (RFC 6052, section 2.1). */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
const NAT64_BITS = 96;

/**
 * Whether an IP address is one of the public internet: not this machine, not a network around it, not a cloud's metadata, and none that
 * leads to such.
 * @param address as Node.js writes it, also with a zone ("fe80::1%eth0")
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.{0,100}$/, '');
  if (!ipaddr.isValid(bare)) return false;
  // An IPv4 address written as IPv6 is that IPv4 address.
  const parsed = ipaddr.process(bare);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.range() === 'unicast';
  if (parsed.match(NAT64, NAT64_BITS))
    return ipaddr.fromByteArray(parsed.toByteArray().slice(-4)).range() === 'unicast';
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST, GLOBAL_UNICAST_BITS);
}
