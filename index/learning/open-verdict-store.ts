import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asUnusable, openDatabase } from '../platform/database.js';
import { Kysely } from '../platform/kysely.js';
import { SharedDatabaseDriver, sqliteDialect } from '../platform/sqlite-dialect.js';
import { createVerdictStore } from './create-verdict-store.js';
import type { VerdictStore } from './verdict-store.js';
import type { VerdictTables } from './verdict-tables.js';

/** Where a runtime folder keeps conversations, and with them verdicts; before, they had a file of their own. */
export const CONVERSATIONS_FILE = 'conversations.sqlite';
export const EARLIER_VERDICTS_FILE = 'verdicts.sqlite';

/** A verdict store that was opened beside the server. */
export interface OpenVerdictStore extends VerdictStore {
  close(): Promise<void>;
}

/** Whether anybody may have said something of an answer yet. */
export function hasVerdictStore(runtimeDirectory: string): boolean {
  return [CONVERSATIONS_FILE, EARLIER_VERDICTS_FILE].some((name) => existsSync(join(runtimeDirectory, name)));
}

/**
 * Opens the verdicts in the conversation store of a runtime folder, for a process beside the server: each statement waits
 * for the server's own, and none holds it up for long. The file is made where there is none.
 * @throws DATABASE_UNUSABLE, STORE_NOT_MIGRATED
 */
export async function openVerdictStore(runtimeDirectory: string): Promise<OpenVerdictStore> {
  const path = join(runtimeDirectory, CONVERSATIONS_FILE);
  const database = openDatabase(path);
  const store = new Kysely<VerdictTables>({
    dialect: sqliteDialect(() => new SharedDatabaseDriver(database)),
  });
  try {
    database.pragma('secure_delete = ON');
    const verdicts = await createVerdictStore(store, join(runtimeDirectory, EARLIER_VERDICTS_FILE));
    return { ...verdicts, close: () => store.destroy() };
  } catch (error) {
    database.close();
    throw asUnusable(path, error);
  }
}
