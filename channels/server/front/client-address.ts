import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networkKey } from '../rate-limit.js';

/** A network of this size is handed to one household, phone or server. */
const IPV6_NETWORK_BITS = 64;

/**
 * Where a request comes from, as Express tells it (`request.ip`), before Express has seen it: behind `proxies` proxies of ours
 * that many entries from the end of X-Forwarded-For, and where there are fewer the first of them.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string | undefined {
  const { remoteAddress } = request.socket;
  if (proxies === 0) return remoteAddress;
  const header = request.headers['x-forwarded-for'];
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  const entry = entries.slice(-proxies)[0]?.trim() ?? '';
  // What a proxy of ours wrote is an address; anything else would be a key of any length.
  return isIP(entry) === 0 ? remoteAddress : entry;
}

/** An address as its requests are counted: an IPv6 network of 64 bits as one. */
export function clientKey(address: string): string {
  return networkKey(address, IPV6_NETWORK_BITS);
}

/** Whether an address is one of this machine, where a proxy that nobody told us of may stand. */
export function isThisMachine(address: string): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(address);
}
