import type { DeskAgent } from '../../contracts/desk.js';
import type { LinkCodeRow } from '../elsewhere/elsewhere-tables.js';
import type { Store, Write } from '../store.js';
import { DESK_AGENT } from './agents.js';

/** The account of an object id of Microsoft Entra; undefined where there is none, or it is locked. */
export function agentOfEntraId(store: Store, entraId: string): Promise<DeskAgent | undefined> {
  return store
    .selectFrom('entra_links')
    .innerJoin('agents', 'agents.id', 'entra_links.agentId')
    .select(DESK_AGENT)
    .where('entra_links.entraId', '=', entraId)
    .where('agents.lockedAt', 'is', null)
    .executeTakeFirst();
}

export async function hasEntraLink(store: Store, agentId: string): Promise<boolean> {
  const row = await store
    .selectFrom('entra_links')
    .select('agentId')
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Links an account, in place of whatever it or the object id was linked with. */
export async function replaceEntraLink(
  write: Write,
  agentId: string,
  entraId: string,
  linkedAt: string,
): Promise<void> {
  await write
    .deleteFrom('entra_links')
    .where((row) => row.or([row('agentId', '=', agentId), row('entraId', '=', entraId)]))
    .execute();
  await write.insertInto('entra_links').values({ agentId, entraId, linkedAt }).execute();
}

export async function deleteEntraLink(store: Store, agentId: string): Promise<void> {
  await store.deleteFrom('entra_links').where('agentId', '=', agentId).execute();
}

/** Keeps a code in place of an earlier one of its account. */
export async function replaceLinkCode(write: Write, row: LinkCodeRow): Promise<void> {
  await write.deleteFrom('link_codes').where('agentId', '=', row.agentId).execute();
  await write.insertInto('link_codes').values(row).execute();
}

/** Uses a code up and gives its account; undefined where it is unknown or has ended, or the account is locked. */
export async function takeLinkCode(
  write: Write,
  codeHash: string,
  at: string,
): Promise<DeskAgent | undefined> {
  const used = await write
    .deleteFrom('link_codes')
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', at)
    .returning('agentId')
    .executeTakeFirst();
  if (!used) return undefined;
  return write
    .selectFrom('agents')
    .select(DESK_AGENT)
    .where('id', '=', used.agentId)
    .where('lockedAt', 'is', null)
    .executeTakeFirst();
}
