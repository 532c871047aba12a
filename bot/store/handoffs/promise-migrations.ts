import type { Blank, Migrations } from '../../../index/platform/migrate.js';
import { addDeskMoves } from './moves-migration.js';

/** What waiting customers are promised, what they say of a hand-off afterwards, and what agents pass on and set aside. */
export const promiseMigrations: Migrations = {
  async '019-promises'(database: Blank) {
    await database.schema.alterTable('handoffs').addColumn('promiseLeftMs', 'integer').execute();
    for (const name of ['From', 'DueAt', 'WarnAt', 'StoppedAt', 'BrokenAt']) {
      await database.schema.alterTable('handoffs').addColumn(`promise${name}`, 'text').execute();
    }
  },
  async '020-scores'(database: Blank) {
    await database.schema.alterTable('handoffs').addColumn('score', 'integer').execute();
    for (const name of ['scoreComment', 'scoredAt']) {
      await database.schema.alterTable('handoffs').addColumn(name, 'text').execute();
    }
  },
  '021-desk-moves': addDeskMoves,
};
