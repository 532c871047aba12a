import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Log } from '../../index/platform/log.js';
import { channelErrors } from '../errors.js';
import type { ErrorResponse } from './error-response.js';
import { type AddressSettings, checkHost } from './public-address.js';

/** An open WebSocket, as much of it as a door needs. This file is the one door to ws. */
export interface LiveSocket {
  send(text: string): void;
  /** Bytes that the other side has not taken yet. */
  bufferedBytes(): number;
  /** Resolves when the other side has taken everything sent so far, or the socket has closed. */
  taken(): Promise<void>;
  close(code: number, reason: string): void;
  /** Ends it at once, for a side that takes nothing: it would not take a close frame either. */
  end(): void;
  onClose(listener: () => void): void;
}

export interface SocketRoute {
  /** Matched against the path of the upgrade request. */
  readonly path: RegExp;
  /**
   * Decides on an upgrade request and returns what is done with the open socket.
   * @throws a coded error to refuse: its status and code are the answer
   */
  accept(request: IncomingMessage, url: URL): Promise<(socket: LiveSocket) => void>;
}

interface SocketsOptions {
  readonly settings: AddressSettings;
  readonly routes: readonly SocketRoute[];
  readonly respondTo: (error: unknown) => ErrorResponse;
  readonly log: Log;
  /** How often every socket is pinged; one that did not answer the ping before is ended. */
  readonly heartbeatMs: number;
}

interface Sockets {
  /**
   * Takes the upgrade requests of a server and starts the heartbeat.
   * @param admit whether a request may be looked at; it answers one that may not
   */
  attach(server: Server, admit: (request: IncomingMessage, stream: Duplex) => boolean): void;
  /** Closes every socket with code 1001 ("going away") and stops the heartbeat. */
  stop(): Promise<void>;
}

/** Clients only send empty keep-alives; anything near this size is not a chat client. */
const MAX_FRAME_BYTES = 4_096;
const CLOSE_PATIENCE_MS = 1_000;

/** Opens WebSockets for the doors' routes, finds dead ones by ping and pong (RFC 6455 §5.5.2), closes all at the end. */
export function createSockets(options: SocketsOptions): Sockets {
  const { routes, respondTo, log, heartbeatMs } = options;
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    clientTracking: false,
  });
  const answered = new Map<WebSocket, boolean>();
  let heartbeat: NodeJS.Timeout | undefined;
  let isStopping = false;

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy());
    try {
      if (isStopping) throw channelErrors.SERVICE_STOPPING({});
      checkHost(request, options.settings);
      const url = urlOf(request);
      const route = routes.find((candidate) => candidate.path.test(url.pathname));
      if (!route) throw channelErrors.NOT_FOUND({});
      const open = await route.accept(request, url);
      acceptor.handleUpgrade(request, stream, head, (socket) => {
        answered.set(socket, true);
        socket.on('pong', () => answered.set(socket, true));
        socket.on('close', () => answered.delete(socket));
        socket.on('error', (error) => log.debug('A socket failed.', { error }));
        open(asLiveSocket(socket));
      });
    } catch (error) {
      refuse(stream, respondTo(error));
    }
  }

  function beat(): void {
    for (const [socket, hasAnswered] of answered) {
      if (!hasAnswered) {
        socket.terminate();
        continue;
      }
      answered.set(socket, false);
      socket.ping();
      // An empty text frame: the keep-alive that Direct Line clients know; it also keeps proxies from closing.
      socket.send('');
    }
  }

  return {
    attach(server, admit) {
      server.on('upgrade', (request, stream, head) => {
        if (admit(request, stream)) void upgrade(request, stream, head);
      });
      heartbeat = setInterval(beat, heartbeatMs);
      heartbeat.unref();
    },
    async stop() {
      isStopping = true;
      clearInterval(heartbeat);
      await Promise.all([...answered.keys()].map(closeGently));
    },
  };
}

/** @throws BAD_ARGUMENT for an address that is no path, such as `//` */
function urlOf(request: IncomingMessage): URL {
  const path = request.url ?? '/';
  if (!/^\/(?!\/)/.test(path) || !URL.canParse(path, 'http://host')) {
    throw channelErrors.BAD_ARGUMENT({ reason: 'the address is malformed' });
  }
  return new URL(path, 'http://host');
}

function asLiveSocket(socket: WebSocket): LiveSocket {
  let untaken = 0;
  let waiting: (() => void)[] = [];
  const tell = () => {
    for (const told of waiting) told();
    waiting = [];
  };
  socket.on('close', tell);
  return {
    send: (text) => {
      if (socket.readyState !== socket.OPEN) return;
      untaken += 1;
      socket.send(text, () => {
        untaken -= 1;
        if (untaken === 0) tell();
      });
    },
    bufferedBytes: () => socket.bufferedAmount,
    taken: () =>
      new Promise((resolve) => {
        if (untaken === 0 || socket.readyState === socket.CLOSED) resolve();
        else waiting.push(resolve);
      }),
    close: (code, reason) => socket.close(code, reason),
    end: () => socket.terminate(),
    onClose: (listener) => socket.on('close', listener),
  };
}

function closeGently(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_PATIENCE_MS);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001, 'the server is stopping');
  });
}

function refuse(stream: Duplex, response: ErrorResponse): void {
  const body = JSON.stringify(response.body);
  const retryAfter =
    response.retryAfterSeconds === undefined ? '' : `Retry-After: ${response.retryAfterSeconds}\r\n`;
  stream.end(
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? 'Error'}\r\n` +
      `Connection: close\r\n${retryAfter}` +
      'Content-Type: application/json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => stream.destroy(),
  );
}
