import { randomUUID } from 'node:crypto';
import { BoundedMap } from '../../../index/platform/bounded-map.js';
import { type Clock, delay } from '../../../index/platform/clock.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type { DeskReads } from '../../contracts/tools/desk-reads.js';
import { isGroup } from '../../conversations/conversation.js';
import { addressActivity } from '../../outbox/address-activity.js';
import type { Doors } from '../../outbox/doors.js';
import type { Outbox } from '../../outbox/outbox.js';
import { findConversation } from '../../store/conversations.js';
import { customerMessage } from '../../store/messages/message-of-activity.js';
import type { Store } from '../../store/store.js';
import { isHeldNowBy } from '../who-may-act.js';

export interface ReadParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly doors: Pick<Doors, 'transportOf' | 'heldUntil'>;
  readonly outbox: Pick<Outbox, 'inTurn'>;
}

/** Whose conversations were told of longest ago is forgotten first, and then told once more. */
const REMEMBERED = 10_000;
/** How long what is said next waits for it on a slow line. */
const LONGEST_MS = 2_000;

/**
 * Tells customers that an agent has read their messages. What was told is remembered in memory alone: nothing but a sign hangs on
 * it, and the agent's page tells it anew after a restart.
 */
export function createDeskReads({ store, clock, doors, outbox }: ReadParts): DeskReads {
  /** By conversation: the place of the newest message that its customer knows to be read. */
  const told = new BoundedMap<string, number>(REMEMBERED);

  /** Runs in the order of what is said, and looks at the conversation as it is then. */
  async function show(conversationId: string, agent: DeskAgent, messageId: string): Promise<void> {
    const conversation = await findConversation(store, conversationId);
    if (conversation === null || !isHeldNowBy(conversation, agent.id) || conversation.isUnreachable) return;
    // In a group nobody knows whose words they are.
    if (isGroup(conversation)) return;
    const { reference, customerWroteAt } = conversation;
    const transport = doors.transportOf(reference.door);
    if (!transport?.showRead || doors.heldUntil(reference.door) !== null) return;
    const message = await customerMessage(store, conversationId, messageId);
    if (message === null || message.sequence <= (told.get(conversationId) ?? 0)) return;
    told.delete(conversationId);
    told.set(conversationId, message.sequence);
    const speaker = { kind: 'agent', name: agent.name } as const;
    const at = clock.now().toISOString();
    const read = addressActivity(
      { type: 'event', name: 'conversation/read', value: { activityId: message.activityId } },
      { id: randomUUID(), at, reference, speaker, replyToId: null },
    );
    const isOver = new AbortController();
    // A channel that cannot show it loses nothing.
    const showing = transport.showRead(read, { speaker, customerWroteAt }).catch(() => {});
    await Promise.race([showing, delay(LONGEST_MS, isOver.signal)]);
    isOver.abort();
  }

  return {
    agentReads: (conversationId, agent, messageId) =>
      outbox.inTurn(conversationId, () => show(conversationId, agent, messageId)),
  };
}
