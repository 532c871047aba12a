import { sql } from '../../../index/platform/kysely.js';
import type { Blank } from '../../../index/platform/migrate.js';

/** Addresses that customers left, mails to them, and what is known of a hand-off after it was closed. */
export async function addMail(database: Blank): Promise<void> {
  await database.schema
    .createTable('mail_addresses')
    .addColumn('conversationId', 'text', (column) =>
      column.primaryKey().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('codeHash', 'text')
    .addColumn('codeExpiresAt', 'text', (column) => column.notNull())
    .addColumn('wrongCodes', 'integer', (column) => column.notNull())
    .addColumn('confirmedAt', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('mails_due').on('mails').columns(['state', 'nextAttemptAt']).execute();
  await database.schema.createIndex('mails_address').on('mails').columns(['address', 'createdAt']).execute();
  await database.schema.createIndex('mails_conversation').on('mails').column('conversationId').execute();
  const handoffs = () => database.schema.alterTable('handoffs');
  await handoffs().addColumn('toldUntil', 'text').execute();
  await handoffs().addColumn('closedBy', 'text').execute();
  await handoffs().addColumn('solvedAskedAt', 'text').execute();
  await handoffs().addColumn('staysSolved', 'integer').execute();
  // What agents had of late; not all that ended, which other questions would then be answered by.
  await sql`create index handoffs_handled on handoffs ("endedAt") where "claimedAt" is not null`.execute(
    database,
  );
}
