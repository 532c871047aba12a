import { type CookieScope, cookieLine, cookieValue } from './security/cookie-line.js';

/** Sent to the desk only, never along with a request that another site starts. */
const SESSION_COOKIE: CookieScope = { name: 'desk_session', path: '/desk', sameSite: 'Strict' };

/**
 * The `Set-Cookie` line that keeps a session, over https only where the desk is reached by https.
 * @param expiresAt ISO 8601 in UTC
 */
export function sessionCookie(token: string, expiresAt: string, isSecure: boolean): string {
  return cookieLine(SESSION_COOKIE, encodeURIComponent(token), new Date(expiresAt), isSecure);
}

/** The `Set-Cookie` line that ends a session in the browser. */
export function endedSessionCookie(isSecure: boolean): string {
  return cookieLine(SESSION_COOKIE, '', new Date(0), isSecure);
}

/** The session token in a `Cookie` header; null where there is none or it is not readable. */
export function readSessionToken(header: string | undefined): string | null {
  const value = cookieValue(SESSION_COOKIE, header);
  if (value === undefined || value === '' || !/^[\w.~%-]{1,500}$/.test(value)) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // A broken %-escape: not one of ours.
  }
}
