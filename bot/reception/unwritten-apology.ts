import { randomUUID } from 'node:crypto';
import type { Hear } from '../../index/contracts/hearing.js';
import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { Activity } from '../contracts/activities.js';
import type { Transport } from '../contracts/channels.js';
import type { OutgoingMessage } from '../contracts/messages.js';
import { addressActivity } from '../outbox/address-activity.js';
import type { Doors } from '../outbox/doors.js';
import { partId } from '../outbox/part-id.js';
import type { BotSettings } from '../settings.js';
import type { CustomerInput, SafetyTexts, TurnFacts } from '../turn/contracts.js';
import { apologise, conclude, decide, startState, understand } from '../turn/turn.js';
import { readIncoming } from './incoming-message.js';

/**
 * Makes the last resort: tells a customer that something failed when the store cannot be written (a full disk), so
 * nothing can be kept, promised or handed over. In danger the number that helps is said all the same. Never throws.
 */
export function createUnwrittenApology(parts: {
  readonly doors: Doors;
  readonly settings: BotSettings;
  readonly safetyTexts: SafetyTexts;
  readonly hear: Hear;
  readonly clock: Clock;
  readonly log: Log;
}): (activity: Activity, transport: Transport) => Promise<void> {
  const { doors, settings, safetyTexts, hear, clock, log } = parts;
  return async (activity, transport) => {
    try {
      const { reference, activityId, text, details } = readIncoming(activity, transport.door);
      const form = doors.formOf(reference.channelId);
      const now = clock.now();
      const facts: TurnFacts = {
        turnId: randomUUID(),
        now,
        botName: settings.BOT_NAME,
        companyName: settings.COMPANY_NAME,
        handoff: 'with-bot',
        queuePosition: 1,
        isAttended: false,
        oldAfterMonths: settings.OLD_ANSWER_MONTHS,
        safetyTexts,
        findItem: () => null,
      };
      const messages = wordsFor(
        { text, value: details.value, hasAttachments: false, locale: reference.locale },
        facts,
        hear,
      );
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

/** The number that helps, without a person, who cannot be promised; else the apology. */
function wordsFor(input: CustomerInput, facts: TurnFacts, hear: Hear): readonly OutgoingMessage[] {
  const state = startState(input.locale);
  const understanding = understand(input, state, facts.handoff, { hear, vectors: null });
  const { wish } = understanding;
  // After a death a person is promised, which nobody can keep now.
  if (wish.kind !== 'danger' || wish.danger === 'death') return apologise(state, facts).messages;
  return conclude(
    decide(understanding, state, null, facts),
    understanding,
    state,
    facts,
    null,
  ).messages.slice(0, 1);
}
