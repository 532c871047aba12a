/** As long as RFC 5321 (4.5.3.1.3) lets a path be. */
const LONGEST = 254;
/** RFC 5321's Dot-string at a domain with a point in it: no quotes, comments, lists or names, and nothing but ASCII. */
const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}";
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM}){0,20}@(?:${LABEL}\\.){1,10}[a-z][a-z0-9-]{0,61}[a-z0-9]$`);

/**
 * One e-mail address as it is kept and sent to, in lower case; null for all else. What could be more than one address, or
 * begin another line of a mail, is none.
 */
export function readMailAddress(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > LONGEST + 20) return null;
  const address = text.trim().toLowerCase();
  return address.length <= LONGEST && address.indexOf('@') <= 64 && ADDRESS.test(address) ? address : null;
}

/** An address as its owner knows it again and nobody else reads it: "m…@example.com". */
export function shortAddress(address: string): string {
  return `${address.slice(0, 1)}…${address.slice(address.indexOf('@'))}`;
}
