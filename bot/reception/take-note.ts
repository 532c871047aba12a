import type { Clock } from '../../index/platform/clock.js';
import type { ChannelNote } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import { type ElsewhereRules, endElsewhere, noteAnswerElsewhere } from '../handoff/elsewhere.js';
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
import { recordVisit } from './inbox.js';
import { readIncoming } from './incoming-message.js';

export interface NoteParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly rules: Omit<ElsewhereRules, 'now'>;
}

/**
 * Makes what takes notes of channels. Each is one transaction, and the same note twice changes nothing more. A note about
 * a conversation that is not known is left alone, but for a person who answers there: channels tell of everything that
 * happens on a page.
 */
export function createNoteTaking(parts: NoteParts): (note: ChannelNote) => Promise<void> {
  const { store, clock, outbox, background, changes, rules } = parts;
  return async (note) => {
    const conversationId = (await conversationIdOf(store, note.of)) ?? (await begin(note));
    if (conversationId === null) return;
    const isNews = await store.transaction().execute((write) => record(write, conversationId, note));
    if (!isNews) return;
    changes.announce(conversationId);
    // What waited for word that it went out need not wait any more.
    if (note.kind === 'arrived') void background.run(() => outbox.drain(conversationId));
  };

  /**
   * A person may have answered before the bot ever heard of the conversation: on the day the channel was switched on, or
   * after its date. The bot must not talk over them.
   */
  async function begin(note: ChannelNote): Promise<string | null> {
    if (note.kind !== 'answered-elsewhere') return null;
    const { of, from, recipient, door } = note;
    const visit = {
      type: 'event',
      channelId: of.channelId,
      conversation: { id: of.conversationId },
      from,
      recipient,
    };
    return recordVisit(store, readIncoming(visit, door), clock.now().toISOString());
  }

  /** @returns whether anything changed */
  async function record(write: Write, conversationId: string, note: ChannelNote): Promise<boolean> {
    switch (note.kind) {
      case 'arrived':
        return recordArrival(write, conversationId, note);
      case 'delivered':
      case 'read':
        return recordReceipt(write, conversationId, note);
      case 'seen':
        return moveContact(write, conversationId, note.at);
      case 'name':
        await renameCustomer(write, conversationId, note.name.slice(0, 100));
        return true;
      case 'unreachable':
        await markUnreachable(write, conversationId);
        return true;
      case 'answered-elsewhere':
      case 'left-elsewhere': {
        const now = clock.now();
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (!conversation) return false;
        if (note.kind === 'left-elsewhere') return endElsewhere(write, conversation, { now, ...rules });
        await noteAnswerElsewhere(write, conversation, note, { now, ...rules });
        return true;
      }
    }
  }
}

async function recordArrival(
  write: Write,
  conversationId: string,
  note: Extract<ChannelNote, { kind: 'arrived' }>,
): Promise<boolean> {
  const { messageId, place } = readPartId(note.messageId);
  const arrivals = await arrivalsOfQueued(write, conversationId, messageId);
  // Most echoes tell of what is known to be sent.
  if (arrivals === null) return false;
  await saveArrivals(write, messageId, new Map([...arrivals, [place, note.activityId]]));
  return true;
}

/** What was read was delivered as well. */
async function recordReceipt(
  write: Write,
  conversationId: string,
  { kind, until }: Extract<ChannelNote, { kind: 'delivered' | 'read' }>,
): Promise<boolean> {
  const isDelivered = await moveReceipt(write, conversationId, 'deliveredUntil', until);
  const isRead = kind === 'read' && (await moveReceipt(write, conversationId, 'readUntil', until));
  return isDelivered || isRead;
}
