import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { shownAddress } from './check-address.js';
import type { FetchOptions, FetchReply } from './contracts.js';
import { guardedLookup, type Resolver } from './guarded-lookup.js';
import { readAnswerBody } from './read-answer-body.js';

interface SenderOptions {
  readonly intranetHosts: readonly string[];
  readonly contact: string | null;
  readonly attemptMs?: number;
  readonly resolve?: Resolver;
}

/** Makes one request to an address that was checked. */
type Sender = (
  url: URL,
  request: FetchOptions,
  headers: Readonly<Record<string, string>>,
) => Promise<FetchReply>;

const MOST_BYTES = 32 * 1024 * 1024;
const ATTEMPT_MS = 60_000;

/** Makes requests over connections to public addresses, or to those of the intranet that are named. */
export function createSender({
  intranetHosts,
  contact,
  attemptMs = ATTEMPT_MS,
  resolve,
}: SenderOptions): Sender {
  const lookup = guardedLookup(resolve);
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  const userAgent = `CommunitySupportBot/1.0 (ingest of accepted answers${contact ? `; ${contact}` : ''})`;

  return async (url, { form, isHead = false, mostBytes = MOST_BYTES }, headers) => {
    const body = form ? new URLSearchParams(form).toString() : null;
    const make = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const response = await new Promise<IncomingMessage>((resolveResponse, reject) => {
      const sent = make(url, {
        method: isHead ? 'HEAD' : body === null ? 'GET' : 'POST',
        agent: agents[url.protocol as keyof typeof agents],
        headers: {
          'user-agent': userAgent,
          'accept-encoding': 'gzip, deflate, br',
          ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
        signal: AbortSignal.timeout(attemptMs),
        ...(intranetHosts.includes(url.host) ? {} : { lookup }),
      });
      sent.on('response', resolveResponse);
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
    try {
      // A head may name a packing that no byte follows.
      const bytes = isHead ? Buffer.alloc(0) : await readAnswerBody(response, shownAddress(url), mostBytes);
      return { status: response.statusCode ?? 0, headers: plainHeaders(response), bytes, url: url.href };
    } finally {
      response.destroy();
    }
  };
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
