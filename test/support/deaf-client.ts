import { connect, type Socket } from 'node:net';

/** A connection that says something and then takes nothing of what comes back. */
export interface DeafClient {
  readonly socket: Socket;
  /** Resolves when the other side has ended the connection; that is noticed only by one that reads (`socket.resume`). */
  readonly ended: Promise<void>;
  end(): void;
}

/** Opens a connection, writes `bytes` and reads nothing. Resolves when the bytes are out. */
export function openDeaf(url: string, bytes = ''): Promise<DeafClient> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.pause();
    const ended = new Promise<void>((told) => {
      socket.on('close', () => told());
    });
    // The other side may reset it: that is an end too.
    socket.on('error', () => {});
    const client = { socket, ended, end: () => socket.destroy() };
    if (bytes === '') socket.on('connect', () => resolve(client));
    else socket.write(bytes, () => resolve(client));
  });
}

/** The bytes of a request for a conversation's history. */
export function historyRequest(url: string, conversationId: string, token: string, watermark = ''): string {
  const { host } = new URL(url);
  return (
    `GET /v3/directline/conversations/${conversationId}/activities?watermark=${watermark} HTTP/1.1\r\nHost: ${host}\r\n` +
    `Authorization: Bearer ${token}\r\n\r\n`
  );
}

/** The bytes that ask for a WebSocket. */
export function upgradeRequest(address: string): string {
  const url = new URL(address);
  return (
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\n` +
    'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
  );
}
