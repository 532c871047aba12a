import type { Clock } from '../../index/platform/clock.js';
import { messageOf } from '../../index/platform/errors.js';
import type { Activity } from '../contracts/activities.js';
import type { ChannelForm, SendFacts, SendFailure, SendOutcome, Transport } from '../contracts/channels.js';
import type { OutgoingMessage } from '../contracts/messages.js';
import type { Addressed } from '../conversations/conversation.js';
import { markUncertain, saveSentIds } from '../store/messages.js';
import { findSent, type QueuedMessage } from '../store/outbox.js';
import type { Store } from '../store/store.js';
import { addressActivity } from './address-activity.js';
import { partId } from './part-id.js';

/** How a message goes out. */
export interface Way {
  readonly conversation: Addressed;
  readonly form: ChannelForm;
  readonly transport: Transport;
  /** Activity that is answered; null outside a live turn. */
  readonly replyToId: string | null;
}

/** A message that went out whole: the channel's ids of its activities, and when the last attempt began. */
export interface Delivered {
  readonly kind: 'sent';
  readonly sentIds: readonly string[];
  readonly sentAt: string;
  /** Whether the door took a message in this attempt; events it may leave out by itself. */
  readonly hasPassedDoor: boolean;
}

/**
 * Sends what is left of a message, activity by activity, and keeps each that went out before the next one follows, so
 * that a crash in between repeats nothing.
 */
export async function deliver(
  store: Store,
  clock: Clock,
  way: Way,
  queued: QueuedMessage,
): Promise<Delivered | SendFailure> {
  const { transport, conversation, form } = way;
  const facts: SendFacts = {
    speaker: queued.message.speaker,
    customerWroteAt: conversation.customerWroteAt,
  };
  const rendered = render(form, queued.message);
  if (rendered.kind !== 'rendered') return rendered;
  const { activities } = rendered;
  const replaced = queued.replacesId === null ? null : await findSent(store, queued.replacesId);
  if (replaced && form.isUpdatable && transport.update)
    return replace(transport.update.bind(transport), activities);
  // Where nothing can be shown anew, a message that only takes choices away has nothing to say.
  if (queued.message.chosen !== undefined)
    return { kind: 'sent', sentIds: [], sentAt: now(), hasPassedDoor: false };
  return sendFrom(queued.sentIds, activities);

  async function sendFrom(
    before: readonly string[],
    activities: readonly Activity[],
  ): Promise<Delivered | SendFailure> {
    const sentIds = [...before];
    let sentAt = queued.sentAt ?? now();
    let hasPassedDoor = false;
    for (;;) {
      takeArrived(sentIds);
      const activity = activities[sentIds.length];
      if (!activity) return { kind: 'sent', sentIds, sentAt, hasPassedDoor };
      sentAt = now();
      if (transport.arrivalNoteMs) await rememberAttempt(sentAt, transport.arrivalNoteMs);
      const outcome = await attempt(() =>
        transport.send(addressed(activity, partId(queued.id, sentIds.length)), facts),
      );
      if (outcome.kind !== 'sent') return outcome;
      hasPassedDoor ||= activity.type === 'message';
      sentIds.push(outcome.id);
      if (sentIds.length < activities.length) await rememberSent(sentIds);
    }
  }

  /**
   * Changes the activities that differ from what was shown, and sends those that are new. What only takes choices away is
   * not worth a second try, and must not hold up the answer to the tap; news that cannot be shown in place is said anew.
   */
  async function replace(
    update: NonNullable<Transport['update']>,
    activities: readonly Activity[],
  ): Promise<Delivered | SendFailure> {
    const shown = replaced ? form.render(replaced.message) : [];
    const ids = replaced?.sentIds ?? [];
    for (const [place, activity] of activities.entries()) {
      const id = ids[place];
      if (id === undefined || JSON.stringify(shown[place]) === JSON.stringify(activity)) continue;
      const outcome = await attempt(() => update(addressed(activity, id), facts));
      if (outcome.kind === 'sent') continue;
      if (queued.message.chosen !== undefined) break;
      return outcome.kind === 'refused' ? sendFrom(queued.sentIds, activities) : outcome;
    }
    if (queued.message.chosen !== undefined)
      return { kind: 'sent', sentIds: ids, sentAt: now(), hasPassedDoor: false };
    return sendFrom(ids, activities);
  }

  function takeArrived(sentIds: string[]): void {
    for (;;) {
      const id = queued.arrivals.get(sentIds.length);
      if (id === undefined) return;
      sentIds.push(id);
    }
  }

  function addressed(activity: Activity, id: string): Activity {
    return addressActivity(activity, {
      id,
      at: now(),
      reference: conversation.reference,
      speaker: queued.message.speaker,
      replyToId: way.replyToId,
    });
  }

  // In a transaction for one statement, so that it shares its way to the disk with others (see the driver).
  async function rememberSent(sentIds: readonly string[]): Promise<void> {
    await store.transaction().execute((write) => saveSentIds(write, queued.id, sentIds));
  }

  async function rememberAttempt(sentAt: string, forMs: number): Promise<void> {
    const uncertainUntil = new Date(Date.parse(sentAt) + forMs).toISOString();
    await store.transaction().execute((write) => markUncertain(write, queued.id, { sentAt, uncertainUntil }));
  }

  function now(): string {
    return clock.now().toISOString();
  }
}

interface Rendered {
  readonly kind: 'rendered';
  readonly activities: readonly Activity[];
}

/** A message that cannot be rendered never will be: it must not hold up those behind it. */
function render(form: ChannelForm, message: OutgoingMessage): Rendered | SendFailure {
  try {
    return { kind: 'rendered', activities: form.render(message) };
  } catch (error) {
    return { kind: 'refused', reason: `it cannot be rendered: ${messageOf(error)}`, problem: 'not-accepted' };
  }
}

async function attempt(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    return { kind: 'later', reason: messageOf(error), waitMs: null, scope: 'message', alert: null };
  }
}
