import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotDeskServer, startBotDeskServer } from '../../support/bot-desk-server.js';
import { createDeskClient } from '../../support/desk-client.js';
import { startWebchatServer } from '../../support/webchat-server.js';

/** What broke at other desks and chats (security/faults.md), as far as no test beside the code holds it. */
let server: BotDeskServer;
beforeAll(async () => {
  server = await startBotDeskServer();
});
afterAll(() => server.stop());

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Calls whose body is what opens them: they are answered, and never with something of the desk. */
const OPEN = new Set([
  'post /sign-in',
  'post /invitations/look',
  'post /invitation/look',
  'post /invitation/accept',
  'post /invitations/accept',
  'post /reset/look',
  'post /reset/use',
  'post /sign-out',
  'get /sign-on',
  'post /sign-on/begin',
]);

function routesOf(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle?.stack ?? []);
    return Object.keys(route.methods).map((method) => `${method} ${route.path}`);
  });
}

/** The paths of pages are no calls of the API. */
function callsOfTheDesk(): string[] {
  const { stack } = server.door.router as unknown as { stack: readonly Layer[] };
  return [...new Set(routesOf(stack))].filter((call) => !/ \/desk/.test(call));
}

describe('every call of the desk', () => {
  it('opens to nobody without a session, whichever calls there are', async () => {
    const calls = callsOfTheDesk();
    expect(calls.length).toBeGreaterThan(25);
    const client = createDeskClient(server.url);
    const answers: string[] = [];
    for (const call of calls.filter((one) => !OPEN.has(one))) {
      const [method = '', path = ''] = call.split(' ');
      const address = path.replace(/:\w+/g, 'x');
      const { status } = await (method === 'get' ? client.get(address) : client.post(address, {}));
      // The client posts only: another method is refused the same way, or not there for a POST.
      if (method === 'get' || method === 'post') answers.push(`${status} ${call}`);
    }
    expect(answers.filter((answer) => !answer.startsWith('401 '))).toEqual([]);
  });

  it('that opens without one gives nothing for an empty body', async () => {
    const client = createDeskClient(server.url);
    const calls = callsOfTheDesk().filter((call) => OPEN.has(call));
    expect(calls.length).toBeGreaterThanOrEqual(5);
    for (const call of calls) {
      const { status, headers } = await client.post(call.replace('post ', ''), {});
      expect([call, status >= 400, headers.get('set-cookie')]).toEqual([call, true, null]);
    }
  });
});

/** What a store or a query may take for "anything" where a text is expected. */
const NO_TEXTS: readonly unknown[] = [
  { $ne: null },
  { $gt: '' },
  { toString: 'x' },
  [],
  ['x'],
  true,
  1,
  null,
  { length: 3 },
];

describe('where a text is expected', () => {
  it.each(NO_TEXTS)('at the sign-in or in a one-time link, %j is none', async (value) => {
    const client = createDeskClient(server.url);
    const account = { name: 'Noor', email: 'noor@example.com', password: 'een zin van woorden' };
    for (const [path, body] of [
      ['/sign-in', { email: value, password: value }],
      ['/sign-in', { email: account.email, password: value }],
      ['/invitation/accept', { ...account, token: value }],
      ['/reset/use', { token: value, password: account.password }],
    ] as const) {
      const { status, headers } = await client.post(path, body);
      expect([path, status]).toEqual([
        path,
        expect.toSatisfy((code: number) => code === 400 || code === 404),
      ]);
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('as the token of an earlier chat, anything else gives a chat of one’s own', async () => {
    const chat = await startWebchatServer();
    try {
      const exchange = async (token: unknown) => {
        const answer = await fetch(`${chat.url}/api/webchat/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token, identity: token }),
        });
        return [
          answer.status,
          ((await answer.json()) as { conversationId?: string }).conversationId,
        ] as const;
      };
      const answers = await Promise.all(NO_TEXTS.map(exchange));
      expect(answers.map(([status]) => status)).toEqual(NO_TEXTS.map(() => 200));
      expect(new Set(answers.map(([, id]) => id)).size).toBe(NO_TEXTS.length);
    } finally {
      await chat.stop();
    }
  });
});
