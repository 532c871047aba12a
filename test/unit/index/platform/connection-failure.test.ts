import { describe, expect, it } from 'vitest';
import { readConnectionFailure } from '../../../../index/platform/connection-failure.js';

interface SystemError {
  readonly code?: string;
  readonly syscall?: string;
}

const systemError = (fields: SystemError) => Object.assign(new Error('a failure'), fields);

/** As `fetch` rejects. */
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });

const ofSeveral = (...addresses: readonly SystemError[]) =>
  fetchFailed(new AggregateError(addresses.map(systemError)));

const sentAfter = (fields: SystemError) =>
  readConnectionFailure(fetchFailed(systemError(fields))).isBeforeSending ? 'nothing' : 'perhaps';

describe('a call that failed', () => {
  it.each([
    // Nobody there, no address for the name, no port of this machine to call from.
    'ECONNREFUSED',
    'EADDRNOTAVAIL',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_FAIL',
    'EAI_NODATA',
    'EAI_MEMORY',
    'UND_ERR_CONNECT_TIMEOUT',
    'ERR_INVALID_URL',
    // No trust: the handshake ended before the request.
    'CERT_CHAIN_TOO_LONG',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REJECTED',
    'CERT_REVOKED',
    'CERT_SIGNATURE_FAILURE',
    'CERT_UNTRUSTED',
    'CRL_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_FORMAT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
    'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
    'UNABLE_TO_GET_CRL',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('sent nothing when it ended with %s', (code) => {
    expect(sentAfter({ code })).toBe('nothing');
    expect(readConnectionFailure(fetchFailed(systemError({ code }))).code).toBe(code);
  });

  it.each([
    { code: 'ECONNRESET' },
    { code: 'ECONNABORTED' },
    { code: 'EPIPE' },
    { code: 'ETIMEDOUT' },
    { code: 'UND_ERR_SOCKET' },
    { code: 'UND_ERR_HEADERS_TIMEOUT' },
    { code: 'UND_ERR_BODY_TIMEOUT' },
    { code: 'UND_ERR_ABORTED' },
    { code: 'EPROTO' },
    // The server wants a certificate of ours, which it says when TLS 1.3 may have carried the request already.
    { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' },
    { code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE' },
    { code: 'NEVER_HEARD_OF' },
    {},
  ])('may have arrived when it ended with %j', (fields) => {
    expect(sentAfter(fields)).toBe('perhaps');
  });

  it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EINVAL'])(
    'sent nothing with %s while it connected, and perhaps later',
    (code) => {
      expect(sentAfter({ code, syscall: 'connect' })).toBe('nothing');
      expect(sentAfter({ code, syscall: 'read' })).toBe('perhaps');
      expect(sentAfter({ code, syscall: 'write' })).toBe('perhaps');
      expect(sentAfter({ code })).toBe('perhaps');
    },
  );

  it('sent nothing when its name was not found, whatever the code', () => {
    expect(sentAfter({ code: 'ESERVFAIL', syscall: 'getaddrinfo' })).toBe('nothing');
  });

  it('may have arrived when its time was over', () => {
    const error = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(readConnectionFailure(error)).toEqual({ isBeforeSending: false, code: 'timeout' });
  });

  it('sent nothing when every address of the host failed before sending', () => {
    const error = ofSeveral({ code: 'ETIMEDOUT', syscall: 'connect' }, { code: 'ECONNREFUSED' });
    expect(readConnectionFailure(error)).toEqual({ isBeforeSending: true, code: 'ETIMEDOUT' });
  });

  it('may have arrived when one address failed later, or none is told', () => {
    const later = ofSeveral({ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' });
    expect(readConnectionFailure(later)).toEqual({ isBeforeSending: false, code: 'ECONNREFUSED' });
    expect(readConnectionFailure(ofSeveral()).isBeforeSending).toBe(false);
  });

  it('is read without the wrapping of fetch as well', () => {
    const error = systemError({ code: 'ECONNREFUSED' });
    expect(readConnectionFailure(error)).toEqual({ isBeforeSending: true, code: 'ECONNREFUSED' });
  });

  it.each([new TypeError('terminated'), 'a text', null, undefined, { code: 7 }])(
    'may have arrived when nothing says how it ended: %o',
    (error) => {
      expect(readConnectionFailure(error)).toEqual({ isBeforeSending: false, code: 'connection failed' });
    },
  );
});
