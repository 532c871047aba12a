import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** What came of one try: a status, 'cut' where the connection was ended without one, 'held' where it stood to the end. */
export type Outcome = number | 'cut' | 'held';

export interface FloodAnswer {
  readonly outcome: Outcome;
  /** The body where it is JSON of an object; else empty. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FloodRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** One network address that a stranger sends from. */
export interface FloodClient {
  readonly url: string;
  ask(wanted: FloodRequest): Promise<FloodAnswer>;
  /** Opens a connection, writes `bytes` and reads nothing; null where it was not let in. */
  openDeaf(bytes: string): Promise<Socket | null>;
  close(): void;
}

/** Whoever floods does not care about one answer. */
const PATIENCE_MS = 20_000;
const MOST_BODY = 100_000;

/**
 * @param url of the server, such as http://127.0.0.1:3978
 * @param from the address of this machine that requests come from, such as 127.0.0.2
 * @param patienceMs how long a connection may be silent before a request on it counts as cut off
 */
export function createFloodClient(url: string, from: string, patienceMs = PATIENCE_MS): FloodClient {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 64, localAddress: from });
  const sockets = new Set<Socket>();

  return {
    url,
    ask: ({ method = 'POST', path, headers = {}, body = '' }) =>
      new Promise((resolve) => {
        const asking = request(
          { agent, hostname, port, method, path, headers: { 'content-length': body.length, ...headers } },
          (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (chunk: string) => {
              if (text.length < MOST_BODY) text += chunk;
            });
            const end = () => resolve({ outcome: response.statusCode ?? 'cut', body: objectIn(text) });
            response.on('end', end).on('error', end).on('close', end);
          },
        );
        asking.setTimeout(patienceMs, () => asking.destroy());
        asking.on('error', () => resolve({ outcome: 'cut', body: {} }));
        asking.end(body);
      }),
    openDeaf: (bytes) =>
      new Promise((resolve) => {
        const socket = connect({ host: hostname, port: Number(port), localAddress: from });
        sockets.add(socket);
        socket.pause();
        socket.on('error', () => resolve(null));
        socket.on('close', () => {
          sockets.delete(socket);
          resolve(null);
        });
        socket.write(bytes, () => resolve(socket));
      }),
    close() {
      agent.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
