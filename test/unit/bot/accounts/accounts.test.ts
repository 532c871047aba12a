import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Accounts, createAccounts } from '../../../../bot/accounts/accounts.js';
import { deriveKey } from '../../../../bot/accounts/derive-key.js';
import { SHORTEST_PASSWORD } from '../../../../bot/accounts/password-rules.js';
import { createPasswords } from '../../../../bot/accounts/passwords.js';
import type { Store } from '../../../../bot/store/store.js';
import { createLog } from '../../../../index/platform/log.js';
import { openTestStore } from '../support/open-test-store.js';
import { SetClock } from '../support/set-clock.js';

const passwords = createPasswords(async (request) => deriveKey(request), { logN: 4, r: 8, p: 1 });
const PASSWORD = 'een zin van woorden';

describe('accounts of the desk', () => {
  let store: Store;
  let clock: SetClock;
  let accounts: Accounts;
  let log: string[];
  let gone: string[];

  beforeEach(async () => {
    store = await openTestStore();
    clock = new SetClock();
    log = [];
    gone = [];
    accounts = createAccounts({
      ...{ store, clock, sessionHours: 12, passwords },
      log: createLog('debug', (line) => log.push(line)),
      onGone: async (agentId) => void gone.push(agentId),
    });
  });
  afterEach(() => store.destroy());

  const firstAdministrator = async () => {
    const token = (await accounts.firstInvitation()) ?? '';
    const account = { name: ' Sanne ', email: ' Sanne@Example.com ', password: PASSWORD };
    return (await accounts.accept(token, account)).agent;
  };

  it('begin with one invitation for an administrator', async () => {
    const agent = await firstAdministrator();
    expect(agent).toMatchObject({ name: 'Sanne', email: 'sanne@example.com', role: 'administrator' });
    await expect(accounts.firstInvitation()).resolves.toBeNull();
  });

  it('replace a first invitation that was not used', async () => {
    const older = (await accounts.firstInvitation()) ?? '';
    const newer = (await accounts.firstInvitation()) ?? '';
    await expect(accounts.invitation(older)).resolves.toBeNull();
    await expect(accounts.invitation(newer)).resolves.toEqual({ role: 'administrator' });
  });

  it('let an administrator invite others, nobody else', async () => {
    const sanne = await firstAdministrator();
    const { token } = await accounts.invite('agent', sanne);
    await expect(accounts.invitation(token)).resolves.toEqual({ role: 'agent' });
    const { agent: joris } = await accounts.accept(token, {
      name: 'Joris',
      email: 'joris@example.com',
      password: PASSWORD,
    });
    expect(joris.role).toBe('agent');
    await expect(accounts.invite('administrator', joris)).rejects.toMatchObject({
      code: 'INVITATION_FORBIDDEN',
    });
    const pretender = { ...joris, role: 'administrator' as const };
    await expect(accounts.invite('administrator', pretender)).rejects.toMatchObject({
      code: 'INVITATION_FORBIDDEN',
    });
    await expect(accounts.agents()).resolves.toMatchObject([joris, sanne]);
  });

  it('sign in who accepts an invitation', async () => {
    const token = (await accounts.firstInvitation()) ?? '';
    const account = { name: 'Sanne', email: 'sanne@example.com', password: PASSWORD };
    const session = await accounts.accept(token, account);
    expect(session.expiresAt).toBe('2026-03-02T21:00:00.000Z');
    await expect(accounts.agentOf(session.token)).resolves.toEqual(session.agent);
  });

  it('use an invitation once, also when two try at the same time', async () => {
    const token = (await accounts.firstInvitation()) ?? '';
    const people = ['a@example.com', 'b@example.com'];
    const results = await Promise.allSettled(
      people.map((email) => accounts.accept(token, { name: 'X', email, password: PASSWORD })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'INVITATION_INVALID' },
    });
  });

  it('refuse an invitation after a week', async () => {
    const token = (await accounts.firstInvitation()) ?? '';
    clock.forward({ days: 7 });
    await expect(accounts.invitation(token)).resolves.toBeNull();
    await expect(
      accounts.accept(token, { name: 'X', email: 'x@example.com', password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'INVITATION_INVALID' });
  });

  it('refuse a short password and an address that is taken, keeping the invitation', async () => {
    const sanne = await firstAdministrator();
    const { token } = await accounts.invite('agent', sanne);
    const account = { name: 'X', email: 'SANNE@example.com', password: PASSWORD };
    await expect(accounts.accept(token, { ...account, password: 'kort' })).rejects.toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
      facts: { minimum: SHORTEST_PASSWORD, length: 4 },
    });
    await expect(accounts.accept(token, account)).rejects.toMatchObject({ code: 'ACCOUNT_EXISTS' });
    await expect(accounts.accept(token, { ...account, email: 'x@example.com' })).resolves.toBeTruthy();
  });

  it('sign somebody in with the right password only', async () => {
    const sanne = await firstAdministrator();
    await expect(accounts.signIn('sanne@example.com', 'iets anders')).resolves.toBeNull();
    await expect(accounts.signIn('niemand@example.com', PASSWORD)).resolves.toBeNull();
    const session = await accounts.signIn(' SANNE@example.com', PASSWORD);
    expect(session).toMatchObject({ agent: sanne, expiresAt: '2026-03-02T21:00:00.000Z' });
    await expect(accounts.agentOf(session?.token ?? '')).resolves.toEqual(sanne);
    await expect(accounts.agentOf('made up')).resolves.toBeNull();
  });

  it('end a session by signing out and by its date', async () => {
    await firstAdministrator();
    const first = (await accounts.signIn('sanne@example.com', PASSWORD))?.token ?? '';
    const second = (await accounts.signIn('sanne@example.com', PASSWORD))?.token ?? '';
    await accounts.signOut(first);
    await expect(accounts.agentOf(first)).resolves.toBeNull();
    await expect(accounts.agentOf(second)).resolves.not.toBeNull();
    clock.forward({ minutes: 12 * 60 });
    await expect(accounts.agentOf(second)).resolves.toBeNull();
  });

  /** Two administrators, Sanne and Noor, and the agent Joris. */
  const team = async () => {
    const sanne = await firstAdministrator();
    const join = async (name: string, role: 'administrator' | 'agent') => {
      const email = `${name.toLowerCase()}@example.com`;
      const { token } = await accounts.invite(role, sanne);
      return (await accounts.accept(token, { name, email, password: PASSWORD })).agent;
    };
    return { sanne, noor: await join('Noor', 'administrator'), joris: await join('Joris', 'agent') };
  };
  const signIn = async (name: string, password = PASSWORD) =>
    (await accounts.signIn(`${name}@example.com`, password))?.token ?? null;

  it('show administrators who can sign in, and who is signed in', async () => {
    const { sanne, noor, joris } = await team();
    clock.forward({ minutes: 5 });
    await signIn('joris');
    await accounts.lock(noor.id, sanne);
    await expect(accounts.agents()).resolves.toEqual([
      {
        ...joris,
        isLocked: false,
        hasSecondFactor: false,
        sessions: 2,
        signedInAt: '2026-03-02T09:05:00.000Z',
      },
      {
        ...noor,
        isLocked: true,
        hasSecondFactor: false,
        sessions: 0,
        signedInAt: '2026-03-02T09:00:00.000Z',
      },
      {
        ...sanne,
        isLocked: false,
        hasSecondFactor: false,
        sessions: 1,
        signedInAt: '2026-03-02T09:00:00.000Z',
      },
    ]);
    clock.forward({ days: 1 });
    expect((await accounts.agents())[0]).toMatchObject({ name: 'Joris', sessions: 0 });
  });

  describe('that are locked', () => {
    it('end their sessions at once and take no sign-in until they are unlocked', async () => {
      const { sanne, joris } = await team();
      const ended: string[] = [];
      const stop = accounts.onSessionsEnded((agentId) => ended.push(agentId));
      const token = (await signIn('joris')) ?? '';
      await accounts.lock(joris.id, sanne);
      await expect(accounts.agentOf(token)).resolves.toBeNull();
      await expect(signIn('joris')).resolves.toBeNull();
      await accounts.unlock(joris.id, sanne);
      await expect(accounts.agentOf(token)).resolves.toBeNull();
      await expect(signIn('joris')).resolves.not.toBeNull();
      expect(ended).toEqual([joris.id]);
      stop();
    });

    it('let nobody in who was being signed in meanwhile', async () => {
      const { sanne, joris } = await team();
      const [token] = await Promise.all([signIn('joris'), accounts.lock(joris.id, sanne)]);
      await expect(accounts.agentOf(token ?? '')).resolves.toBeNull();
      await accounts.unlock(joris.id, sanne);
      await expect(accounts.agentOf(token ?? '')).resolves.toBeNull();
    });

    it('are locked once, however often somebody asks', async () => {
      const { sanne, joris } = await team();
      await accounts.lock(joris.id, sanne);
      await accounts.lock(joris.id, sanne);
      expect(gone).toEqual([joris.id]);
    });

    it('cannot come back by links they made', async () => {
      const { sanne, noor, joris } = await team();
      const invitation = await accounts.invite('administrator', noor);
      const reset = await accounts.makeReset(joris.id, noor);
      await accounts.lock(noor.id, sanne);
      await expect(accounts.invitation(invitation.token)).resolves.toBeNull();
      await expect(accounts.reset(reset.token)).resolves.toBeNull();
      await expect(accounts.invite('administrator', noor)).rejects.toMatchObject({
        code: 'INVITATION_FORBIDDEN',
      });
    });
  });

  describe('that are removed', () => {
    it('leave nothing of the address, which can be invited again', async () => {
      const { sanne, joris } = await team();
      const token = (await signIn('joris')) ?? '';
      await accounts.remove(joris.id, sanne);
      await expect(accounts.agentOf(token)).resolves.toBeNull();
      await expect(signIn('joris')).resolves.toBeNull();
      expect(JSON.stringify(await store.selectFrom('agents').selectAll().execute())).not.toContain('joris');
      const again = await accounts.invite('agent', sanne);
      const account = { name: 'Joris', email: 'joris@example.com', password: PASSWORD };
      const { agent } = await accounts.accept(again.token, account);
      expect(agent.id).not.toBe(joris.id);
      expect(gone).toEqual([joris.id]);
      await expect(accounts.remove(joris.id, sanne)).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    });
  });

  describe('of administrators', () => {
    it.each(['lock', 'remove'] as const)('never lose the last who can sign in: %s', async (change) => {
      const { sanne, noor } = await team();
      await accounts.lock(noor.id, sanne);
      await expect(accounts[change](sanne.id, sanne)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
      await accounts.unlock(noor.id, sanne);
      await accounts[change](sanne.id, sanne);
      await expect(accounts[change](noor.id, noor)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
      expect(gone).toEqual([noor.id, sanne.id]);
    });

    it.each(['lock', 'remove'] as const)(
      'have one winner when two turn on each other: %s',
      async (change) => {
        const { sanne, noor } = await team();
        const results = await Promise.allSettled([
          accounts[change](noor.id, sanne),
          accounts[change](sanne.id, noor),
        ]);
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
        expect(results[1]).toMatchObject({ reason: { code: 'ACCOUNT_CHANGE_FORBIDDEN' } });
        expect(gone).toEqual([noor.id]);
      },
    );

    it('are the only ones that change accounts, whatever others say they are', async () => {
      const { sanne, joris } = await team();
      const pretender = { ...joris, role: 'administrator' as const };
      for (const change of ['lock', 'unlock', 'remove', 'endSessions', 'makeReset'] as const) {
        await expect(accounts[change](sanne.id, pretender)).rejects.toMatchObject({
          code: 'ACCOUNT_CHANGE_FORBIDDEN',
        });
        await expect(accounts[change]('elsewhere:messenger', sanne)).rejects.toMatchObject({
          code: 'ACCOUNT_UNKNOWN',
        });
      }
      expect(gone).toEqual([]);
    });
  });

  it('can be signed out everywhere', async () => {
    const { sanne, joris } = await team();
    const tokens = [await signIn('joris'), await signIn('joris')];
    await accounts.endSessions(joris.id, sanne);
    await accounts.endSessions(joris.id, sanne);
    for (const token of tokens) await expect(accounts.agentOf(token ?? '')).resolves.toBeNull();
    await expect(signIn('joris')).resolves.not.toBeNull();
    expect(gone).toEqual([joris.id]);
  });

  it('stay locked when what follows goes wrong, which is told', async () => {
    const { sanne, joris } = await team();
    const failing = createAccounts({
      ...{ store, clock, sessionHours: 12, passwords },
      log: createLog('debug', (line) => log.push(line)),
      onGone: () => Promise.reject(new TypeError('no queue')),
    });
    await failing.lock(joris.id, sanne);
    await expect(signIn('joris')).resolves.toBeNull();
    expect(log.join('\n')).toContain('no queue');
  });

  describe('with a link to a new password', () => {
    it('get it once, and lose the old one with its sessions', async () => {
      const { sanne, joris } = await team();
      const session = (await signIn('joris')) ?? '';
      const { token, expiresAt } = await accounts.makeReset(joris.id, sanne);
      expect(expiresAt).toBe('2026-03-03T09:00:00.000Z');
      await expect(accounts.reset(token)).resolves.toEqual({ name: 'Joris', email: 'joris@example.com' });
      await expect(accounts.agentOf(session)).resolves.toEqual(joris);
      const changed = await accounts.useReset(token, 'een andere zin');
      expect(changed).toMatchObject({ agent: joris, expiresAt: '2026-03-02T21:00:00.000Z' });
      await expect(accounts.agentOf(changed.token)).resolves.toEqual(joris);
      await expect(accounts.agentOf(session)).resolves.toBeNull();
      await expect(signIn('joris')).resolves.toBeNull();
      await expect(signIn('joris', 'een andere zin')).resolves.not.toBeNull();
      await expect(accounts.useReset(token, 'nog een zin')).rejects.toMatchObject({ code: 'RESET_INVALID' });
      expect(gone).toEqual([]);
    });

    it('use it once, also when two try at the same time', async () => {
      const { sanne, joris } = await team();
      const { token } = await accounts.makeReset(joris.id, sanne);
      const tries = ['de ene lange zin', 'de andere lange zin'].map((one) => accounts.useReset(token, one));
      const results = await Promise.allSettled(tries);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('let nobody in with the old password who was being signed in meanwhile', async () => {
      const { sanne, joris } = await team();
      const { token } = await accounts.makeReset(joris.id, sanne);
      const [, session] = await Promise.all([accounts.useReset(token, 'een andere zin'), signIn('joris')]);
      if (session !== null) await expect(accounts.agentOf(session)).resolves.toBeNull();
      await expect(signIn('joris')).resolves.toBeNull();
    });

    it('refuse it after a day, when a newer one was made, and when the account was locked', async () => {
      const { sanne, joris } = await team();
      const older = await accounts.makeReset(joris.id, sanne);
      const newer = await accounts.makeReset(joris.id, sanne);
      await expect(accounts.reset(older.token)).resolves.toBeNull();
      clock.forward({ days: 1 });
      await expect(accounts.reset(newer.token)).resolves.toBeNull();
      const last = await accounts.makeReset(joris.id, sanne);
      await accounts.lock(joris.id, sanne);
      await expect(accounts.useReset(last.token, 'een andere zin')).rejects.toMatchObject({
        code: 'RESET_INVALID',
      });
      await expect(accounts.makeReset(joris.id, sanne)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
    });

    it('refuse a password that is easily guessed, keeping the link', async () => {
      const { sanne, joris } = await team();
      const { token } = await accounts.makeReset(joris.id, sanne);
      await expect(accounts.useReset(token, 'kort')).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
      await expect(accounts.useReset(token, 'joris@example.com')).rejects.toMatchObject({
        code: 'PASSWORD_GUESSABLE',
      });
      await expect(accounts.useReset(token, 'een andere zin')).resolves.toBeTruthy();
    });
  });

  it('write down who did what to whom, and which sign-ins were refused, without any secret', async () => {
    const { sanne, joris } = await team();
    await signIn('joris');
    await accounts.lock(joris.id, sanne);
    await signIn('joris');
    await accounts.unlock(joris.id, sanne);
    const { token } = await accounts.makeReset(joris.id, sanne);
    await accounts.useReset(token, 'een andere zin');
    await signIn('joris', 'helemaal verkeerd');
    for (const name of ['nobody', 'nobody', 'somebody']) await signIn(name);
    await accounts.remove(joris.id, sanne);
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const both = { agentId: joris.id, byAgentId: sanne.id };
    expect(lines).toMatchObject([
      { msg: 'An account of the desk was locked.', ...both },
      { msg: 'A sign-in at the desk was refused.', agentId: joris.id, isLocked: true },
      { msg: 'An account of the desk was unlocked.', ...both },
      { msg: 'A link to a new password was made.', ...both },
      { msg: 'An account got a new password by a link.', agentId: joris.id },
      { msg: 'A sign-in at the desk was refused.', agentId: joris.id, isLocked: false },
      { mark: expect.any(String) },
      { mark: expect.any(String) },
      { mark: expect.any(String) },
      { msg: 'An account of the desk was removed.', ...both },
    ]);
    const [first, second, third] = lines.flatMap(({ mark }) => (typeof mark === 'string' ? [mark] : []));
    expect([first === second, first === third]).toEqual([true, false]);
    for (const secret of [PASSWORD, 'verkeerd', 'een andere zin', token, 'example.com', 'nobody']) {
      expect(log.join('\n')).not.toContain(secret);
    }
  });

  it('keep neither password nor token in the store', async () => {
    const invitation = (await accounts.firstInvitation()) ?? '';
    await accounts.accept(invitation, { name: 'S', email: 's@example.com', password: PASSWORD });
    const session = await accounts.signIn('s@example.com', PASSWORD);
    const rows = JSON.stringify([
      await store.selectFrom('agents').selectAll().execute(),
      await store.selectFrom('sessions').selectAll().execute(),
      await store.selectFrom('invitations').selectAll().execute(),
    ]);
    for (const secret of [PASSWORD, invitation, session?.token ?? 'missing'])
      expect(rows).not.toContain(secret);
    expect(rows).toContain('scrypt$4$8$1$');
  });
});
