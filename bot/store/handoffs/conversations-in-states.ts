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

/** The ids of conversations with a hand-off that waits, that somebody has, or that expired since a time. */
export function listedConversations(store: Store, since: string) {
  return store
    .selectFrom('handoffs as found')
    .select('found.conversationId')
    .where((row) =>
      row.or([
        row('found.state', 'in', ['waiting', 'with-agent']),
        row.and([row('found.state', '=', 'expired'), row('found.endedAt', '>=', since)]),
      ]),
    );
}
