import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AzureIdentity } from '../../channels/azure/connector/contracts.js';
import {
  type AzureLogin,
  OTHER_KEY_ID,
  SERVICE_URL,
  type SignedCall,
  startAzureLogin,
} from '../support/azure-login.js';
import { type AzureServer, startAzureServer, teamsMessage } from '../support/azure-server.js';

let login: AzureLogin;
let server: AzureServer;

beforeAll(async () => {
  login = await startAzureLogin();
});
beforeEach(async () => {
  // The SDK prints the public key whenever a signature is wrong.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  server = await startAzureServer({ options: { identity: identity(), isLocalAllowed: false } });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});
afterAll(() => login.stop());

function identity(changes: Partial<AzureIdentity> = {}): AzureIdentity {
  const { appId, tenantId } = login;
  return { appId, tenantId, type: 'SingleTenant', password: 'p', channelService: null, ...changes };
}

async function post(call: SignedCall = {}, changes = {}): Promise<Response> {
  return server.post(teamsMessage(changes), { Authorization: await login.sign(call) });
}

const now = Math.floor(Date.now() / 1_000);

describe('a call that Azure signed', () => {
  it('is taken, and answered without a body', async () => {
    const response = await post();
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(server.accepted).toEqual([teamsMessage()]);
  });

  it('may come from a clock that is four minutes off', async () => {
    expect((await post({ claims: { exp: now - 240 } })).status).toBe(200);
    expect((await post({ claims: { nbf: now + 240 } })).status).toBe(200);
  });

  it('of a key for another channel is taken for that one', async () => {
    expect((await post({ kid: OTHER_KEY_ID }, { channelId: 'directline' })).status).toBe(200);
  });
});

describe('a call that is not verified', () => {
  const WRONG: readonly [string, SignedCall, RegExp][] = [
    ['another receiver', { claims: { aud: crypto.randomUUID() } }, /Invalid AppId passed on token/],
    ['no receiver', { claims: { aud: undefined } }, /Invalid AppId passed on token/],
    ['another issuer', { claims: { iss: 'https://issuer.example' } }, /not one of Azure Bot Service/],
    ['another serviceUrl', { claims: { serviceurl: 'https://evil.example/' } }, /ServiceUrl claim/],
    ['no serviceUrl', { claims: { serviceurl: undefined } }, /ServiceUrl claim/],
    ['a time that is over', { claims: { exp: now - 600 } }, /expired/],
    ['a time to come', { claims: { nbf: now + 600 } }, /not active/],
    ['a key for another channel', { kid: OTHER_KEY_ID }, /endorsement/],
    ['an unknown key', { kid: 'nobody' }, /Signing Key could not be retrieved/],
    ['a signature of somebody else', { isForged: true }, /invalid signature/],
    ['no signature', { algorithm: 'none' }, /signature/],
    ['the public key for a shared secret', { algorithm: 'HS256' }, /invalid algorithm/],
  ];

  it.each(WRONG)('is refused with 401: %s', async (_what, call, reason) => {
    const response = await post(call);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: { code: 'AzureCallerRefused', message: expect.stringMatching(reason) },
    });
    expect(server.accepted).toEqual([]);
  });

  it.each([
    ['no header', {}],
    ['another scheme', { Authorization: 'Basic YTpi' }],
    ['no token', { Authorization: 'Bearer' }],
    ['garbage', { Authorization: 'Bearer a.b.c' }],
    ['JSON that is no token', { Authorization: `Bearer ${btoa('1')}.${btoa('[]')}.x` }],
  ])('is refused with 401: %s', async (_what, headers: Record<string, string>) => {
    expect((await server.post(teamsMessage(), headers)).status).toBe(401);
    expect(server.accepted).toEqual([]);
  });

  it('is refused when it claims to be a channel of an App Service', async () => {
    expect((await post({}, { channelId: 'AseChannel' })).status).toBe(401);
  });

  it('is told in the log once a minute, without its token', async () => {
    await post({ claims: { aud: 'other' } });
    await post({ claims: { aud: 'other' } });
    const told = server.logLines.filter((line) => line.includes('was not verified'));
    expect(told).toHaveLength(1);
    expect(server.logLines.join('')).not.toContain('eyJ');
  });
});

describe('a call in the form of the Emulator', () => {
  const issuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

  beforeAll(async () => {
    const keys = await (await fetchKeys()).json();
    nock('https://login.microsoftonline.com')
      .persist()
      .get('/common/v2.0/.well-known/openid-configuration')
      .reply(200, { issuer, jwks_uri: 'https://login.microsoftonline.com/common/discovery/v2.0/keys' })
      .get('/common/discovery/v2.0/keys')
      .reply(200, keys);
  });

  it.each([
    ['who holds the secret of the bot', true],
    ['another bot', false],
  ])('is refused from %s', async (_who, isOwn) => {
    const claims = { iss: issuer, appid: isOwn ? login.appId : crypto.randomUUID(), ver: '1.0' };
    expect((await post({ claims })).status).toBe(401);
    expect(server.accepted).toEqual([]);
  });

  it("is refused when it is the bot's own token for Azure, come back", async () => {
    const claims = { iss: issuer, appid: login.appId, ver: '1.0', aud: 'https://api.botframework.com' };
    expect((await post({ claims })).status).toBe(401);
    expect(server.accepted).toEqual([]);
  });
});

describe('when the keys of Azure cannot be read', () => {
  it('the call is to be delivered again', async () => {
    nock('https://login.botframework.azure.us')
      .get(/openidconfiguration/)
      .reply(500);
    const channelService = 'https://botframework.azure.us';
    const options = { identity: identity({ channelService }), isLocalAllowed: false };
    const other = await startAzureServer({ options });
    const headers = { Authorization: await login.sign({ claims: { iss: 'https://api.botframework.us' } }) };
    const response = await other.post(teamsMessage({ serviceUrl: SERVICE_URL }), headers);
    await other.stop();
    expect(response.status).toBe(503);
    expect(other.accepted).toEqual([]);
    expect(other.logLines.join('')).toContain('Calls of Azure cannot be checked.');
  });
});

function fetchKeys(): Promise<Response> {
  return fetch('https://login.botframework.com/v1/.well-known/keys');
}
