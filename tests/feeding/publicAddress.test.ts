import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/feeding/publicAddress.js';

describe('an address', () => {
  it.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['this machine', '::1'],
    ['this machine, as IPv6', '::ffff:127.0.0.1'],
    ['this machine, as IPv6 in hexadecimal', '::ffff:7f00:1'],
    ['this machine, as old IPv6', '::127.0.0.1'],
    ['no address', '0.0.0.0'],
    ['no address', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '192.168.1.1'],
    ['a private network', 'fd00::1'],
    ['a cloud’s metadata', '169.254.169.254'],
    ['a cloud’s metadata', 'fd00:ec2::254'],
    ['the link', 'fe80::1'],
    ['the link, with its zone', 'fe80::1%eth0'],
    ['a cloud’s metadata', '168.63.129.16'],
    ['a carrier’s network', '100.64.0.1'],
    ['many', '224.0.0.1'],
    ['many', 'ff02::1'],
    ['all', '255.255.255.255'],
    ['a test', '198.18.0.1'],
    ['an example', '2001:db8::1'],
    ['a private network behind NAT64', '64:ff9b::10.0.0.1'],
    ['a local NAT64', '64:ff9b:1::8.8.8.8'],
    ['a private network behind 6to4', '2002:a00:1::'],
    ['Teredo', '2001:0:1::1'],
    ['an old site', 'fec0::1'],
    ['what is not in use', '4000::1'],
    ['nothing', ''],
    ['a name', 'localhost'],
  ])('of %s (%s) is not', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('an address that is written as a public one', () => {
  const own = ['203.0.114.7', '2606:4700:4700::7', 'fe80::1%eth0'];

  it.each(['203.0.114.7', '::ffff:203.0.114.7', '64:ff9b::203.0.114.7', '2606:4700:4700::7', '2606:4700:4700::8'])(
    '%s is none where it is this machine, or beside it',
    (address) => {
      expect(isPublicAddress(address, own)).toBe(false);
      expect(isPublicAddress(address, [])).toBe(true);
    },
  );

  it.each(['203.0.114.8', '2606:4700:4700:1::7'])('%s is one all the same', (address) => {
    expect(isPublicAddress(address, own)).toBe(true);
  });
});
