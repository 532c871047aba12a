import { migrations } from '../../../../bot/store/migrations.js';
import { openStore, type Store } from '../../../../bot/store/store.js';
import { openDatabase } from '../../../../index/platform/database.js';

/** A conversation store of its own, in memory unless a path is given. */
export function openTestStore(path = ':memory:'): Promise<Store> {
  return openStore(openDatabase(path), migrations);
}
