import type { DeskRole } from '../../contracts/desk.js';
import type { AgentRow, SessionRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';

/** What makes a `DeskAgent`, of the rows of `agents`. */
export const DESK_AGENT = ['agents.id', 'agents.name', 'agents.email', 'agents.role'] as const;

/** All accounts, by name. */
export function allAgents(store: Store): Promise<AgentRow[]> {
  return store.selectFrom('agents').selectAll().orderBy('name').orderBy('id').execute();
}

export function findAgent(store: Store, agentId: string): Promise<AgentRow | undefined> {
  return store.selectFrom('agents').selectAll().where('id', '=', agentId).executeTakeFirst();
}

/** @param email in lower case */
export function findAgentByEmail(store: Store, email: string): Promise<AgentRow | undefined> {
  return store.selectFrom('agents').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Ids of the accounts of a role, the locked ones as well. */
export async function agentsInRole(
  store: Store,
  role: DeskRole,
): Promise<readonly Pick<AgentRow, 'id' | 'lockedAt'>[]> {
  return store.selectFrom('agents').select(['id', 'lockedAt']).where('role', '=', role).execute();
}

/** Adds an account; false where there is one with its e-mail address. */
export async function insertAgent(write: Write, row: AgentRow): Promise<boolean> {
  const added = await write
    .insertInto('agents')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function updateAgent(
  write: Write,
  agentId: string,
  values: Partial<Pick<AgentRow, 'name' | 'email' | 'role' | 'lockedAt' | 'passwordHash' | 'signedInAt'>>,
): Promise<void> {
  await write.updateTable('agents').set(values).where('id', '=', agentId).execute();
}

export async function deleteAgent(write: Write, agentId: string): Promise<void> {
  await write.deleteFrom('agents').where('id', '=', agentId).execute();
}

export async function insertSession(write: Write, row: SessionRow): Promise<void> {
  await write.insertInto('sessions').values(row).execute();
}

export async function deleteSession(store: Store, tokenHash: string): Promise<void> {
  await store.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
}

/** Ends every session of an account; gives how many there were. */
export async function deleteSessionsOf(write: Write, agentId: string): Promise<number> {
  const { numDeletedRows } = await write
    .deleteFrom('sessions')
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** How many sessions each account has at a time, ISO 8601 in UTC; accounts without one are left out. */
export async function countSessions(store: Store, at: string): Promise<ReadonlyMap<string, number>> {
  const rows = await store
    .selectFrom('sessions')
    .select((row) => ['agentId', row.fn.countAll<number>().as('count')])
    .where('expiresAt', '>', at)
    .groupBy('agentId')
    .execute();
  return new Map(rows.map(({ agentId, count }) => [agentId, Number(count)]));
}

/** Who is signed in at the desk and not away, a row a session, and since when. @param at the time now, ISO 8601 in UTC */
export function liveSessions(store: Store, at: string): Promise<{ agentId: string; createdAt: string }[]> {
  return store
    .selectFrom('sessions')
    .innerJoin('agents', 'agents.id', 'sessions.agentId')
    .select(['sessions.agentId', 'sessions.createdAt'])
    .where('sessions.expiresAt', '>', at)
    .where('agents.awayAt', 'is', null)
    .execute();
}

/** Whether an agent is signed in anywhere. @param at the time now, ISO 8601 in UTC */
export async function isSignedIn(store: Store, agentId: string, at: string): Promise<boolean> {
  const session = await store
    .selectFrom('sessions')
    .select('tokenHash')
    .where('agentId', '=', agentId)
    .where('expiresAt', '>', at)
    .limit(1)
    .executeTakeFirst();
  return session !== undefined;
}
