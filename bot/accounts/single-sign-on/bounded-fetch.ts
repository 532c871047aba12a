import { isCoded, messageOf } from '../../../index/platform/errors.js';
import { botErrors } from '../../errors.js';

/** Each request; somebody waits at the door for it. */
const PATIENCE_MS = 8_000;
/** Metadata, keys and tokens are a few kilobytes. */
const MOST_BYTES = 500_000;

type Fetch = (address: string, options: RequestInit) => Promise<Response>;

/**
 * Fetch for answers of a provider: in time, of bounded size, and never at another address than was asked.
 * @throws SIGN_ON_UNREACHABLE for everything that keeps an answer away, an answer of 5xx as well
 */
export function createBoundedFetch(fetch: Fetch = globalThis.fetch): Fetch {
  return async (address, options) => {
    try {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(address, { ...options, redirect: 'manual', signal: patience });
      if (response.status >= 500) throw unreachable(`it answered ${response.status}`);
      const bytes = await readBounded(response);
      const { status, headers } = response;
      // An answer without content may have no body (Fetch, "null body status").
      return new Response(status === 204 || status === 304 ? null : bytes, { status, headers });
    } catch (error) {
      throw isCoded(error) ? error : unreachable(reasonOf(error), error);
    }
  };
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read?.value === undefined) break;
    size += read.value.length;
    if (size > MOST_BYTES) {
      void reader?.cancel().catch(() => {});
      throw unreachable(`its answer is longer than ${MOST_BYTES} bytes`);
    }
    parts.push(read.value);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

function unreachable(reason: string, cause?: unknown): Error {
  return botErrors.SIGN_ON_UNREACHABLE({ reason }, cause);
}

/** "fetch failed" says nothing; what lies under it does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? messageOf(cause) : messageOf(error);
}
