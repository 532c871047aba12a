import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode, totpStepOf } from '../../../../bot/accounts/second-factor/totp.js';
import type {
  AuditPage,
  OpenSessionLook,
  SecondFactorStart,
} from '../../../../bot/contracts/accounts/desk-security.js';
import type { OwnSecurityReply, RecoveryCodesReply } from '../../../../channels/desk/security/contracts.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van woorden';
const NOOR = 'noor@example.com';
const TIJS = 'tijs@example.com';

let server: BotDeskServer;
let clock: SetClock;
let noor: DeskClient;
let tijs: DeskClient;

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  clock = new SetClock(new Date().toISOString());
  server = await startBotDeskServer({ clock, settings });
  const { accounts } = server.test.bot;
  const { agent } = await accounts.accept((await accounts.firstInvitation()) ?? '', {
    ...{ name: 'Noor', email: NOOR, password: PASSWORD },
  });
  const { token } = await accounts.invite('agent', agent);
  await accounts.accept(token, { name: 'Tijs', email: TIJS, password: PASSWORD });
  noor = createDeskClient(server.url);
  tijs = createDeskClient(server.url);
}

const codeOf = (secret: string) => totpCode(secret, totpStepOf(clock.now()));
const nextStep = () => clock.forward({ seconds: 30 });
const signIn = (client: DeskClient, email: string, code?: string) =>
  client.post('/sign-in', { email, password: PASSWORD, ...(code === undefined ? {} : { code }) });

/** Sets up a second factor, as its page does. */
async function setUp(client: DeskClient): Promise<{ secret: string; codes: readonly string[] }> {
  const begun = (await client.post('/own/second-factor/begin', { password: PASSWORD })).body;
  const { secret } = begun as unknown as SecondFactorStart;
  const answer = await client.post('/own/second-factor/confirm', { code: codeOf(secret) });
  expect(answer.status).toBe(200);
  return { secret, codes: (answer.body as unknown as RecoveryCodesReply).recoveryCodes };
}

async function security(client: DeskClient): Promise<OwnSecurityReply> {
  return (await client.get('/own/security')).body as unknown as OwnSecurityReply;
}

async function idOf(name: string): Promise<string> {
  const { agents = [] } = (await noor.get('/agents')).body ?? {};
  return agents.find((agent) => agent.name === name)?.id ?? '';
}

async function audit(search = {}): Promise<AuditPage> {
  return (await noor.post('/audit', search)).body as unknown as AuditPage;
}

beforeEach(() => start());
afterEach(() => server.stop());

describe('a second factor', () => {
  it('is asked for after the right password, and never says whether a wrong one was near', async () => {
    await signIn(tijs, TIJS);
    const { secret } = await setUp(tijs);
    nextStep();
    const other = createDeskClient(server.url);
    const wrong = await other.post('/sign-in', {
      email: TIJS,
      password: 'een andere zin',
      code: codeOf(secret),
    });
    expect([wrong.status, wrong.body?.error?.code]).toEqual([401, 'DeskSignInRefused']);
    const without = await signIn(other, TIJS);
    expect([without.status, without.body?.error?.code]).toEqual([401, 'CodeNeeded']);
    expect(without.headers.get('set-cookie')).toBeNull();
    expect((await signIn(other, TIJS, codeOf(secret))).status).toBe(200);
    expect((await other.get('/me')).status).toBe(200);
  });

  it('takes each code once', async () => {
    await signIn(tijs, TIJS);
    const { secret } = await setUp(tijs);
    // The code that switched it on is used up as well.
    expect((await signIn(tijs, TIJS, codeOf(secret))).body?.error?.code).toBe('CodeWrong');
    nextStep();
    const code = codeOf(secret);
    const both = await Promise.all([signIn(tijs, TIJS, code), signIn(noor, TIJS, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('takes each recovery code once in place of a code', async () => {
    await signIn(tijs, TIJS);
    const { codes } = await setUp(tijs);
    expect(codes).toHaveLength(10);
    const [code = ''] = codes;
    expect((await signIn(tijs, TIJS, code.toLowerCase())).status).toBe(200);
    expect((await signIn(tijs, TIJS, code)).body?.error?.code).toBe('CodeWrong');
    expect((await security(tijs)).secondFactor).toEqual({ isOn: true, isDemanded: false, recoveryCodes: 9 });
  });

  it('takes no code for a while after ten wrong ones, and recovery codes all the same', async () => {
    await signIn(tijs, TIJS);
    const { secret, codes } = await setUp(tijs);
    nextStep();
    const right = codeOf(secret);
    const wrong = right === '000000' ? '000001' : '000000';
    const { accounts } = server.test.bot;
    for (let count = 0; count < 10; count += 1) {
      await expect(accounts.signIn(TIJS, PASSWORD, { code: wrong })).rejects.toMatchObject({
        code: 'CODE_WRONG',
      });
    }
    await expect(accounts.signIn(TIJS, PASSWORD, { code: right })).rejects.toMatchObject({
      code: 'CODES_PAUSED',
    });
    expect(await accounts.signIn(TIJS, PASSWORD, { code: codes[0] })).not.toBeNull();
    // Another account is not held up, and neither is this one when the time is over.
    expect((await signIn(noor, NOOR)).status).toBe(200);
    clock.forward({ minutes: 15 });
    expect((await signIn(tijs, TIJS, codeOf(secret))).status).toBe(200);
  });

  it('is switched on and off with the password alone', async () => {
    await signIn(tijs, TIJS);
    const refused = await tijs.post('/own/second-factor/begin', { password: 'not the password' });
    expect([refused.status, refused.body?.error?.code]).toEqual([400, 'PasswordWrong']);
    const { secret } = await setUp(tijs);
    expect((await tijs.post('/own/second-factor/begin', { password: PASSWORD })).status).toBe(409);
    nextStep();
    const off = { password: PASSWORD, code: codeOf(secret) };
    expect((await tijs.post('/own/second-factor/end', { ...off, code: '1' })).status).toBe(401);
    expect((await tijs.post('/own/second-factor/end', off)).status).toBe(200);
    expect((await signIn(tijs, TIJS)).status).toBe(200);
  });

  it('does not count before a code of it was confirmed', async () => {
    await signIn(tijs, TIJS);
    await tijs.post('/own/second-factor/begin', { password: PASSWORD });
    expect((await signIn(tijs, TIJS)).status).toBe(200);
  });

  it('is asked for by a link to a new password too, which stays good until then', async () => {
    await signIn(tijs, TIJS);
    const { secret } = await setUp(tijs);
    nextStep();
    await signIn(noor, NOOR);
    const { link = '' } = (await noor.post(`/agents/${await idOf('Tijs')}/reset`)).body ?? {};
    const token = link.split('#')[1];
    const password = 'een nieuwe zin van woorden';
    const without = await tijs.post('/reset/use', { token, password });
    expect([without.status, without.body?.error?.code]).toEqual([401, 'CodeNeeded']);
    expect((await tijs.post('/reset/use', { token, password, code: codeOf(secret) })).status).toBe(200);
  });

  it('is taken away by an administrator, which signs the account out', async () => {
    await signIn(tijs, TIJS);
    await setUp(tijs);
    await signIn(noor, NOOR);
    const id = await idOf('Tijs');
    expect((await tijs.post(`/agents/${id}/reset-second-factor`)).status).toBe(403);
    expect((await noor.post(`/agents/${id}/reset-second-factor`)).status).toBe(200);
    expect((await tijs.get('/me')).status).toBe(401);
    expect((await signIn(tijs, TIJS)).status).toBe(200);
  });

  it('is in no log, no audit and no answer once it was shown', async () => {
    await signIn(tijs, TIJS);
    const { secret, codes } = await setUp(tijs);
    await signIn(noor, NOOR);
    const told = [
      ...server.test.logLines,
      JSON.stringify(server.test.rows('select * from audit')),
      JSON.stringify((await noor.get('/agents')).body),
      JSON.stringify(await security(tijs)),
    ].join('\n');
    for (const kept of [secret, ...codes]) expect(told).not.toContain(kept);
    expect(JSON.stringify(server.test.rows('select * from recovery_codes'))).not.toContain(codes[0]);
  });

  it('goes with its account', async () => {
    await signIn(tijs, TIJS);
    await setUp(tijs);
    await signIn(noor, NOOR);
    await noor.post(`/agents/${await idOf('Tijs')}/remove`);
    expect(server.test.rows('select * from second_factors')).toEqual([]);
    expect(server.test.rows('select * from recovery_codes')).toEqual([]);
  });
});

describe('a second factor that is demanded', () => {
  it('must be set up before anything else is answered', async () => {
    await server.stop();
    await start({ DESK_SECOND_FACTOR: 'administrators' });
    expect((await signIn(noor, NOOR)).body).toMatchObject({ mustSetUp: true });
    expect((await noor.get('/me')).body).toMatchObject({ mustSetUp: true });
    for (const path of ['/entries', '/agents', '/changes', '/conversation/x']) {
      const answer = await noor.get(path);
      expect([path, answer.status, answer.body?.error?.code]).toEqual([path, 403, 'DeskSecondFactorNeeded']);
    }
    const { secret } = await setUp(noor);
    expect((await noor.get('/agents')).status).toBe(200);
    nextStep();
    const off = await noor.post('/own/second-factor/end', { password: PASSWORD, code: codeOf(secret) });
    expect([off.status, off.body?.error?.code]).toEqual([409, 'SecondFactorDemanded']);
    // Of agents it is not demanded here.
    expect((await signIn(tijs, TIJS)).body).toMatchObject({ mustSetUp: false });
    expect((await tijs.get('/entries')).status).toBe(200);
  });

  it('lets who must set it up leave', async () => {
    await server.stop();
    await start({ DESK_SECOND_FACTOR: 'everybody' });
    await signIn(tijs, TIJS);
    expect((await tijs.post('/sign-out')).status).toBe(204);
    expect((await tijs.get('/me')).status).toBe(401);
  });
});

describe('sessions', () => {
  const FIREFOX = {
    'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  };

  it('are told apart by browser, and the own one is marked', async () => {
    await tijs.post('/sign-in', { email: TIJS, password: PASSWORD }, FIREFOX);
    clock.forward({ minutes: 10 });
    const { sessions } = await security(tijs);
    expect(sessions).toHaveLength(2);
    const own = sessions.find(({ isOwn }) => isOwn);
    expect(own?.device).toBe('Firefox · Windows');
    expect(own?.lastSeen).toBe(clock.now().toISOString());
    expect(Object.keys(own ?? {}).sort()).toEqual(['device', 'id', 'isOwn', 'lastSeen', 'since']);
  });

  it('are ended one by one, with their open streams', async () => {
    await signIn(tijs, TIJS);
    const other = createDeskClient(server.url);
    await signIn(other, TIJS);
    const stream = await other.changes();
    const kept = await tijs.changes();
    await Promise.all([stream.next(), kept.next()]);
    const { sessions } = await security(other);
    const sessionId = sessions.find(({ isOwn }) => isOwn)?.id;
    const answer = await tijs.post('/own/sessions/end', { sessionId });
    expect((answer.body as unknown as OwnSecurityReply).sessions).toHaveLength(2);
    await untilSignedOut(stream);
    expect((await other.get('/me')).status).toBe(401);
    expect((await tijs.get('/me')).status).toBe(200);
    kept.close();
  });

  it('are ended all but one’s own', async () => {
    await signIn(tijs, TIJS);
    const other = createDeskClient(server.url);
    await signIn(other, TIJS);
    await tijs.post('/own/sessions/end-others');
    expect((await security(tijs)).sessions).toHaveLength(1);
    expect((await other.get('/me')).status).toBe(401);
  });

  it('of others are an administrator’s to see and end', async () => {
    await signIn(tijs, TIJS);
    await signIn(noor, NOOR);
    const path = `/agents/${await idOf('Tijs')}/sessions`;
    expect((await tijs.get(path)).status).toBe(403);
    const { sessions } = (await noor.get(path)).body as unknown as { sessions: OpenSessionLook[] };
    expect(sessions.map(({ isOwn }) => isOwn)).toEqual([false, false]);
    for (const { id } of sessions) await noor.post(`${path}/end`, { sessionId: id });
    expect((await tijs.get('/me')).status).toBe(401);
    expect((await noor.get('/me')).status).toBe(200);
    expect((await noor.get('/agents/nobody/sessions')).status).toBe(404);
  });

  it('of somebody else cannot be ended as one’s own', async () => {
    await signIn(tijs, TIJS);
    await signIn(noor, NOOR);
    const { sessions } = await security(noor);
    for (const { id } of sessions) await tijs.post('/own/sessions/end', { sessionId: id });
    expect((await noor.get('/me')).status).toBe(200);
  });

  it('are fifty at most, and the oldest make room', async () => {
    await signIn(tijs, TIJS);
    for (let count = 0; count < 50; count += 1) {
      clock.forward({ seconds: 1 });
      await server.test.bot.accounts.signIn(TIJS, PASSWORD);
    }
    expect((await tijs.get('/me')).status).toBe(401);
    expect(server.test.rows('select * from sessions')).toHaveLength(51);
  });

  async function untilSignedOut(stream: Awaited<ReturnType<DeskClient['changes']>>): Promise<void> {
    for (;;) {
      const told = await stream.next();
      if (told === null || told.event === 'signed-out') return;
    }
  }
});

describe('the audit', () => {
  it('tells who signed in, who was refused, and who changed accounts', async () => {
    await signIn(noor, NOOR);
    await tijs.post('/sign-in', { email: TIJS, password: 'een verkeerde zin' });
    const id = await idOf('Tijs');
    await noor.post(`/agents/${id}/lock`);
    await signIn(tijs, TIJS);
    await noor.post(`/agents/${id}/unlock`);
    const { lines } = await audit({ accountId: id });
    const told = lines.map(({ action, actorName, subjectName }) => [action, actorName, subjectName]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['sign-in.refused', null, 'Tijs'],
        ['sign-in.locked', null, 'Tijs'],
        ['account.locked', 'Noor', 'Tijs'],
        ['account.unlocked', 'Noor', 'Tijs'],
        ['account.made', 'Tijs', 'Tijs'],
      ]),
    );
    expect((await audit({ area: 'sign-in' })).lines.map(({ action }) => action)).toContain('sign-in.ok');
    expect(JSON.stringify(lines)).not.toContain('@example.com');
  });

  it('tells who searched and who read what is closed, once an hour, and no word of it', async () => {
    await server.test.say('Ik wil een medewerker spreken over mijn geheime zaak');
    await signIn(tijs, TIJS);
    const id = String(server.test.rows('select id from conversations')[0]?.id);
    await tijs.get(`/conversation/${id}`);
    await signIn(noor, NOOR);
    expect((await audit({ area: 'conversation' })).lines).toEqual([]);
    await tijs.post(`/conversation/${id}/claim`);
    await tijs.post(`/conversation/${id}/close`);
    for (let times = 0; times < 3; times += 1) await tijs.get(`/conversation/${id}`);
    await tijs.post('/search', { words: 'geheime zaak' });
    const { lines } = await audit({ area: 'conversation' });
    expect(lines.map(({ action, subjectId }) => [action, subjectId])).toEqual(
      expect.arrayContaining([
        ['conversation.read', id],
        ['conversation.search', ''],
      ]),
    );
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(server.test.rows('select * from audit'))).not.toContain('geheime');
  });

  it('tells who took a conversation over', async () => {
    await server.test.say('Ik wil een medewerker spreken');
    const id = String(server.test.rows('select id from conversations')[0]?.id);
    await signIn(tijs, TIJS);
    await tijs.post(`/conversation/${id}/claim`);
    await signIn(noor, NOOR);
    expect((await noor.post(`/conversation/${id}/take-over`, { from: await idOf('Tijs') })).status).toBe(200);
    expect((await audit({ area: 'conversation' })).lines).toMatchObject([
      { action: 'conversation.take-over', actorName: 'Noor', subjectId: id },
    ]);
  });

  it('is read a page at a time, between two times, by administrators alone', async () => {
    await signIn(tijs, TIJS);
    expect((await tijs.post('/audit', {})).status).toBe(403);
    await signIn(noor, NOOR);
    for (let count = 0; count < 60; count += 1) {
      clock.forward({ seconds: 1 });
      await server.test.bot.accounts.signIn(NOOR, PASSWORD);
    }
    await signIn(noor, NOOR);
    const first = await audit();
    const second = await audit({ after: first.next });
    const times = [...first.lines, ...second.lines].map(({ at }) => at);
    expect(first.lines).toHaveLength(50);
    expect(times).toEqual([...times].sort().reverse());
    expect(second.next).toBeNull();
    const total = server.test.rows('select id from audit').length;
    expect(times).toHaveLength(total);
    const [from, until] = [times[10] ?? '', times[5] ?? ''];
    expect((await audit({ from, until })).lines.every(({ at }) => at >= from && at < until)).toBe(true);
    expect((await noor.post('/audit', { area: 'else' })).status).toBe(400);
  });

  it('keeps twenty refusals an hour of one account, however many strangers try', async () => {
    const { accounts } = server.test.bot;
    for (let count = 0; count < 25; count += 1) await accounts.signIn(TIJS, 'een verkeerde zin');
    await accounts.signIn('nobody@example.com', 'een verkeerde zin');
    await signIn(noor, NOOR);
    expect(
      (await audit({ area: 'sign-in' })).lines.filter(({ action }) => action === 'sign-in.refused'),
    ).toHaveLength(20);
  });
});
