import helmet from 'helmet';
import type { ChannelSettings } from '../settings.js';
import type { RequestHandler } from './http.js';
import { publicAddress } from './public-address.js';

/**
 * Headers that keep browsers from doing what our pages never do: no script, style or connection but our own, no frame
 * around us, no guessing of content types. This file is the one door to helmet.
 */
export function securityHeaders(settings: ChannelSettings): RequestHandler {
  const isHttps = settings.PUBLIC_URL?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        // Some browsers do not count the WebSockets of this host as 'self'.
        connectSrc: ["'self'", 'blob:', (request) => publicAddress(request, settings).ws],
        imgSrc: ["'self'", 'blob:', 'data:'],
      },
    },
    // The widget's script is loaded by other websites; routes that are for ourselves say so themselves.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Only where the operator said that this host is on https; a header on http would be ignored or, worse, stick.
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
