import { sql } from '../../index/platform/kysely.js';
import type { Blank, Migrations } from '../../index/platform/migrate.js';

/** The tables of who is offered what. */
export const assignmentMigrations: Migrations = {
  async '012-offers'(database: Blank) {
    const of = (table: string) => `${table}.id`;
    await database.schema
      .createTable('offers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('handoffId', 'text', (column) =>
        column.notNull().references(of('handoffs')).onDelete('cascade'),
      )
      .addColumn('conversationId', 'text', (column) =>
        column.notNull().references(of('conversations')).onDelete('cascade'),
      )
      .addColumn('agentId', 'text', (column) => column.notNull().references(of('agents')).onDelete('cascade'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('offeredAt', 'text', (column) => column.notNull())
      .addColumn('dueAt', 'text', (column) => column.notNull())
      .addColumn('endedAt', 'text')
      .execute();
    // The store itself refuses a second offer of what is offered.
    await database.schema
      .createIndex('offers_open')
      .unique()
      .on('offers')
      .column('handoffId')
      .where(sql.ref('state'), '=', sql.lit('open'))
      .execute();
    await addIndexOf(database, 'offers', ['handoffId']);
    await addIndexOf(database, 'offers', ['conversationId']);
    await addIndexOf(database, 'offers', ['agentId', 'offeredAt']);
    // By whom a customer was helped last.
    await addIndexOf(database, 'conversations', ['channelId', 'customerId']);
    await addIndexOf(database, 'handoffs', ['agentId', 'state']);
  },
  async '013-agent-status'(database: Blank) {
    for (const name of ['awayAt', 'awayBecause', 'assignedAt']) {
      await database.schema.alterTable('agents').addColumn(name, 'text').execute();
    }
  },
};

async function addIndexOf(database: Blank, table: string, columns: string[]): Promise<void> {
  await database.schema
    .createIndex([table, ...columns].join('_'))
    .on(table)
    .columns(columns)
    .execute();
}
