import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../bot/contracts/activities.js';
import { createAzureTransport } from '../../channels/azure/azure-transport.js';
import { createCloudAdapter } from '../../channels/azure/connector/cloud-adapter.js';
import type { AzureConnector, AzureIdentity } from '../../channels/azure/connector/contracts.js';
import { createLog } from '../../index/platform/log.js';
import { type AzureLogin, secretRefused, startAzureLogin } from '../support/azure-login.js';
import { type FakeConnector, type ScriptedAnswer, startFakeConnector } from '../support/fake-connector.js';
import { NO_FILES } from '../support/test-files.js';

const THREAD = '19:x@thread.tacv2;messageid=1';
const FACTS = { speaker: { kind: 'bot', name: 'Zwaluw' } as const, customerWroteAt: null };
const clock = { now: () => new Date() };

let login: AzureLogin;
let azure: FakeConnector;
let connector: AzureConnector;
let logLines: string[];

beforeEach(async () => {
  // A new app id each time, because the SDK keeps tokens for the whole process.
  login = await startAzureLogin();
  azure = await startFakeConnector();
  connector = createCloudAdapter({ identity: identity(), clock });
  logLines = [];
});
afterEach(async () => {
  login.stop();
  await azure.stop();
});

function identity(changes: Partial<AzureIdentity> = {}): AzureIdentity {
  const { appId, tenantId } = login;
  return { appId, tenantId, type: 'SingleTenant', password: 'pass', channelService: null, ...changes };
}

function transport(over: AzureConnector = connector, isLocalOnly = false) {
  const log = createLog('debug', (line) => logLines.push(line));
  return createAzureTransport({
    connector: over,
    isLocalOnly,
    log,
    clock,
    sending: { files: NO_FILES, publicUrl: null },
  });
}

function activity(changes: Partial<Activity> = {}): Activity {
  return {
    type: 'message',
    id: 'm1',
    channelId: 'msteams',
    text: 'Je pincode staat in de app.',
    serviceUrl: azure.url,
    conversation: { id: THREAD },
    timestamp: '2026-11-22T10:00:00.000Z',
    from: { id: '28:bot', name: 'Zwaluw' },
    recipient: { id: '29:customer' },
    ...changes,
  };
}

async function sendAnswered(answer: ScriptedAnswer) {
  azure.script([answer]);
  return transport().send(activity(), FACTS);
}

describe('a message to Azure', () => {
  it('goes to its conversation, every part of the path encoded', async () => {
    expect(await transport().send(activity(), FACTS)).toEqual({
      kind: 'sent',
      id: azure.shown(THREAD)[0]?.id,
    });
    expect(azure.requests[0]?.path).toBe(
      '/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities',
    );
  });

  it('is an answer where it has a replyToId', async () => {
    await transport().send(activity({ replyToId: '148 1' }), FACTS);
    expect(azure.requests[0]?.path).toMatch(/\/activities\/148%201$/);
  });

  it('arrives whole, but for an id and a time of our own', async () => {
    const citation = [{ '@type': 'Claim', position: 1, appearance: { name: 'Pincode' } }];
    const entities = [{ type: 'https://schema.org/Message', '@type': 'Message', citation }];
    const sent = activity({ entities, channelData: { feedbackLoop: { type: 'default' } } });
    await transport().send(sent, FACTS);
    const { id: _id, timestamp: _timestamp, ...whole } = sent;
    expect(azure.requests[0]?.activity).toEqual(whole);
  });

  it('is shown anew by PUT', async () => {
    const { id } = (await transport().send(activity(), FACTS)) as { id: string };
    expect(await transport().update?.(activity({ id, text: 'nieuw' }), FACTS)).toEqual({ kind: 'sent', id });
    expect(azure.requests.at(-1)).toMatchObject({ method: 'PUT', activityId: id });
    expect(azure.shown(THREAD)).toMatchObject([{ id, text: 'nieuw' }]);
  });

  it('whose id the channel never told is said anew instead', async () => {
    azure.script([{ status: 202, isShown: true, body: '' }]);
    expect(await transport().send(activity(), FACTS)).toEqual({ kind: 'sent', id: '' });
    await transport().update?.(activity({ id: '', text: 'nieuw' }), FACTS);
    expect(azure.shown(THREAD).map(({ text }) => text)).toEqual([activity().text, 'nieuw']);
  });
});

describe('the access token', () => {
  it('is asked for once, by the tenant of the bot', async () => {
    const sender = transport();
    await Promise.all(['a', 'b', 'c'].map((id) => sender.send(activity({ conversation: { id } }), FACTS)));
    await sender.send(activity(), FACTS);
    expect(login.tokenRequests).toHaveLength(1);
    const { tenant, form } = login.tokenRequests[0] ?? {};
    expect(tenant).toBe(login.tenantId);
    expect(form?.get('client_id')).toBe(login.appId);
    expect(form?.get('scope')).toBe('https://api.botframework.com/.default');
    expect(new Set(azure.requests.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer token-1']),
    );
  });

  it('is fetched anew after it was refused', async () => {
    const sender = transport();
    await sender.send(activity(), FACTS);
    azure.script([{ status: 401 }]);
    expect(await sender.send(activity(), FACTS)).toMatchObject({ kind: 'later', waitMs: 1_000, alert: null });
    await sender.send(activity(), FACTS);
    expect(azure.requests.at(-1)?.authorization).toBe('Bearer token-2');
  });

  it('that is new and refused is a matter for an operator', async () => {
    expect(await sendAnswered({ status: 401 })).toMatchObject({ scope: 'door', alert: 'access-ended' });
  });

  it.each([7000215, 7000222] as const)('refused with AADSTS%i closes the door', async (code) => {
    login.tokenReplies.push(secretRefused(code));
    expect(await transport().send(activity(), FACTS)).toEqual({
      kind: 'later',
      scope: 'door',
      alert: 'access-ended',
      waitMs: null,
      reason: `no access token: invalid_client AADSTS${code}`,
    });
    expect(azure.requests).toEqual([]);
  });

  it('that cannot be had for now is tried for again, without an alert', async () => {
    login.tokenReplies.push({ status: 503, body: { error: 'temporarily_unavailable' } });
    expect(await transport().send(activity(), FACTS)).toMatchObject({
      kind: 'later',
      scope: 'door',
      alert: null,
    });
  });

  it('is not needed without a registration', async () => {
    const open = createCloudAdapter({ identity: null, clock });
    await transport(open, true).send(activity(), FACTS);
    expect(azure.requests[0]?.authorization).toBeNull();
    expect(login.tokenRequests).toEqual([]);
  });
});

describe('an answer of Azure', () => {
  const blocked = { errorCode: 209, message: '{ "subCode": "MessageWritesBlocked", "details": null }' };
  const withCode = (code: string) => ({ error: { code, message: 'Text of a customer' } });
  const ROWS: readonly [string, ScriptedAnswer, object][] = [
    ['429', { status: 429 }, { kind: 'later', waitMs: null, scope: 'message' }],
    ['429 with a wait', { status: 429, headers: { 'Retry-After': '7' } }, { kind: 'later', waitMs: 7_000 }],
    ['412', { status: 412 }, { kind: 'later' }],
    ['500', { status: 500 }, { kind: 'later', waitMs: null, reason: '500' }],
    ['502 with a page', { status: 502, body: '<html>' }, { kind: 'later' }],
    ['504', { status: 504 }, { kind: 'later' }],
    ['a redirect', { status: 307, headers: { Location: 'http://127.0.0.1:1/' } }, { kind: 'later' }],
    ['403 blocked', { status: 403, body: blocked }, { kind: 'refused', problem: 'unreachable' }],
    [
      '403 not in the conversation',
      { status: 403, body: withCode('BotNotInConversationRoster') },
      { kind: 'refused', problem: 'unreachable', reason: '403 BotNotInConversationRoster' },
    ],
    [
      '403 of the bot as a whole',
      { status: 403, body: withCode('BotNotRegistered') },
      { kind: 'later', scope: 'door', alert: 'permission-missing' },
    ],
    ['403 without a code', { status: 403 }, { kind: 'later', scope: 'message', alert: null }],
    [
      '404 of the service',
      { status: 404, body: withCode('ConversationNotFound') },
      { kind: 'refused', problem: 'unreachable' },
    ],
    ['404 of a proxy', { status: 404, body: '<html>' }, { kind: 'later' }],
    ['400', { status: 400, body: withCode('BadSyntax') }, { kind: 'refused', problem: 'not-accepted' }],
    [
      '413',
      { status: 413, body: withCode('MessageSizeTooBig') },
      { kind: 'refused', problem: 'not-accepted' },
    ],
    ['a broken connection', 'reset', { kind: 'unknown', waitMs: 30_000 }],
  ];

  it.each(ROWS)('is understood: %s', async (_what, answer, outcome) => {
    expect(await sendAnswered(answer)).toMatchObject(outcome);
    // Asked exactly once: trying again is the outbox's.
    expect(azure.requests).toHaveLength(1);
    expect(logLines.join('')).not.toContain('Text of a customer');
  });

  it('that does not come leaves open whether the message arrived', async () => {
    azure.script(['hang']);
    const hasty = createCloudAdapter({ identity: null, clock, timeoutMs: 50 });
    expect(await transport(hasty, true).send(activity(), FACTS)).toEqual({
      kind: 'unknown',
      reason: 'timeout',
      waitMs: 30_000,
    });
  });

  it('cannot come where nobody listens, and nothing arrived', async () => {
    await azure.stop();
    expect(await transport().send(activity(), FACTS)).toMatchObject({
      kind: 'later',
      reason: 'ECONNREFUSED',
      scope: 'message',
    });
  });

  it('that refuses a message is logged with its form, not its words', async () => {
    await sendAnswered({ status: 400 });
    const line = logLines.find((text) => text.includes('did not accept')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ reason: '400', fields: expect.arrayContaining(['text']) });
    expect(line).not.toContain('pincode');
  });
});

describe('the kinds of registration', () => {
  it('ask the tenant of the Bot Framework where the bot is MultiTenant', async () => {
    const old = createCloudAdapter({ identity: identity({ type: 'MultiTenant', tenantId: null }), clock });
    await transport(old).send(activity(), FACTS);
    expect(login.tokenRequests.map(({ tenant }) => tenant)).toEqual(['botframework.com']);
  });
});
