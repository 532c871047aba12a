import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { ChannelEvent } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { CustomerWindows } from '../conversations/customer-windows.js';
import { type ElsewhereRules, endElsewhere, recordAnswerElsewhere } from '../handoff/elsewhere.js';
import type { Doors } from '../outbox/doors.js';
import type { Outbox } from '../outbox/outbox.js';
import { readPartId } from '../outbox/part-id.js';
import {
  conversationIdOf,
  lockConversation,
  markUnreachable,
  moveContact,
  moveReceipt,
  renameCustomer,
} from '../store/conversations.js';
import { saveArrivals } from '../store/messages/messages.js';
import { arrivalsOfQueued } from '../store/messages/outbox.js';
import type { Store, Write } from '../store/store.js';
import { attachKeptFile } from './attach-kept-file.js';
import { recordVisit } from './inbox.js';
import { readIncoming } from './incoming-message.js';

export interface EventParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly doors: Pick<Doors, 'notice'>;
  readonly log: Log;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly windows: Pick<CustomerWindows, 'told'>;
  readonly rules: Omit<ElsewhereRules, 'now'>;
  /** Takes what a customer set on a message of ours. */
  readonly takeReaction: (reaction: Extract<ChannelEvent, { kind: 'reacted' }>) => Promise<void>;
}

/**
 * Makes what takes events of channels. Each is one transaction, and the same event twice changes nothing more. An event about
 * a conversation that is not known is left alone, but for a person who answers there: channels tell of everything that
 * happens on a page.
 */
export function createEventTaking(parts: EventParts): (event: ChannelEvent) => Promise<void> {
  const { store, clock, log, doors, outbox, background, changes, rules } = parts;
  return async (event) => {
    if (event.kind === 'door-alert') return tellDoor(event);
    if (event.kind === 'reacted') return parts.takeReaction(event);
    if (event.kind === 'window') return parts.windows.told(event.of, event.state);
    const conversationId = (await conversationIdOf(store, event.of)) ?? (await begin(event));
    if (conversationId === null) return;
    const isNews = await store.transaction().execute((write) => record(write, conversationId, event));
    if (!isNews) return;
    changes.announce(conversationId);
    // What waited for word that it went out need not wait any more.
    if (event.kind === 'arrived') void background.run(() => outbox.drain(conversationId));
  };

  function tellDoor({ door, alert }: Extract<ChannelEvent, { kind: 'door-alert' }>): void {
    doors.notice(door, alert);
    if (alert === null) log.info('A channel restricts a door no more.', { door });
    else log.error('A channel restricts a door; an operator has to see to it.', { door, alert });
  }

  /**
   * A person may have answered before the bot ever heard of the conversation: on the day the channel was switched on, or
   * after its date. The bot must not talk over them.
   */
  async function begin(event: ChannelEvent): Promise<string | null> {
    if (event.kind !== 'answered-elsewhere') return null;
    const { of, from, recipient, door } = event;
    const visit = {
      type: 'event',
      channelId: of.channelId,
      conversation: { id: of.conversationId },
      from,
      recipient,
    };
    return recordVisit(store, readIncoming(visit, door), clock.now().toISOString());
  }

  /** Nobody else would know why the bot says nothing. */
  function tellSilent(
    conversationId: string,
    { place, door }: Extract<ChannelEvent, { kind: 'answered-elsewhere' }>,
  ): void {
    const silentHours = rules.silentMs / 3_600_000;
    log.info('The bot is silent: somebody answers elsewhere.', { conversationId, place, door, silentHours });
  }

  /** @returns whether anything changed */
  async function record(
    write: Write,
    conversationId: string,
    event: Exclude<ChannelEvent, { kind: 'door-alert' | 'reacted' | 'window' }>,
  ): Promise<boolean> {
    switch (event.kind) {
      case 'arrived':
        return recordArrival(write, conversationId, event);
      case 'delivered':
      case 'read':
        return recordReceipt(write, conversationId, event);
      case 'seen':
        return moveContact(write, conversationId, event.at);
      case 'file-kept':
        return attachKeptFile(write, conversationId, event);
      case 'name':
        await renameCustomer(write, conversationId, event.name.slice(0, 100));
        return true;
      case 'unreachable':
        await markUnreachable(write, conversationId);
        return true;
      case 'answered-elsewhere':
      case 'left-elsewhere': {
        const now = clock.now();
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (!conversation) return false;
        if (event.kind === 'left-elsewhere') return endElsewhere(write, conversation, { now, ...rules });
        const isSilent = await recordAnswerElsewhere(write, conversation, event, { now, ...rules });
        if (isSilent) tellSilent(conversationId, event);
        return true;
      }
    }
  }
}

async function recordArrival(
  write: Write,
  conversationId: string,
  event: Extract<ChannelEvent, { kind: 'arrived' }>,
): Promise<boolean> {
  const { messageId, place } = readPartId(event.messageId);
  const arrivals = await arrivalsOfQueued(write, conversationId, messageId);
  // Most echoes tell of what is known to be sent.
  if (arrivals === null) return false;
  await saveArrivals(write, messageId, new Map([...arrivals, [place, event.activityId]]));
  return true;
}

/** What was read was delivered as well. */
async function recordReceipt(
  write: Write,
  conversationId: string,
  { kind, until }: Extract<ChannelEvent, { kind: 'delivered' | 'read' }>,
): Promise<boolean> {
  const isDelivered = await moveReceipt(write, conversationId, 'deliveredUntil', until);
  const isRead = kind === 'read' && (await moveReceipt(write, conversationId, 'readUntil', until));
  return isDelivered || isRead;
}
