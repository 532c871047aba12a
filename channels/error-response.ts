import { isCoded, messageOf } from '../index/platform/errors.js';
import { channelErrors, channelStatuses } from './errors.js';

/** The one form of every error that leaves the server (Direct Line 3.0, "ErrorResponse"). */
export interface ErrorResponse {
  readonly status: number;
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
  const known = isCoded(error) ? error : fromBodyParser(error);
  const status = known && statuses[known.code];
  if (known && status !== undefined) return response(status, known.code, known.message);
  const hidden = channelErrors.SERVICE_ERROR({ requestId });
  return response(500, hidden.code, hidden.message);
}

function response(status: number, code: string, message: string): ErrorResponse {
  return { status, body: { error: { code: inPascalCase(code), message } } };
}

function inPascalCase(code: string): string {
  return code
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Express's body readers raise http-errors with a `type`, a 4xx `status` and a message about the body's form. */
function fromBodyParser(error: unknown) {
  if (!(error instanceof Error) || !('type' in error) || !('status' in error)) {
    // A path that is not percent-encoded properly.
    if (error instanceof URIError) return channelErrors.BAD_ARGUMENT({ reason: 'the address is malformed' });
    return undefined;
  }
  if (error.type === 'entity.too.large') {
    const limit = 'limit' in error ? `${error.limit} bytes` : 'a part of that';
    return channelErrors.BODY_TOO_LARGE({ limit }, error);
  }
  if (error.type === 'entity.parse.failed') {
    return channelErrors.BAD_ARGUMENT({ reason: 'the body is not JSON' }, error);
  }
  const isTheirs = typeof error.status === 'number' && error.status >= 400 && error.status < 500;
  return isTheirs ? channelErrors.BAD_ARGUMENT({ reason: messageOf(error) }, error) : undefined;
}
