import type { IncomingMessage } from 'node:http';
import { channelErrors } from '../../errors.js';
import type { RequestHandler } from '../../server/http.js';
import { publicAddress } from '../../server/public-address.js';
import type { ChannelSettings } from '../../settings.js';

type OriginSettings = Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY' | 'WEBCHAT_ORIGINS'>;

/**
 * Checks where a request's page comes from. No `Origin` means no page of another website: an app, a server, a test.
 * @returns the origin, null where the request names none
 * @throws ORIGIN_NOT_ALLOWED
 */
export function allowedOrigin(request: IncomingMessage, settings: OriginSettings): string | null {
  const { origin } = request.headers;
  if (origin === undefined) return null;
  const listed = settings.WEBCHAT_ORIGINS.map(withoutSlash);
  const isAllowed =
    listed.includes('*') ||
    listed.includes(origin.toLowerCase()) ||
    origin.toLowerCase() === publicAddress(request, settings).http;
  if (!isAllowed) throw channelErrors.ORIGIN_NOT_ALLOWED({ origin: origin.slice(0, 200) });
  return origin;
}

/**
 * Lets pages of allowed origins call the routes behind it, and answers the browser's preflight (Fetch standard, CORS).
 * The headers are those that DirectLineJS sends. Nothing here reads a cookie, so credentials are not allowed.
 */
export function allowOrigins(settings: OriginSettings): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const origin = allowedOrigin(request, settings);
    if (origin !== null) response.setHeader('Access-Control-Allow-Origin', origin);
    if (request.method !== 'OPTIONS') return next();
    response.setHeader('Access-Control-Allow-Methods', 'GET,POST,OPTIONS');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'authorization,content-type,x-ms-bot-agent,x-requested-with',
    );
    response.setHeader('Access-Control-Max-Age', '600');
    response.status(204).end();
  };
}

function withoutSlash(origin: string): string {
  return origin.toLowerCase().replace(/\/+$/, '');
}
