/** What a browser keeps for a sign-in through a provider, and for signing out there. */
export interface SignOnCookie {
  readonly name: string;
  readonly path: string;
  readonly sameSite: 'Lax' | 'Strict';
}

/**
 * The sign-in under way. `Lax`: it must come along when the provider sends the browser back, and a session's own cookie
 * does not. Only the address that the browser comes back to gets it.
 */
export const FLOW_COOKIE: SignOnCookie = {
  name: 'desk_sign_on',
  path: '/desk/sign-on',
  sameSite: 'Lax',
};

/** The ID token of the session, by which the provider ends it there; nothing here reads it as proof of anything. */
export const ID_TOKEN_COOKIE: SignOnCookie = {
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
  { name, path, sameSite }: SignOnCookie,
  value: string,
  expiresAt: string,
  isSecure: boolean,
): string | null {
  if (value.length > MOST_CHARACTERS) return null;
  const expires = new Date(expiresAt).toUTCString();
  const parts = [
    `${name}=${value}`,
    `Path=${path}`,
    `Expires=${expires}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
  ];
  return (isSecure ? [...parts, 'Secure'] : parts).join('; ');
}

/** The `Set-Cookie` line that ends one. */
export function endedSignOnCookie(cookie: SignOnCookie, isSecure: boolean): string {
  return signOnCookie(cookie, '', new Date(0).toISOString(), isSecure) ?? '';
}

/** The value of one in a `Cookie` header; undefined where there is none, or not one of ours: these are of base64url and dots. */
export function readSignOnCookie({ name }: SignOnCookie, header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const isOurs = value !== undefined && value.length <= MOST_CHARACTERS && /^[\w.-]+$/.test(value);
  return isOurs ? value : undefined;
}
