import { isIP } from 'node:net';
import { ingestErrors } from '../../errors.js';
import { NOT_PUBLIC } from './guarded-lookup.js';
import { isPublicAddress } from './public-address.js';

/**
 * An address that may be read, or to which an answer leads on.
 * @param from where it was found; null where it was asked for
 * @throws SOURCE_ADDRESS_REFUSED for another protocol, another host, a private address, and https that leads to http
 */
export function checkAddress(
  location: string,
  from: URL | null,
  hosts: readonly string[],
  intranetHosts: readonly string[],
): URL {
  if (!URL.canParse(location, from?.href)) {
    const reason = from ? 'it leads to no address' : 'it is no address';
    throw ingestErrors.SOURCE_ADDRESS_REFUSED({ address: shownAddress(from) || 'of the source', reason });
  }
  const url = new URL(location, from?.href);
  const refuse = (reason: string) =>
    ingestErrors.SOURCE_ADDRESS_REFUSED({ address: shownAddress(url), reason });
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('only http and https are read');
  if (url.username !== '' || url.password !== '') throw refuse('a name or password stands in it');
  if (from?.protocol === 'https:' && url.protocol === 'http:') throw refuse('https leads to http there');
  if (!hosts.includes(url.host)) {
    throw refuse(`it is not of ${hosts.join(', ')}; where the community has moved, set its new address`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !intranetHosts.includes(url.host) && !isPublicAddress(host))
    throw refuse(NOT_PUBLIC);
  return url;
}

/** An address as it may be told: without name and password, and without what stands behind "?", where keys may be. */
export function shownAddress(url: URL | null): string {
  return url === null ? '' : `${url.protocol}//${url.host}${url.pathname}`;
}
