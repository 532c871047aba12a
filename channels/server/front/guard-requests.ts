import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Log } from '../../../index/platform/log.js';
import type { ChannelSettings } from '../../settings.js';
import type { OriginSettings } from '../page-origin.js';
import { clientAddress, clientKey, isThisMachine } from './client-address.js';
import { createFewAtATime } from './few-at-a-time.js';
import { createHeldRefusals } from './held-refusals.js';
import { createRefusal } from './refusal.js';
import { createRequestBudget } from './request-budget.js';
import { answerCost, requestCost } from './request-cost.js';
import { isVouchedFor } from './vouched.js';

/**
 * Stands before everything else of the server: whoever asks for more than an address may is refused before a body is read or
 * anything is looked up, at hardly any cost.
 */
export interface RequestGuard {
  /** Whether a new connection may stay; where not it is closed here. */
  admitConnection(socket: Socket): boolean;
  /** Lets a request go on to the doors, now or in its turn; where it may not it is answered here. */
  admit(request: IncomingMessage, response: ServerResponse, goOn: () => void): void;
  /** Whether it goes on, for a request that wants to become a socket. */
  admitUpgrade(request: IncomingMessage, stream: Duplex): boolean;
}

type GuardSettings = OriginSettings & Pick<ChannelSettings, 'SERVER_REQUESTS_PER_ADDRESS'>;

interface RequestGuardParts {
  readonly settings: GuardSettings;
  readonly log: Log;
  /** How long a refusal is held back. */
  readonly holdMs: number;
  /** Told of each refusal, with the code of its error. */
  readonly onRefused: (code: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/**
 * Fifty customers of an office who poll, write, are told what was read and send files come to some 90 units a second, and a
 * school whose three hundred pupils open the page at once to some 2,000: none of them meets this.
 */
const PER_SECOND = 150;
const SECONDS_AT_ONCE = 15;
const KEYS = 50_000;
/** Refusals that are held back of one address and in all. */
const HELD = { ofKey: 64, inAll: 2_000 };
/** Requests of an address that are dealt with at a time; of one with half of its share used up; and of a service we work with. */
const AT_ONCE = 8;
const OF_BUSY = 1;
const OF_SERVICE = 64;
const MOST_SERVICES = 1_000;
const HALF = 0.5;
const LONGEST_OF_LINE_MS = 100;
const OF_CONNECTION = 1;
const WARN_EVERY_MS = 60_000;

/**
 * Bounds what one address (an IPv6 network of 64 bits) asks for, over all doors, by a bucket of units (see `requestCost`).
 * Addresses of this machine are counted only where the setting is set: a proxy that nobody told us of may stand there.
 *
 * Before it comes to that, few requests of an address are dealt with at a time: in each round of the event loop others wait for
 * those and not for sixty, on a slow machine too, where even the share is more than it can do.
 *
 * A refusal is held back for a moment with its body unread: whoever asks again at once would otherwise be refused thousands of
 * times a second. Whoever has too many held loses the connection without an answer; a proxy's connections, which many share,
 * are kept, and its client is answered at once.
 */
export function createRequestGuard(parts: RequestGuardParts): RequestGuard {
  const { settings, log, holdMs, onRefused, now } = parts;
  const isBehindProxy = settings.TRUST_PROXY > 0;
  const perSecond = settings.SERVER_REQUESTS_PER_ADDRESS ?? PER_SECOND;
  const budget = createRequestBudget({ perSecond, atOnce: perSecond * SECONDS_AT_ONCE, keys: KEYS }, now);
  const { keyOf, keyOfSocket } = createClientKeys(settings);
  const held = createHeldRefusals({ ms: holdMs, ...HELD });
  const line = createFewAtATime(LONGEST_OF_LINE_MS);
  const refusal = createRefusal(perSecond, settings);
  const warn = createWarning(log, perSecond, now);
  const refused = new WeakSet<Duplex>();
  /** Whose requests were vouched for. */
  const services = new Set<string>();

  function mostAtOnce(key: string): number {
    if (services.has(key)) return OF_SERVICE;
    return budget.leftOf(key) > HALF ? AT_ONCE : OF_BUSY;
  }

  function count(key: string, cost: number, request: IncomingMessage, response: ServerResponse): void {
    response.once('close', () => {
      const isService = isVouchedFor(request);
      const more = isService ? -cost : answerCost(response.statusCode);
      if (more !== 0) budget.charge(key, more);
      if (isService && services.size < MOST_SERVICES) services.add(key);
    });
  }

  function tell(request: IncomingMessage | null): void {
    onRefused(refusal.code);
    warn(!isBehindProxy && request?.headers['x-forwarded-for'] !== undefined);
  }

  function refuse(key: string, request: IncomingMessage, stream: Duplex, answer: () => void): void {
    tell(request);
    if (!isBehindProxy) {
      // What else is in this connection's pipe is neither read nor answered.
      refused.add(stream);
      stream.pause();
    }
    if (held.hasRoom(key)) held.hold(key, stream, answer);
    else if (isBehindProxy) answer();
    else stream.destroy();
  }

  return {
    admitConnection(socket) {
      const key = isBehindProxy ? null : keyOfSocket(socket);
      if (key === null || budget.spend(key, OF_CONNECTION) || held.hasRoom(key)) return true;
      tell(null);
      socket.destroy();
      return false;
    },

    admit(request, response, goOn) {
      const { socket } = request;
      if (refused.has(socket)) return;
      const key = keyOf(request);
      if (key === null) return goOn();
      const cost = requestCost(request);
      if (!budget.spend(key, cost)) {
        refuse(key, request, socket, () => refusal.give(request, response));
        return;
      }
      count(key, cost, request, response);
      line.enter(key, response, mostAtOnce(key), goOn);
    },

    admitUpgrade(request, stream) {
      if (refused.has(stream)) return false;
      const key = keyOf(request);
      if (key === null || budget.spend(key, requestCost(request))) return true;
      stream.on('error', () => stream.destroy());
      refuse(key, request, stream, () => refusal.giveTo(stream));
      return false;
    },
  };
}

/** What requests and connections are counted by; null for what is not counted. */
function createClientKeys({ SERVER_REQUESTS_PER_ADDRESS, TRUST_PROXY: proxies }: GuardSettings) {
  const countsThisMachine = SERVER_REQUESTS_PER_ADDRESS !== undefined;
  /** Without a proxy all requests of a connection are of one address. */
  const known = new WeakMap<Socket, string | null>();

  function keyOfAddress(address: string | undefined): string | null {
    if (address === undefined || (isThisMachine(address) && !countsThisMachine)) return null;
    return clientKey(address);
  }

  function keyOfSocket(socket: Socket): string | null {
    const kept = known.get(socket);
    if (kept !== undefined) return kept;
    const key = keyOfAddress(socket.remoteAddress);
    known.set(socket, key);
    return key;
  }

  const keyOf = (request: IncomingMessage) =>
    proxies > 0 ? keyOfAddress(clientAddress(request, proxies)) : keyOfSocket(request.socket);
  return { keyOf, keyOfSocket };
}

/** A warning that a stranger can cause as often as they like; it names no address. */
function createWarning(log: Log, perSecond: number, now: () => number): (namesProxy: boolean) => void {
  let refused = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return (namesProxy) => {
    refused += 1;
    if (now() - toldAt < WARN_EVERY_MS) return;
    const advice = 'These requests name a proxy: if it is yours, set TRUST_PROXY.';
    log.warn('Requests are refused, because one address sends more than its share.', {
      setting: 'SERVER_REQUESTS_PER_ADDRESS',
      perSecond,
      refused,
      ...(namesProxy ? { advice } : {}),
    });
    toldAt = now();
    refused = 0;
  };
}
