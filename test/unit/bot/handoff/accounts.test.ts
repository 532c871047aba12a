import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../bot/conversations/store.js';
import { type Accounts, createAccounts, SHORTEST_PASSWORD } from '../../../../bot/handoff/accounts.js';
import { deriveKey } from '../../../../bot/handoff/derive-key.js';
import { createPasswords } from '../../../../bot/handoff/passwords.js';
import { openTestStore } from '../support/open-test-store.js';
import { SetClock } from '../support/set-clock.js';

const passwords = createPasswords(async (request) => deriveKey(request), { logN: 4, r: 8, p: 1 });
const PASSWORD = 'een zin van woorden';

describe('accounts of the desk', () => {
  let store: Store;
  let clock: SetClock;
  let accounts: Accounts;

  beforeEach(async () => {
    store = await openTestStore();
    clock = new SetClock();
    accounts = createAccounts({ store, clock, sessionHours: 12, passwords });
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
    await expect(accounts.agents()).resolves.toEqual([joris, sanne]);
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
