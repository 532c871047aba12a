import { once } from 'node:events';
import { join } from 'node:path';
import { deriveKey } from '../../../bot/accounts/derive-key.js';
import { createBot } from '../../../bot/create-bot.js';
import { botSettings } from '../../../bot/settings.js';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.js';
import { settingsOfChannels } from '../../../channels/channels.js';
import { deskSettings } from '../../../channels/desk/settings.js';
import { channelSettings } from '../../../channels/settings.js';
import { systemClock } from '../../../index/platform/clock.js';
import { openDatabase } from '../../../index/platform/database.js';
import { createLog } from '../../../index/platform/log.js';
import { joinSettings, parseSettings } from '../../../index/platform/settings.js';
import { knownAnswers } from '../../contract/channel-doors/known-answers.js';
import { openRealDoors } from '../fuzz/real-doors.js';
import type { ServerPlan, ServerWord } from './kill-contracts.js';

/*
 * The server that is killed: it loads, waits for a ServerPlan as a message and runs on it. Store, bot, doors and desk are the real ones, on the
 * files of the plan's folder; what the community knows is made up, so that a start reads no model.
 */
const MANY = '1000000';
const RELEASE = {
  id: 'r1',
  items: 10,
  builtAt: '2026-01-01T00:00:00.000Z',
  embedder: 'none',
  languages: ['nl', 'en'] as const,
  bands: { answer: 0.8, doubt: 0.5, askBack: 0.15 },
};
const [plan] = (await once(process, 'message')) as [ServerPlan];
const say = (word: ServerWord) => process.send?.(word);

const log = createLog('error', (line) => say({ kind: 'error', line }));
const bot = await createBot({
  store: await openSqliteStore(openDatabase(join(plan.folder, 'conversations.sqlite')), { log }),
  knowledgeBase: { ...knownAnswers, status: () => RELEASE },
  clock: systemClock,
  log,
  settings: parseSettings(botSettings, { COLLECT_MESSAGES_MS: '0', HANDOFFS_PER_ADDRESS: '50' }),
  passwordCost: { logN: 4, r: 8, p: 1 },
  filesDirectory: join(plan.folder, 'files'),
  passwordThread: { derive: async (request) => deriveKey(request), close: async () => {} },
});
const settings = parseSettings(joinSettings(channelSettings, deskSettings, settingsOfChannels), {
  AZURE_LOCAL: 'true',
  MESSENGER_APP_SECRET: plan.appSecret,
  MESSENGER_VERIFY_TOKEN: 'verify-token-only-for-measuring',
  MESSENGER_PAGE_ACCESS_TOKEN: 'page-token-only-for-measuring',
  MESSENGER_PAGE_ID: plan.pageId,
  MESSENGER_GRAPH_URL: plan.graphUrl,
  WEBCHAT_SIGNING_KEY: 'a-signing-key-only-for-measuring-12345678',
  WEBCHAT_POSTS_PER_MINUTE: MANY,
  WEBCHAT_READS_PER_MINUTE: MANY,
});
const { server } = await openRealDoors({ bot, settings, log, folder: plan.folder });
const invitation = await bot.accounts.firstInvitation();
const { port } = await server.listen(plan.port);
say({ kind: 'ready', port, invitation });
process.on('disconnect', () => process.exit(0));
