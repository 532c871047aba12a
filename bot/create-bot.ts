import { openHearing } from '../index/classifiers/open-hearing.js';
import type { Hear } from '../index/contracts/hearing.js';
import type { KnowledgeBase } from '../index/contracts/search.js';
import { type Clock, delay } from '../index/platform/clock.js';
import { asUnusable } from '../index/platform/database.js';
import { createLanes } from '../index/platform/lanes.js';
import type { Log } from '../index/platform/log.js';
import { type Accounts, createAccounts } from './accounts/accounts.js';
import type { HashCost } from './accounts/derive-key.js';
import { createPasswordThread, type PasswordThread } from './accounts/password-thread.js';
import { createPasswords } from './accounts/passwords.js';
import { createBotEntry } from './bot-framework.js';
import { createFactFinder } from './company/fact-finder.js';
import { readCompanyFacts } from './company/read-company-facts.js';
import { readSafetyTexts } from './company/safety-texts.js';
import type { BotEntry, ChannelForm, Transport } from './contracts/channels.js';
import type { BotPause, Desk } from './contracts/desk.js';
import type { WebchatStore } from './contracts/webchat.js';
import { createBackground } from './conversations/background.js';
import { createConversationChanges } from './conversations/conversation-changes.js';
import { createTimers } from './conversations/timers.js';
import { createDesk } from './desk/desk.js';
import { createAgentPresence } from './handoff/agent-presence.js';
import { createHandoffTimers } from './handoff/handoff-timers.js';
import { returnConversationsOf } from './handoff/return-to-queue.js';
import { createDoors } from './outbox/doors.js';
import { createOutbox } from './outbox/outbox.js';
import { createReception } from './reception/reception.js';
import { createNoteTaking } from './reception/take-note.js';
import { createUnwrittenApology } from './reception/unwritten-apology.js';
import type { BotSettings } from './settings.js';
import type { ConversationStore } from './store/conversation-store.js';
import { deleteExpired, expiryDate } from './store/retention.js';
import { createWebchatStore } from './store/webchat-store.js';
import { SupportBot } from './support-bot.js';
import { warmUp } from './turn/turn.js';
import { createVerdictRecorder, type RedactQuestion } from './verdicts/verdict-recorder.js';

export interface BotOptions {
  /** An open store that the bot takes over; `stop` closes it. */
  readonly store: ConversationStore;
  readonly knowledgeBase: KnowledgeBase;
  /** How messages are heard; by the classifiers that come with the program where not given. */
  readonly hear?: Hear;
  /** Makes customers' questions fit to be kept with what was said of their answers; where not given, nothing of it is kept. */
  readonly redact?: RedactQuestion;
  readonly settings: BotSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** Why no question can be answered now, for the desk; never where not given. */
  readonly pause?: () => BotPause | null;
  /** Only tests choose a cheaper one. */
  readonly passwordCost?: HashCost;
  /** Where passwords are hashed, closed by `stop`; a thread of its own where not given. */
  readonly passwordThread?: PasswordThread;
}

/** What the bot speaks through. */
export interface Plugged {
  readonly forms: readonly ChannelForm[];
  readonly transports: readonly Transport[];
}

/** The bot with its conversations, hand-offs and desk. */
export interface Bot extends BotEntry {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly webchatStore: WebchatStore;
  /**
   * Plugs the channels in, takes up what the last run left (unhandled messages, unsent messages, due timers) in the
   * background, and begins to watch timers, dates and the store.
   * @throws DATABASE_UNUSABLE
   */
  start(plugged: Plugged): Promise<void>;
  /** Why nothing can be kept now, in a sentence; null when it can. */
  notWritableBecause(): string | null;
  /** Carries out the timers that are due by the clock, with the sending they lead to; `start` sees to it every second. */
  runDueTimers(): Promise<void>;
  /** Deletes what is past its date; `start` sees to it at once and daily. Returns how many conversations went. */
  deleteExpired(): Promise<number>;
  /** Lets running turns finish, sends what they said, and closes the database. Call it when no channel takes messages. */
  stop(): Promise<void>;
}

const TIMERS_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 5_000;
const LOOK_AT_PAUSE_EVERY_MS = 1_000;
const UNWRITTEN_EVERY_MS = 5_000;
const RETENTION_EVERY_MS = 86_400_000;

/**
 * Puts the bot together on an open store.
 * @throws CLASSIFIERS_UNREADABLE, SAFETY_TEXTS_UNREADABLE, SAFETY_TEXTS_INVALID, COMPANY_FACTS_UNREADABLE,
 *   COMPANY_FACTS_INVALID
 */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { settings, clock, knowledgeBase } = options;
  const log = options.log.child('bot');
  const { hear = openHearing() } = options;
  const safetyTexts = readSafetyTexts(settings.SAFETY_TEXTS, settings.COUNTRY);
  const companyFacts = readCompanyFacts(settings.COMPANY_FACTS, settings.COMPANY_NAME);
  const factFinder = createFactFinder(companyFacts, {
    company: settings.COMPANY_NAME,
    vectorOf: knowledgeBase.vectorOf?.bind(knowledgeBase),
    onFailure: (error) => log.warn('Company facts are found by their exact words only.', { error }),
  });
  const store = options.store.tables;
  const botName = settings.BOT_NAME;
  const expireMs = settings.HANDOFF_EXPIRE_MINUTES * 60_000;
  const awayMs = settings.DESK_AWAY_MINUTES * 60_000;

  const doors = createDoors(clock);
  const changes = createConversationChanges((error) =>
    log.error('A listener of the desk failed.', { error }),
  );
  const background = createBackground(log);
  const verdicts = createVerdictRecorder(options.store.verdicts, options.redact, { background, clock, log });
  const lanes = createLanes();
  const outbox = createOutbox({
    ...{ store, clock, log, changes, doors },
    giveUpHours: settings.OUTBOX_GIVE_UP_HOURS,
  });
  const presence = createAgentPresence({ store, changes, clock, awayMs });
  const actions = createHandoffTimers({ outbox, background, changes, presence, botName, expireMs });
  const timers = createTimers({ store, clock, log, actions });
  const apologiseUnwritten = createUnwrittenApology({ doors, settings, safetyTexts, hear, clock, log });
  const reception = createReception({
    ...{ store, knowledgeBase, hear, verdicts, clock, log, settings, safetyTexts, presence },
    ...{ companyFacts, factFinder },
    ...{ outbox, doors, timers, changes, background, lanes, apologiseUnwritten },
  });
  const entry = createBotEntry(new SupportBot(reception), async (activity, transport, error) => {
    log.error('An activity could not be handled.', { conversationId: activity.conversation?.id, error });
    await apologiseUnwritten(activity, transport);
  });

  const { passwordThread = createPasswordThread(), pause = () => null } = options;

  const stopping = new AbortController();
  const loops: Promise<void>[] = [];

  /** Not while the first release is built: their questions would be read before all that it waits for. */
  async function readFacts(): Promise<void> {
    while (pause() !== null && !stopping.signal.aborted) await delay(LOOK_AT_PAUSE_EVERY_MS, stopping.signal);
    if (!stopping.signal.aborted) void background.run(() => factFinder.prepare());
  }

  const bot: Bot = {
    receive: entry.receive,
    accept: entry.accept,
    note: createNoteTaking({
      ...{ store, clock, outbox, background, changes },
      rules: { expireMs, silentMs: settings.ELSEWHERE_SILENCE_HOURS * 3_600_000 },
    }),
    desk: createDesk({
      ...{ store, outbox, doors, timers, background, changes, presence, verdicts },
      pause,
      ...{ clock, botName, expireMs, awayMs },
    }),
    accounts: createAccounts({
      ...{ store, clock },
      log: log.child('accounts'),
      sessionHours: settings.DESK_SESSION_HOURS,
      passwords: createPasswords(passwordThread.derive, options.passwordCost),
      onGone: (agentId) =>
        returnConversationsOf(
          { store, outbox, timers, background, changes, clock, presence, botName, expireMs },
          agentId,
        ),
    }),
    webchatStore: createWebchatStore(store, clock),

    async start(plugged) {
      warmUp(hear);
      doors.plug(plugged.forms, plugged.transports);
      await presence.expectAll();
      const answerLeft = await reception.takeUpLeft().catch((error: unknown) => {
        throw asUnusable(options.store.name, error);
      });
      void background.run(answerLeft);
      void background.run(() => outbox.drainAll());
      loops.push(
        readFacts(),
        repeat(TIMERS_EVERY_MS, 'Timers', () => timers.runDue()),
        // In the background, so that a channel that answers slowly holds up no other.
        repeat(TIMERS_EVERY_MS, 'The outbox', async () => void background.run(() => outbox.resume())),
        repeat(LOOK_EVERY_MS, 'The look at the store', () => options.store.look()),
        repeat(UNWRITTEN_EVERY_MS, 'Unwritten turns', () => reception.retryUnwritten()),
        repeat(RETENTION_EVERY_MS, 'Retention', async () => void (await bot.deleteExpired())),
      );
    },

    notWritableBecause: () => options.store.notWritableBecause(),

    async runDueTimers() {
      await timers.runDue();
      await outbox.resume();
      await background.idle();
    },

    async deleteExpired() {
      const now = clock.now();
      const deleted = await deleteExpired(store, settings.RETENTION_DAYS, now);
      if (deleted > 0) log.info('Conversations past their date were deleted.', { deleted });
      await options.store.verdicts.forgetBefore(expiryDate(settings.RETENTION_DAYS, now));
      await options.store.purge();
      return deleted;
    },

    async idle() {
      await lanes.idle();
      await background.idle();
      await outbox.idle();
    },

    async stop() {
      stopping.abort();
      await reception.stop();
      await Promise.all(loops);
      await bot.idle();
      await passwordThread.close();
      await options.store.close();
    },
  };
  return bot;

  /** Does `task` now and then again and again until the bot stops; a failure is logged and the next time comes. */
  async function repeat(everyMs: number, name: string, task: () => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      await task().catch((error: unknown) => log.error(`${name} failed.`, { error }));
      await delay(everyMs, stopping.signal);
    }
  }
}
