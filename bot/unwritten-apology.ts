import { randomUUID } from 'node:crypto';
import type { Clock } from '../index/platform/clock.js';
import type { Log } from '../index/platform/log.js';
import type { Activity, Transport } from './contracts.js';
import { readIncoming } from './conversations/incoming-message.js';
import { addressActivity } from './outbox/address-activity.js';
import type { Doors } from './outbox/doors.js';
import { partId } from './outbox/queued-message.js';
import type { BotSettings } from './settings.js';
import { apologise, startState } from './turn/turn.js';

/**
 * Makes the last resort: tells a customer that something failed when the store cannot be written (a full disk), so
 * nothing can be kept, promised or handed over. Never throws.
 */
export function createUnwrittenApology(parts: {
  readonly doors: Doors;
  readonly settings: BotSettings;
  readonly clock: Clock;
  readonly log: Log;
}): (activity: Activity, transport: Transport) => Promise<void> {
  const { doors, settings, clock, log } = parts;
  return async (activity, transport) => {
    try {
      const { reference, activityId } = readIncoming(activity, transport.door);
      const form = doors.formOf(reference.channelId);
      const now = clock.now();
      const { messages } = apologise(startState(reference.locale), {
        turnId: randomUUID(),
        now,
        botName: settings.BOT_NAME,
        companyName: settings.COMPANY_NAME,
        handoff: 'with-bot',
        queuePosition: 1,
        oldAfterMonths: settings.OLD_ANSWER_MONTHS,
        findItem: () => null,
      });
      for (const message of messages) {
        const id = randomUUID();
        for (const [place, rendered] of form?.render(message).entries() ?? []) {
          const addressed = addressActivity(rendered, {
            id: partId(id, place),
            at: now.toISOString(),
            reference,
            speaker: message.speaker,
            replyToId: activityId,
          });
          await transport.send(addressed, { speaker: message.speaker, customerWroteAt: now.toISOString() });
        }
      }
    } catch (error) {
      log.error('A customer could not be told that something failed.', {
        conversationId: activity.conversation?.id,
        error,
      });
    }
  };
}
