import type { DeskAgent } from '../../contracts/desk.js';
import type { SessionRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';
import { DESK_AGENT } from './agents.js';

/** A session with its account. */
export interface FoundSession {
  readonly agent: DeskAgent;
  readonly seenAt: string;
  readonly openedWith: SessionRow['openedWith'];
  /** Whether its account has a second factor that counts. */
  readonly hasSecondFactor: boolean;
}

/**
 * Whose session this is; undefined where it is unknown or has ended, or its account is locked.
 * @param at ISO 8601 in UTC
 */
export async function findSession(
  store: Store,
  tokenHash: string,
  at: string,
): Promise<FoundSession | undefined> {
  const row = await store
    .selectFrom('sessions')
    .innerJoin('agents', 'agents.id', 'sessions.agentId')
    .leftJoin('second_factors', 'second_factors.agentId', 'sessions.agentId')
    .select(DESK_AGENT)
    .select(['sessions.createdAt', 'sessions.seenAt', 'sessions.openedWith', 'second_factors.confirmedAt'])
    .where('sessions.tokenHash', '=', tokenHash)
    .where('sessions.expiresAt', '>', at)
    .where('agents.lockedAt', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, name, email, role, createdAt, seenAt, openedWith, confirmedAt } = row;
  return {
    agent: { id, name, email, role },
    seenAt: seenAt ?? createdAt,
    openedWith,
    hasSecondFactor: confirmedAt !== null,
  };
}

export async function markSessionSeen(store: Store, tokenHash: string, at: string): Promise<void> {
  await store.updateTable('sessions').set({ seenAt: at }).where('tokenHash', '=', tokenHash).execute();
}

/** Sessions of an account that go on, the newest first. @param at the time now, ISO 8601 in UTC */
export function openSessionsOf(
  store: Store,
  agentId: string,
  at: string,
  most: number,
): Promise<SessionRow[]> {
  return store
    .selectFrom('sessions')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('expiresAt', '>', at)
    .orderBy('createdAt', 'desc')
    .orderBy('tokenHash')
    .limit(most)
    .execute();
}

/** Ends all but the newest sessions of an account. */
export async function keepNewestSessions(write: Write, agentId: string, most: number): Promise<void> {
  const newest = write
    .selectFrom('sessions')
    .select('tokenHash')
    .where('agentId', '=', agentId)
    .orderBy('createdAt', 'desc')
    .orderBy('tokenHash')
    .limit(most);
  await write
    .deleteFrom('sessions')
    .where('agentId', '=', agentId)
    .where('tokenHash', 'not in', newest)
    .execute();
}

/** Ends every session of an account but one; gives how many there were. */
export async function deleteOtherSessions(write: Write, agentId: string, tokenHash: string): Promise<number> {
  const { numDeletedRows } = await write
    .deleteFrom('sessions')
    .where('agentId', '=', agentId)
    .where('tokenHash', '!=', tokenHash)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
