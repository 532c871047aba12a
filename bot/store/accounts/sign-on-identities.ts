import type { AgentRow, SignOnIdentityRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';

/** The account of somebody at a provider, a locked one as well. */
export function findAgentOfIdentity(
  on: Store,
  issuer: string,
  subject: string,
): Promise<AgentRow | undefined> {
  return on
    .selectFrom('sign_on_identities')
    .innerJoin('agents', 'agents.id', 'sign_on_identities.agentId')
    .selectAll('agents')
    .where('sign_on_identities.issuer', '=', issuer)
    .where('sign_on_identities.subject', '=', subject)
    .executeTakeFirst();
}

/** Links an account, in place of whoever it was linked with before. */
export async function replaceIdentity(write: Write, row: SignOnIdentityRow): Promise<void> {
  await deleteIdentityOf(write, row.agentId);
  await write.insertInto('sign_on_identities').values(row).execute();
}

export async function hasIdentity(on: Store, agentId: string): Promise<boolean> {
  const row = await on
    .selectFrom('sign_on_identities')
    .select('agentId')
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether there was a link */
export async function deleteIdentityOf(write: Write, agentId: string): Promise<boolean> {
  const gone = await write
    .deleteFrom('sign_on_identities')
    .where('agentId', '=', agentId)
    .returning('agentId')
    .executeTakeFirst();
  return gone !== undefined;
}
