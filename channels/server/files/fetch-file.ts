import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { ReceivedFile } from '../../../bot/contracts/files.js';
import { readConnectionFailure } from '../../../index/platform/connection-failure.js';
import type { ReceivingFiles } from './receive-bytes.js';

/** One file to fetch. */
export interface FileRequest {
  readonly url: string;
  readonly name: string;
  /** Whether a server may be asked; each address is, also those that a server leads on to. */
  readonly mayAsk: (address: URL) => boolean;
  /** Access token for the first address alone; null for none. */
  readonly token: string | null;
}

/** A file on the disk, or why there is none, without its address. */
export type FetchedFile =
  | { readonly kind: 'received'; readonly file: ReceivedFile }
  /** `isPassing` where another try may help. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isPassing: boolean };

const TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 2;

/**
 * Fetches a file onto the disk, bounded in bytes and time, from servers that may be asked alone. Never throws, and leaves
 * nothing behind where it fails.
 */
export async function fetchFile(
  request: FileRequest,
  files: ReceivingFiles,
  fetchUrl: typeof fetch = globalThis.fetch,
): Promise<FetchedFile> {
  const path = files.temporaryPath();
  try {
    const answer = await ask(request, fetchUrl, AbortSignal.timeout(TIMEOUT_MS));
    if ('reason' in answer) return { kind: 'failed', ...answer };
    const { body, headers } = answer;
    if (!body) return failed('the answer is empty');
    if (Number(headers.get('content-length') ?? 0) > files.limits.fileBytes) return failed('it is too large');
    await pipeline(
      Readable.fromWeb(body as ReadableStream),
      atMost(files.limits.fileBytes),
      createWriteStream(path),
    );
    const contentType = headers.get('content-type') ?? '';
    return { kind: 'received', file: { path, name: request.name, contentType } };
  } catch (error) {
    await files.discard([{ path }]);
    if (error instanceof TooLarge) return failed('it is too large');
    return { kind: 'failed', reason: readConnectionFailure(error).code, isPassing: true };
  }
}

interface Failure {
  readonly reason: string;
  readonly isPassing: boolean;
}

/** Goes where the servers lead, as long as each may be asked. A token goes to the first alone. */
async function ask(
  { url, mayAsk, token }: FileRequest,
  fetchUrl: typeof fetch,
  signal: AbortSignal,
): Promise<Response | Failure> {
  let address = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!URL.canParse(address) || !mayAsk(new URL(address))) return failed('its server may not be asked');
    const headers: Record<string, string> =
      hop === 0 && token !== null ? { authorization: `Bearer ${token}` } : {};
    const response = await fetchUrl(address, { headers, redirect: 'manual', signal });
    if (response.ok) return response;
    await response.body?.cancel();
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null || !URL.canParse(next, address)) {
      const isPassing = response.status >= 500 || response.status === 429;
      return { reason: `HTTP ${response.status}`, isPassing };
    }
    address = new URL(next, address).href;
  }
  return failed('it leads on too often');
}

function failed(reason: string) {
  return { kind: 'failed', reason, isPassing: false } as const;
}

class TooLarge extends Error {}

function atMost(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new TooLarge());
      else done(null, chunk);
    },
  });
}
