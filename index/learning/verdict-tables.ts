import type { VerdictBy } from '../contracts/labels.js';
import type { Migrations } from '../platform/migrate.js';
import type { WordingStanding } from './verdict-store.js';

/** The tables of verdicts. Times are ISO 8601 in UTC, booleans 0 or 1: the same columns on SQLite and on PostgreSQL. */
export interface VerdictTables {
  verdicts: VerdictRow;
  settled_wordings: SettledWordingRow;
  verdict_secrets: { id: number; key: Uint8Array };
}

export interface VerdictRow {
  /** Pseudonym of who said it. */
  visitor: string;
  itemId: string;
  wordingKey: string;
  /** Redacted. */
  question: string;
  isRight: number;
  saidBy: VerdictBy;
  /** Pseudonym of the conversation. */
  conversation: string;
  at: string;
  isIdentified: number;
  /** Pseudonym of the address; '' where none is known. */
  address: string;
}

export interface SettledWordingRow {
  id: string;
  itemId: string;
  wording: string;
  standing: WordingStanding;
  confirmations: number;
  rejections: number;
  at: string;
  knownConfirmations: number;
}

/** Every change of these tables, in order of name. One that was released is never edited: add another. */
export const verdictMigrations: Migrations = {
  async '001-verdicts'(database) {
    const { schema } = database;
    await schema
      .createTable('verdict_secrets')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('key', 'blob', (column) => column.notNull())
      .execute();
    await schema
      .createTable('verdicts')
      .addColumn('visitor', 'text', (column) => column.notNull())
      .addColumn('itemId', 'text', (column) => column.notNull())
      .addColumn('wordingKey', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('isRight', 'integer', (column) => column.notNull())
      .addColumn('saidBy', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('isIdentified', 'integer', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('verdicts_key', ['visitor', 'itemId', 'wordingKey'])
      .execute();
    await schema.createIndex('verdicts_at').on('verdicts').column('at').execute();
    await schema.createIndex('verdicts_address').on('verdicts').columns(['address', 'at']).execute();
    await schema
      .createTable('settled_wordings')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('itemId', 'text', (column) => column.notNull())
      .addColumn('wording', 'text', (column) => column.notNull())
      .addColumn('standing', 'text', (column) => column.notNull())
      .addColumn('confirmations', 'real', (column) => column.notNull())
      .addColumn('rejections', 'real', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('knownConfirmations', 'real', (column) => column.notNull())
      .execute();
  },
};
