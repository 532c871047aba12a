/** What made `fetch` fail before any byte of a request was sent: no name, no route, nobody there, no trust. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** How `fetch` failed. */
export interface ConnectionFailure {
  /** Whether the request surely did not arrive. */
  readonly isBeforeSending: boolean;
  /** The system's word for it, such as ECONNREFUSED, or `timeout`. */
  readonly word: string;
}

/**
 * What a rejection of `fetch` means; pure.
 *
 * `fetch` rejects with a TypeError whose `cause` has the system's code, an AggregateError of several where a name has
 * several addresses, and a DOMException named TimeoutError when its signal ended it.
 */
export function connectionFailure(error: unknown): ConnectionFailure {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { isBeforeSending: false, word: 'timeout' };
  }
  const codes = codesOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
  return {
    isBeforeSending: codes.length > 0 && codes.every((code) => BEFORE_SENDING.has(code)),
    word: codes[0] ?? 'connection failed',
  };
}

function codesOf(error: unknown): string[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(codesOf);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? [code] : [];
}
