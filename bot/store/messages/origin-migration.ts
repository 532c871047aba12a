import type { Blank } from '../../../index/platform/migrate.js';

/** Keeps by what link or advertisement a customer came: the next message of the channel says nothing of it. */
export async function addOrigin(database: Blank): Promise<void> {
  await database.schema.alterTable('conversations').addColumn('cameBy', 'text').execute();
}
