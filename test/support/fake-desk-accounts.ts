import { randomUUID } from 'node:crypto';
import type { DeskAgent, DeskRole } from '../../bot/contracts/desk.js';
import type { DeskAccounts, DeskSession } from '../../bot/contracts/desk-accounts.js';
import { botErrors } from '../../bot/errors.js';

const SHORTEST_PASSWORD = 10;
const SESSION_MS = 12 * 3_600_000;

/** Accounts in memory that follow the rules of the real ones. */
export interface FakeDeskAccounts extends DeskAccounts {
  /** Makes an account as if an invitation had been accepted. */
  add(name: string, role: DeskRole, password: string): DeskAgent;
  /** Makes an invitation without an administrator, as the first start does. */
  firstInvitation(role?: DeskRole): string;
  /** Ends every session, as time does. */
  endSessionsOfAll(): void;
}

interface Account {
  readonly agent: DeskAgent;
  password: string;
  isLocked: boolean;
  signedInAt: string | null;
}

/** Creates accounts without anybody. @param now the time that dates count from */
export function createFakeDeskAccounts(now: () => Date): FakeDeskAccounts {
  const accounts = new Map<string, Account>();
  const sessions = new Map<string, string>();
  const invitations = new Map<string, DeskRole>();
  const resets = new Map<string, string>();
  const listeners = new Set<(agentId: string) => void>();
  const inSessionTime = () => new Date(now().getTime() + SESSION_MS).toISOString();

  function makeInvitation(role: DeskRole): string {
    const token = randomUUID();
    invitations.set(token, role);
    return token;
  }

  function add(name: string, email: string, role: DeskRole, password: string): DeskAgent {
    const agent = { id: randomUUID(), name, email, role };
    accounts.set(agent.id, { agent, password, isLocked: false, signedInAt: null });
    return agent;
  }

  function openSession(account: Account): DeskSession {
    const token = randomUUID();
    sessions.set(token, account.agent.id);
    account.signedInAt = now().toISOString();
    return { token, agent: account.agent, expiresAt: inSessionTime() };
  }

  const byEmail = (email: string) => [...accounts.values()].find(({ agent }) => agent.email === email);

  function ofAgent(agentId: string): Account {
    const account = accounts.get(agentId);
    if (!account) throw botErrors.ACCOUNT_UNKNOWN({ agentId });
    return account;
  }

  function changed(agentId: string, by: DeskAgent): Account {
    const administrator = accounts.get(by.id);
    if (administrator?.agent.role !== 'administrator' || administrator.isLocked) {
      throw botErrors.ACCOUNT_CHANGE_FORBIDDEN({ agentId: by.id });
    }
    return ofAgent(agentId);
  }

  function keepAnAdministrator({ agent: { id } }: Account, change: 'locked' | 'removed' | 'demoted'): void {
    const open = [...accounts.values()].filter(
      ({ agent, isLocked }) => agent.role === 'administrator' && !isLocked,
    );
    if (open.length === 1 && open[0]?.agent.id === id) {
      throw botErrors.LAST_ADMINISTRATOR({ agentId: id, change });
    }
  }

  function endSessions(agentId: string): void {
    for (const [token, owner] of sessions) if (owner === agentId) sessions.delete(token);
    for (const listener of listeners) listener(agentId);
  }

  function checkLength(password: string): void {
    if (password.length >= SHORTEST_PASSWORD) return;
    throw botErrors.PASSWORD_TOO_SHORT({ minimum: SHORTEST_PASSWORD, length: password.length });
  }

  return {
    add: (name, role, password) => add(name, `${name.toLowerCase()}@example.com`, role, password),
    firstInvitation: (role = 'administrator') => makeInvitation(role),
    endSessionsOfAll: () => sessions.clear(),
    async signIn(email, password) {
      const account = byEmail(email);
      if (account?.password !== password || account.isLocked) return null;
      return openSession(account);
    },
    async agentOf(token) {
      return accounts.get(sessions.get(token) ?? '')?.agent ?? null;
    },
    async signOut(token) {
      sessions.delete(token);
    },
    async invite(role) {
      return { token: makeInvitation(role), expiresAt: inSessionTime() };
    },
    async invitation(token) {
      const role = invitations.get(token);
      return role ? { role } : null;
    },
    async accept(token, { name, email, password }) {
      const role = invitations.get(token);
      if (!role) throw botErrors.INVITATION_INVALID({});
      if (byEmail(email)) throw botErrors.ACCOUNT_EXISTS({ email });
      checkLength(password);
      invitations.delete(token);
      return openSession(ofAgent(add(name, email, role, password).id));
    },
    async agents() {
      const owners = [...sessions.values()];
      return [...accounts.values()].map(({ agent, isLocked, signedInAt }) => ({
        ...agent,
        isLocked,
        signedInAt,
        hasSecondFactor: false,
        sessions: owners.filter((owner) => owner === agent.id).length,
      }));
    },
    async lock(agentId, by) {
      const account = changed(agentId, by);
      if (account.isLocked) return;
      keepAnAdministrator(account, 'locked');
      account.isLocked = true;
      endSessions(agentId);
    },
    async unlock(agentId, by) {
      changed(agentId, by).isLocked = false;
    },
    async remove(agentId, by) {
      keepAnAdministrator(changed(agentId, by), 'removed');
      accounts.delete(agentId);
      endSessions(agentId);
    },
    async changeRole(agentId, role, by) {
      const account = changed(agentId, by);
      if (role !== 'administrator') keepAnAdministrator(account, 'demoted');
      accounts.set(agentId, { ...account, agent: { ...account.agent, role } });
    },
    async endSessions(agentId, by) {
      changed(agentId, by);
      endSessions(agentId);
    },
    async makeReset(agentId, by) {
      if (changed(agentId, by).isLocked) throw botErrors.ACCOUNT_LOCKED({ agentId });
      const token = randomUUID();
      resets.set(token, agentId);
      return { token, expiresAt: inSessionTime() };
    },
    async reset(token) {
      const account = accounts.get(resets.get(token) ?? '');
      return account ? { name: account.agent.name, email: account.agent.email } : null;
    },
    async useReset(token, password) {
      const account = accounts.get(resets.get(token) ?? '');
      if (!account) throw botErrors.RESET_INVALID({});
      checkLength(password);
      resets.delete(token);
      account.password = password;
      endSessions(account.agent.id);
      return openSession(account);
    },
    onSessionsEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
