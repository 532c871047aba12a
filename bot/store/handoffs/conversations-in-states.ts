import type { HandoffState } from '../../contracts/messages.js';
import type { Store } from '../store.js';

/**
 * The ids of conversations that have, or had, a hand-off which is in one of these states. Asked for beside the state of the
 * hand-off that a conversation has now: SQLite then begins with the few of these states, and else with every conversation that
 * is kept.
 */
export function conversationsInStates(store: Store, states: readonly HandoffState[]) {
  return store
    .selectFrom('handoffs as found')
    .select('found.conversationId')
    .where('found.state', 'in', states);
}
