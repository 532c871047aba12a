import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { type DeskServer, startDeskServer } from '../../../support/desk-server.js';

const PASSWORD = 'a long pass sentence';
const KEY = 'key-of-this-reply';
let server: DeskServer;
let sanne: DeskClient;
let mehmet: DeskClient;

beforeEach(async () => {
  server = await startDeskServer({ heartbeatMs: 20 });
  sanne = await signedIn('Sanne');
  mehmet = await signedIn('Mehmet');
});
afterEach(() => server.stop());

describe('the queue', () => {
  it('tells who waits, longest first, and the time of the server', async () => {
    server.desk.customerWaits({ conversationId: 'b', waitingSince: '2026-01-01T10:05:00Z' });
    server.desk.customerWaits({ conversationId: 'a', waitingSince: '2026-01-01T10:00:00Z' });
    const { body } = await sanne.get('/entries');
    expect(body?.entries?.map(({ conversationId }) => conversationId)).toEqual(['a', 'b']);
    expect(Date.parse(body?.now ?? '')).not.toBeNaN();
  });
});

describe('a bot that answers nothing', () => {
  const pause = { kind: 'upgrading', since: '2026-01-01T10:00:00.000Z' } as const;

  it('is told beside the queue, live with the next heartbeat, and no more when it answers', async () => {
    expect((await sanne.get('/entries')).body?.pause).toBeNull();
    const changes = await sanne.changes();
    expect((await nextChange(changes))?.news.pause).toBeNull();
    server.desk.setPause(pause);
    expect((await nextChange(changes))?.news.pause).toEqual(pause);
    expect((await sanne.get('/entries')).body?.pause).toEqual(pause);
    server.desk.setPause(null);
    expect((await nextChange(changes))?.news.pause).toBeNull();
    changes.close();
  });
});

describe('doors that do not send', () => {
  const notice = { door: 'messenger', alert: 'access-ended', since: '2026-01-01T10:00:00.000Z' } as const;

  it('are told beside the queue', async () => {
    expect((await sanne.get('/entries')).body?.notices).toEqual([]);
    server.desk.setNotices([notice]);
    expect((await sanne.get('/entries')).body?.notices).toEqual([notice]);
  });

  it('are told live with the next heartbeat, and told again when they send', async () => {
    const changes = await sanne.changes();
    expect((await nextChange(changes))?.news.notices).toEqual([]);
    server.desk.setNotices([notice]);
    expect((await nextChange(changes))?.news.notices).toEqual([notice]);
    server.desk.setNotices([]);
    expect((await nextChange(changes))?.news.notices).toEqual([]);
    changes.close();
  });
});

describe('a conversation', () => {
  it('comes whole, hostile text as it was written', async () => {
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
    const id = server.desk.customerWaits({ customerName: '<script>' }, [{ text }]);
    const answer = await sanne.get(`/conversation/${id}`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body?.conversation?.messages[0]?.text).toBe(text);
  });

  it.each([
    ['unknown', 'unknown'],
    ['like a path', '..%2F..%2Fetc'],
    ['endless', 'x'.repeat(400)],
  ])('that is not there is a 404: an id that is %s', async (_, id) => {
    const answer = await sanne.get(`/conversation/${id}`);
    expect([answer.status, answer.body?.error?.code]).toEqual([404, 'DeskConversationUnknown']);
    expect((await sanne.post(`/conversation/${id}/claim`)).status).toBe(404);
  });

  it('is found by an id with any characters', async () => {
    const id = server.desk.customerWaits({ conversationId: 'a:1/2?|29:xyz' });
    const answer = await sanne.post(`/conversation/${encodeURIComponent(id)}/claim`);
    expect(answer.body?.conversation?.entry.holder?.name).toBe('Sanne');
  });
});

describe('claiming', () => {
  it('has one winner; the other is told who', async () => {
    const id = server.desk.customerWaits();
    const answers = await Promise.all(
      [sanne, mehmet].map((agent) => agent.post(`/conversation/${id}/claim`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body?.conversation?.entry.holder?.name;
    const loser = answers.find(({ status }) => status === 409)?.body?.error;
    expect(loser).toMatchObject({
      code: 'DeskConversationTaken',
      agentName: winner,
      state: 'with-agent',
      message: `${winner} has this conversation. Choose another one, or ask ${winner} to give it back.`,
    });
  });

  it('of a conversation that ended names nobody', async () => {
    const id = server.desk.customerWaits({ state: 'expired' });
    expect((await sanne.post(`/conversation/${id}/claim`)).body?.error).toMatchObject({
      agentName: null,
      state: 'expired',
      message: 'The conversation is "expired", so this cannot be done any more. Look at the queue again.',
    });
  });
});

describe('judging the best guess', () => {
  it('is for the agent who has the conversation', async () => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    const refused = await mehmet.post(`/conversation/${id}/verdict`, { isRight: true });
    expect([refused.status, refused.body?.error?.code]).toEqual([409, 'DeskConversationTaken']);
    const { body } = await sanne.post(`/conversation/${id}/verdict`, { isRight: false });
    expect(body?.conversation?.isGuessRight).toBe(false);
  });

  it.each([{}, { isRight: 'yes' }, { isRight: true, more: 1 }])('takes no body like %j', async (body) => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    expect((await sanne.post(`/conversation/${id}/verdict`, body)).status).toBe(400);
  });
});

describe('replying', () => {
  it('is for who has the conversation', async () => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    const refused = await mehmet.post(`/conversation/${id}/reply`, { text: 'Hallo', key: KEY });
    expect([refused.status, refused.body?.error?.agentName]).toEqual([409, 'Sanne']);
    const answer = await sanne.post(`/conversation/${id}/reply`, { text: ' Hallo ', key: KEY });
    expect(answer.body?.conversation?.messages.at(-1)).toMatchObject({ from: 'agent', text: 'Hallo' });
  });

  it('says a repeated reply once', async () => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    for (const key of [KEY, KEY, 'another-key']) {
      expect((await sanne.post(`/conversation/${id}/reply`, { text: 'Hallo', key })).status).toBe(200);
    }
    expect(server.desk.replies).toEqual(['Hallo', 'Hallo']);
  });

  it('refuses other words under a key that was used', async () => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    await sanne.post(`/conversation/${id}/reply`, { text: 'Hallo', key: KEY });
    const { status, body } = await sanne.post(`/conversation/${id}/reply`, { text: 'Dag', key: KEY });
    expect([status, body?.error?.code]).toEqual([409, 'DeskReplyKeyUsed']);
    expect(server.desk.replies).toEqual(['Hallo']);
  });

  it.each([
    ['window-closed', { replyUntil: '2026-01-01T10:00:00Z' }, 'so long after the customer’s last message'],
    ['unreachable', { isUnreachable: true }, 'nothing reaches this customer'],
  ])('is refused with the reason where nothing arrives: %s', async (problem, reach, words) => {
    const id = server.desk.customerWaits(reach);
    await sanne.post(`/conversation/${id}/claim`);
    const { status, body } = await sanne.post(`/conversation/${id}/reply`, { text: 'Hallo', key: KEY });
    expect([status, body?.error?.code, body?.error?.problem]).toEqual([422, 'DeskCannotReach', problem]);
    expect(body?.error?.message).toContain(words);
    expect(body?.error?.message).toContain('customer writes again');
  });

  it('that was refused goes with the same key once the customer wrote', async () => {
    const id = server.desk.customerWaits({ isUnreachable: true });
    await sanne.post(`/conversation/${id}/claim`);
    const reply = () => sanne.post(`/conversation/${id}/reply`, { text: 'Hallo', key: KEY });
    expect((await reply()).status).toBe(422);
    server.desk.reachBecomes(id, { isUnreachable: false });
    expect((await reply()).status).toBe(200);
    expect(server.desk.replies).toEqual(['Hallo']);
  });

  it.each([
    ['empty text', { text: '   ', key: KEY }],
    ['text of more than 4,000 characters', { text: 'x'.repeat(4_001), key: KEY }],
    ['text without a key', { text: 'Hallo' }],
    ['key of 7 characters', { text: 'Hallo', key: 'x'.repeat(7) }],
    ['key of 101 characters', { text: 'Hallo', key: 'x'.repeat(101) }],
    ['key with other signs than letters and digits', { text: 'Hallo', key: 'key of this\u0000' }],
    ['list of texts', { text: ['Hallo'], key: KEY }],
  ])('refuses: %s', async (_, body) => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    expect((await sanne.post(`/conversation/${id}/reply`, body)).status).toBe(400);
    expect(server.desk.replies).toEqual([]);
  });

  it('tells nothing of the inside when it fails, and logs no words', async () => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    server.desk.failNext(new TypeError('disk full at /var/db'));
    const answer = await sanne.post(`/conversation/${id}/reply`, { text: 'Geheime woorden', key: KEY });
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('disk full');
    expect(server.logLines.join('\n')).toContain('disk full');
    expect(server.logLines.join('\n')).not.toContain('Geheime woorden');
    const again = await sanne.post(`/conversation/${id}/reply`, { text: 'Geheime woorden', key: KEY });
    expect(again.status).toBe(200);
  });
});

describe('ending', () => {
  it.each([
    ['close', 'solved'],
    ['give-back', 'with-bot'],
  ])('%s leaves it %s', async (action, state) => {
    const id = server.desk.customerWaits();
    expect((await sanne.post(`/conversation/${id}/${action}`)).status).toBe(409);
    await sanne.post(`/conversation/${id}/claim`);
    const answer = await sanne.post(`/conversation/${id}/${action}`);
    expect(answer.body?.conversation?.entry.state).toBe(state);
    expect((await sanne.get('/entries')).body?.entries).toEqual([]);
  });
});

describe('live changes', () => {
  it('begin with everything and go on with what changes', async () => {
    const id = server.desk.customerWaits();
    const changes = await sanne.changes();
    const first = await nextChange(changes);
    expect(first?.news.entries.map(({ conversationId }) => conversationId)).toEqual([id]);
    await mehmet.post(`/conversation/${id}/claim`);
    const second = await nextChange(changes);
    expect(second?.news.changedIds).toEqual([id]);
    expect(second?.news.entries[0]?.holder?.name).toBe('Mehmet');
    changes.close();
  });

  it('tell before long what nothing told of', async () => {
    const id = server.desk.customerWaits();
    const changes = await sanne.changes();
    await nextChange(changes);
    server.desk.customerWritesUnseen(id, 'Hallo?');
    const second = await nextChange(changes);
    expect(second?.news.changedIds).toEqual([]);
    expect(second?.news.entries).toEqual(await server.desk.entries());
    changes.close();
  });

  it('tell at intervals that the server is there', async () => {
    const changes = await sanne.changes();
    await changes.next();
    expect((await changes.next())?.event).toBe('beat');
    changes.close();
  });

  it('end when the session ends', async () => {
    const changes = await sanne.changes();
    server.accounts.endSessionsOfAll();
    const events = [];
    for (let event = await changes.next(); event !== null; event = await changes.next()) {
      events.push(event.event);
    }
    expect(events.at(-1)).toBe('signed-out');
  });

  it('end at once on signing out', async () => {
    const changes = await sanne.changes();
    await sanne.post('/sign-out');
    let last = '';
    for (let event = await changes.next(); event !== null; event = await changes.next()) last = event.event;
    expect(last).toBe('signed-out');
  });

  it('are limited per account', async () => {
    const open = [];
    for (let count = 0; count < 20; count += 1) open.push(await sanne.changes());
    expect((await sanne.get('/changes')).body?.error?.code).toBe('DeskTooManyStreams');
    for (const changes of open) changes.close();
  });

  it('do not keep the server from stopping', async () => {
    const changes = await sanne.changes();
    await changes.next();
    const [, end] = await Promise.all([server.stop(), drained(changes)]);
    expect(end).toBe('ended');
    server = await startDeskServer();
  });
});

type Changes = Awaited<ReturnType<DeskClient['changes']>>;

async function signedIn(name: string): Promise<DeskClient> {
  server.accounts.add(name, 'agent', PASSWORD);
  const client = createDeskClient(server.url);
  await client.signIn(`${name.toLowerCase()}@example.com`, PASSWORD);
  return client;
}

async function nextChange(changes: Changes) {
  for (;;) {
    const event = await changes.next();
    if (event === null || ['everything', 'difference'].includes(event.event)) return event;
  }
}

async function drained(changes: Changes): Promise<string> {
  while ((await changes.next()) !== null);
  return 'ended';
}

describe('an agent who is gone', () => {
  const idOf = async (agent: DeskClient) => (await agent.get('/me')).body?.agent?.id ?? '';

  it('by signing out gives back what they have, at once', async () => {
    const id = server.desk.customerWaits();
    const sannesId = await idOf(sanne);
    await sanne.post(`/conversation/${id}/claim`);
    expect((await sanne.post('/sign-out')).status).toBe(204);
    expect(server.desk.presence).toContainEqual(['signed out', sannesId]);
    const { body } = await mehmet.get(`/conversation/${id}`);
    expect(body?.conversation?.entry).toMatchObject({ state: 'waiting', holder: null });
  });

  it('by a session that ended gives back what they have', async () => {
    const sannesId = await idOf(sanne);
    const changes = await sanne.changes();
    await nextChange(changes);
    server.accounts.endSessionsOfAll();
    await expect.poll(() => server.desk.presence).toContainEqual(['signed out', sannesId]);
    changes.close();
  });

  it('is here while a page is open, and not when the last is closed', async () => {
    const sannesId = await idOf(sanne);
    const [first, second] = [await sanne.changes(), await sanne.changes()];
    const newest = () => server.desk.presence.filter(([, id]) => id === sannesId).at(-1)?.[0];
    await expect.poll(newest).toBe('present');
    first.close();
    await nextChange(second);
    expect((await sanne.post('/here')).status).toBe(204);
    expect(newest()).toBe('present');
    second.close();
    await expect.poll(newest).toBe('left');
    const third = await sanne.changes();
    await expect.poll(newest).toBe('present');
    third.close();
  });

  it('counts as gone when an open page answers no more', async () => {
    const sannesId = await idOf(sanne);
    const changes = await sanne.changes();
    await expect.poll(() => server.desk.presence).toContainEqual(['present', sannesId]);
    const before = server.desk.presence.length;
    // Nothing is said for three heartbeats, and the connection stays open.
    await expect.poll(() => server.desk.presence.slice(before)).toContainEqual(['left', sannesId]);
    await sanne.post('/here');
    await expect.poll(() => server.desk.presence.slice(before)).toContainEqual(['present', sannesId]);
    changes.close();
  });
});

describe('taking over', () => {
  const idOf = async (agent: DeskClient) => (await agent.get('/me')).body?.agent?.id ?? '';

  it('from a colleague who is away gives the conversation to who asks; the other is told who', async () => {
    const id = server.desk.customerWaits();
    await sanne.post(`/conversation/${id}/claim`);
    const from = await idOf(sanne);
    const early = await mehmet.post(`/conversation/${id}/take-over`, { from });
    expect([early.status, early.body?.error?.agentName]).toEqual([409, 'Sanne']);
    server.desk.agentAway(id, '2026-01-01T10:00:00.000Z');
    const taken = await mehmet.post(`/conversation/${id}/take-over`, { from });
    expect(taken.body?.conversation?.entry.holder?.name).toBe('Mehmet');
    const refused = await sanne.post(`/conversation/${id}/reply`, { text: 'Dag', key: KEY });
    expect([refused.status, refused.body?.error?.agentName]).toEqual([409, 'Mehmet']);
  });

  it('says from whom', async () => {
    const id = server.desk.customerWaits();
    for (const body of [{}, { from: '' }, { from: 'x', more: 1 }]) {
      expect((await sanne.post(`/conversation/${id}/take-over`, body)).status).toBe(400);
    }
  });
});
