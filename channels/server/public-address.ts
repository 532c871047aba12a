import type { IncomingMessage } from 'node:http';
import { channelErrors } from '../errors.js';
import type { ChannelSettings } from '../settings.js';

/** Where browsers reach this server, without trailing slash. */
interface PublicAddress {
  /** `https://chat.example.com` */
  readonly http: string;
  /** `wss://chat.example.com` */
  readonly ws: string;
}

export type AddressSettings = Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'>;

/** A name or an address, and perhaps a port (RFC 9110, 7.2), of the characters that names in use have. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Refuses a request whose host is none: it would end up in links that people click and in headers that browsers obey.
 * @throws BAD_ARGUMENT
 */
export function checkHost(request: IncomingMessage, settings: AddressSettings): void {
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name));
  const { host } = request.headers;
  const said = [host, settings.PUBLIC_URL ? undefined : forwarded(request, 'host', settings)];
  if (hosts.length > 1 || said.some((name) => name !== undefined && !HOST.test(name))) {
    throw channelErrors.BAD_ARGUMENT({ reason: 'the host it asks for is no name of a host' });
  }
}

/**
 * The public address of this server as the client of a request sees it: PUBLIC_URL where set, otherwise from the
 * request, whose host was checked before. X-Forwarded headers count only behind a proxy of ours (TRUST_PROXY). The
 * `Origin` of a page of this very host tells the scheme too, so that a proxy that ends TLS need not be configured before
 * the chat works.
 */
export function publicAddress(request: IncomingMessage, settings: AddressSettings): PublicAddress {
  const http = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : fromRequest(request, settings);
  return { http, ws: http.replace(/^http/, 'ws') };
}

/** Whether a client reaches this server by https. */
export function isHttps(request: IncomingMessage, settings: AddressSettings): boolean {
  return publicAddress(request, settings).http.startsWith('https:');
}

function fromRequest(request: IncomingMessage, settings: AddressSettings): string {
  const host = (forwarded(request, 'host', settings) ?? request.headers.host ?? 'localhost').toLowerCase();
  const { origin } = request.headers;
  if (origin && URL.canParse(origin) && new URL(origin).host === host) return new URL(origin).origin;
  const isSecure = forwarded(request, 'proto', settings)?.toLowerCase() === 'https';
  return `${isSecure ? 'https' : 'http'}://${host}`;
}

/**
 * What our outermost proxy wrote. Each proxy appends what it was asked for, so that with one proxy the last entry is
 * its own and those before it are the client's inventions; with `n` proxies the n-th from the end.
 */
function forwarded(
  request: IncomingMessage,
  name: 'host' | 'proto',
  { TRUST_PROXY: proxies }: AddressSettings,
): string | undefined {
  if (proxies === 0) return undefined;
  const header = request.headers[`x-forwarded-${name}`];
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  const entry = entries.slice(-proxies)[0]?.trim();
  return entry === '' ? undefined : entry;
}
