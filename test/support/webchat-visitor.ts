import WebSocket from 'ws';
import type { WebchatServer } from './webchat-server.js';

export type Json = Readonly<Record<string, unknown>>;

/** A bare client of the web chat, request by request. */
export interface Visitor {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Calls a path below /v3/directline with the token; `body` as JSON where given. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** Posts an activity to the visitor's conversation. */
  post(activity: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Asks for a token and, unless told otherwise, starts the conversation. */
export async function visit(server: WebchatServer, options: { isStarted?: boolean } = {}): Promise<Visitor> {
  const answer = await call(`${server.url}/api/webchat/token`, { method: 'POST' });
  const { token, conversationId, userId } = answer.body as {
    token: string;
    conversationId: string;
    userId: string;
  };
  const authorization = { authorization: `Bearer ${token}` };
  const visitor: Visitor = {
    token,
    conversationId,
    userId,
    call: (path, { headers, ...rest } = {}) =>
      call(`${server.directLine}${path}`, { ...rest, headers: { ...authorization, ...headers } }),
    post: (activity, headers) =>
      visitor.call(`/conversations/${conversationId}/activities`, {
        method: 'POST',
        body: activity,
        ...(headers ? { headers } : {}),
      }),
  };
  if (options.isStarted !== false) await visitor.call('/conversations', { method: 'POST', body: {} });
  return visitor;
}

/** One request; a body that is not JSON reads as {}. */
export async function call(url: string, options: CallOptions = {}): Promise<Answer> {
  const { body } = options;
  const response = await fetch(url, {
    method: options.method ?? 'GET',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: readJson(text) };
}

/** The visitor's activities after a watermark, by polling. */
export async function activitiesOf(visitor: Visitor, watermark = '') {
  const path = `/conversations/${visitor.conversationId}/activities?watermark=${watermark}`;
  const { body } = await visitor.call(path);
  return body as unknown as {
    readonly activities: readonly { readonly id: string; readonly text?: string }[];
    readonly watermark: string;
  };
}

/** The code of an answer in the one form of errors. */
export function errorCode(body: Json): string | undefined {
  return (body as { error?: { code?: string } }).error?.code;
}

/** What a JWT says, unchecked, as clients read it. */
export function claimsOf(token: unknown): object {
  const claims = Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8');
  return JSON.parse(claims) as object;
}

/** What became of an upgrade request: the open socket with its frames, or the refusal. */
export type Upgrade =
  | { readonly socket: WebSocket; next(): Promise<string> }
  | { readonly status: number; readonly body: Json };

export function openSocket(url: string, headers: Record<string, string> = {}): Promise<Upgrade> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    const frames: string[] = [];
    const waiting: ((frame: string) => void)[] = [];
    socket.on('message', (bytes) => {
      const frame = bytes.toString();
      const waiter = waiting.shift();
      if (waiter) waiter(frame);
      else frames.push(frame);
    });
    const next = () =>
      new Promise<string>((told) => {
        const frame = frames.shift();
        if (frame === undefined) waiting.push(told);
        else told(frame);
      });
    socket.on('open', () => resolve({ socket, next }));
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: readJson(text) }));
    });
  });
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
