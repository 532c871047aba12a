import { migrations } from '../../../../bot/store/migrations.js';
import { openTables } from '../../../../bot/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../../../bot/store/store.js';
import { openDatabase } from '../../../../index/platform/database.js';

/** A conversation store of its own, in memory unless a path is given. */
export function openTestStore(path = ':memory:'): Promise<Store> {
  return openTables(openDatabase(path), migrations);
}
