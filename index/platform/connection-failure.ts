/** How `fetch` failed. */
export interface ConnectionFailure {
  /** Whether the request surely never left: it may be made again at once, and nothing happens twice. */
  readonly isBeforeSending: boolean;
  /** The system's code, such as ECONNREFUSED; `timeout`, or `connection failed` where there is none. */
  readonly code: string;
}

/** System calls that come before any byte of a request: whatever goes wrong in one, nothing was sent. */
const CALLS_BEFORE_SENDING: readonly unknown[] = ['connect', 'getaddrinfo'];

/**
 * Codes that only ever come before a byte of a request. Missing on purpose, since an open connection ends with them as
 * well: ECONNRESET, ETIMEDOUT, EHOSTUNREACH, ENETUNREACH. They count where the system call is `connect`.
 */
const CODES_BEFORE_SENDING: ReadonlySet<string> = new Set([
  // Nobody listens.
  'ECONNREFUSED',
  // No port or address of this machine is left to call from.
  'EADDRNOTAVAIL',
  // No address for the name; the other answers of getaddrinfo begin with EAI_ (RFC 3493, 6.1).
  'ENOTFOUND',
  // No connection within fetch's own time for it.
  'UND_ERR_CONNECT_TIMEOUT',
  // Nothing that could be called.
  'ERR_INVALID_URL',
  // The server's certificate is not trusted, which ends the handshake: Node.js, "TLS", "X509 certificate error codes".
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * What a rejection of `fetch` means for a request that follows no redirects; pure. What is not known counts as sent: a
 * message that is repeated too early is shown twice, one that waits only comes late.
 *
 * `fetch` rejects with a TypeError whose `cause` has the system's code, an AggregateError of several where a name has
 * several addresses (all of them must have failed before sending), and a DOMException named TimeoutError when its signal
 * ended it, which may be at any point.
 */
export function readConnectionFailure(error: unknown): ConnectionFailure {
  const { name, cause } = Object(error) as { readonly name?: unknown; readonly cause?: unknown };
  if (name === 'TimeoutError') return { isBeforeSending: false, code: 'timeout' };
  const failures = failuresIn(cause ?? error);
  return {
    isBeforeSending: failures.every(isBeforeSending),
    code: failures.map(codeOf).find((code) => code !== null) ?? 'connection failed',
  };
}

/** The failure itself, or those of each address that was tried; never empty. */
function failuresIn(error: unknown): readonly unknown[] {
  const isOfSeveral = error instanceof AggregateError && error.errors.length > 0;
  return isOfSeveral ? error.errors.flatMap(failuresIn) : [error];
}

function isBeforeSending(failure: unknown): boolean {
  const { syscall } = Object(failure) as { readonly syscall?: unknown };
  const code = codeOf(failure) ?? '';
  return CALLS_BEFORE_SENDING.includes(syscall) || code.startsWith('EAI_') || CODES_BEFORE_SENDING.has(code);
}

function codeOf(failure: unknown): string | null {
  const { code } = Object(failure) as { readonly code?: unknown };
  return typeof code === 'string' ? code : null;
}
