import { BlockList, isIP } from 'node:net';

/**
 * Compiles an IP address match.
 *
 * @param range an IPv4 or IPv6 network such as `10.0.0.0/24`
 * @returns a test of a string; what is not an address does not match
 * @throws when the range is malformed
 */
export function compileCidr(range: string): (value: string) => boolean {
  const [network = '', bits = ''] = range.split('/');
  const version = isIP(network);
  const isPrefix = /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
  if (version === 0 || !isPrefix) throw new Error(`cidr "${range}" is not a network`);
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family(version));
  return value => isIP(value) === version && list.check(value, family(version));
}

function family(version: number): 'ipv4' | 'ipv6' {
  return version === 4 ? 'ipv4' : 'ipv6';
}
