import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Patience } from '../../../ingest/sources/http/contracts.js';

/** A request as a stand-in of a community sees it. */
export interface CommunityRequest {
  readonly method: string;
  /** With path and search. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface CommunityReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is given as JSON. */
  readonly body?: unknown;
}

/** Answers as a community does. */
export type Respond = (request: CommunityRequest) => CommunityReply;

/** A server on this machine that speaks as a community. */
export interface LocalCommunity {
  /** `http://127.0.0.1:PORT` */
  readonly base: string;
  readonly host: string;
  /** Every request that came, as method, path and search. */
  readonly requests: string[];
  /** How the community answers from now on. */
  respond: Respond;
  /** Gives these answers first, one a request, whatever is asked for. */
  readonly first: CommunityReply[];
  close(): Promise<void>;
}

/** Starts a stand-in; answers are packed where the other side takes that, as communities do. */
export async function startCommunity(respond: Respond): Promise<LocalCommunity> {
  const requests: string[] = [];
  const first: CommunityReply[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', community.base);
      requests.push(`${request.method} ${request.url}`);
      const asked = {
        method: request.method ?? '',
        url,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      const { status = 200, headers = {}, body = '' } = first.shift() ?? community.respond(asked);
      const isText = typeof body === 'string' || Buffer.isBuffer(body);
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(isText ? String(body) : JSON.stringify(body));
      const isPacked =
        headers['content-encoding'] === undefined &&
        /gzip/.test(String(request.headers['accept-encoding'])) &&
        bytes.length > 200;
      response.writeHead(status, {
        'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
        ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
        ...headers,
      });
      response.end(isPacked ? gzipSync(bytes) : bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const community: LocalCommunity = {
    base: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    respond,
    first,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return community;
}

/** Patience that waits no moment: it moves its own time. */
export function instantPatience(
  start = new Date('2026-03-01T00:00:00Z'),
): Patience & { readonly waited: number[] } {
  let now = start.getTime();
  const waited: number[] = [];
  return {
    now: () => new Date(now),
    wait(ms) {
      waited.push(ms);
      now += ms;
      return Promise.resolve();
    },
    waited,
  };
}
