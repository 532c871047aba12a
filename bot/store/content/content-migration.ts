import type { Blank } from '../../../index/platform/migrate.js';

/** Finds where an item was told, which content people look at before they change it. */
export async function addContent(database: Blank): Promise<void> {
  await database.schema.createIndex('turns_item').on('turns').column('itemId').execute();
}
