import type { DeskShift } from '../../contracts/elsewhere/desk-elsewhere.js';
import type { Store, Write } from '../store.js';

/** The session of a shift; undefined where somebody is not at work. */
export async function sessionOfShift(store: Store, agentId: string): Promise<string | undefined> {
  const row = await store
    .selectFrom('shifts')
    .select('tokenHash')
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return row?.tokenHash;
}

export async function insertShift(write: Write, agentId: string, tokenHash: string): Promise<void> {
  await write.insertInto('shifts').values({ agentId, tokenHash, isAway: 0 }).execute();
}

/** @param until when its session ends, ISO 8601 in UTC */
export async function prolongSession(write: Write, tokenHash: string, until: string): Promise<void> {
  await write.updateTable('sessions').set({ expiresAt: until }).where('tokenHash', '=', tokenHash).execute();
}

export async function setShiftAway(write: Write, agentId: string, isAway: boolean): Promise<void> {
  await write
    .updateTable('shifts')
    .set({ isAway: isAway ? 1 : 0 })
    .where('agentId', '=', agentId)
    .execute();
}

/** Everybody at work whose time is not over. @param at the time now, ISO 8601 in UTC */
export async function liveShifts(store: Store, at: string): Promise<DeskShift[]> {
  const rows = await store
    .selectFrom('shifts')
    .innerJoin('sessions', 'sessions.tokenHash', 'shifts.tokenHash')
    .innerJoin('agents', 'agents.id', 'shifts.agentId')
    .select(['shifts.agentId', 'agents.name', 'shifts.isAway'])
    .where('sessions.expiresAt', '>', at)
    .where('agents.lockedAt', 'is', null)
    .orderBy('agents.name')
    .execute();
  return rows.map(({ isAway, ...row }) => ({ ...row, isAway: isAway === 1 }));
}

/** Whose time is over. @param at the time now, ISO 8601 in UTC */
export async function shiftsOver(store: Store, at: string): Promise<string[]> {
  const rows = await store
    .selectFrom('shifts')
    .innerJoin('sessions', 'sessions.tokenHash', 'shifts.tokenHash')
    .select('shifts.agentId')
    .where('sessions.expiresAt', '<=', at)
    .execute();
  return rows.map(({ agentId }) => agentId);
}

/** Who is away and was not gone because they had somebody. */
export async function restingAgents(store: Store): Promise<string[]> {
  const rows = await store.selectFrom('shifts').select('agentId').where('isAway', '=', 1).execute();
  return rows.map(({ agentId }) => agentId);
}
