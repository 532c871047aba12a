import { setMaxListeners } from 'node:events';
import { openErasureLedger } from '../index/learning/erasure-ledger.js';
import { delay } from '../index/platform/clock.js';
import { asUnusable } from '../index/platform/database.js';
import type { Bot } from './bot.js';
import type { BotParts } from './bot-parts.js';
import { backAt } from './hours/back-at.js';
import { compactIfWanted } from './privacy/compact-by-server.js';
import { forgetAuditBefore } from './store/audit.js';
import { deleteExpired, expiryDate, forgetFeedbackBefore } from './store/retention.js';
import { warmUp } from './turn/turn.js';

const TIMERS_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 5_000;
const LOOK_AT_PAUSE_EVERY_MS = 1_000;
const UNWRITTEN_EVERY_MS = 5_000;
const LIMBO_EVERY_MS = 60_000;
const GONE_NAMES_EVERY_MS = 60_000;
const RETENTION_EVERY_MS = 86_400_000;

type BotLife = Pick<
  Bot,
  | 'start'
  | 'notWritableBecause'
  | 'runDueTimers'
  | 'repairLimbo'
  | 'forgetGone'
  | 'deleteExpired'
  | 'idle'
  | 'stop'
>;

/** How a bot starts, what it does again and again beside its turns, and how it stops. */
export function createBotLife(parts: BotParts): BotLife {
  const { log, background, outbox, timers, reception, conversationStore } = parts;
  const stopping = new AbortController();
  // Each of the loops below waits with it; Node warns above ten.
  setMaxListeners(0, stopping.signal);
  const loops: Promise<void>[] = [];
  const life: BotLife = {
    async start(plugged) {
      warmUp(parts.hear);
      parts.doors.plug(plugged.forms, plugged.transports);
      await parts.files.start();
      await parts.presence.expectAll();
      await parts.offering.begin();
      const answerLeft = await reception.takeUpLeft().catch((error: unknown) => {
        throw asUnusable(conversationStore.name, error);
      });
      void background.run(answerLeft);
      void background.run(() => outbox.drainAll());
      loops.push(
        readFacts(parts, stopping.signal),
        repeat(TIMERS_EVERY_MS, 'Timers', () => timers.runDue()),
        repeat(TIMERS_EVERY_MS, 'Offering', () => parts.offering.run()),
        // In the background, so that a channel that answers slowly holds up no other.
        repeat(TIMERS_EVERY_MS, 'The outbox', async () => void background.run(() => outbox.resume())),
        repeat(TIMERS_EVERY_MS, 'Mail', async () => void background.run(() => parts.mailing.run())),
        repeat(
          LOOK_EVERY_MS,
          'Mail about runs',
          async () => void background.run(() => parts.runMailing.run()),
        ),
        repeat(LOOK_EVERY_MS, 'The look at the store', () => conversationStore.look()),
        repeat(UNWRITTEN_EVERY_MS, 'Unwritten turns', () => reception.retryUnwritten()),
        watchForLimbo(),
        repeat(GONE_NAMES_EVERY_MS, 'Forgetting agents who are gone', () => life.forgetGone()),
        repeat(LOOK_EVERY_MS, 'Writing the store anew', () =>
          compactIfWanted(conversationStore, parts.runtimeDirectory),
        ),
        repeat(RETENTION_EVERY_MS, 'Retention', async () => void (await life.deleteExpired())),
      );
    },

    notWritableBecause: () => conversationStore.notWritableBecause(),

    async runDueTimers() {
      await timers.runDue();
      await parts.offering.run();
      await outbox.resume();
      await parts.mailing.run();
      await parts.runMailing.run();
      await background.idle();
    },

    repairLimbo: () => parts.watchdog.repair(),

    forgetGone: () => parts.goneNames.run(),

    deleteExpired: () => deletePastDates(parts),

    async idle() {
      await parts.lanes.idle();
      await background.idle();
      await outbox.idle();
    },

    async stop() {
      stopping.abort();
      await reception.stop();
      await Promise.all(loops);
      await life.idle();
      await Promise.all([parts.passwordThread.close(), parts.mailer.close()]);
      await conversationStore.close();
    },
  };
  return life;

  /** Not at once: what a start takes up is under way then. */
  async function watchForLimbo(): Promise<void> {
    await delay(LIMBO_EVERY_MS, stopping.signal);
    await repeat(LIMBO_EVERY_MS, 'The watch for limbo', async () => void (await life.repairLimbo()));
  }

  /** Does `task` now and then again and again until the bot stops; a failure is logged and the next time comes. */
  async function repeat(everyMs: number, name: string, task: () => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      await task().catch((error: unknown) => log.error(`${name} failed.`, { error }));
      await delay(everyMs, stopping.signal);
    }
  }
}

/** Deletes what is past its date, of every kind. @returns how many conversations went */
async function deletePastDates(parts: BotParts): Promise<number> {
  const { store, clock, log, settings, conversationStore } = parts;
  const now = clock.now();
  const deleted = await deleteExpired(store, settings.RETENTION_DAYS, now);
  if (deleted > 0) log.info('Conversations past their date were deleted.', { deleted });
  await conversationStore.verdicts.forgetBefore(expiryDate(settings.RETENTION_DAYS, now));
  // After the rows, so that the files of what went just now go with it.
  const files = await parts.files.sweep();
  if (files > 0) log.info('Files of conversations that are gone were deleted.', { files });
  await forgetFeedbackBefore(store, expiryDate(settings.FEEDBACK_DAYS, now).toISOString());
  await forgetAuditBefore(store, expiryDate(settings.AUDIT_DAYS, now).toISOString());
  if (parts.runtimeDirectory !== null)
    openErasureLedger(parts.runtimeDirectory).forgetBefore(expiryDate(settings.ERASURE_DAYS, now));
  await conversationStore.purge();
  return deleted;
}

/** Not while the first release is built: their questions would be read before all that it waits for. */
async function readFacts(
  { pause, background, factFinder, openingHours, clock }: BotParts,
  signal: AbortSignal,
): Promise<void> {
  while (pause() !== null && !signal.aborted) await delay(LOOK_AT_PAUSE_EVERY_MS, signal);
  if (signal.aborted) return;
  void background.run(() => factFinder.prepare(signal));
  // The holidays of a country take a fifth of a second to load: no customer shall wait for it.
  void background.run(async () => void backAt(openingHours, clock.now()));
}
