import type { IncomingMessage } from 'node:http';
import type { ChannelSettings } from './settings.js';

/** Where browsers reach this server, without trailing slash. */
export interface PublicAddress {
  /** `https://chat.example.com` */
  readonly http: string;
  /** `wss://chat.example.com` */
  readonly ws: string;
}

/**
 * The public address of this server as the client of a request sees it: PUBLIC_URL where set, otherwise from the
 * request. X-Forwarded headers count only behind a proxy of ours (TRUST_PROXY). The `Origin` of a page of this very
 * host tells the scheme too, so that a proxy that ends TLS need not be configured before the chat works.
 */
export function publicAddress(
  request: IncomingMessage,
  settings: Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'>,
): PublicAddress {
  const http = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : fromRequest(request, settings);
  return { http, ws: http.replace(/^http/, 'ws') };
}

function fromRequest(request: IncomingMessage, settings: Pick<ChannelSettings, 'TRUST_PROXY'>): string {
  const forwarded = (name: string) =>
    settings.TRUST_PROXY > 0 ? firstOf(request.headers[`x-forwarded-${name}`]) : undefined;
  const host = (forwarded('host') ?? request.headers.host ?? 'localhost').toLowerCase();
  const { origin } = request.headers;
  if (origin && URL.canParse(origin) && new URL(origin).host === host) return new URL(origin).origin;
  const isSecure = forwarded('proto') === 'https';
  return `${isSecure ? 'https' : 'http'}://${host}`;
}

function firstOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  const first = text?.split(',')[0]?.trim();
  return first === '' ? undefined : first;
}
