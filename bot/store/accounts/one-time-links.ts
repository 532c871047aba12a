import type { DeskAgent, DeskRole } from '../../contracts/desk.js';
import type { InvitationRow, PasswordResetRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';
import { DESK_AGENT } from './agents.js';

// Links that make an account or give one a new password. Only the hash of a token is kept; times are ISO 8601 in UTC.

export async function insertInvitation(write: Write, row: InvitationRow): Promise<void> {
  await write.insertInto('invitations').values(row).execute();
}

/** The role of an invitation that can be used at a time; undefined where it is unknown, was used or has ended. */
export function openInvitation(
  store: Store,
  tokenHash: string,
  at: string,
): Promise<{ readonly role: DeskRole } | undefined> {
  return store
    .selectFrom('invitations')
    .select('role')
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirst();
}

/** Uses an invitation up and gives its role: of two who try at once one gets it, the other undefined. */
export async function useInvitation(
  write: Write,
  tokenHash: string,
  at: string,
): Promise<DeskRole | undefined> {
  const used = await write
    .updateTable('invitations')
    .set({ usedAt: at })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returning('role')
    .executeTakeFirst();
  return used?.role;
}

/** Deletes the invitations that somebody made and nobody used. @param invitedBy null: those of the program itself */
export async function deleteUnusedInvitations(write: Write, invitedBy: string | null): Promise<void> {
  await write
    .deleteFrom('invitations')
    .where('invitedBy', 'is not distinct from', invitedBy)
    .where('usedAt', 'is', null)
    .execute();
}

/** Keeps a link to a new password in place of earlier ones of its account: an older one may have gone astray. */
export async function replaceReset(write: Write, row: PasswordResetRow): Promise<void> {
  await write.deleteFrom('password_resets').where('agentId', '=', row.agentId).execute();
  await write.insertInto('password_resets').values(row).execute();
}

/** The account that a link to a new password is for; undefined where it is unknown, was used or has ended. */
export function ownerOfReset(store: Store, tokenHash: string, at: string): Promise<DeskAgent | undefined> {
  return store
    .selectFrom('password_resets')
    .innerJoin('agents', 'agents.id', 'password_resets.agentId')
    .select(DESK_AGENT)
    .where('password_resets.tokenHash', '=', tokenHash)
    .where('password_resets.expiresAt', '>', at)
    .executeTakeFirst();
}

/** Uses a link up; whether there was one that could be used. */
export async function useReset(write: Write, tokenHash: string, at: string): Promise<boolean> {
  const used = await write
    .deleteFrom('password_resets')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', at)
    .returning('agentId')
    .executeTakeFirst();
  return used !== undefined;
}

/** Deletes the links to a new password that an account has, and those that its owner made for others. */
export async function deleteResetsOf(write: Write, agentId: string): Promise<void> {
  await write
    .deleteFrom('password_resets')
    .where((row) => row.or([row('agentId', '=', agentId), row('madeBy', '=', agentId)]))
    .execute();
}
