import type { Clock } from '../../index/platform/clock.js';
import type { ChannelNote } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import { conversationIdOf, lockConversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import { answeredElsewhere, type ElsewhereRules, leftElsewhere } from '../handoff/answered-elsewhere.js';
import type { Outbox } from '../outbox/outbox.js';
import { parseArrivals, readPartId } from '../outbox/queued-message.js';
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
    const isNews = await store.transaction().execute((write) => take(write, conversationId, note));
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
      ...{ type: 'event', channelId: of.channelId, conversation: { id: of.conversationId } },
      ...{ from, recipient },
    };
    return recordVisit(store, readIncoming(visit, door), clock.now().toISOString());
  }

  /** @returns whether anything changed */
  async function take(write: Write, conversationId: string, note: ChannelNote): Promise<boolean> {
    switch (note.kind) {
      case 'arrived':
        return takeArrival(write, conversationId, note);
      case 'delivered':
      case 'read':
        return takeReceipt(write, conversationId, note);
      case 'seen':
        return takeContact(write, conversationId, note.at);
      case 'name':
        return change(write, conversationId, { customerName: note.name.slice(0, 100) });
      case 'unreachable':
        return change(write, conversationId, { isUnreachable: 1 });
      case 'answered-elsewhere':
      case 'left-elsewhere': {
        const now = clock.now();
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (!conversation) return false;
        if (note.kind === 'left-elsewhere') return leftElsewhere(write, conversation, { now, ...rules });
        await answeredElsewhere(write, conversation, note, { now, ...rules });
        return true;
      }
    }
  }
}

async function takeArrival(
  write: Write,
  conversationId: string,
  note: Extract<ChannelNote, { kind: 'arrived' }>,
): Promise<boolean> {
  const { messageId, place } = readPartId(note.messageId);
  const row = await write
    .selectFrom('messages')
    .select('arrivals')
    .where('id', '=', messageId)
    .where('conversationId', '=', conversationId)
    .where('status', '=', 'queued')
    .executeTakeFirst();
  // Most echoes tell of what is known to be sent.
  if (!row) return false;
  const arrivals = parseArrivals(row.arrivals).set(place, note.activityId);
  await write
    .updateTable('messages')
    .set({ arrivals: JSON.stringify([...arrivals]) })
    .where('id', '=', messageId)
    .execute();
  return true;
}

async function takeReceipt(
  write: Write,
  conversationId: string,
  { kind, until }: Extract<ChannelNote, { kind: 'delivered' | 'read' }>,
): Promise<boolean> {
  const columns =
    kind === 'read' ? (['deliveredUntil', 'readUntil'] as const) : (['deliveredUntil'] as const);
  let isNews = false;
  for (const column of columns) {
    const { numUpdatedRows } = await write
      .updateTable('conversations')
      .set({ [column]: until })
      .where('id', '=', conversationId)
      .where((expression) => expression.or([expression(column, 'is', null), expression(column, '<', until)]))
      .executeTakeFirst();
    isNews ||= numUpdatedRows > 0n;
  }
  return isNews;
}

async function takeContact(write: Write, conversationId: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('conversations')
    .set({ customerWroteAt: at, isUnreachable: 0 })
    .where('id', '=', conversationId)
    .where((expression) =>
      expression.or([expression('customerWroteAt', 'is', null), expression('customerWroteAt', '<', at)]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function change(
  write: Write,
  conversationId: string,
  values: { customerName: string } | { isUnreachable: 1 },
): Promise<boolean> {
  await write.updateTable('conversations').set(values).where('id', '=', conversationId).execute();
  return true;
}
