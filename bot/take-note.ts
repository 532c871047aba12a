import type { Clock } from '../index/platform/clock.js';
import type { ChannelConversation, ChannelNote } from './contracts.js';
import type { Background } from './conversations/background.js';
import { lockConversation } from './conversations/conversation.js';
import type { ConversationChanges } from './conversations/conversation-changes.js';
import type { Store, Write } from './conversations/store.js';
import { answeredElsewhere, type ElsewhereRules, leftElsewhere } from './handoff/answered-elsewhere.js';
import type { Outbox } from './outbox/outbox.js';
import { parseArrivals, readPartId } from './outbox/queued-message.js';

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
 * a conversation that is not known is left alone: channels tell of everything that happens on a page.
 */
export function createNoteTaking(parts: NoteParts): (note: ChannelNote) => Promise<void> {
  const { store, clock, outbox, background, changes, rules } = parts;
  return async (note) => {
    const conversationId = await findId(store, note.of);
    if (conversationId === null) return;
    await store.transaction().execute((write) => take(write, conversationId, note));
    changes.announce(conversationId);
    // What waited for word that it went out need not wait any more.
    if (note.kind === 'arrived') void background.run(() => outbox.drain(conversationId));
  };

  async function take(write: Write, conversationId: string, note: ChannelNote): Promise<void> {
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
        if (!conversation) return;
        if (note.kind === 'left-elsewhere') await leftElsewhere(write, conversation, { now, ...rules });
        else await answeredElsewhere(write, conversation, note, { now, ...rules });
      }
    }
  }
}

async function findId(store: Store, of: ChannelConversation): Promise<string | null> {
  const row = await store
    .selectFrom('conversations')
    .select('id')
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function takeArrival(
  write: Write,
  conversationId: string,
  note: Extract<ChannelNote, { kind: 'arrived' }>,
): Promise<void> {
  const { messageId, place } = readPartId(note.messageId);
  const row = await write
    .selectFrom('messages')
    .select('arrivals')
    .where('id', '=', messageId)
    .where('conversationId', '=', conversationId)
    .where('status', '=', 'queued')
    .executeTakeFirst();
  if (!row) return;
  const arrivals = parseArrivals(row.arrivals).set(place, note.activityId);
  await write
    .updateTable('messages')
    .set({ arrivals: JSON.stringify([...arrivals]) })
    .where('id', '=', messageId)
    .execute();
}

async function takeReceipt(
  write: Write,
  conversationId: string,
  { kind, until }: Extract<ChannelNote, { kind: 'delivered' | 'read' }>,
): Promise<void> {
  const columns = kind === 'read' ? (['deliveredAt', 'readAt'] as const) : (['deliveredAt'] as const);
  for (const column of columns) {
    await write
      .updateTable('messages')
      .set({ [column]: until })
      .where('conversationId', '=', conversationId)
      .where('status', '=', 'sent')
      .where('sentAt', '<=', until)
      .where(column, 'is', null)
      .execute();
  }
}

async function takeContact(write: Write, conversationId: string, at: string): Promise<void> {
  await write
    .updateTable('conversations')
    .set({ customerWroteAt: at, isUnreachable: 0 })
    .where('id', '=', conversationId)
    .where((expression) =>
      expression.or([expression('customerWroteAt', 'is', null), expression('customerWroteAt', '<', at)]),
    )
    .execute();
}

async function change(
  write: Write,
  conversationId: string,
  values: { customerName: string } | { isUnreachable: 1 },
): Promise<void> {
  await write.updateTable('conversations').set(values).where('id', '=', conversationId).execute();
}
