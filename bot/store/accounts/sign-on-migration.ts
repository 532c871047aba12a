import type { Blank } from '../../../index/platform/migrate.js';

/** Who an account is at an OpenID Connect provider; by what a session was opened; pictures of agents; names that channels are to forget. */
export async function addSignOn(database: Blank): Promise<void> {
  await database.schema
    .createTable('sign_on_identities')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    .addColumn('linkedAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sign_on_identities_key', ['issuer', 'subject'])
    .execute();
  await database.schema
    .createIndex('sign_on_identities_agentId')
    .on('sign_on_identities')
    .column('agentId')
    .execute();
  await database.schema
    .alterTable('sessions')
    .addColumn('openedWith', 'text', (column) => column.notNull().defaultTo('password'))
    .execute();
  await database.schema
    .createTable('gone_names')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('nextAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('agent_pictures')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('agentId', 'text', (column) =>
      column.notNull().unique().references('agents.id').onDelete('cascade'),
    )
    .addColumn('contentType', 'text', (column) => column.notNull())
    .addColumn('bytes', 'text', (column) => column.notNull())
    .execute();
}
