import type { IncomingMessage } from 'node:http';
import { channelErrors } from '../../errors.js';
import type { RequestHandler } from '../../server/http.js';
import { mayUseChat, type OriginSettings, PREFLIGHT_HEADERS } from '../../server/page-origin.js';

/**
 * Checks where a request's page comes from. No `Origin` means no page of another website: an app, a server, a test.
 * @returns the origin, null where the request names none
 * @throws ORIGIN_NOT_ALLOWED
 */
export function allowedOrigin(request: IncomingMessage, settings: OriginSettings): string | null {
  const { origin } = request.headers;
  if (origin === undefined) return null;
  if (!mayUseChat(origin, request, settings)) {
    throw channelErrors.ORIGIN_NOT_ALLOWED({ origin: origin.slice(0, 200) });
  }
  return origin;
}

/**
 * Lets pages of allowed origins call the routes behind it, and answers the browser's preflight (Fetch standard, CORS).
 * Nothing here reads a cookie, so credentials are not allowed. Pages may read how long a refusal asks them to wait.
 */
export function allowOrigins(settings: OriginSettings): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const origin = allowedOrigin(request, settings);
    if (origin !== null) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (request.method !== 'OPTIONS') return next();
    response.set(PREFLIGHT_HEADERS);
    response.status(204).end();
  };
}
