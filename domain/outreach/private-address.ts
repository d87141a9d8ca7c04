import { BlockList, isIP } from 'node:net';

const ranges = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
  ] as const),
  ...([
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
])
  ranges.addSubnet(net, bits, 'ipv4');

// Only 2000::/3 is routed in public; of it, tunnels that carry IPv4 addresses and examples are left out.
const publicSpace = new BlockList();
publicSpace.addSubnet('2000::', 3, 'ipv6');
const carved = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  carved.addSubnet(net, bits, 'ipv6');

/** Whether an address leads anywhere but into the public internet: what a brokerage enters must not reach our own network. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return ranges.check(address, 'ipv4');
  return version !== 6 || !publicSpace.check(address, 'ipv6') || carved.check(address, 'ipv6');
}
