import type { DeskAgent, DeskRole } from '../contracts/desk.js';
import { botErrors } from '../errors.js';
import type { AgentRow } from '../store/account-tables.js';
import { findAgent, updateAgent } from '../store/accounts/agents.js';
import { deleteResetsOf, deleteUnusedInvitations } from '../store/accounts/one-time-links.js';
import type { Store, Write } from '../store/store.js';

/**
 * Whether somebody is an administrator now, by the store and not by what they say of themselves.
 * @throws ACCOUNT_CHANGE_FORBIDDEN
 */
export async function requireAdministrator(write: Write, by: DeskAgent): Promise<void> {
  if (!(await isAdministrator(write, by.id))) throw botErrors.ACCOUNT_CHANGE_FORBIDDEN({ agentId: by.id });
}

/** Whether this account is one of an administrator and not locked. */
export async function isAdministrator(on: Store, agentId: string): Promise<boolean> {
  const account = await findAgent(on, agentId);
  return account?.role === 'administrator' && account.lockedAt === null;
}

/** @throws ACCOUNT_UNKNOWN */
export async function accountOf(write: Write, agentId: string): Promise<AgentRow> {
  const account = await findAgent(write, agentId);
  if (!account) throw botErrors.ACCOUNT_UNKNOWN({ agentId });
  return account;
}

/** Gives an account another role; the links that an administrator made for others end with that role. */
export async function setRole(write: Write, account: AgentRow, role: DeskRole): Promise<void> {
  if (account.role === 'administrator' && role !== 'administrator') {
    await deleteResetsOf(write, account.id);
    await deleteUnusedInvitations(write, account.id);
  }
  await updateAgent(write, account.id, { role });
}
