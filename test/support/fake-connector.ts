import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from '../../bot/contracts/activities.js';

/** One call that the bot made. */
export interface ConnectorRequest {
  readonly method: string;
  /** As it came, percent-encoding included. */
  readonly path: string;
  readonly authorization: string | null;
  readonly conversationId: string;
  /** The activity that is answered (POST) or changed (PUT); null where none is named. */
  readonly activityId: string | null;
  readonly activity: Activity;
}

/** What a call is answered with instead of an id; `hang` never answers, `reset` breaks the connection. */
export type ScriptedAnswer =
  | 'hang'
  | 'reset'
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** Whether the message is shown although the answer tells of a failure. */
      readonly isShown?: boolean;
    };

/** The Bot Connector service of Azure as a server on this machine. */
export interface FakeConnector {
  /** `serviceUrl` for activities, `http://127.0.0.1:<port>/`. */
  readonly url: string;
  readonly requests: readonly ConnectorRequest[];
  /** Ids of the conversations in which something was shown, in the order of their first. */
  conversations(): readonly string[];
  /** What a customer sees, in order: activities with their ids, changed where they were changed. */
  shown(conversationId: string): readonly Activity[];
  /** Resolves when `isDone` is true of what a customer sees. */
  whenShown(
    conversationId: string,
    isDone: (shown: readonly Activity[]) => boolean,
  ): Promise<readonly Activity[]>;
  /** Resolves when it was called for a conversation so many times, whatever it answered. */
  whenCalled(conversationId: string, count: number): Promise<void>;
  /** Makes somebody belong to a group, or no more. */
  setMember(groupId: string, memberId: string, isMember?: boolean): void;
  /** Somebody deletes a message that is shown. */
  remove(activity: Activity): void;
  /** An id of a message that somebody else says now: the ids of a service are times, and rise. */
  nextId(): string;
  /** Answers the next calls by script; for one conversation, or for all. */
  script(answers: readonly ScriptedAnswer[], conversationId?: string): void;
  /** Answers every call like this until it is set to null. */
  answerAll(answer: ScriptedAnswer | null): void;
  stop(): Promise<void>;
}

const ANY = '*';
const PATH = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
const MEMBER = /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/;
const THREADS = '/v3/conversations';

/** Body of "Create conversation" for a thread of a channel. */
interface ThreadOrder {
  readonly activity: Activity;
  readonly channelData: { readonly channel: { readonly id: string } };
}

/** @param port a port to listen on again after a stop; any free one where not given */
export async function startFakeConnector(port = 0): Promise<FakeConnector> {
  const requests: ConnectorRequest[] = [];
  const conversations = new Map<string, Activity[]>();
  const scripts = new Map<string, ScriptedAnswer[]>();
  const watchers = new Set<() => void>();
  const members = new Set<string>();
  let forAll: ScriptedAnswer | null = null;
  let lastId = 1_700_000_000_000;

  const shown = (conversationId: string): Activity[] => {
    const activities = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, activities);
    return activities;
  };

  /** Shows what came, and returns its id. */
  function show({ method, conversationId, activityId, activity }: ConnectorRequest): string {
    const activities = shown(conversationId);
    const id = method === 'PUT' && activityId !== null ? activityId : String(++lastId);
    const place = activities.findIndex((known) => known.id === id);
    if (activity.type !== 'typing')
      activities.splice(place < 0 ? activities.length : place, place < 0 ? 0 : 1, { ...activity, id });
    for (const look of watchers) look();
    return id;
  }

  function answer(request: ConnectorRequest, incoming: IncomingMessage, response: ServerResponse): void {
    const scripted =
      scripts.get(request.conversationId)?.shift() ?? scripts.get(ANY)?.shift() ?? forAll ?? undefined;
    if (scripted === 'hang') return;
    if (scripted === 'reset') {
      incoming.socket.destroy();
      return;
    }
    const isKnown =
      request.method === 'POST' || shown(request.conversationId).some(({ id }) => id === request.activityId);
    if (scripted === undefined && !isKnown) {
      const error = { code: 'ActivityNotFoundInConversation', message: 'There is no such activity.' };
      reply(response, 404, { error });
      return;
    }
    if (scripted === undefined && request.method === 'DELETE') {
      const activities = shown(request.conversationId);
      activities.splice(
        activities.findIndex(({ id }) => id === request.activityId),
        1,
      );
      reply(response, 200, undefined);
      return;
    }
    const id = scripted === undefined || scripted.isShown ? show(request) : undefined;
    if (scripted)
      reply(
        response,
        scripted.status,
        scripted.body ?? (id === undefined ? undefined : { id }),
        scripted.headers,
      );
    else reply(response, request.method === 'POST' ? 201 : 200, { id });
  }

  /** A new thread of a group; it is called for the group, and shown in the thread. */
  function begin(incoming: IncomingMessage, response: ServerResponse, text: string): void {
    const { activity, channelData } = JSON.parse(text) as ThreadOrder;
    const groupId = channelData.channel.id;
    const authorization = incoming.headers.authorization ?? null;
    const request = { method: 'POST', path: THREADS, authorization, activityId: null, activity };
    requests.push({ ...request, conversationId: groupId });
    for (const look of watchers) look();
    const scripted = scripts.get(groupId)?.shift() ?? scripts.get(ANY)?.shift() ?? forAll ?? undefined;
    if (scripted === 'hang') return;
    if (scripted === 'reset') {
      incoming.socket.destroy();
      return;
    }
    if (scripted && !scripted.isShown) {
      reply(response, scripted.status, scripted.body, scripted.headers);
      return;
    }
    const id = String(++lastId);
    const conversationId = `${groupId};messageid=${id}`;
    shown(conversationId).push({ ...activity, id });
    if (scripted) reply(response, scripted.status, scripted.body);
    else reply(response, 201, { id: conversationId, activityId: id });
    for (const look of watchers) look();
  }

  function tellMember(response: ServerResponse, [, groupId = '', memberId = '']: RegExpExecArray): void {
    const [group, member] = [decodeURIComponent(groupId), decodeURIComponent(memberId)];
    if (forAll !== null && typeof forAll === 'object') reply(response, forAll.status, forAll.body);
    else if (members.has(`${group} ${member}`)) reply(response, 200, { id: member });
    else reply(response, 404, { error: { code: 'MemberNotFoundInConversation', message: 'Nobody.' } });
  }

  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    const match = PATH.exec(path);
    const method = incoming.method ?? '';
    const member = MEMBER.exec(path);
    if (member && method === 'GET') {
      tellMember(response, member);
      return;
    }
    if (path === THREADS && method === 'POST') {
      const parts: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => parts.push(chunk));
      incoming.on('end', () => begin(incoming, response, Buffer.concat(parts).toString('utf8')));
      return;
    }
    if (!match || !['POST', 'PUT', 'DELETE'].includes(method)) {
      reply(response, 404, { error: { code: 'BadArgument', message: 'Unknown address' } });
      return;
    }
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request: ConnectorRequest = {
        ...{ method, path, authorization: incoming.headers.authorization ?? null },
        conversationId: decodeURIComponent(match[1] ?? ''),
        activityId: match[2] === undefined ? null : decodeURIComponent(match[2]),
        activity: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Activity,
      };
      requests.push(request);
      for (const look of watchers) look();
      answer(request, incoming, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    conversations: () => [...conversations.keys()],
    shown,
    whenShown: (conversationId, isDone) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isDone(shown(conversationId))) return;
          watchers.delete(look);
          resolve(shown(conversationId));
        };
        watchers.add(look);
        look();
      }),
    whenCalled: (conversationId, count) =>
      new Promise((resolve) => {
        const look = () => {
          const calls = requests.filter((request) => request.conversationId === conversationId);
          if (calls.length < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    setMember: (groupId, memberId, isMember = true) =>
      void members[isMember ? 'add' : 'delete'](`${groupId} ${memberId}`),
    remove({ id }) {
      for (const [conversationId, activities] of conversations)
        conversations.set(
          conversationId,
          activities.filter((activity) => activity.id !== id),
        );
    },
    nextId: () => String(++lastId),
    script: (answers, conversationId = ANY) => void scripts.set(conversationId, [...answers]),
    answerAll(scripted) {
      forAll = scripted;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}
