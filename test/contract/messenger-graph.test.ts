import { createHmac } from 'node:crypto';
import nock from 'nock';
import { afterEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../bot/contracts/activities.js';
import type { SendFacts } from '../../bot/contracts/channels.js';
import { createMessengerTransport } from '../../channels/messenger/sending/transport.js';
import { createLog } from '../../index/platform/log.js';
import { NO_FILES } from '../support/test-files.js';

const GRAPH = 'https://graph.facebook.com';
const TOKEN = 'EAAtokenForTestsOnly0123456789';
const SECRET = 'an-app-secret-only-for-tests';
const PSID = '7100000000000001';
const NOW = new Date('2026-11-22T12:00:00.000Z');
const HOUR_MS = 3_600_000;

const BOT: SendFacts = { speaker: { kind: 'bot', name: 'Robin' }, customerWroteAt: hoursAgo(1) };
const AGENT: SendFacts = { speaker: { kind: 'agent', name: 'Fatima' }, customerWroteAt: hoursAgo(1) };

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

describe('a message', () => {
  it('goes out as the Send API wants it', async () => {
    const { transport } = open();
    const sent = answerMessages(ok('m_1'));
    const outcome = await transport.send(
      message({ text: 'Hallo', channelData: { quick_replies: [quickReply] } }),
      BOT,
    );
    expect(outcome).toEqual({ kind: 'sent', id: 'm_1' });
    expect(sent.bodies).toEqual([
      {
        recipient: { id: PSID },
        messaging_type: 'RESPONSE',
        message: { text: 'Hallo', quick_replies: [quickReply], metadata: 'm:a1' },
      },
    ]);
  });

  it('carries a template in place of text', async () => {
    const { transport } = open();
    const sent = answerMessages(ok('m_1'));
    const attachment = { type: 'template', payload: { template_type: 'button', text: 'Kies', buttons: [] } };
    await transport.send(message({ channelData: { attachment } }), BOT);
    expect(sent.bodies[0]?.message).toEqual({ attachment, metadata: 'm:a1' });
  });

  it('goes to the page of MESSENGER_PAGE_ID where it is set', async () => {
    const { transport } = open({ pageId: '104400000000000' });
    answerMessages(ok('m_1'), '104400000000000');
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toEqual({ kind: 'sent', id: 'm_1' });
  });

  it('proves the app secret and keeps the token out of the address', async () => {
    const { transport, lines } = open();
    const sent = answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), BOT);
    const proof = createHmac('sha256', SECRET).update(TOKEN).digest('hex');
    expect(sent.paths[0]).toBe(`/v26.0/me/messages?appsecret_proof=${proof}`);
    expect(sent.paths[0]).not.toContain(TOKEN);
    expect(sent.authorizations).toEqual([`Bearer ${TOKEN}`]);
    expect(lines.join('')).not.toContain(TOKEN);
  });

  it('is refused without a call where nobody or nothing is to be sent', async () => {
    const { transport } = open();
    expect(await transport.send(message({ text: '' }), BOT)).toMatchObject({ problem: 'not-accepted' });
    const nobody: Activity = { type: 'message', id: 'a1', text: 'Hallo' };
    expect(await transport.send(nobody, BOT)).toMatchObject({ problem: 'not-accepted' });
  });

  it('counts as sent without a call where it is an event', async () => {
    const { transport } = open();
    const event: Activity = { type: 'event', name: 'handoff.initiate', id: 'a9', recipient: { id: PSID } };
    expect(await transport.send(event, BOT)).toEqual({ kind: 'sent', id: 'a9' });
  });
});

describe('the window', () => {
  it('closes for the bot after 24 hours, without a call', async () => {
    const { transport } = open();
    const outcome = await transport.send(message({ text: 'Hallo' }), {
      ...BOT,
      customerWroteAt: hoursAgo(24),
    });
    expect(outcome).toMatchObject({ kind: 'refused', problem: 'window-closed' });
  });

  it('lets an agent write for 7 days under HUMAN_AGENT', async () => {
    const { transport } = open({ personaPicture: null });
    answerPersonas({ data: [] });
    const sent = answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), { ...AGENT, customerWroteAt: hoursAgo(25) });
    expect(sent.bodies[0]).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    expect(
      await transport.send(message({ text: 'Hallo' }), { ...AGENT, customerWroteAt: hoursAgo(7 * 24) }),
    ).toMatchObject({ kind: 'refused', problem: 'window-closed' });
  });

  it('closes for agents too after 24 hours where Meta did not approve', async () => {
    const { transport } = open({ canAgentsReplyLate: false });
    const facts = { ...AGENT, customerWroteAt: hoursAgo(25) };
    expect(await transport.send(message({ text: 'Hallo' }), facts)).toMatchObject({
      problem: 'window-closed',
    });
    expect(transport.replyUntil('agent', facts.customerWroteAt)).toBe(hoursAgo(1));
  });

  it('is closed, not the door, where the tag is what Meta refuses', async () => {
    const { transport } = open();
    answerPersonas({ data: [{ id: '71', name: 'Fatima' }] });
    answerMessages(graphError(403, 10, null, 'Application does not have permission for this action'));
    const facts = { ...AGENT, customerWroteAt: hoursAgo(25) };
    expect(await transport.send(message({ text: 'Hallo' }), facts)).toMatchObject({
      kind: 'refused',
      problem: 'window-closed',
    });
  });
});

describe('an error of the Send API', () => {
  const again = { kind: 'later', waitMs: null, scope: 'message', alert: null };
  const alert = (name: string) => ({ kind: 'later', scope: 'door', alert: name });
  const final = (problem: string) => ({ kind: 'refused', problem });
  const slowDown = (waitMs: number) => ({ kind: 'later', scope: 'door', alert: null, waitMs });
  const rows: readonly [status: number, code: number, subcode: number | null, outcome: object][] = [
    [500, 1, null, again],
    [500, 2, null, again],
    [400, 2, 2018344, again],
    [400, 4, null, slowDown(300_000)],
    [400, 17, null, slowDown(300_000)],
    [400, 32, null, slowDown(300_000)],
    [400, 613, null, slowDown(60_000)],
    [400, 80_006, null, slowDown(300_000)],
    [400, 10, 2018278, final('window-closed')],
    [400, 10, 2018300, again],
    [403, 200, 2018028, again],
    [400, 613, 2018338, again],
    [400, 10, 2534022, final('window-closed')],
    [400, 10, 2018065, final('window-closed')],
    [400, 10, 2018108, final('unreachable')],
    [400, 10, 1893063, alert('restricted')],
    [403, 10, null, alert('permission-missing')],
    [403, 200, null, alert('permission-missing')],
    [400, 100, null, final('not-accepted')],
    [400, 100, 2018001, final('unreachable')],
    [400, 100, 2018047, final('not-accepted')],
    [401, 190, 463, alert('access-ended')],
    [401, 190, 460, alert('access-ended')],
    [401, 190, 458, alert('access-ended')],
    [400, 551, 1545041, final('unreachable')],
    [400, 551, null, final('unreachable')],
    [403, 200, 1545041, final('unreachable')],
  ];

  it.each(rows)('of HTTP %i with code %i/%s is understood', async (status, code, subcode, outcome) => {
    const { transport } = open();
    answerMessages(graphError(status, code, subcode, 'Something is wrong'));
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject(outcome);
  });

  it('is told with its code, without words that may be the customer’s', async () => {
    const { transport, lines } = open();
    answerMessages(graphError(400, 100, null, `Invalid value "mijn geheim" for id ${PSID}`));
    const outcome = await transport.send(message({ text: 'Mijn geheime vraag' }), BOT);
    expect(outcome).toMatchObject({ reason: 'Graph error 100: Invalid value "…" for id …' });
    const log = lines.join('');
    expect(log).toContain('"text":"text of 18"');
    expect(log).not.toMatch(/geheim|71000/);
  });

  it('of a wrong app secret stops the door and loses no message', async () => {
    const { transport } = open();
    answerMessages(graphError(400, 100, null, 'Invalid appsecret_proof provided in the API argument'));
    const outcome = await transport.send(message({ text: 'Hallo' }), BOT);
    expect(outcome).toMatchObject(alert('access-ended'));
  });

  it('that passes is tried again where Meta says so', async () => {
    const { transport } = open();
    answerMessages(graphError(400, 100, null, 'Try again', { is_transient: true }));
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject(again);
  });
});

describe('an answer that is not of the Graph API', () => {
  it.each([
    [500, { kind: 'later', scope: 'message' }],
    [503, { kind: 'later', scope: 'message' }],
    [429, { kind: 'later', scope: 'door' }],
    [302, { kind: 'later', scope: 'message' }],
    [502, { kind: 'unknown', waitMs: 60_000 }],
    [504, { kind: 'unknown', waitMs: 60_000 }],
    [413, { kind: 'refused', problem: 'not-accepted' }],
    [200, { kind: 'unknown', waitMs: 60_000 }],
  ])('of HTTP %i is understood', async (status, outcome) => {
    const { transport } = open();
    answerMessages([status, '<html>Sorry</html>']);
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject(outcome);
  });

  it.each([{ recipient_id: PSID }, { message_id: '' }, '[1]'])(
    'with %j leaves the echo to tell',
    async (body) => {
      const { transport } = open();
      answerMessages([200, body]);
      expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject({ kind: 'unknown' });
    },
  );

  it('of more than a megabyte leaves the echo to tell', async () => {
    const { transport } = open();
    answerMessages([200, { message_id: 'm'.repeat(1_100_000) }]);
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a call without an answer', () => {
  const failing = (fail: () => Error) => open({}, () => Promise.reject(fail())).transport;
  const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });
  const withCode = (code: string) => Object.assign(new Error(code), { code });

  it('may have arrived when it timed out', async () => {
    const transport = failing(() => new DOMException('Too slow', 'TimeoutError') as Error);
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toEqual({
      kind: 'unknown',
      reason: 'The Graph API gave no answer (timeout)',
      waitMs: 60_000,
    });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'may have arrived on %s',
    async (code) => {
      const transport = failing(() => fetchFailed(withCode(code)));
      expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject({ kind: 'unknown' });
    },
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])(
    'surely did not arrive on %s',
    async (code) => {
      const transport = failing(() => fetchFailed(withCode(code)));
      expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject({
        kind: 'later',
        scope: 'message',
        reason: `The Graph API could not be reached (${code})`,
      });
    },
  );

  it('surely did not arrive when every address of the host refused', async () => {
    const transport = failing(() =>
      fetchFailed(
        new AggregateError([
          withCode('ECONNREFUSED'),
          Object.assign(withCode('ENETUNREACH'), { syscall: 'connect' }),
        ]),
      ),
    );
    expect(await transport.send(message({ text: 'Hallo' }), BOT)).toMatchObject({ kind: 'later' });
  });
});

describe('typing', () => {
  const typing: Activity = { type: 'typing', id: 't1', recipient: { id: PSID } };

  it('is a sender action alone', async () => {
    const { transport } = open();
    const sent = answerMessages([200, { recipient_id: PSID }]);
    expect(await transport.send(typing, BOT)).toEqual({ kind: 'sent', id: 't1' });
    expect(sent.bodies).toEqual([{ recipient: { id: PSID }, sender_action: 'typing_on' }]);
  });

  it('fails without a word to anybody', async () => {
    const { transport } = open();
    answerMessages(graphError(500, 2, null, 'Later'));
    expect(await transport.send(typing, BOT)).toEqual({ kind: 'sent', id: 't1' });
  });

  it('shows the agent who is known by now, and makes no persona', async () => {
    const { transport } = open();
    const unknown = answerMessages([200, {}]);
    await transport.send(typing, AGENT);
    expect(unknown.bodies[0]).not.toHaveProperty('persona_id');
    answerPersonas({ data: [{ id: '71', name: 'Fatima' }] });
    answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), AGENT);
    const known = answerMessages([200, {}]);
    await transport.send(typing, AGENT);
    expect(known.bodies[0]).toMatchObject({ persona_id: '71' });
  });
});

describe('what an agent has read', () => {
  const read: Activity = { type: 'event', id: 'r1', recipient: { id: PSID }, value: { activityId: 'm_0' } };

  it('is marked as seen at Meta', async () => {
    const { transport } = open();
    const sent = answerMessages([200, { recipient_id: PSID }]);
    await transport.showRead?.(read, AGENT);
    expect(sent.bodies).toEqual([{ recipient: { id: PSID }, sender_action: 'mark_seen' }]);
  });

  it('is not told once only agents may write, and fails without a word', async () => {
    const { transport } = open();
    await transport.showRead?.(read, { ...AGENT, customerWroteAt: hoursAgo(30) });
    answerMessages(graphError(500, 2, null, 'Later'));
    await expect(transport.showRead?.(read, AGENT)).resolves.toBeUndefined();
  });
});

describe('an agent', () => {
  it('writes by the persona of that name, looked up once', async () => {
    const { transport } = open();
    answerPersonas({
      data: [
        { id: '70', name: 'Daan' },
        { id: '71', name: 'Fatima' },
      ],
    });
    const first = answerMessages(ok('m_1'));
    const second = answerMessages(ok('m_2'));
    await transport.send(message({ text: 'Een' }), AGENT);
    await transport.send(message({ text: 'Twee' }), { ...AGENT, speaker: { kind: 'agent', name: 'Daan' } });
    expect([first.bodies[0]?.persona_id, second.bodies[0]?.persona_id]).toEqual(['71', '70']);
  });

  it('gets a persona where there is none', async () => {
    const { transport } = open();
    answerPersonas({ data: [] });
    const made = answerPost('/v26.0/me/personas', [200, { id: '72' }]);
    const sent = answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), AGENT);
    expect(made.bodies).toEqual([{ name: 'Fatima', profile_picture_url: 'https://chat.example/agent.png' }]);
    expect(sent.bodies[0]).toMatchObject({ persona_id: '72' });
  });

  it('gets one persona for two messages at once', async () => {
    const { transport } = open();
    answerPersonas({ data: [] });
    answerPost('/v26.0/me/personas', [200, { id: '72' }]);
    const sent = [answerMessages(ok('m_1')), answerMessages(ok('m_2'))];
    await Promise.all([1, 2].map(() => transport.send(message({ text: 'Hallo' }), AGENT)));
    expect(sent.map(({ bodies }) => bodies[0]?.persona_id)).toEqual(['72', '72']);
  });

  it('is found on the second page, without its address being followed', async () => {
    const { transport } = open();
    const next = `${GRAPH}/v26.0/me/personas?access_token=${TOKEN}&after=abc`;
    answerPersonas({ data: [{ id: '70', name: 'Daan' }], paging: { next, cursors: { after: 'abc' } } });
    answerPersonas({ data: [{ id: '71', name: 'Fatima' }], paging: { cursors: { after: 'def' } } }, 'abc');
    const sent = answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), AGENT);
    expect(sent.bodies[0]).toMatchObject({ persona_id: '71' });
  });

  it('are deleted with the agent, all of the name and none of others', async () => {
    const { transport } = open();
    answerPersonas({
      data: [
        { id: '71', name: 'Fatima' },
        { id: '72', name: 'Joris' },
        { id: '73', name: 'Fatima' },
      ],
    });
    for (const id of ['71', '73']) graph().delete(`/v26.0/${id}`).query(true).reply(200, { success: true });
    expect(await transport.forgetAgent?.(' Fatima ')).toBe(true);
  });

  it('that Meta does not delete are not called gone', async () => {
    const { transport, lines } = open();
    answerPersonas({ data: [{ id: '71', name: 'Fatima' }] });
    graph()
      .delete('/v26.0/71')
      .query(true)
      .reply(500, { error: { message: 'later', code: 2 } });
    expect(await transport.forgetAgent?.('Fatima')).toBe(false);
    graph().get('/v26.0/me/personas').query(true).reply(503);
    expect(await transport.forgetAgent?.('Fatima')).toBe(false);
    expect(lines.join('\n')).not.toContain('Fatima');
  });

  it('writes under the name of the page where personas fail, told once an hour', async () => {
    const { transport, lines, advance } = open();
    answerPersonas(graphError(403, 200, null, 'No permission'));
    const sent = [1, 2].map((number) => answerMessages(ok(`m_${number}`)));
    for (const text of ['Een', 'Twee']) await transport.send(message({ text }), AGENT);
    for (const { bodies } of sent) expect(bodies[0]).not.toHaveProperty('persona_id');
    expect(lines.filter((line) => line.includes('under the name of the page'))).toHaveLength(1);
    advance(HOUR_MS);
    answerPersonas({ data: [{ id: '71', name: 'Fatima' }] });
    const later = answerMessages(ok('m_3'));
    await transport.send(message({ text: 'Drie' }), AGENT);
    expect(later.bodies[0]).toMatchObject({ persona_id: '71' });
  });

  it('writes under the name of the page where there is no picture', async () => {
    const { transport, lines } = open({ personaPicture: null });
    answerPersonas({ data: [] });
    const sent = answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), AGENT);
    expect(sent.bodies[0]).not.toHaveProperty('persona_id');
    expect(lines.join('')).toContain('MESSENGER_PERSONA_PICTURE');
  });

  it('is heard although the persona was deleted at Meta', async () => {
    const { transport } = open();
    answerPersonas({ data: [{ id: '71', name: 'Fatima' }] });
    answerMessages(graphError(400, 100, null, 'Invalid persona'));
    const sent = answerMessages(ok('m_1'));
    expect(await transport.send(message({ text: 'Hallo' }), AGENT)).toMatchObject({ kind: 'later' });
    expect(await transport.send(message({ text: 'Hallo' }), AGENT)).toEqual({ kind: 'sent', id: 'm_1' });
    expect(sent.bodies[0]).not.toHaveProperty('persona_id');
  });

  it('makes a persona of nobody but an agent', async () => {
    const { transport } = open();
    const sent = answerMessages(ok('m_1'));
    await transport.send(message({ text: 'Hallo' }), BOT);
    expect(sent.bodies[0]).not.toHaveProperty('persona_id');
  });
});

describe('rate limits', () => {
  it('hold the door when Meta tells that nearly all is used', async () => {
    const { transport, advance } = open();
    answerMessages(ok('m_1', { call_count: 12, total_cputime: 0, total_time: 96 }));
    await transport.send(message({ text: 'Een' }), BOT);
    const held = await transport.send(message({ text: 'Twee' }), BOT);
    expect(held).toMatchObject({ kind: 'later', waitMs: 300_000, scope: 'door', alert: null });
    expect(await transport.send({ type: 'typing', id: 't1', recipient: { id: PSID } }, BOT)).toEqual({
      kind: 'sent',
      id: 't1',
    });
    expect(await transport.lookUpName(PSID)).toBeNull();
    advance(300_000);
    answerMessages(ok('m_2'));
    expect(await transport.send(message({ text: 'Twee' }), BOT)).toEqual({ kind: 'sent', id: 'm_2' });
  });

  it('last as long as Meta says', async () => {
    const { transport } = open();
    const cases = { '1': [{ type: 'messenger', call_count: 100, estimated_time_to_regain_access: 9 }] };
    const error = { code: 80_006, message: 'Too many calls', type: 'OAuthException' };
    answerMessages([400, { error }, { 'X-Business-Use-Case-Usage': JSON.stringify(cases) }]);
    expect(await transport.send(message({ text: 'Een' }), BOT)).toMatchObject({ waitMs: 9 * 60_000 });
    expect(await transport.send(message({ text: 'Twee' }), BOT)).toMatchObject({ waitMs: 9 * 60_000 });
  });

  it('are met no further by those that wait behind a refused call', async () => {
    const { transport } = open();
    answerMessages(graphError(400, 613, null, 'Too many'));
    await transport.send(message({ text: 'Een' }), BOT);
    expect(await transport.send(message({ text: 'Twee' }), BOT)).toMatchObject({
      waitMs: 60_000,
      scope: 'door',
    });
  });
});

describe('the name of a customer', () => {
  const path = `/v26.0/${PSID}`;
  const rows: readonly [string, Answer, string | null][] = [
    ['is asked for', [200, { first_name: 'Peter', last_name: 'Chang', id: PSID }], 'Peter Chang'],
    ['may be the first alone', [200, { first_name: 'Peter', id: PSID }], 'Peter'],
    ['stays unknown where the app may not ask', [200, {}], null],
    ['stays unknown where there is no profile', graphError(400, 2018218, null, 'No profile'), null],
    ['stays unknown where the call fails', [500, {}], null],
    ['stays unknown where it is no text', [200, { first_name: { a: 1 } }], null],
  ];

  it.each(rows)('%s', async (_, [status, body], name) => {
    const { transport } = open();
    graph()
      .get(path)
      .query({ fields: 'first_name,last_name', appsecret_proof: /^[\da-f]{64}$/ })
      .reply(status, body);
    expect(await transport.lookUpName(PSID)).toBe(name);
  });

  it('is not asked of what is no page-scoped id', async () => {
    const { transport } = open();
    expect(await transport.lookUpName('../me/accounts')).toBeNull();
  });
});

// --- The scene ---

const quickReply = { content_type: 'text', title: 'Ja', payload: '{"action":"request-person"}' };

type Answer = readonly [status: number, body: object | string, headers?: Record<string, string>];

function open(changes: object = {}, fetch?: typeof globalThis.fetch) {
  const lines: string[] = [];
  let now = NOW.getTime();
  const transport = createMessengerTransport({
    files: NO_FILES,
    options: {
      graphUrl: GRAPH,
      graphVersion: 'v26.0',
      pageAccessToken: TOKEN,
      appSecret: SECRET,
      pageId: null,
      canAgentsReplyLate: true,
      personaPicture: 'https://chat.example/agent.png',
      ...changes,
    },
    log: createLog('debug', (line) => lines.push(line)),
    clock: { now: () => new Date(now) },
    ...(fetch ? { fetch } : {}),
  });
  const advance = (ms: number) => {
    now += ms;
  };
  return { transport, lines, advance };
}

function graph() {
  return nock(GRAPH);
}

function answerMessages(answer: Answer, page = 'me') {
  return answerPost(`/v26.0/${page}/messages`, answer);
}

function answerPost(path: string, [status, body, headers = {}]: Answer) {
  const seen = {
    bodies: [] as Record<string, unknown>[],
    paths: [] as string[],
    authorizations: [] as unknown[],
  };
  graph()
    .post(path)
    .query({ appsecret_proof: /^[\da-f]{64}$/ })
    .reply(function reply(uri, sent) {
      seen.bodies.push(sent as Record<string, unknown>);
      seen.paths.push(uri);
      seen.authorizations.push(this.req.headers.authorization);
      return [status, body, headers];
    });
  return seen;
}

function answerPersonas(answer: Answer | object, after?: string) {
  const [status, body] = Array.isArray(answer) ? (answer as unknown as Answer) : ([200, answer] as Answer);
  graph()
    .get('/v26.0/me/personas')
    .query((query) => query.after === after && query.access_token === undefined)
    .reply(status, body);
}

function ok(id: string, usage?: object): Answer {
  const headers = usage ? { 'X-App-Usage': JSON.stringify(usage) } : {};
  return [200, { recipient_id: PSID, message_id: id }, headers as Record<string, string>];
}

function graphError(
  status: number,
  code: number,
  subcode: number | null,
  message: string,
  more: object = {},
): Answer {
  const error = { message, type: 'OAuthException', code, fbtrace_id: 'AbCdEf', ...more };
  return [status, { error: subcode === null ? error : { ...error, error_subcode: subcode } }];
}

function message(fields: Partial<Activity>): Activity {
  return { type: 'message', id: 'a1', recipient: { id: PSID }, ...fields };
}

function hoursAgo(hours: number): string {
  return new Date(NOW.getTime() - hours * HOUR_MS).toISOString();
}
