import { BlockList, isIP } from 'node:net';

/**
 * Networks that no other organisation's system is in: this machine, private ones, link-local with the clouds' metadata, and
 * what is reserved (IANA special-purpose address registries).
 */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the public internet. Anything else that a name leads to is the hub's own surroundings. */
function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && !special.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** The host of an address, without the brackets that IPv6 has in it. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * What is wrong with the address of a webhook, before any name is looked up; undefined where nothing is.
 * @param allowsLoopback for a hub that runs on one machine: plain HTTP to that machine
 */
export function faultOfAddress(text: string, allowsLoopback: boolean): string | undefined {
  if (!URL.canParse(text)) return 'the address of a webhook is a URL';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return 'the address of a webhook has no user name in it: messages are signed';
  const host = hostOf(url);
  if (isLoopback(host))
    return allowsLoopback ? undefined : 'the address of a webhook is on no machine of the hub';
  if (url.protocol !== 'https:') return 'the address of a webhook is https';
  const isHidden = isIP(host) !== 0 && !isPublicAddress(host);
  return isHidden ? 'the address of a webhook is public' : undefined;
}

/**
 * What is wrong with where a webhook's name leads; undefined where nothing is. A loopback name is for the settings to judge.
 * @throws {Error} with the resolver's code when it leads nowhere
 */
export async function faultOfName(
  url: string,
  addressesOf: (host: string) => Promise<string[]>,
): Promise<string | undefined> {
  const host = hostOf(new URL(url));
  if (isLoopback(host)) return undefined;
  const isPublic = (await addressesOf(host)).every(isPublicAddress);
  return isPublic ? undefined : 'its name leads to an address that is not public';
}

/** This machine by one of its names. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '::1';
}
