import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that the fake Graph API was sent. */
export interface GraphCallRecord {
  readonly method: string;
  /** Without the version: `/me/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A message that a customer got, in the order in which they came. */
export interface GraphMessage {
  readonly id: string;
  readonly psid: string;
  readonly text: string | undefined;
  readonly attachment: unknown;
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  readonly metadata: string | undefined;
  readonly personaId: string | undefined;
  readonly messagingType: unknown;
  readonly tag: unknown;
  readonly at: number;
}

/**
 * How a call is answered: `ok`; an error of the Graph API; nothing at all, with (`hang-after`) or without (`hang`) the
 * message having arrived; the connection broken after it arrived (`cut-after`).
 */
export type GraphScript =
  | 'ok'
  | 'hang'
  | 'hang-after'
  | 'cut-after'
  | { readonly status: number; readonly error?: Readonly<Record<string, unknown>> };

export interface FakeGraphOptions {
  readonly port?: number;
  readonly appSecret?: string;
  readonly pageId?: string;
  /** Percentages told with every answer, as `X-App-Usage`. */
  readonly usage?: Readonly<Record<string, number>>;
  /** Names of customers by their page-scoped id. */
  readonly names?: Readonly<Record<string, { first_name: string; last_name: string }>>;
  /** Webhook to which each message that arrives is told as an echo, with a signed body; none where not given. */
  readonly echoTo?: string;
}

export interface FakeGraph {
  /** `http://127.0.0.1:<port>`, for MESSENGER_GRAPH_URL. */
  readonly url: string;
  readonly port: number;
  readonly calls: readonly GraphCallRecord[];
  readonly messages: readonly GraphMessage[];
  readonly personas: ReadonlyMap<string, string>;
  /** Answers the next calls of `/messages` one by one as told; then all go well again. */
  script(...answers: GraphScript[]): void;
  /** Answers every call as told until told otherwise; typing included. */
  always(answer: GraphScript): void;
  /** Sets what X-App-Usage tells from now on; null tells nothing. */
  tellUsage(usage: Readonly<Record<string, number>> | null): void;
  echoTo(webhook: string | null): void;
  /** Sends events to a webhook as Meta does: `{"object": "page", "entry": […]}` signed over its bytes. */
  deliver(webhook: string, events: readonly unknown[], list?: 'messaging' | 'standby'): Promise<Response>;
  /** Resolves when so many messages have come, at once when they are there. */
  whenMessages(count: number): Promise<readonly GraphMessage[]>;
  /** Resolves when every echo was answered. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Stands in for graph.facebook.com as a real server of this machine: /messages, /personas, /messenger_profile, /{psid}. */
export async function startFakeGraph(options: FakeGraphOptions = {}): Promise<FakeGraph> {
  const { appSecret = 'an-app-secret-only-for-tests', pageId = '104400000000000', names = {} } = options;
  const calls: GraphCallRecord[] = [];
  const messages: GraphMessage[] = [];
  const personas = new Map<string, string>();
  const profile = new Map<string, unknown>();
  const scripted: GraphScript[] = [];
  const echoes = new Set<Promise<unknown>>();
  const waiting: { count: number; resolve: (messages: readonly GraphMessage[]) => void }[] = [];
  let always: GraphScript = 'ok';
  let usage = options.usage ?? null;
  let webhook = options.echoTo ?? null;

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const graph: FakeGraph = {
    url: `http://127.0.0.1:${port}`,
    ...{ port, calls, messages, personas },
    script: (...answers) => void scripted.push(...answers),
    always(told) {
      always = told;
    },
    tellUsage(told) {
      usage = told;
    },
    echoTo(told) {
      webhook = told;
    },
    deliver(to, events, list = 'messaging') {
      const entry = [{ id: pageId, time: Date.now(), [list]: events }];
      // Meta escapes what is not ASCII before it signs.
      const text = JSON.stringify({ object: 'page', entry }).replace(
        /[\u0080-\uffff]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      const signature = createHmac('sha256', appSecret).update(text).digest('hex');
      return fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
        body: text,
      });
    },
    whenMessages: (count) =>
      messages.length >= count
        ? Promise.resolve(messages)
        : new Promise((resolve) => waiting.push({ count, resolve })),
    async idle() {
      while (echoes.size > 0) await Promise.all(echoes);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return graph;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://graph');
    const body = await bodyOf(request);
    const path = url.pathname.replace(/^\/v\d+\.\d+/, '');
    const { method = 'GET', headers } = request;
    const query = Object.fromEntries(url.searchParams);
    calls.push({ method, path, query, authorization: headers.authorization, body, at: Date.now() });
    const isMessage = path.endsWith('/messages') && body?.message !== undefined;
    const script = (isMessage && scripted.shift()) || always;
    if (script === 'hang') return;
    if (typeof script === 'object') return reply(response, script.status, { error: script.error ?? {} });
    if (isMessage) {
      const id = receive(body);
      if (script === 'hang-after') return;
      if (script === 'cut-after') return void request.socket.destroy();
      return reply(response, 200, { recipient_id: psidOf(body), message_id: id });
    }
    reply(response, 200, answerOf(method, path, body));
  }

  function answerOf(method: string, path: string, body: Record<string, unknown> | null): unknown {
    if (path.endsWith('/messages')) return { recipient_id: psidOf(body) };
    if (path.endsWith('/personas') && method === 'POST') {
      const id = `${700_000_000 + personas.size + 1}`;
      personas.set(id, String(body?.name));
      return { id };
    }
    if (path.endsWith('/personas')) return { data: [...personas].map(([id, name]) => ({ id, name })) };
    if (path.endsWith('/messenger_profile')) return profileAnswer(method, body);
    const id = path.slice(1);
    if (method === 'DELETE') return { success: personas.delete(id) };
    return names[id] ? { ...names[id], id } : {};
  }

  function profileAnswer(method: string, body: Record<string, unknown> | null): unknown {
    if (method === 'GET') return { data: profile.size === 0 ? [] : [Object.fromEntries(profile)] };
    const { fields = [], ...values } = (body ?? {}) as { fields?: string[] };
    for (const field of fields) profile.delete(field);
    for (const [field, value] of Object.entries(values)) profile.set(field, value);
    return { result: 'success' };
  }

  function receive(body: Record<string, unknown>): string {
    const { text, attachment, quick_replies: quickReplies = [], metadata } = body.message as never;
    const id = `m_${messages.length + 1}`;
    const psid = psidOf(body);
    const { persona_id: personaId, messaging_type: messagingType, tag } = body as never;
    messages.push({
      ...{ id, psid, text, attachment, quickReplies, metadata },
      ...{ personaId, messagingType, tag, at: Date.now() },
    });
    for (const [index, waiter] of [...waiting.entries()].reverse()) {
      if (messages.length < waiter.count) continue;
      waiting.splice(index, 1);
      waiter.resolve(messages);
    }
    if (webhook !== null) echo(webhook, psid, { is_echo: true, mid: id, text, metadata });
    return id;
  }

  function echo(to: string, psid: string, message: unknown): void {
    const event = { sender: { id: pageId }, recipient: { id: psid }, timestamp: Date.now(), message };
    const told = graph.deliver(to, [event]).then(
      (response) => response.arrayBuffer(),
      // A webhook that is down hears of it no more, as with Meta.
      () => {},
    );
    echoes.add(told);
    void told.finally(() => echoes.delete(told));
  }

  function reply(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, {
      'content-type': 'application/json; charset=UTF-8',
      ...(usage === null ? {} : { 'x-app-usage': JSON.stringify(usage) }),
    });
    response.end(JSON.stringify(body));
  }
}

function psidOf(body: Record<string, unknown> | null): string {
  return String((body?.recipient as { id?: unknown } | undefined)?.id);
}

/** JSON, or a form whose fields are JSON beside the bytes of a file. */
async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data'))
    return bytes.length === 0 ? null : (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>);
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const body: Record<string, unknown> = {};
  form.forEach((value, name) => {
    if (typeof value === 'string') body[name] = /^[{[]/.test(value) ? JSON.parse(value) : value;
  });
  return body;
}
