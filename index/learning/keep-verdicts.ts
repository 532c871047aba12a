import type { Transaction } from '../platform/kysely.js';
import type { SettledWording } from './verdict-store.js';
import type { VerdictRow, VerdictTables } from './verdict-tables.js';

type Write = Transaction<VerdictTables>;

/** Keeps a verdict where nothing newer is kept of the same person on the same item and wording. */
export async function keepVerdict(write: Write, row: VerdictRow): Promise<void> {
  const { visitor: _, itemId: __, wordingKey: ___, ...changed } = row;
  await write
    .insertInto('verdicts')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['visitor', 'itemId', 'wordingKey'])
        .doUpdateSet(changed)
        .whereRef('excluded.at', '>=', 'verdicts.at'),
    )
    .execute();
}

/** Keeps what is settled about a wording in place of what was settled before. */
export async function keepWording(write: Write, wording: SettledWording): Promise<void> {
  const { id: _, ...changed } = wording;
  await write
    .insertInto('settled_wordings')
    .values(wording)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}
