/** Where a browser sends a cookie, and on whose requests (RFC 6265; `SameSite` of RFC 6265bis). */
export interface CookieScope {
  readonly name: string;
  readonly path: string;
  readonly sameSite: 'Lax' | 'Strict';
}

/**
 * A `Set-Cookie` line, of a cookie that no script reads.
 * @param value as it is sent
 * @param isSecure whether it goes over https only
 */
export function cookieLine(
  { name, path, sameSite }: CookieScope,
  value: string,
  expires: Date,
  isSecure: boolean,
): string {
  const parts = [
    `${name}=${value}`,
    `Path=${path}`,
    `Expires=${expires.toUTCString()}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
  ];
  return (isSecure ? [...parts, 'Secure'] : parts).join('; ');
}

/** What a `Cookie` header says of a name, as it was sent; undefined where it says nothing. */
export function cookieValue(
  { name }: Pick<CookieScope, 'name'>,
  header: string | undefined,
): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
