import { gzipSync } from 'node:zlib';
import type { Random } from '../../../index/platform/random.js';
import { historyRequest, upgradeRequest } from '../../support/deaf-client.js';
import { pick } from '../fuzz/mutate.js';
import type { Questions } from '../questions.js';
import type { FloodClient, FloodRequest, Outcome } from './flood-client.js';

/** A way in which a stranger keeps a server busy. */
export interface FloodAttack {
  readonly name: string;
  /** How many of it are under way at a time. */
  readonly atOnce: number;
  /** Does it once. */
  readonly once: (random: Random) => Promise<Outcome>;
}

const JSON_BODY = { 'content-type': 'application/json' };
/** Chats of one flood: more are only tried to begin. */
const MOST_CHATS = 60;
const DEAF_READERS = 60;
const SLOW_HEADS = 200;
const IDLE = 100;
const BIG_BYTES = 8_000_000;
const FILE_BYTES = 400_000;

interface Chat {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

/**
 * Every door that somebody without an account has.
 * @param questions what is said, each time in another spelling
 * @param holdMs how long a connection that does nothing is kept
 */
export function floodAttacks(
  client: FloodClient,
  questions: Questions,
  holdMs: number,
): readonly FloodAttack[] {
  const chats: Chat[] = [];
  const big = 'x'.repeat(BIG_BYTES);
  const bomb = gzipSync(big);
  const post = async (wanted: FloodRequest) => (await client.ask(wanted)).outcome;
  const chatPath = (chat: Chat, end: string) => `/v3/directline/conversations/${chat.id}/${end}`;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  async function openChat(): Promise<Outcome> {
    const given = await client.ask({ path: '/api/webchat/token' });
    const token = String(given.body.token ?? '');
    if (given.outcome !== 200 || chats.length >= MOST_CHATS) return given.outcome;
    const begun = await client.ask({ path: '/v3/directline/conversations', headers: bearer(token) });
    if (begun.outcome === 201) {
      const { conversationId, streamUrl } = begun.body;
      chats.push({ id: String(conversationId), token, streamUrl: String(streamUrl) });
    }
    return begun.outcome;
  }

  /** What is done with a chat; one is opened where there is none yet. */
  const withChat = (work: (chat: Chat, random: Random) => Promise<Outcome>) => async (random: Random) =>
    chats.length === 0 ? openChat() : work(pick(random, chats), random);

  const say = (chat: Chat, activity: object) =>
    post({
      path: chatPath(chat, 'activities'),
      headers: { ...JSON_BODY, ...bearer(chat.token) },
      body: JSON.stringify(activity),
    });

  return [
    { name: 'tokens and conversations', atOnce: 4, once: openChat },
    {
      name: 'posts',
      atOnce: 16,
      once: withChat((chat) => say(chat, { type: 'message', text: questions(), from: { id: 'x' } })),
    },
    {
      name: 'large events',
      atOnce: 4,
      once: withChat((chat) => say(chat, { type: 'event', name: 'x', value: 'y'.repeat(7_000) })),
    },
    {
      name: 'uploads',
      atOnce: 4,
      once: withChat((chat) => post(uploadTo(chatPath(chat, 'upload'), chat.token))),
    },
    {
      name: 'readings',
      atOnce: 8,
      once: withChat((chat) =>
        post({ method: 'GET', path: chatPath(chat, 'activities'), headers: bearer(chat.token) }),
      ),
    },
    {
      name: 'readers that do not read',
      atOnce: DEAF_READERS,
      once: withChat((chat, random) =>
        hold(
          client,
          random() < 0.5 ? historyRequest(client.url, chat.id, chat.token) : upgradeRequest(chat.streamUrl),
          holdMs,
        ),
      ),
    },
    {
      name: 'webhooks with wrong signatures',
      atOnce: 8,
      once: (random) => post(pick(random, forgedHooks())),
    },
    {
      name: 'sign-ins',
      atOnce: 8,
      once: (random) =>
        post({
          path: '/desk/api/sign-in',
          headers: { ...JSON_BODY, 'X-Desk': '1' },
          body: JSON.stringify({
            email: `a${Math.floor(random() * 1e6)}@example.com`,
            password: 'a wrong password',
          }),
        }),
    },
    {
      name: 'big bodies',
      atOnce: 4,
      once: (random) => post(pick(random, bigBodies(big, bomb))),
    },
    {
      name: 'slow heads',
      atOnce: SLOW_HEADS,
      once: () => hold(client, 'POST /api/messages HTTP/1.1\r\nHost: a\r\nX-A: ', 4 * holdMs, true),
    },
    { name: 'silence', atOnce: IDLE, once: () => hold(client, '', 4 * holdMs) },
    {
      name: 'pages and unknown paths',
      atOnce: 8,
      once: (random) =>
        post({ method: 'GET', path: pick(random, ['/', '/readyz', '/desk', '/metrics', `/${random()}`]) }),
    },
  ];
}

function forgedHooks(): readonly FloodRequest[] {
  const body = JSON.stringify({ object: 'page', entry: [{ messaging: [{ text: 'x'.repeat(12_000) }] }] });
  return [
    {
      path: '/messenger/webhook',
      headers: { ...JSON_BODY, 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
      body,
    },
    {
      path: '/api/messages',
      headers: { ...JSON_BODY, authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA' },
      body,
    },
    {
      path: '/hooks/sources/community',
      headers: { ...JSON_BODY, 'x-discourse-event-signature': 'sha256=00' },
      body,
    },
  ];
}

function bigBodies(big: string, bomb: Buffer): readonly FloodRequest[] {
  return ['/api/webchat/token', '/desk/api/sign-in', '/api/messages', '/messenger/webhook'].flatMap(
    (path) => [
      { path, headers: { ...JSON_BODY, 'X-Desk': '1' }, body: big },
      { path, headers: { ...JSON_BODY, 'X-Desk': '1', 'content-encoding': 'gzip' }, body: bomb },
    ],
  );
}

function uploadTo(path: string, token: string): FloodRequest {
  const head =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
  return {
    path: `${path}?userId=x`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=b' },
    body: `${head}${'a'.repeat(FILE_BYTES)}\r\n--b--\r\n`,
  };
}

/** Keeps a connection as long as the server lets it stand, at most `ms`, and says a letter a second where it is to drip. */
async function hold(client: FloodClient, bytes: string, ms: number, isDripping = false): Promise<Outcome> {
  const socket = await client.openDeaf(bytes);
  if (socket === null || socket.destroyed) return 'cut';
  const drip = setInterval(() => isDripping && socket.write('a'), 1_000);
  const isOver = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, ms, false);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
  clearInterval(drip);
  socket.destroy();
  return isOver ? 'cut' : 'held';
}
