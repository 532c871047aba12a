import { z } from 'zod';
import type { Reading } from '../../../bot/contracts/channels.js';
import { safelyParsed } from '../../../index/platform/forms/safely-parsed.js';
import { conversationOf, type EventFacts, type EventScene, timeOf } from './event-scene.js';
import { accountId, eventSchema, type MessengerEvent } from './event-schema.js';
import { customerOfPlugin } from './plugin-customer.js';
import { readCustomer } from './read-customer.js';
import { readEcho } from './read-echo.js';
import { readPolicy } from './read-policy.js';
import { readReaction } from './read-reaction.js';
import { readReceipts } from './read-receipts.js';
import { readThreadControl } from './read-thread-control.js';

/** What one event of a delivery means; no readings where nothing follows from it. */
export interface EventReading {
  /** Milliseconds since 1970, for the order; 0 where the event does not tell. */
  readonly timestamp: number;
  /** The parts that the event has, such as `message`: names only, for the log. */
  readonly kind: string;
  readonly pageId: string;
  readonly readings: readonly Reading[];
}

const entrySchema = z.object({
  id: accountId,
  time: z.number().optional().catch(undefined),
  messaging: z.array(z.unknown()).catch([]),
  standby: z.array(z.unknown()).catch([]),
});

const READERS: readonly ((scene: EventScene) => readonly Reading[])[] = [
  readEcho,
  readReceipts,
  ({ event, of }) => readReaction(event, of),
  readThreadControl,
  readCustomer,
];

/**
 * Reads what Meta delivered: every entry, both lists of each, oldest event first. Pure; what cannot be read has no
 * readings.
 * @param body the parsed body, of any shape
 * @param receivedAt time of an event that tells none, ISO 8601 in UTC
 */
export function readEvents(body: unknown, facts: EventFacts, receivedAt: string): readonly EventReading[] {
  const entries = safelyParsed(z.object({ entry: z.array(z.unknown()) }), body).data?.entry ?? [];
  return entries
    .map((entry) => safelyParsed(entrySchema, entry).data)
    .filter((entry) => entry !== undefined)
    .flatMap((entry) => {
      const read = (isStandby: boolean) => (item: unknown) =>
        readEvent(item, { ...facts, pageId: entry.id, isStandby, entryTime: entry.time, receivedAt });
      return [...entry.messaging.map(read(false)), ...entry.standby.map(read(true))];
    })
    .sort((one, other) => one.timestamp - other.timestamp);
}

interface Arrival extends EventFacts {
  readonly pageId: string;
  readonly isStandby: boolean;
  readonly entryTime: number | undefined;
  readonly receivedAt: string;
}

function readEvent(item: unknown, arrival: Arrival): EventReading {
  const { pageId } = arrival;
  const event = safelyParsed(eventSchema, item).data;
  const told = event?.timestamp ?? arrival.entryTime;
  const at = timeOf(told) ?? timeOf(arrival.entryTime);
  const base = { timestamp: at === null ? 0 : Date.parse(at), kind: kindOf(item), pageId };
  // An echo is of the page, everything else of the customer.
  const customerId = event && customerIn(event);
  const enforced = event && readPolicy(event, pageId);
  if (enforced) return { ...base, readings: enforced };
  if (!event || customerId === undefined || customerId === pageId) return { ...base, readings: [] };
  const scene = {
    event,
    customerId,
    pageId,
    of: conversationOf(customerId, pageId),
    at: at ?? arrival.receivedAt,
    isStandby: arrival.isStandby,
    appId: arrival.appId,
    inboxName: arrival.inboxName,
    automationApps: arrival.automationApps ?? [],
  };
  return { ...base, readings: READERS.flatMap((read) => read(scene)) };
}

/** Who opted in by a plugin, and never wrote, is known by the reference of the plugin alone. */
function customerIn({ message, sender, recipient, optin }: MessengerEvent): string | undefined {
  if (message?.is_echo) return recipient?.id;
  return sender?.id ?? customerOfPlugin(optin?.user_ref);
}

const COMMON_PARTS = ['sender', 'recipient', 'timestamp'];

function kindOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return typeof item;
  const parts = Object.keys(item).filter(
    (name) => /^[a-z_]{1,40}$/.test(name) && !COMMON_PARTS.includes(name),
  );
  return parts.slice(0, 3).join('+') || 'nothing';
}
