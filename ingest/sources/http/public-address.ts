import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's public address, by the registries for special purposes of IANA (RFC 6890 and later). */
const NOT_PUBLIC_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];

/** Of IPv6 only 2000::/3 is given out at all; of that these lead elsewhere (tunnels, documentation, translation). */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const blocked = new BlockList();
for (const network of NOT_PUBLIC_4) addNetwork(network, 'ipv4');
for (const network of NOT_PUBLIC_6) addNetwork(network, 'ipv6');

const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address belongs to a machine on the public network: not this machine, not one beside it, not the
 * metadata of a cloud. An IPv4 address written as IPv6 (`::ffff:127.0.0.1`) is not.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !blocked.check(address, 'ipv4');
  if (version !== 6) return false;
  return unicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

function addNetwork(network: string, type: 'ipv4' | 'ipv6'): void {
  const [base = '', length = ''] = network.split('/');
  blocked.addSubnet(base, Number(length), type);
}
