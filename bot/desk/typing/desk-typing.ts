import { randomUUID } from 'node:crypto';
import { type Clock, delay } from '../../../index/platform/clock.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type { DeskTyping } from '../../contracts/desk-tools.js';
import { addressActivity } from '../../outbox/address-activity.js';
import type { Doors } from '../../outbox/doors.js';
import type { Outbox } from '../../outbox/outbox.js';
import { findConversation } from '../../store/conversations.js';
import type { Store } from '../../store/store.js';
import { isHeldNowBy } from '../who-may-act.js';
import type { CustomerTyping } from './customer-typing.js';
import { createTooSoon } from './too-soon.js';

export interface TypingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly doors: Pick<Doors, 'transportOf' | 'heldUntil'>;
  readonly outbox: Pick<Outbox, 'isSending' | 'inTurn'>;
  readonly customerTyping: CustomerTyping;
}

/** Channels show it for some five seconds, so that one sign in two goes on without a break. */
const SOONEST_MS = 2_000;
/** How long what is said next waits for it on a slow line. */
const LONGEST_MS = 2_000;

/** Typing both ways between agents and customers. */
export function createDeskTyping(parts: TypingParts): DeskTyping {
  const { store, clock, doors, outbox, customerTyping } = parts;
  const isTooSoon = createTooSoon(clock, SOONEST_MS);

  /** Runs in the order of what is said, so that no sign follows the words that end the conversation. */
  async function show(conversationId: string, agent: DeskAgent): Promise<void> {
    const conversation = await findConversation(store, conversationId);
    if (conversation === null || !isHeldNowBy(conversation, agent.id) || conversation.isUnreachable) return;
    const { reference, customerWroteAt } = conversation;
    const transport = doors.transportOf(reference.door);
    if (transport === undefined || doors.heldUntil(reference.door) !== null) return;
    const speaker = { kind: 'agent', name: agent.name } as const;
    const at = clock.now().toISOString();
    const typing = addressActivity(
      { type: 'typing' },
      { id: randomUUID(), at, reference, speaker, replyToId: null },
    );
    const isOver = new AbortController();
    // A channel that cannot show it loses nothing.
    const sending = transport.send(typing, { speaker, customerWroteAt }).catch(() => {});
    await Promise.race([sending, delay(LONGEST_MS, isOver.signal)]);
    isOver.abort();
  }

  return {
    async agentTypes(conversationId, agent) {
      if (isTooSoon(JSON.stringify([conversationId, agent.id]))) return;
      // Words are on their way already: they say more than a sign behind them.
      if (outbox.isSending(conversationId)) return;
      await outbox.inTurn(conversationId, () => show(conversationId, agent));
    },
    onCustomerTyping: (listener) => customerTyping.listen(listener),
  };
}
