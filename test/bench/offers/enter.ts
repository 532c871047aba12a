import type { HandoffPriority } from '../../../bot/contracts/desk.js';
import { moveHandoff } from '../../../bot/handoff/move-handoff.js';
import { lockConversation, upsertConversation } from '../../../bot/store/conversations.js';
import type { Store } from '../../../bot/store/store.js';

/** A customer who asks for a person. */
export interface Asking {
  readonly channelId: string;
  readonly customerId: string;
  readonly priority: HandoffPriority;
}

/** Puts a customer into the queue, as a turn does. @returns the id of the conversation */
export function enter(store: Store, { channelId, customerId, priority }: Asking, now: Date): Promise<string> {
  const at = now.toISOString();
  return store.transaction().execute(async (write) => {
    const reference = { door: 'none', channelId, conversation: { id: customerId }, customer: {}, bot: {} };
    const of = { channelId, conversationId: customerId };
    const contact = { of, reference, customerId, customerName: customerId, wroteAt: at };
    const { id } = await upsertConversation(write, contact, at);
    const conversation = await lockConversation(write, id, at);
    const isFree = conversation?.state !== 'with-agent';
    const opening = { reason: 'asked', question: '', bestGuess: null, priority } as const;
    if (conversation && isFree)
      await moveHandoff(write, conversation, 'request', { now, expireMs: 1_800_000, opening });
    return id;
  });
}
