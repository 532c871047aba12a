const NAME = 'desk_session';

/**
 * The `Set-Cookie` line that keeps a session (RFC 6265): not readable by scripts, sent to the desk only, never along
 * with a request that another site starts, and over https only where the desk is reached by https.
 * @param expiresAt ISO 8601 in UTC
 */
export function sessionCookie(token: string, expiresAt: string, isSecure: boolean): string {
  return cookieLine(encodeURIComponent(token), new Date(expiresAt), isSecure);
}

/** The `Set-Cookie` line that ends a session in the browser. */
export function endedSessionCookie(isSecure: boolean): string {
  return cookieLine('', new Date(0), isSecure);
}

/** The session token in a `Cookie` header; null where there is none or it is not readable. */
export function readSessionToken(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  if (value === undefined || value === '' || !/^[\w.~%-]{1,500}$/.test(value)) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // A broken %-escape: not one of ours.
  }
}

function cookieLine(value: string, expires: Date, isSecure: boolean): string {
  const parts = [
    `${NAME}=${value}`,
    'Path=/desk',
    `Expires=${expires.toUTCString()}`,
    'HttpOnly',
    'SameSite=Strict',
  ];
  return (isSecure ? [...parts, 'Secure'] : parts).join('; ');
}
