import type { Blank } from '../../../index/platform/migrate.js';

/** Second factors and their recovery codes; in which browser a session is, and when it was seen last. */
export async function addSignIn(database: Blank): Promise<void> {
  await database.schema
    .createTable('second_factors')
    .addColumn('agentId', 'text', (column) => column.primaryKey().references('agents.id').onDelete('cascade'))
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('confirmedAt', 'text')
    .addColumn('lastStep', 'integer', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('recovery_codes')
    .addColumn('codeHash', 'text', (column) => column.primaryKey())
    .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    .execute();
  await database.schema
    .createIndex('recovery_codes_agentId')
    .on('recovery_codes')
    .column('agentId')
    .execute();
  await database.schema
    .alterTable('sessions')
    .addColumn('device', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await database.schema.alterTable('sessions').addColumn('seenAt', 'text').execute();
  await database.schema.createIndex('audit_actor').on('audit').column('actorId').execute();
}
