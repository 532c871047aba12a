import { isCoded, messageOf } from '../../index/platform/errors.js';
import { channelErrors, channelStatuses } from '../errors.js';

/** The one form of every error that leaves the server (Direct Line 3.0, "ErrorResponse"). */
export interface ErrorResponse {
  readonly status: number;
  /** After how long asking again makes sense, where the status is 429. */
  readonly retryAfterSeconds?: number;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
}

/**
 * The answer to an error: a coded error whose status is known speaks for itself, a body that cannot be read is named
 * so, and everything else is a SERVICE_ERROR that shows nothing of the inside.
 */
export function toErrorResponse(
  error: unknown,
  requestId: string,
  statuses: Readonly<Record<string, number>> = channelStatuses,
): ErrorResponse {
  const known = isCoded(error) ? error : fromRequestReader(error);
  const status = known && statuses[known.code];
  if (known && status !== undefined) return response(status, known.code, known.message);
  const hidden = channelErrors.SERVICE_ERROR({ requestId });
  return response(500, hidden.code, hidden.message);
}

function response(status: number, code: string, message: string): ErrorResponse {
  const wait = status === 429 ? { retryAfterSeconds: code === 'TOO_MANY_READS' ? 1 : 60 } : {};
  return { status, ...wait, body: { error: { code: inPascalCase(code), message } } };
}

/** A code as it stands on the wire: TOKEN_EXPIRED → "TokenExpired". */
export function inPascalCase(code: string): string {
  return code
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/**
 * Express's readers of bodies and files raise errors with a 4xx `status`, most with a `type`, and a message about the
 * form of the request; what their decompression raises has the status and a code of zlib.
 */
function fromRequestReader(error: unknown) {
  // A path that is not percent-encoded properly.
  if (error instanceof URIError) return channelErrors.BAD_ARGUMENT({ reason: 'the address is malformed' });
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') {
    const limit = 'limit' in error ? `${error.limit} bytes` : 'a part of that';
    return channelErrors.BODY_TOO_LARGE({ limit }, error);
  }
  if (type === 'entity.parse.failed') {
    return channelErrors.BAD_ARGUMENT({ reason: 'the body is not JSON' }, error);
  }
  if ('code' in error && /^(Z_|ERR_BROTLI|ERR__)/.test(String(error.code))) {
    return channelErrors.BAD_ARGUMENT({ reason: 'the body cannot be unpacked' }, error);
  }
  const isTheirs = typeof error.status === 'number' && error.status >= 400 && error.status < 500;
  return isTheirs ? channelErrors.BAD_ARGUMENT({ reason: messageOf(error) }, error) : undefined;
}
