import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKey } from '../../../../bot/accounts/derive-key.js';
import type { Bot } from '../../../../bot/bot.js';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { ChannelForm } from '../../../../bot/contracts/channels.js';
import type { RunAlert } from '../../../../bot/contracts/mail/run-alert.js';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { createBot } from '../../../../bot/create-bot.js';
import type { RedactAnswer } from '../../../../bot/desk/content/drafts.js';
import type { ReleaseRoom } from '../../../../bot/desk/releases/desk-releases.js';
import type { ProgramMetrics } from '../../../../bot/operations/program-metrics.js';
import { botSettings } from '../../../../bot/settings.js';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../../../bot/store/store.js';
import type { RedactQuestion } from '../../../../bot/verdicts/verdict-recorder.js';
import type { ApprovedAnswers } from '../../../../index/contracts/approved-answers.js';
import type { ContentEdits } from '../../../../index/contracts/content-edits.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { CONVERSATIONS_FILE } from '../../../../index/learning/open-verdict-store.js';
import type { VerdictStore } from '../../../../index/learning/verdict-store.js';
import { type Database, openDatabase } from '../../../../index/platform/database.js';
import { createLog, type Log } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { FakeKnowledgeBase } from './fake-knowledge-base.js';
import { RecordingTransport } from './recording-transport.js';
import { customerSays } from './samples.js';
import { SetClock } from './set-clock.js';

export interface TestBotOptions {
  readonly path?: string;
  /** A runtime folder, with the store in it, in place of `path`. */
  readonly runtimeDirectory?: string;
  readonly clock?: SetClock;
  readonly transport?: RecordingTransport;
  readonly knowledgeBase?: FakeKnowledgeBase;
  /** Kept by the bot for content people, and closed by the test. */
  readonly edits?: ContentEdits;
  readonly settings?: Readonly<Record<string, string>>;
  readonly redact?: RedactQuestion;
  /** Kept by the bot for content people, and closed by the test. */
  readonly approved?: ApprovedAnswers;
  readonly redactAnswer?: RedactAnswer;
  readonly releases?: ReleaseRoom;
  /** What of an ingest somebody must see to. */
  readonly runAlert?: () => RunAlert | null;
  /** Folder of files; one for all tests of the process where not given. */
  readonly filesDirectory?: string;
  readonly isStarted?: boolean;
  /** Opened once for many bots: reading the classifiers takes longer than most conversations. */
  readonly hear?: Hear;
  /** Told of every statement that the store runs. */
  readonly onStatement?: (text: string) => void;
  /** Who counts what it does. */
  readonly metrics?: ProgramMetrics;
  /** What the form of the channel `test` has beside a renderer. */
  readonly form?: Partial<ChannelForm>;
}

/** The real bot on a store of its own, with a knowledge base, a channel and a clock that a test sets. */
export class TestBot {
  readonly bot: Bot;
  readonly clock: SetClock;
  readonly transport: RecordingTransport;
  readonly knowledgeBase: FakeKnowledgeBase;
  readonly logLines: string[];
  readonly database: Database;
  readonly store: Store;
  /** What was kept of what customers and agents said; nothing where no `redact` is given. */
  readonly verdicts: VerdictStore;

  private constructor(
    bot: Bot,
    parts: Pick<TestBot, 'clock' | 'transport' | 'knowledgeBase' | 'database' | 'store' | 'verdicts'>,
    lines: string[],
  ) {
    this.bot = bot;
    this.clock = parts.clock;
    this.transport = parts.transport;
    this.knowledgeBase = parts.knowledgeBase;
    this.database = parts.database;
    this.store = parts.store;
    this.verdicts = parts.verdicts;
    this.logLines = lines;
  }

  static async open(options: TestBotOptions = {}): Promise<TestBot> {
    const lines: string[] = [];
    const { metrics } = options;
    const log: Log = createLog('debug', (line) => lines.push(line), metrics?.troubled);
    const clock = options.clock ?? new SetClock();
    const transport = options.transport ?? new RecordingTransport();
    const knowledgeBase =
      options.knowledgeBase ??
      new FakeKnowledgeBase({ wifi: 'Zet het modem uit en aan.', esim: 'Scan de code.' });
    const { runtimeDirectory: folder } = options;
    const database = openDatabase(folder ? join(folder, CONVERSATIONS_FILE) : (options.path ?? ':memory:'));
    if (options.onStatement) tellStatements(database, options.onStatement);
    const store = await openSqliteStore(database, {
      log,
      ...(metrics ? { onCommit: metrics.committed } : {}),
    });
    const bot = await createBot({
      store,
      knowledgeBase,
      settings: parseSettings(botSettings, { COLLECT_MESSAGES_MS: '0', ...options.settings }),
      ...(folder ? { runtimeDirectory: folder } : {}),
      ...(metrics ? { watch: metrics.watch } : {}),
      ...(options.hear ? { hear: options.hear } : {}),
      ...(options.edits ? { edits: options.edits } : {}),
      ...(options.approved ? { approved: options.approved } : {}),
      ...(options.releases ? { releases: options.releases } : {}),
      ...(options.runAlert ? { runAlert: options.runAlert } : {}),
      ...(options.redactAnswer ? { redactAnswer: options.redactAnswer } : {}),
      ...(options.redact ? { redact: options.redact } : {}),
      clock,
      log,
      // Made only where a file comes.
      filesDirectory: options.filesDirectory ?? join(tmpdir(), `files-of-tests-${process.pid}`),
      passwordCost: { logN: 4, r: 8, p: 1 },
      // The thread of the program runs only where it is built.
      passwordThread: { derive: async (request) => deriveKey(request), close: async () => {} },
    });
    const render = (message: OutgoingMessage): Activity[] => [
      {
        type: message.text === '' ? 'event' : 'message',
        text: message.text,
        channelData: { message },
      },
    ];
    const forms = [{ channelId: 'test', render, ...options.form }];
    if (options.isStarted ?? true) await bot.start({ forms, transports: [transport] });
    const { tables, verdicts } = store;
    const parts = { clock, transport, knowledgeBase, database, store: tables, verdicts };
    const made = new TestBot(bot, parts, lines);
    made.lookAtStore = () => store.look();
    return made;
  }

  /** Looks whether the store can be written, as a running bot does now and then. */
  look(): Promise<void> {
    return this.lookAtStore();
  }

  /** Says something as a customer; resolves when the turn has ended. */
  say(text: string, more: Partial<Activity> = {}): Promise<void> {
    return this.bot.receive(customerSays(text, more), this.transport);
  }

  /** Rows of a query on the store. */
  rows(query: string): Record<string, unknown>[] {
    return this.database.prepare(query).all() as Record<string, unknown>[];
  }

  /** Kinds of the decisions taken so far, in order. */
  decisions(): unknown[] {
    return this.rows('select decisionKind from turns order by rowid').map((row) => row.decisionKind);
  }

  /** What was sent to a conversation since the last look. */
  newTexts(conversationId = 'c1'): string[] {
    return this.newMessages(conversationId).map((message) => message.text);
  }

  newMessages(conversationId = 'c1'): OutgoingMessage[] {
    const from = this.seen.get(conversationId) ?? 0;
    const all = this.transport.sent.filter(
      (activity) => activity.type !== 'typing' && activity.conversation?.id === conversationId,
    );
    this.seen.set(conversationId, all.length);
    return all.slice(from).map((activity) => (activity.channelData as { message: OutgoingMessage }).message);
  }

  private lookAtStore: () => Promise<void> = async () => {};
  private readonly seen = new Map<string, number>();
}

function tellStatements(database: Database, tell: (text: string) => void): void {
  const prepare = database.prepare.bind(database);
  database.prepare = ((text: string) => {
    const statement = prepare(text);
    for (const name of ['all', 'run'] as const) {
      const run = statement[name].bind(statement) as (...parameters: unknown[]) => unknown;
      Object.assign(statement, {
        [name]: (...parameters: unknown[]) => {
          tell(text);
          return run(...parameters);
        },
      });
    }
    return statement;
  }) as Database['prepare'];
}
