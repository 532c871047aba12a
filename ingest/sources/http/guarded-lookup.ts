import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { ingestErrors } from '../../errors.js';
import { isPublicAddress } from './public-address.js';

/** Finds all addresses of a host. */
export type Resolver = (host: string) => Promise<readonly LookupAddress[]>;

/** What is said of a host within a network of one's own. */
export const NOT_PUBLIC =
  'its address is one of a private network or of this machine; where that is meant, INGEST_INTRANET_HOSTS names the host';

const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });

/**
 * Resolves a host for a connection that is about to be made, and refuses it when any of its addresses is not public. The
 * connection goes to exactly the addresses that were checked, so that a name that leads elsewhere a moment later
 * gains nothing.
 */
export function guardedLookup(resolve: Resolver = systemResolver): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
          return callback(ingestErrors.SOURCE_ADDRESS_REFUSED({ address: host, reason: NOT_PUBLIC }), '');
        }
        if (options.all) return callback(null, [...addresses]);
        callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
