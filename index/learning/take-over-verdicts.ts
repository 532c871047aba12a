import { existsSync, rmSync } from 'node:fs';
import { asUnusable, type Database, openDatabase } from '../platform/database.js';
import type { Kysely } from '../platform/kysely.js';
import { keepVerdict, keepWording } from './keep-verdicts.js';
import type { SettledWording } from './verdict-store.js';
import type { VerdictRow, VerdictTables } from './verdict-tables.js';

/**
 * Takes over what earlier versions kept in a file of its own, with the key of its pseudonyms where this store has none,
 * and deletes the file. Stopped in between it is done again, which changes nothing more: the newer of two verdicts stays.
 * @throws DATABASE_UNUSABLE when the file is damaged; then it stays where it is
 */
export async function takeOverVerdicts(store: Kysely<VerdictTables>, path: string): Promise<void> {
  if (!existsSync(path)) return;
  const { key, verdicts, wordings } = readEarlier(path);
  await store.transaction().execute(async (write) => {
    if (key !== null)
      await write
        .insertInto('verdict_secrets')
        .values({ id: 1, key })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const verdict of verdicts) await keepVerdict(write, verdict);
    const known = new Set(
      (await write.selectFrom('settled_wordings').select('id').execute()).map(({ id }) => id),
    );
    for (const wording of wordings) if (!known.has(wording.id)) await keepWording(write, wording);
  });
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

function readEarlier(path: string) {
  const database = openDatabase(path);
  try {
    const has = (table: string) =>
      database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !==
      undefined;
    return {
      key: has('secret')
        ? (database.prepare<[], Buffer>('SELECT key FROM secret').pluck().get() ?? null)
        : null,
      verdicts: has('verdict') ? verdictsOf(database) : [],
      wordings: has('wording') ? wordingsOf(database) : [],
    };
  } catch (error) {
    throw asUnusable(path, error);
  } finally {
    database.close();
  }
}

/** In the first version nobody was known and no address was noted: these count as said by one anonymous voice. */
function verdictsOf(database: Database): VerdictRow[] {
  const rows = database.prepare<[], VerdictRow>('SELECT * FROM verdict').all();
  return rows.map((row) => ({ ...row, isIdentified: row.isIdentified ?? 0, address: row.address ?? '' }));
}

function wordingsOf(database: Database): SettledWording[] {
  const rows = database.prepare<[], SettledWording>('SELECT * FROM wording').all();
  return rows.map((row) => ({ ...row, knownConfirmations: row.knownConfirmations ?? 0 }));
}
