import type { Clock } from '../../index/platform/clock.js';
import { messageOf } from '../../index/platform/errors.js';
import type { Activity } from '../contracts/activities.js';
import type { ChannelForm, SendFacts, SendFailure, SendOutcome, Transport } from '../contracts/channels.js';
import type { OutgoingMessage } from '../contracts/messages.js';
import type { Addressed } from '../conversations/conversation.js';
import { markUncertain, saveSentIds } from '../store/messages/messages.js';
import { findSent, type QueuedMessage, type SentMessage } from '../store/messages/outbox.js';
import type { Store } from '../store/store.js';
import { addressActivity } from './address-activity.js';
import { partId } from './part-id.js';

/** Where a message goes, and how. */
export interface Route {
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

export interface DeliverParts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Sends what is left of a message, activity by activity, and keeps each that went out before the next one follows, so
 * that a crash in between repeats nothing.
 */
export async function deliver(
  parts: DeliverParts,
  route: Route,
  queued: QueuedMessage,
): Promise<Delivered | SendFailure> {
  const { form, transport } = route;
  const rendered = render(form, queued.message);
  if (rendered.kind !== 'rendered') return rendered;
  const delivery: Delivery = { ...parts, route, queued, activities: rendered.activities };
  const shown = queued.replacesId === null ? null : await findSent(parts.store, queued.replacesId);
  if (shown && form.isUpdatable && transport.update) {
    return replace(delivery, shown, transport.update.bind(transport));
  }
  // Where nothing can be shown anew, a message that only takes choices away has nothing to say.
  if (queued.message.chosen !== undefined) return nothingSent(delivery, []);
  return sendFrom(delivery, queued.sentIds);
}

/** A message on its way, rendered. */
interface Delivery extends DeliverParts {
  readonly route: Route;
  readonly queued: QueuedMessage;
  readonly activities: readonly Activity[];
}

/** Sends the activities behind those whose ids are known. */
async function sendFrom(delivery: Delivery, before: readonly string[]): Promise<Delivered | SendFailure> {
  const { queued, activities, route } = delivery;
  const { transport } = route;
  let sentIds = before;
  let sentAt = queued.sentAt ?? now(delivery);
  let hasPassedDoor = false;
  for (;;) {
    sentIds = withArrivals(sentIds, queued.arrivals);
    const activity = activities[sentIds.length];
    if (!activity) return { kind: 'sent', sentIds, sentAt, hasPassedDoor };
    sentAt = now(delivery);
    if (transport.lateArrivalMs) await keepAttempt(delivery, sentAt, transport.lateArrivalMs);
    const addressed = addressedIn(delivery, activity, partId(queued.id, sentIds.length));
    const outcome = await attempt(() => transport.send(addressed, factsOf(delivery)));
    if (outcome.kind !== 'sent') return outcome;
    hasPassedDoor ||= activity.type === 'message';
    sentIds = [...sentIds, outcome.id];
    if (sentIds.length < activities.length) await keepSentIds(delivery, sentIds);
  }
}

/**
 * Changes the activities that differ from what was shown, and sends those that are new. What only takes choices away is
 * not worth a second try, and must not hold up the answer to the tap; news that cannot be shown in place is said anew.
 */
async function replace(
  delivery: Delivery,
  shown: SentMessage,
  update: NonNullable<Transport['update']>,
): Promise<Delivered | SendFailure> {
  const { queued, activities, route } = delivery;
  const isOnlyChoice = queued.message.chosen !== undefined;
  const before = route.form.render(shown.message);
  for (const [place, activity] of activities.entries()) {
    const id = shown.sentIds[place];
    if (id === undefined || JSON.stringify(before[place]) === JSON.stringify(activity)) continue;
    const outcome = await attempt(() => update(addressedIn(delivery, activity, id), factsOf(delivery)));
    if (outcome.kind === 'sent') continue;
    if (isOnlyChoice) break;
    return outcome.kind === 'refused' ? sendFrom(delivery, queued.sentIds) : outcome;
  }
  return isOnlyChoice ? nothingSent(delivery, shown.sentIds) : sendFrom(delivery, shown.sentIds);
}

function nothingSent(delivery: Delivery, sentIds: readonly string[]): Delivered {
  return { kind: 'sent', sentIds, sentAt: now(delivery), hasPassedDoor: false };
}

/** The ids with those behind them that the channel told went out. */
function withArrivals(sentIds: readonly string[], arrivals: ReadonlyMap<number, string>): readonly string[] {
  const id = arrivals.get(sentIds.length);
  return id === undefined ? sentIds : withArrivals([...sentIds, id], arrivals);
}

function addressedIn(delivery: Delivery, activity: Activity, id: string): Activity {
  const { route, queued } = delivery;
  return addressActivity(activity, {
    id,
    at: now(delivery),
    reference: route.conversation.reference,
    speaker: queued.message.speaker,
    replyToId: route.replyToId,
  });
}

function factsOf({ route, queued }: Delivery): SendFacts {
  return { speaker: queued.message.speaker, customerWroteAt: route.conversation.customerWroteAt };
}

// Both in a transaction for one statement, so that it shares its way to the disk with others (see the driver).

async function keepSentIds({ store, queued }: Delivery, sentIds: readonly string[]): Promise<void> {
  await store.transaction().execute((write) => saveSentIds(write, queued.id, sentIds));
}

async function keepAttempt({ store, queued }: Delivery, sentAt: string, forMs: number): Promise<void> {
  const uncertainUntil = new Date(Date.parse(sentAt) + forMs).toISOString();
  await store.transaction().execute((write) => markUncertain(write, queued.id, { sentAt, uncertainUntil }));
}

function now({ clock }: Delivery): string {
  return clock.now().toISOString();
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
    return laterBecause(error);
  }
}

/** A message that did not get through because of an error that says nothing of the channel: it alone is tried again. */
export function laterBecause(error: unknown): Extract<SendFailure, { kind: 'later' }> {
  return { kind: 'later', reason: messageOf(error), waitMs: null, scope: 'message', alert: null };
}
