import { type CookieScope, cookieLine, cookieValue } from './cookie-line.js';

/**
 * The sign-in under way. `Lax`: it must come along when the provider sends the browser back, and a session's own cookie
 * does not. Only the address that the browser comes back to gets it.
 */
export const FLOW_COOKIE: CookieScope = {
  name: 'desk_sign_on',
  path: '/desk/sign-on',
  sameSite: 'Lax',
};

/** The ID token of the session, by which the provider ends it there; nothing here reads it as proof of anything. */
export const ID_TOKEN_COOKIE: CookieScope = {
  name: 'desk_id_token',
  path: '/desk/api/sign-out',
  sameSite: 'Strict',
};

/** Browsers keep 4,096 bytes with the name (RFC 6265, section 6.1). */
const MOST_CHARACTERS = 3_800;

/**
 * The `Set-Cookie` line that keeps a value; null for one that no browser would keep.
 * @param expiresAt ISO 8601 in UTC
 */
export function signOnCookie(
  cookie: CookieScope,
  value: string,
  expiresAt: string,
  isSecure: boolean,
): string | null {
  return value.length > MOST_CHARACTERS ? null : cookieLine(cookie, value, new Date(expiresAt), isSecure);
}

/** The `Set-Cookie` line that ends one. */
export function endedSignOnCookie(cookie: CookieScope, isSecure: boolean): string {
  return cookieLine(cookie, '', new Date(0), isSecure);
}

/** The value of one in a `Cookie` header; undefined where there is none, or not one of ours: these are of base64url and dots. */
export function readSignOnCookie(cookie: CookieScope, header: string | undefined): string | undefined {
  const value = cookieValue(cookie, header);
  const isOurs = value !== undefined && value.length <= MOST_CHARACTERS && /^[\w.-]+$/.test(value);
  return isOurs ? value : undefined;
}
