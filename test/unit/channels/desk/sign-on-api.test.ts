import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../../../support/identity-provider.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van woorden';
const NOOR = 'noor@example.com';

let provider: TestIdentityProvider;
let server: BotDeskServer;
let clock: SetClock;
let browser: TestBrowser;

async function startDesk(settings: Readonly<Record<string, string>> = {}, path = ':memory:'): Promise<void> {
  clock = new SetClock(new Date().toISOString());
  server = await startBotDeskServer({
    clock,
    path,
    settings: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      OIDC_NAME: 'Zwaluw',
      OIDC_SCOPES: 'openid profile email groups',
      OIDC_ADMINISTRATORS: 'leads',
      OIDC_LEADS: 'coaches',
      OIDC_CONTENT: 'writers',
      OIDC_AGENTS: 'service,second-line',
      ...settings,
    },
  });
  browser = new TestBrowser();
}

/** A local account, in use. */
async function addNoor(): Promise<void> {
  const { accounts } = server.test.bot;
  const token = (await accounts.firstInvitation()) ?? '';
  await accounts.accept(token, { name: 'Noor', email: NOOR, password: PASSWORD });
}

const ask = (path: string, body?: unknown) => browser.ask(server.url, path, body);
const isDesk = (url: URL) => url.origin === server.url && url.pathname === '/desk';

/** Presses the button and follows wherever that leads; gives the place at the desk where it ends. */
async function signOn(subject: string | null, path = '/sign-on/begin', body: unknown = {}): Promise<string> {
  provider.whoSignsIn = subject;
  browser.forget(provider.issuer);
  const { body: begun } = await ask(path, body);
  return (await browser.go(begun.address, isDesk)).url.slice(server.url.length);
}

const me = async () => (await ask('/me')).body.agent as { id: string; role: DeskRole; name: string };

beforeEach(async () => {
  provider = await startIdentityProvider();
  provider.people.set('7', {
    name: 'Joris Jansen',
    email: 'Joris@Example.com',
    email_verified: true,
    groups: ['football', 'service'],
  });
  await startDesk();
  provider.register(server.url);
});
afterEach(async () => {
  await server.stop();
  await provider.stop();
});

describe('signing in through a provider', () => {
  it('makes an account at the first sign-in, with the role of a group', async () => {
    expect((await ask('/sign-on')).body).toEqual({ name: 'Zwaluw', hasPasswords: true });
    expect(await signOn('7')).toBe('/desk');
    expect(await me()).toMatchObject({ name: 'Joris Jansen', email: 'joris@example.com', role: 'agent' });
  });

  it('asks with PKCE, state and nonce, and comes back in the same browser alone', async () => {
    provider.whoSignsIn = '7';
    const { body } = await ask('/sign-on/begin', {});
    const { searchParams } = new URL(body.address);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(searchParams.get(name)?.length).toBeGreaterThan(20);
    }
    const stranger = new TestBrowser();
    const back = await stranger.go(body.address, isDesk);
    expect(back.url).toBe(`${server.url}/desk#/sign-on/SignOnExpired`);
    expect(back.cookieLines.filter((line) => line.startsWith('desk_session='))).toEqual([]);
  });

  it('keeps what it needs in cookies that scripts cannot read, each for its own address', async () => {
    provider.whoSignsIn = '7';
    const { body } = await ask('/sign-on/begin', {});
    const { cookieLines } = await browser.go(body.address, isDesk);
    const ours = cookieLines.filter((line) => line.startsWith('desk_'));
    expect(ours).toHaveLength(3);
    for (const line of ours) expect(line).toContain('HttpOnly');
    expect(ours.find((line) => line.startsWith('desk_session='))).toContain('Path=/desk; ');
    expect(ours.find((line) => line.startsWith('desk_id_token='))).toContain('Path=/desk/api/sign-out');
    expect(ours.find((line) => line.startsWith('desk_sign_on='))).toContain(
      'Path=/desk/sign-on; Expires=Thu, 01 Jan 1970',
    );
  });

  it('finds an account by its subject, whatever became of name and address, and takes up a new role', async () => {
    await signOn('7');
    const { id } = await me();
    provider.people.set('7', { name: 'J. Smit', email: 'smit@example.com', groups: ['leads', 'service'] });
    clock.forward({ seconds: 1 });
    await signOn('7');
    expect(await me()).toEqual({
      id,
      name: 'Joris Jansen',
      email: 'smit@example.com',
      role: 'administrator',
    });
    const { body } = await ask('/audit', { area: 'account', accountId: id });
    expect(body.lines[0]).toMatchObject({ action: 'account.role-changed', details: { from: 'agent' } });
  });

  it('ends the links that an administrator made, once the provider says they are none', async () => {
    provider.people.set('7', { name: 'Joris', email: 'joris@example.com', groups: ['leads'] });
    await signOn('7');
    const { accounts } = server.test.bot;
    const made = await ask('/invitations', { role: 'administrator' });
    const invited = made.body.link.split('#')[1];
    provider.people.set('8', { name: 'Tijs', email: 'tijs@example.com', groups: ['service'] });
    const tijs = new TestBrowser();
    provider.whoSignsIn = '8';
    await tijs.go((await tijs.ask(server.url, '/sign-on/begin', {})).body.address, isDesk);
    const { id } = (await tijs.ask(server.url, '/me')).body.agent;
    const reset = await accounts.makeReset(id, (await ask('/me')).body.agent);
    expect([await accounts.invitation(invited), await accounts.reset(reset.token)]).not.toContain(null);

    provider.people.set('7', { name: 'Joris', email: 'joris@example.com', groups: ['service'] });
    await signOn('7');
    expect(await me()).toMatchObject({ role: 'agent' });
    expect(await accounts.invitation(invited)).toBeNull();
    expect(await accounts.reset(reset.token)).toBeNull();
  });

  it('makes who is in a group of team leads a team lead', async () => {
    provider.people.set('8', { name: 'Tijs', email: 'tijs@example.com', groups: ['service', 'coaches'] });
    await signOn('8');
    expect(await me()).toMatchObject({ name: 'Tijs', role: 'lead' });
  });

  it('takes no account by its address; its owner links it with the password', async () => {
    await addNoor();
    provider.people.set('9', { name: 'Noor', email: NOOR, email_verified: true, groups: ['leads'] });
    expect(await signOn('9')).toBe('/desk#/sign-on/SignOnAddressUsed');
    expect((await ask('/me')).status).toBe(401);

    await ask('/sign-in', { email: NOOR, password: PASSWORD });
    const own = await me();
    const wrong = await ask('/own/sign-on/link', { password: 'een andere zin' });
    expect([wrong.status, wrong.body.error.code]).toEqual([400, 'PasswordWrong']);
    expect(await signOn('9', '/own/sign-on/link', { password: PASSWORD })).toBe('/desk#/account');
    expect((await ask('/own/sign-on')).body).toEqual({ name: 'Zwaluw', isLinked: true, hasPassword: true });

    browser.forget(server.url);
    expect(await signOn('9')).toBe('/desk');
    expect((await me()).id).toBe(own.id);
    await ask('/own/sign-on/unlink', {});
    browser.forget(server.url);
    expect(await signOn('9')).toBe('/desk#/sign-on/SignOnAddressUsed');
  });

  it('links nobody who has an account of their own, and leaves an account without a password its one way in', async () => {
    await addNoor();
    await signOn('7');
    const unlinked = await ask('/own/sign-on/unlink', {});
    expect([unlinked.status, unlinked.body.error.code]).toEqual([409, 'SignOnOnlyWay']);
    await ask('/sign-in', { email: NOOR, password: PASSWORD });
    const place = await signOn('7', '/own/sign-on/link', { password: PASSWORD });
    expect(place).toBe('/desk#/sign-on/SignOnTaken');
  });

  it.each([
    ['is in no group that may work here', { groups: ['football'] }, 'SignOnNoRole'],
    ['has no groups at all', { groups: undefined }, 'SignOnNoRole'],
    ['has an address that was not verified', { email_verified: false }, 'SignOnNoAddress'],
    ['has no address', { email: undefined }, 'SignOnNoAddress'],
  ])('refuses who %s', async (_what, more, code) => {
    provider.people.set('7', { ...provider.people.get('7'), ...more });
    expect(await signOn('7')).toBe(`/desk#/sign-on/${code}`);
    expect(await server.test.bot.accounts.agents()).toEqual([]);
  });

  it('refuses a locked account, and who breaks it off', async () => {
    await addNoor();
    await signOn('7');
    const { id } = await me();
    await ask('/sign-in', { email: NOOR, password: PASSWORD });
    await ask(`/agents/${id}/lock`, {});
    expect(await signOn('7')).toBe('/desk#/sign-on/SignOnLocked');
    expect(await signOn(null)).toBe('/desk#/sign-on/SignOnDenied');
  });

  it('takes a return once, in time, and only with the state that was sent', async () => {
    provider.whoSignsIn = '7';
    const { body } = await ask('/sign-on/begin', {});
    const isReturn = (url: URL) => url.pathname === '/desk/sign-on/return';
    const { url } = await browser.go(body.address, isReturn);
    const forged = new URL(url);
    forged.searchParams.set('state', 'another');
    expect((await browser.go(forged.href, isDesk)).url).toContain('#/sign-on/SignOnExpired');
    // That ended what was under way: the right address is of no use any more.
    expect((await browser.go(url, isDesk)).url).toContain('#/sign-on/SignOnExpired');

    const { body: again } = await ask('/sign-on/begin', {});
    const late = await browser.go(again.address, isReturn);
    clock.forward({ minutes: 16 });
    expect((await browser.go(late.url, isDesk)).url).toContain('#/sign-on/SignOnExpired');
  });

  it('signs out here and sends the browser on to the end of the session there', async () => {
    await signOn('7');
    const { status, body } = await ask('/sign-out', {});
    expect(status).toBe(200);
    const address = new URL(body.address);
    expect(address.origin).toBe(provider.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/desk`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect((await ask('/me')).status).toBe(401);
    expect((await browser.go(address.href)).status).toBe(200);
    await addNoor();
    await ask('/sign-in', { email: NOOR, password: PASSWORD });
    expect((await ask('/sign-out', {})).status).toBe(204);
  });

  it('writes neither names nor addresses nor tokens into the log', async () => {
    await signOn('7');
    await ask('/sign-out', {});
    const lines = server.test.logLines.join('\n');
    expect(lines).toContain('An account was made by the first sign-in through the provider.');
    expect(lines).not.toMatch(/joris|example\.com|eyJ/i);
  });
});

describe('a provider that is down', () => {
  it('keeps nobody from starting or from passwords, is told at once, and is asked again soon', async () => {
    const { issuer } = provider;
    await provider.stop();
    await addNoor();
    const refused = await ask('/sign-on/begin', {});
    expect([refused.status, refused.body.error.code]).toEqual([503, 'SignOnUnreachable']);
    expect((await ask('/sign-in', { email: NOOR, password: PASSWORD })).status).toBe(200);
    expect(server.test.logLines.join('\n')).toContain('SIGN_ON_UNREACHABLE');
    expect(issuer).toContain('localhost');
  });

  it('signs people in once it is there', async () => {
    await server.stop();
    await provider.stop();
    provider = await startIdentityProvider();
    await startDesk();
    provider.people.set('7', { name: 'Joris', email: 'joris@example.com', groups: ['service'] });
    expect((await ask('/sign-on/begin', {})).status).toBe(503);
    provider.register(server.url);
    expect((await ask('/sign-on/begin', {})).status).toBe(503);
    clock.forward({ seconds: 6 });
    expect(await signOn('7')).toBe('/desk');
  });
});

describe('without passwords', () => {
  it('nobody signs in with one, and sessions that were opened with one are over', async () => {
    await server.stop();
    const path = join(temporaryFolder(), 'store.sqlite');
    await startDesk({}, path);
    await addNoor();
    const { body } = await ask('/sign-in', { email: NOOR, password: PASSWORD });
    expect(body.agent.name).toBe('Noor');
    const before = browser;
    const port = new URL(server.url).host;
    await server.stop();
    await startDesk({ DESK_PASSWORDS: 'false' }, path);
    before.move(port, new URL(server.url).host);
    browser = before;
    provider.register(server.url);
    expect((await ask('/me')).status).toBe(401);
    expect((await ask('/sign-on')).body).toEqual({ name: 'Zwaluw', hasPasswords: false });
    const refused = await ask('/sign-in', { email: NOOR, password: PASSWORD });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'PasswordsOff']);
    await expect(server.test.bot.accounts.firstInvitation()).resolves.toBeNull();
    expect(await signOn('7')).toBe('/desk');
    expect((await ask('/own/sign-on')).body).toMatchObject({ hasPassword: false });
  });

  it('the second factor is the matter of the provider', async () => {
    await server.stop();
    await startDesk({ DESK_SECOND_FACTOR: 'everybody' });
    provider.register(server.url);
    await signOn('7');
    expect((await ask('/me')).body.mustSetUp).toBe(false);
  });
});
