import { isIPv4 } from 'node:net';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import { channelErrors } from '../errors.js';
import type { Request, RequestHandler } from './http.js';

const WINDOW_MS = 60_000;
const IPV6_NETWORK_BITS = 56;
/** Before an IPv4 address in IPv6's form (RFC 4291, 2.5.5.2). */
const MAPPED = '::ffff:';

/**
 * Lets `limit` requests a minute pass for each key, then answers 429 with Retry-After.
 * This file is the one door to express-rate-limit.
 * @param keyOf what is counted together; the client's address (an IPv6 network of 56 bits as one) where not given
 */
export function limitPerMinute(
  limit: number,
  keyOf: (request: Request) => string = addressOf,
): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    legacyHeaders: false,
    standardHeaders: false,
    // Its own checks only print; proxies are a setting here (TRUST_PROXY).
    validate: false,
    keyGenerator: keyOf,
    handler: (_request, _response, next) => {
      next(channelErrors.TOO_MANY_REQUESTS({ limit }));
    },
  });
}

/**
 * As `limitPerMinute`, but the first request a minute from each address passes in any case and does not count: whoever
 * uses up what a key has leaves one try a minute to everybody who comes from elsewhere.
 * @param keyOf what is counted together
 */
export function limitPerMinuteBeyondFirst(
  limit: number,
  keyOf: (request: Request) => string,
): RequestHandler {
  const countFirst = limitPerMinute(1, (request) => `${addressOf(request)} ${keyOf(request)}`);
  const countAll = limitPerMinute(limit, keyOf);
  return (request, response, next) =>
    countFirst(request, response, (refusal?: unknown) => {
      if (refusal === undefined) return next();
      countAll(request, response, next);
    });
}

/** Counts what happens outside of express, such as opened sockets; throws TOO_MANY_REQUESTS above `limit` a minute. */
export function countPerMinute(limit: number): (key: string) => Promise<void> {
  const store = new MemoryStore();
  store.init({ windowMs: WINDOW_MS } as Parameters<MemoryStore['init']>[0]);
  return async (key) => {
    const { totalHits } = await store.increment(key);
    if (totalHits > limit) throw channelErrors.TOO_MANY_REQUESTS({ limit });
  };
}

/** The client's address as it is counted: an IPv6 network of 56 bits as one. */
export function addressOf(request: Request): string {
  return addressKey(request.ip);
}

/** An address as it is counted; '' for none. */
export function addressKey(address: string | undefined): string {
  return networkKey(address ?? '', IPV6_NETWORK_BITS);
}

/**
 * An address as it is counted where IPv6 networks of `bits` bits count as one.
 * An IPv4 address in IPv6's form, which most are on a server that listens to both, is read at once: taking it apart as IPv6 costs
 * more than many a request.
 */
export function networkKey(address: string, bits: number): string {
  const plain = address.startsWith(MAPPED) ? address.slice(MAPPED.length) : address;
  return isIPv4(plain) ? plain : ipKeyGenerator(address, bits);
}
