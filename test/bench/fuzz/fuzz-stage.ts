import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKey } from '../../../bot/accounts/derive-key.js';
import { createBot } from '../../../bot/create-bot.js';
import { botSettings } from '../../../bot/settings.js';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.js';
import { settingsOfChannels } from '../../../channels/channels.js';
import { deskSettings } from '../../../channels/desk/settings.js';
import { channelSettings } from '../../../channels/settings.js';
import { systemClock } from '../../../index/platform/clock.js';
import { type Database, openDatabase } from '../../../index/platform/database.js';
import { createLog } from '../../../index/platform/log.js';
import { joinSettings, parseSettings } from '../../../index/platform/settings.js';
import { knownAnswers } from '../../contract/channel-doors/known-answers.js';
import { type AzureLogin, startAzureLogin } from '../../support/azure-login.js';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.js';
import { type FakeGraph, startFakeGraph } from '../../support/fake-graph.js';
import { openRealDoors } from './real-doors.js';

const PAGE = '104400000000000';
const APP_SECRET = 'app-secret-only-for-tests';
const PASSWORD = 'een lange zin voor proeven';
const MANY = '1000000';
const RELEASE = {
  id: 'r1',
  items: 10,
  builtAt: '2026-01-01T00:00:00.000Z',
  embedder: 'none',
  languages: ['nl', 'en'] as const,
  bands: { answer: 0.8, doubt: 0.5, askBack: 0.15 },
};

/** The real server with the real bot behind every door; only Meta, Azure and what the community knows are made up. */
export interface FuzzStage {
  readonly url: string;
  readonly page: string;
  readonly appSecret: string;
  readonly graph: FakeGraph;
  readonly connector: FakeConnector;
  readonly login: AzureLogin;
  readonly database: Database;
  /** Sentences of what failed inside, by the log, each with how often. */
  readonly errors: ReadonlyMap<string, number>;
  /** Cookie of an administrator. */
  signIn(): Promise<string>;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** @param bounds settings in place of those that let one address do as much as a fuzz needs */
export async function openFuzzStage(bounds: Readonly<Record<string, string>> = {}): Promise<FuzzStage> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const errors = new Map<string, number>();
  const log = createLog('error', (line) => {
    const { msg, error } = JSON.parse(line) as { msg: string; error?: { message?: string; stack?: string } };
    // What a channel told an operator to see to is no failure of ours.
    if (error === undefined) return;
    const at = /\(?(?:file:\/\/)?[^\s(]*?((?:bot|channels|index)\/[\w/.-]+:\d+)/.exec(error.stack ?? '')?.[1];
    const sentence = `${msg} ${(error.message ?? '').slice(0, 120)} ${at ?? ''}`.trim();
    errors.set(sentence, (errors.get(sentence) ?? 0) + 1);
  });
  const database = openDatabase(':memory:');
  const bot = await createBot({
    store: await openSqliteStore(database, { log }),
    knowledgeBase: { ...knownAnswers, status: () => RELEASE },
    clock: systemClock,
    log,
    settings: parseSettings(botSettings, { COLLECT_MESSAGES_MS: '0', HANDOFFS_PER_ADDRESS: '50' }),
    passwordCost: { logN: 4, r: 8, p: 1 },
    filesDirectory: join(folder, 'files'),
    passwordThread: { derive: async (request) => deriveKey(request), close: async () => {} },
  });
  const login = await startAzureLogin();
  const graph = await startFakeGraph({ appSecret: APP_SECRET, pageId: PAGE });
  const connector = await startFakeConnector();
  const settings = parseSettings(joinSettings(channelSettings, deskSettings, settingsOfChannels), {
    MicrosoftAppId: login.appId,
    MicrosoftAppPassword: 'pass',
    MicrosoftAppTenantId: login.tenantId,
    MESSENGER_APP_SECRET: APP_SECRET,
    MESSENGER_VERIFY_TOKEN: 'verify-token-only-for-tests',
    MESSENGER_PAGE_ACCESS_TOKEN: 'page-token-only-for-tests',
    MESSENGER_PAGE_ID: PAGE,
    MESSENGER_GRAPH_URL: graph.url,
    WEBCHAT_SIGNING_KEY: 'a-signing-key-only-for-tests-1234567890',
    WEBCHAT_POSTS_PER_MINUTE: MANY,
    WEBCHAT_READS_PER_MINUTE: MANY,
    WEBCHAT_TOKENS_PER_MINUTE: MANY,
    DESK_SIGN_INS_PER_MINUTE: '10000',
    ...bounds,
  });
  const { server, connections } = await openRealDoors({ bot, settings, log, folder });
  const invitation = (await bot.accounts.firstInvitation()) ?? '';
  await bot.accounts.accept(invitation, { name: 'Noor', email: 'noor@zwaluw.example', password: PASSWORD });
  const running = await server.listen(0);
  const url = `http://127.0.0.1:${running.port}`;
  return {
    ...{ url, page: PAGE, appSecret: APP_SECRET, graph, connector, login, database, errors },
    async signIn() {
      const response = await fetch(`${url}/desk/api/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Desk': '1' },
        body: JSON.stringify({ email: 'noor@zwaluw.example', password: PASSWORD }),
      });
      await response.text();
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      if (!cookie) throw new Error(`Nobody could sign in at the desk: ${response.status}.`);
      return cookie;
    },
    async idle() {
      for (const door of connections.map(({ door }) => door)) await door.idle?.();
      await bot.idle();
    },
    async stop() {
      await running.stop();
      await bot.stop();
      await graph.stop();
      await connector.stop();
      login.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
