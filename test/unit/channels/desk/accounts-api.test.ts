import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { botErrors } from '../../../../bot/errors.js';
import { CHANNELS_AT_DESK } from '../../../support/channels-at-desk.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { type DeskServer, startDeskServer } from '../../../support/desk-server.js';

const PASSWORD = 'a long pass sentence';
let server: DeskServer;
let client: DeskClient;

beforeEach(async () => {
  server = await startDeskServer();
  server.accounts.add('Sanne', 'administrator', PASSWORD);
  server.accounts.add('Mehmet', 'agent', PASSWORD);
  client = createDeskClient(server.url);
});
afterEach(() => server.stop());

describe('signing in', () => {
  it('keeps the session in a cookie that scripts cannot read', async () => {
    const answer = await client.signIn(' SANNE@example.com ', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body?.agent?.name).toBe('Sanne');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
    expect((await client.get('/me')).body?.agent?.email).toBe('sanne@example.com');
    expect((await client.get('/me')).body?.channels).toEqual(CHANNELS_AT_DESK);
  });

  it('marks the cookie Secure where the desk is on https', async () => {
    const secure = await startDeskServer({
      settings: { PUBLIC_URL: 'https://chat.example.com' },
      accounts: server.accounts,
    });
    const answer = await createDeskClient(secure.url).signIn('sanne@example.com', PASSWORD);
    await secure.stop();
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it.each([
    ['sanne@example.com', 'wrong'],
    ['nobody@example.com', PASSWORD],
  ])('does not tell which of both is wrong', async (email, password) => {
    const answer = await client.signIn(email, password);
    expect(answer.status).toBe(401);
    expect(answer.body?.error?.code).toBe('DeskSignInRefused');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('slows down guessing', async () => {
    const strict = await startDeskServer({ settings: { DESK_SIGN_INS_PER_MINUTE: 3 } });
    const guesser = createDeskClient(strict.url);
    const statuses = [];
    for (let tries = 0; tries < 4; tries += 1) {
      statuses.push((await guesser.signIn('sanne@example.com', `guess ${tries}`)).status);
    }
    await strict.stop();
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('slows down guessing at one account from many addresses, and locks nobody else out', async () => {
    const settings = { DESK_SIGN_INS_PER_ACCOUNT: 2, TRUST_PROXY: 1 };
    const strict = await startDeskServer({ settings });
    strict.accounts.add('Sanne', 'agent', PASSWORD);
    const tryFrom = async (address: string, password: string, email = 'sanne@example.com') => {
      const answer = await createDeskClient(strict.url).post(
        '/sign-in',
        { email, password },
        { 'X-Forwarded-For': address },
      );
      return answer.status === 429
        ? [answer.status, answer.headers.get('retry-after'), answer.body?.error?.code]
        : answer.status;
    };
    // The first of each address passes; what comes then counts for all addresses together.
    for (const address of ['203.0.113.1', '203.0.113.2']) {
      expect(await tryFrom(address, 'guess 1')).toBe(401);
      expect(await tryFrom(address, 'guess 2', ' SANNE@example.com')).toBe(401);
    }
    const refused = [429, '60', 'TooManyRequests'];
    expect(await tryFrom('203.0.113.1', 'guess 3')).toEqual(refused);
    expect(await tryFrom('203.0.113.2', PASSWORD)).toEqual(refused);
    expect(await tryFrom('203.0.113.1', 'guess', 'joris@example.com')).toBe(401);
    expect(await tryFrom('198.51.100.7', PASSWORD)).toBe(200);
    await strict.stop();
  });

  it.each([
    ['many sign in', botErrors.PASSWORDS_BUSY({ waiting: 8 }), 429, 'PasswordsBusy', '5'],
    ['the thread died', botErrors.PASSWORD_CHECK_FAILED({ reason: 'x' }), 503, 'PasswordCheckFailed', null],
  ])('says what to do when %s', async (_, error, status, code, retryAfter) => {
    const busy = await startDeskServer();
    busy.accounts.signIn = () => Promise.reject(error);
    const answer = await createDeskClient(busy.url).signIn('sanne@example.com', PASSWORD);
    await busy.stop();
    expect(answer.status).toBe(status);
    expect(answer.body?.error).toMatchObject({ code, message: expect.stringContaining('ry again') });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
  });

  it('ends at once by signing out', async () => {
    await client.signIn('sanne@example.com', PASSWORD);
    const { cookie } = client;
    expect((await client.post('/sign-out')).status).toBe(204);
    client.cookie = cookie;
    expect((await client.get('/me')).status).toBe(401);
  });

  it('leaves no secret in the log', async () => {
    await client.signIn('sanne@example.com', PASSWORD);
    await client.signIn('sanne@example.com', 'a wrong secret');
    await client.post('/invitations', { role: 'agent' });
    const log = server.logLines.join('\n');
    expect(log).toContain('An agent signed in.');
    for (const secret of [PASSWORD, 'a wrong secret', client.cookie.slice(13), 'sanne@example.com']) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('without a session', () => {
  it.each(['/me', '/entries', '/conversation/x', '/changes', '/agents'])(
    'GET %s is refused',
    async (path) => {
      const answer = await client.get(path);
      expect([answer.status, answer.body?.error?.code]).toEqual([401, 'DeskSessionEnded']);
    },
  );

  it.each([
    '/conversation/x/claim',
    '/conversation/x/reply',
    '/conversation/x/draft',
    '/conversation/x/close',
    '/conversation/x/give-back',
    '/invitations',
    '/sign-out',
  ])('POST %s is refused', async (path) => {
    expect((await client.post(path)).status).toBe(401);
  });

  it('a forged cookie opens nothing', async () => {
    client.cookie = 'desk_session=forged';
    expect((await client.get('/entries')).status).toBe(401);
  });

  it('a session that ended opens nothing', async () => {
    await client.signIn('sanne@example.com', PASSWORD);
    server.accounts.endSessionsOfAll();
    expect((await client.get('/entries')).status).toBe(401);
  });
});

describe('a page of another site', () => {
  const foreign = [
    { 'X-Desk': '' },
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ] as unknown as Record<string, string>[];

  it.each(foreign)('cannot act with the cookie of an agent: %j', async (headers) => {
    await client.signIn('sanne@example.com', PASSWORD);
    const id = server.desk.customerWaits();
    const answer = await client.post(`/conversation/${id}/claim`, {}, headers);
    expect([answer.status, answer.body?.error?.code]).toEqual([403, 'DeskForeignPage']);
    expect((await server.desk.conversation(id))?.entry.state).toBe('waiting');
  });

  it('cannot sign somebody in', async () => {
    const body = { email: 'sanne@example.com', password: PASSWORD };
    expect((await client.post('/sign-in', body, { Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('invitations', () => {
  it('make an account once and sign it in', async () => {
    await client.signIn('sanne@example.com', PASSWORD);
    const made = await client.post('/invitations', { role: 'agent' });
    expect(made.status).toBe(201);
    const [address, token] = (made.body?.link ?? '').split('#');
    expect(address).toBe(`${server.url}/desk/invitation`);

    const invited = createDeskClient(server.url);
    const account = { token, name: 'Noor', email: 'noor@example.com', password: PASSWORD };
    expect((await invited.post('/invitation/look', { token })).body).toEqual({ role: 'agent' });
    expect((await invited.post('/invitation/accept', account)).body?.agent?.name).toBe('Noor');
    expect((await invited.get('/me')).body?.agent?.role).toBe('agent');

    expect((await invited.post('/invitation/look', { token })).body).toEqual({ role: null });
    const again = await invited.post('/invitation/accept', { ...account, email: 'other@example.com' });
    expect([again.status, again.body?.error?.code]).toEqual([410, 'InvitationInvalid']);
  });

  it('tell what is wrong and stay good', async () => {
    const token = server.accounts.firstInvitation();
    const account = { token, name: 'Noor', email: 'noor@example.com', password: PASSWORD };
    const short = await client.post('/invitation/accept', { ...account, password: 'short' });
    expect([short.status, short.body?.error?.code]).toEqual([400, 'PasswordTooShort']);
    const taken = await client.post('/invitation/accept', { ...account, email: 'sanne@example.com' });
    expect([taken.status, taken.body?.error?.code]).toEqual([409, 'AccountExists']);
    expect((await client.post('/invitation/accept', account)).status).toBe(200);
  });

  it('are for administrators, and so is the list of agents', async () => {
    await client.signIn('mehmet@example.com', PASSWORD);
    const refused = await client.post('/invitations', { role: 'administrator' });
    expect([refused.status, refused.body?.error?.code]).toEqual([403, 'DeskNotAllowed']);
    expect((await client.get('/agents')).status).toBe(403);
    await client.signIn('sanne@example.com', PASSWORD);
    const names = (await client.get('/agents')).body?.agents?.map(({ name }) => name);
    expect(names).toEqual(['Sanne', 'Mehmet']);
  });
});

describe('accounts', () => {
  const PATHS = ['lock', 'unlock', 'remove', 'end-sessions', 'reset'];
  let mehmet: DeskClient;
  let mehmetId: string;

  beforeEach(async () => {
    await client.signIn('sanne@example.com', PASSWORD);
    mehmet = createDeskClient(server.url);
    mehmetId = (await mehmet.signIn('mehmet@example.com', PASSWORD)).body?.agent?.id ?? '';
  });

  it('are shown with their state', async () => {
    expect((await client.get('/agents')).body?.agents).toMatchObject([
      { name: 'Sanne', isLocked: false, sessions: 1, signedInAt: expect.any(String) },
      { name: 'Mehmet', isLocked: false, sessions: 1 },
    ]);
  });

  it.each(PATHS)('are changed by administrators only: %s', async (path) => {
    const [sanne] = (await client.get('/agents')).body?.agents ?? [];
    const refused = await mehmet.post(`/agents/${sanne?.id}/${path}`);
    expect([refused.status, refused.body?.error?.code]).toEqual([403, 'DeskNotAllowed']);
    const stranger = createDeskClient(server.url);
    expect((await stranger.post(`/agents/${sanne?.id}/${path}`)).status).toBe(401);
    expect((await client.post(`/agents/${sanne?.id}/${path}`, {}, { 'X-Desk': '' })).status).toBe(403);
    expect((await client.post(`/agents/${sanne?.id}/${path}`, { more: 1 })).status).toBe(400);
  });

  it.each(PATHS)('that are not there are a 404: %s', async (path) => {
    for (const id of ['unknown', '..%2F..%2Fetc', 'x'.repeat(400)]) {
      const answer = await client.post(`/agents/${id}/${path}`);
      expect([answer.status, answer.body?.error?.code]).toEqual([404, 'AccountUnknown']);
    }
  });

  it.each(['lock', 'remove', 'end-sessions'])('lose session and open stream at once: %s', async (path) => {
    const changes = await mehmet.changes();
    await changes.next();
    expect((await client.post(`/agents/${mehmetId}/${path}`)).status).toBe(200);
    // The heartbeat comes every 20 s only: what ends the stream here is the change itself.
    const events = [];
    for (let next = await changes.next(); next !== null; next = await changes.next()) events.push(next.event);
    expect(events.at(-1)).toBe('signed-out');
    expect((await mehmet.get('/entries')).status).toBe(401);
    const again = await mehmet.signIn('mehmet@example.com', PASSWORD);
    expect(again.status).toBe(path === 'end-sessions' ? 200 : 401);
  });

  it('lose a stream that was being opened while they were locked', async () => {
    const { agentOf } = server.accounts;
    let looks = 0;
    server.accounts.agentOf = async (token) => {
      const agent = await agentOf(token);
      looks += 1;
      // Locked after the guard has looked, before the stream is among those that are ended.
      if (looks === 1) {
        const [sanne] = await server.accounts.agents();
        if (sanne) await server.accounts.lock(mehmetId, sanne);
        server.accounts.agentOf = async () => null;
      }
      return agent;
    };
    const changes = await mehmet.changes();
    const events = [];
    for (let next = await changes.next(); next !== null; next = await changes.next()) events.push(next.event);
    expect(events.at(-1)).toBe('signed-out');
  });

  it('that are locked answer like a wrong password, and open again', async () => {
    const { body } = await client.post(`/agents/${mehmetId}/lock`);
    expect(body?.agents?.map(({ isLocked }) => isLocked)).toEqual([false, true]);
    const locked = await mehmet.signIn('mehmet@example.com', PASSWORD);
    const wrong = await mehmet.signIn('mehmet@example.com', 'wrong');
    expect([locked.status, locked.body]).toEqual([wrong.status, wrong.body]);
    await client.post(`/agents/${mehmetId}/unlock`);
    expect((await mehmet.signIn('mehmet@example.com', PASSWORD)).status).toBe(200);
  });

  it.each(['lock', 'remove'])('of the last administrator stay, with advice: %s', async (path) => {
    const [sanne] = (await client.get('/agents')).body?.agents ?? [];
    const { status, body } = await client.post(`/agents/${sanne?.id}/${path}`);
    expect([status, body?.error?.code]).toEqual([409, 'LastAdministrator']);
    expect(body?.error?.message).toContain('Invite or unlock another administrator first.');
    expect((await client.get('/me')).status).toBe(200);
  });

  it('that were removed can be invited again', async () => {
    const { body } = await client.post(`/agents/${mehmetId}/remove`);
    expect(body?.agents?.map(({ name }) => name)).toEqual(['Sanne']);
    const token = (await client.post('/invitations', { role: 'agent' })).body?.link?.split('#')[1];
    const account = { token, name: 'Mehmet', email: 'mehmet@example.com', password: PASSWORD };
    expect((await mehmet.post('/invitation/accept', account)).status).toBe(200);
  });

  it('get a new password by a one-time link, as a refused sign-in advises', async () => {
    const refused = await mehmet.signIn('mehmet@example.com', 'forgotten');
    expect(refused.body?.error?.message).toContain('an administrator can make you a link');
    const made = await client.post(`/agents/${mehmetId}/reset`);
    expect(made.status).toBe(201);
    const [address, token] = (made.body?.link ?? '').split('#');
    expect(address).toBe(`${server.url}/desk/reset`);

    const guest = createDeskClient(server.url);
    const account = { name: 'Mehmet', email: 'mehmet@example.com' };
    expect((await guest.post('/reset/look', { token })).body).toEqual({ account });
    const short = await guest.post('/reset/use', { token, password: 'short' });
    expect([short.status, short.body?.error?.code]).toEqual([400, 'PasswordTooShort']);
    const password = 'another pass sentence';
    expect((await guest.post('/reset/use', { token, password })).body?.agent?.name).toBe('Mehmet');
    expect((await guest.get('/me')).status).toBe(200);
    expect((await mehmet.get('/me')).status).toBe(401);
    expect((await guest.post('/reset/look', { token })).body).toEqual({ account: null });
    const again = await guest.post('/reset/use', { token, password });
    expect([again.status, again.body?.error?.code]).toEqual([410, 'ResetInvalid']);
    expect(server.logLines.join('\n')).not.toContain(token);
  });

  it('have links that cannot be guessed at', async () => {
    const strict = await startDeskServer({ settings: { DESK_SIGN_INS_PER_MINUTE: 2 } });
    const guesser = createDeskClient(strict.url);
    const statuses = [];
    for (const path of ['/reset/look', '/reset/use', '/reset/look']) {
      const password = path === '/reset/use' ? { password: PASSWORD } : {};
      statuses.push((await guesser.post(path, { token: 'guess', ...password })).status);
    }
    await strict.stop();
    expect(statuses).toEqual([200, 410, 429]);
  });
});

describe('a body that is not right', () => {
  it.each([
    ['no JSON', '{"email":', 400],
    ['a field too many', { email: 'a@example.com', password: 'x', role: 'administrator' }, 400],
    ['a number for a text', { email: 7, password: 'x' }, 400],
    ['nothing', '', 400],
    ['40,000 characters', { email: 'a@example.com', password: 'x'.repeat(40_000) }, 413],
  ])('%s gets a clear error', async (_, body, status) => {
    const answer = await client.post('/sign-in', body);
    expect(answer.status).toBe(status);
    expect(answer.body?.error?.message).toBeTruthy();
  });
});

describe('the page', () => {
  it.each(['/desk', '/desk/invitation', '/desk/reset'])(
    '%s runs only our own scripts and is in no frame',
    async (path) => {
      const response = await fetch(server.url + path);
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    },
  );
});
