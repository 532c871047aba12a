import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../../index/platform/log.js';
import type { ChannelSettings } from '../settings.js';
import { isThisMachine } from './front/client-address.js';
import { OWN_FILES, readOpenFilesLimit } from './operations/open-files.js';
import { addressKey } from './rate-limit.js';

/** How long connections may do nothing, or little, in milliseconds. */
export interface ConnectionTimes {
  /** Until the head of a request is there, also for a connection that says nothing at all. */
  readonly headersMs: number;
  /** Until the whole request is there; `filesMs` where files are sent. */
  readonly requestMs: number;
  readonly filesMs: number;
  /** Without a byte in either direction: a request that stands still, or an answer that is not read. */
  readonly idleMs: number;
  /** Between two requests. Behind a proxy longer than proxies keep theirs, which would use one that we just closed. */
  readonly keepAliveMs: number;
  /** How long a request beyond its address's share waits to be refused. */
  readonly refusalMs: number;
  /** How often connections are looked at. */
  readonly checkMs: number;
}

/** Five files of 5 MB take two minutes on 2 Mbit/s; the widget waits as long. */
export const CONNECTION_TIMES: ConnectionTimes = {
  headersMs: 15_000,
  requestMs: 30_000,
  filesMs: 120_000,
  idleMs: 30_000,
  keepAliveMs: 10_000,
  refusalMs: 2_000,
  checkMs: 5_000,
};
export const KEEP_ALIVE_BEHIND_PROXY_MS = 75_000;

type Limits = Pick<ChannelSettings, 'SERVER_CONNECTIONS' | 'SERVER_CONNECTIONS_PER_ADDRESS' | 'TRUST_PROXY'>;

const MOST_CONNECTIONS = 10_000;
const FEWEST_CONNECTIONS = 64;
const OF_ONE_ADDRESS = 500;
const WARN_EVERY_MS = 60_000;

/**
 * How many connections fit: half of the files that this process may still open, since a request may open one as well
 * (an upload, a page).
 * @param openFiles the limit of the system; null where it is not known
 */
function connectionsThatFit(openFiles: number | null): number {
  const fitting = openFiles === null ? 1_000 : Math.floor((openFiles - OWN_FILES) / 2);
  return Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, fitting));
}

/**
 * Bounds the connections of a server, in all and from one address, so that nobody can use up the files that this process
 * may open. One too many is closed at once. The address that counts is the one that connects: behind proxies of ours
 * (TRUST_PROXY) all come from there and are not counted by address, nor, unless asked for, those of this machine.
 * @param admit whether a connection from an address may stay, by what else came from there; it closes one that may not
 */
export function guardConnections(
  http: Server,
  limits: Limits,
  times: ConnectionTimes,
  log: Log,
  admit: (socket: Socket) => boolean,
): void {
  const inAll = limits.SERVER_CONNECTIONS ?? connectionsThatFit(readOpenFilesLimit());
  const ofAddress = limits.SERVER_CONNECTIONS_PER_ADDRESS ?? Math.min(OF_ONE_ADDRESS, Math.ceil(inAll / 2));
  const countsThisMachine = limits.SERVER_CONNECTIONS_PER_ADDRESS !== undefined;
  const open = new Map<string, number>();
  let warnedAt = Number.NEGATIVE_INFINITY;

  http.maxConnections = inAll;
  http.headersTimeout = times.headersMs;
  http.requestTimeout = times.filesMs;
  http.keepAliveTimeout = times.keepAliveMs;
  // Sockets with nothing to say are told by Node ('timeout') and ended; a WebSocket lifts it and has its heartbeat.
  http.setTimeout(times.idleMs);

  http.on('drop', () => warn({ limit: inAll, setting: 'SERVER_CONNECTIONS' }));
  if (limits.TRUST_PROXY > 0) return;
  http.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined) return;
    if (isThisMachine(remoteAddress) && !countsThisMachine) return void admit(socket);
    const key = addressKey(remoteAddress);
    const count = (open.get(key) ?? 0) + 1;
    if (count > ofAddress) {
      warn({ limit: ofAddress, setting: 'SERVER_CONNECTIONS_PER_ADDRESS' });
      socket.destroy();
      return;
    }
    if (!admit(socket)) return;
    open.set(key, count);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });

  function warn(facts: { readonly limit: number; readonly setting: string }): void {
    const now = performance.now();
    if (now - warnedAt < WARN_EVERY_MS) return;
    warnedAt = now;
    log.warn('A connection was closed, because there are too many.', facts);
  }
}
