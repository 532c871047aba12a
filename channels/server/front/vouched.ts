import type { IncomingMessage } from 'node:http';

const vouched = new WeakSet<IncomingMessage>();

/**
 * Says of a request that its sender was verified to be a service we work with (Meta, Azure, a community): such services send for
 * all their customers from a few addresses, and what they send counts for none of them.
 */
export function vouchFor(request: IncomingMessage): void {
  vouched.add(request);
}

export function isVouchedFor(request: IncomingMessage): boolean {
  return vouched.has(request);
}
