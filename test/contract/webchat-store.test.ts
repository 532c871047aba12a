import { migrations } from '../../bot/store/migrations.js';
import { openTables } from '../../bot/store/sqlite/open-sqlite-store.js';
import { createWebchatStore } from '../../bot/store/webchat-store.js';
import { systemClock } from '../../index/platform/clock.js';
import { openDatabase } from '../../index/platform/database.js';
import { createMemoryWebchatStore } from '../support/memory-webchat-store.js';
import { describeWebchatStore } from './webchat-store.js';

describeWebchatStore('memory twin', async () => ({
  store: createMemoryWebchatStore(),
  close: async () => {},
}));

describeWebchatStore('SQLite', async () => {
  const store = await openTables(openDatabase(':memory:'), migrations);
  return { store: createWebchatStore(store, systemClock), close: () => store.destroy() };
});
