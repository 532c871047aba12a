import type { Blank, Migrations } from '../../../index/platform/migrate.js';

/** The columns of what waiting customers are promised. */
export const promiseMigrations: Migrations = {
  async '019-promises'(database: Blank) {
    await database.schema.alterTable('handoffs').addColumn('promiseLeftMs', 'integer').execute();
    for (const name of ['From', 'DueAt', 'WarnAt', 'StoppedAt', 'BrokenAt']) {
      await database.schema.alterTable('handoffs').addColumn(`promise${name}`, 'text').execute();
    }
  },
};
