import type { SecondFactorRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';

export function findSecondFactor(on: Store, agentId: string): Promise<SecondFactorRow | undefined> {
  return on.selectFrom('second_factors').selectAll().where('agentId', '=', agentId).executeTakeFirst();
}

/** Which accounts have a second factor that counts. */
export async function agentsWithSecondFactor(on: Store): Promise<ReadonlySet<string>> {
  const rows = await on
    .selectFrom('second_factors')
    .select('agentId')
    .where('confirmedAt', 'is not', null)
    .execute();
  return new Set(rows.map(({ agentId }) => agentId));
}

/** Puts it in place of an older one that was not confirmed. */
export async function replaceSecondFactor(write: Write, row: SecondFactorRow): Promise<void> {
  await write.deleteFrom('second_factors').where('agentId', '=', row.agentId).execute();
  await write.insertInto('second_factors').values(row).execute();
}

export async function confirmSecondFactorRow(write: Write, agentId: string, at: string): Promise<void> {
  await write.updateTable('second_factors').set({ confirmedAt: at }).where('agentId', '=', agentId).execute();
}

/** Uses the code of a step once: true for the first who does, false where it, or a later one, was used. */
export async function useStep(write: Write, agentId: string, step: number): Promise<boolean> {
  const used = await write
    .updateTable('second_factors')
    .set({ lastStep: step })
    .where('agentId', '=', agentId)
    .where('lastStep', '<', step)
    .returning('agentId')
    .executeTakeFirst();
  return used !== undefined;
}

/** Takes a second factor away, with its recovery codes. @returns whether there was one */
export async function deleteSecondFactor(write: Write, agentId: string): Promise<boolean> {
  await write.deleteFrom('recovery_codes').where('agentId', '=', agentId).execute();
  const gone = await write
    .deleteFrom('second_factors')
    .where('agentId', '=', agentId)
    .returning('agentId')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function replaceRecoveryCodes(
  write: Write,
  agentId: string,
  hashes: readonly string[],
): Promise<void> {
  await write.deleteFrom('recovery_codes').where('agentId', '=', agentId).execute();
  await write
    .insertInto('recovery_codes')
    .values(hashes.map((codeHash) => ({ codeHash, agentId })))
    .execute();
}

/** Uses a recovery code; true where it was there. */
export async function useRecoveryCode(write: Write, agentId: string, codeHash: string): Promise<boolean> {
  const used = await write
    .deleteFrom('recovery_codes')
    .where('agentId', '=', agentId)
    .where('codeHash', '=', codeHash)
    .returning('codeHash')
    .executeTakeFirst();
  return used !== undefined;
}

export async function countRecoveryCodes(on: Store, agentId: string): Promise<number> {
  const { count } = await on
    .selectFrom('recovery_codes')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('agentId', '=', agentId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function allSecondFactors(on: Store): Promise<Pick<SecondFactorRow, 'agentId' | 'secret'>[]> {
  return on.selectFrom('second_factors').select(['agentId', 'secret']).execute();
}

/** Keeps a secret in another form, where it is still the one that was read. */
export async function replaceSecret(
  on: Store,
  agentId: string,
  before: string,
  secret: string,
): Promise<void> {
  await on
    .updateTable('second_factors')
    .set({ secret })
    .where('agentId', '=', agentId)
    .where('secret', '=', before)
    .execute();
}
