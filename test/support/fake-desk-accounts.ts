import { randomUUID } from 'node:crypto';
import type { DeskAccounts, DeskAgent, DeskRole, DeskSession } from '../../bot/contracts.js';
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
  endSessions(): void;
}

/** Creates accounts without anybody. @param now the time that dates count from */
export function createFakeDeskAccounts(now: () => Date): FakeDeskAccounts {
  const accounts: { agent: DeskAgent; password: string }[] = [];
  const sessions = new Map<string, DeskAgent>();
  const invitations = new Map<string, DeskRole>();
  const inSessionTime = () => new Date(now().getTime() + SESSION_MS).toISOString();

  function makeInvitation(role: DeskRole): string {
    const token = randomUUID();
    invitations.set(token, role);
    return token;
  }

  function add(name: string, email: string, role: DeskRole, password: string): DeskAgent {
    const agent = { id: randomUUID(), name, email, role };
    accounts.push({ agent, password });
    return agent;
  }

  function openSession(agent: DeskAgent): DeskSession {
    const token = randomUUID();
    sessions.set(token, agent);
    return { token, agent, expiresAt: inSessionTime() };
  }

  return {
    add: (name, role, password) => add(name, `${name.toLowerCase()}@example.com`, role, password),
    firstInvitation: (role = 'administrator') => makeInvitation(role),
    endSessions: () => sessions.clear(),
    async signIn(email, password) {
      const account = accounts.find(({ agent }) => agent.email === email);
      if (account?.password !== password) return null;
      return openSession(account.agent);
    },
    async agentOf(token) {
      return sessions.get(token) ?? null;
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
      if (accounts.some(({ agent }) => agent.email === email)) throw botErrors.ACCOUNT_EXISTS({ email });
      if (password.length < SHORTEST_PASSWORD) {
        throw botErrors.PASSWORD_TOO_SHORT({ minimum: SHORTEST_PASSWORD, length: password.length });
      }
      invitations.delete(token);
      return openSession(add(name, email, role, password));
    },
    async agents() {
      return accounts.map(({ agent }) => agent);
    },
  };
}
