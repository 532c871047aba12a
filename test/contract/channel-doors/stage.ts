import { join } from 'node:path';
import { deriveKey } from '../../../bot/accounts/derive-key.js';
import type { Desk, DeskAgent } from '../../../bot/contracts/desk.js';
import type { HandoffState } from '../../../bot/contracts/messages.js';
import { createBot } from '../../../bot/create-bot.js';
import { botSettings } from '../../../bot/settings.js';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.js';
import { connectChannels, createChannels, settingsOfChannels } from '../../../channels/channels.js';
import { createServer } from '../../../channels/server/create-server.js';
import { createFilesDoor } from '../../../channels/server/files/files-door.js';
import { channelSettings } from '../../../channels/settings.js';
import { openDatabase } from '../../../index/platform/database.js';
import { createLog } from '../../../index/platform/log.js';
import { joinSettings, parseSettings } from '../../../index/platform/settings.js';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.js';
import { type FakeGraph, startFakeGraph } from '../../support/fake-graph.js';
import { APP_SECRET, MESSENGER_OPTIONS, PAGE } from '../../support/messenger-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { SetClock } from '../../unit/bot/support/set-clock.js';
import { knownAnswers } from './known-answers.js';

/** The real server with the real bot behind every door; only Meta, Azure and what the community knows are made up. */
export interface ChannelStage {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly graph: FakeGraph;
  readonly connector: FakeConnector;
  readonly desk: Desk;
  readonly agent: DeskAgent;
  readonly clock: SetClock;
  /** What was logged as a warning or an error, but for messages that were kept back on purpose. */
  readonly complaints: readonly string[];
  /** Resolves when nothing is under way any more; some seconds have passed then. */
  settle(): Promise<void>;
  /** Carries out what is due by the clock. */
  runDueTimers(): Promise<void>;
  /** Id of a conversation in the store; null before anything was said in it. */
  idOf(channelId: string, conversationId: string): string | null;
  /** Who has the conversation. */
  stateOf(channelId: string, conversationId: string): HandoffState;
  /** How often an answer was said to help, and not to. */
  ratingsOf(channelId: string, conversationId: string): readonly boolean[];
  /** What the store has of the customer, in order: their words, and whether it is a tap with its meaning. */
  saidIn(channelId: string, conversationId: string): readonly { text: string; isTap: boolean }[];
  /** What is in the outbox still, or failed. */
  unsent(): readonly unknown[];
  stop(): Promise<void>;
}

const AGENT: DeskAgent = {
  id: 'agent-1',
  name: 'Sanne',
  email: 'sanne@zwaluw.example',
  role: 'agent',
};

/** The webhook is told each message that goes out, as Meta does. */
export async function openStage(): Promise<ChannelStage> {
  const clock = new SetClock('2026-11-22T10:00:00.000Z');
  const complaints: string[] = [];
  const log = createLog('warn', (line) => complaints.push(line));
  const database = openDatabase(':memory:');
  const folder = temporaryFolder();
  const bot = await createBot({
    store: await openSqliteStore(database, { log }),
    knowledgeBase: knownAnswers,
    clock,
    log,
    settings: parseSettings(botSettings, { COLLECT_MESSAGES_MS: '0', DESK_SESSION_HOURS: '720' }),
    passwordCost: { logN: 4, r: 8, p: 1 },
    filesDirectory: join(folder, 'files'),
    passwordThread: { derive: async (request) => deriveKey(request), close: async () => {} },
  });
  const graph = await startFakeGraph({ appSecret: APP_SECRET, pageId: PAGE });
  const connector = await startFakeConnector();
  const settings = parseSettings(joinSettings(channelSettings, settingsOfChannels), {
    // As the Emulator speaks, without Azure.
    AZURE_LOCAL: 'true',
    MESSENGER_APP_SECRET: MESSENGER_OPTIONS.appSecret,
    MESSENGER_VERIFY_TOKEN: MESSENGER_OPTIONS.verifyToken,
    MESSENGER_PAGE_ACCESS_TOKEN: MESSENGER_OPTIONS.pageAccessToken,
    MESSENGER_PAGE_ID: PAGE,
    MESSENGER_PERSONA_PICTURE: 'https://chat.zwaluw.example/messenger/agent.png',
    MESSENGER_GRAPH_URL: graph.url,
    WEBCHAT_SIGNING_KEY: 'a-signing-key-only-for-tests-1234567890',
  });
  const channels = createChannels(settings, { isProduction: false });
  const connections = connectChannels(channels, {
    bot,
    log,
    clock,
    webchatStore: bot.webchatStore,
    files: bot.files,
    botName: 'Zwaluw-assistent',
    runtimePath: (name) => join(folder, name),
  });
  const doors = [...connections.map(({ door }) => door), createFilesDoor(bot.files)];
  const server = createServer({
    settings,
    log,
    doors,
    notReadyBecause: () => null,
    pagesDirectory: null,
  });
  const forms = channels.flatMap((channel) => channel.forms);
  await bot.start({ forms, transports: connections.map(({ transport }) => transport) });
  // Somebody is at the desk from here on.
  const invitation = (await bot.accounts.firstInvitation()) ?? '';
  const atDesk = { name: 'Noor', email: 'noor@zwaluw.example', password: 'een lange zin' };
  await bot.desk.present((await bot.accounts.accept(invitation, atDesk)).agent.id);
  const running = await server.listen(0);
  const url = `http://127.0.0.1:${running.port}`;
  graph.echoTo(`${url}/messenger/webhook`);

  const idle = async () => {
    for (const door of doors) await door.idle?.();
    await bot.idle();
    await graph.idle();
    // What an echo tells is work of its own.
    await bot.idle();
  };
  const first = (query: string, ...values: unknown[]): Record<string, unknown> | undefined =>
    database.prepare(query).get(...values) as Record<string, unknown> | undefined;

  return {
    url,
    graph,
    connector,
    clock,
    complaints,
    desk: bot.desk,
    agent: AGENT,
    async settle() {
      await idle();
      // A moment between two things that people do; channels hold back what comes too fast.
      clock.forward({ seconds: 20 });
    },
    async runDueTimers() {
      await bot.runDueTimers();
      await idle();
    },
    idOf(channelId, conversationId) {
      const row = first(
        'select id from conversations where channelId = ? and channelConversationId = ?',
        ...[channelId, conversationId],
      );
      return row === undefined ? null : String(row.id);
    },
    stateOf(channelId, conversationId) {
      const row = first(
        `select handoffs.state from conversations join handoffs on handoffs.id = conversations.handoffId
         where channelId = ? and channelConversationId = ?`,
        ...[channelId, conversationId],
      );
      return row === undefined ? 'with-bot' : (row.state as HandoffState);
    },
    ratingsOf(channelId, conversationId) {
      const rows = database
        .prepare(
          `select isHelpful from feedback join conversations on conversations.id = feedback.conversationId
           where channelId = ? and channelConversationId = ? order by feedback.rowid`,
        )
        .all(channelId, conversationId) as { isHelpful: number }[];
      return rows.map(({ isHelpful }) => isHelpful === 1);
    },
    saidIn(channelId, conversationId) {
      const rows = database
        .prepare(
          `select text, message from messages join conversations on conversations.id = messages.conversationId
           where direction = 'in' and channelId = ? and channelConversationId = ? order by sequence`,
        )
        .all(channelId, conversationId) as { text: string; message: string }[];
      return rows.map(({ text, message }) => ({
        text,
        isTap: (JSON.parse(message) as { value: unknown }).value !== null,
      }));
    },
    unsent: () =>
      database
        .prepare(`select status, lastError from messages where direction = 'out' and status <> 'sent'`)
        .all(),
    async stop() {
      await running.stop();
      await bot.stop();
      await graph.stop();
      await connector.stop();
    },
  };
}
