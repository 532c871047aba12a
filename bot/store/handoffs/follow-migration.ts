import type { Blank } from '../../../index/platform/migrate.js';

/** What came back after an agent closed it. */
export async function addFollowUp(database: Blank): Promise<void> {
  await database.schema.alterTable('handoffs').addColumn('reopenedAt', 'text').execute();
}
