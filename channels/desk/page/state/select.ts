import type { DeskAgent, DeskConversation, DeskEntry } from '../../../../bot/contracts/desk.js';
import type { DeskFilters } from '../../../../bot/contracts/tools/desk-views.js';
import { ownValue } from '../words/own-value.js';
import { isOfferedTo, isOfTeam } from './assignment-state.js';
import { filterEntries, NO_FILTERS } from './filter-entries.js';
import { isWith } from './holder.js';
import type { DeskState } from './state.js';

/** The desk's lists: who waits in the order of the queue, who is helped by how long they are with us. */
export interface DeskLists {
  /** What is offered to this agent, whatever team was chosen. */
  readonly offers: readonly DeskEntry[];
  readonly waiting: readonly DeskEntry[];
  readonly mine: readonly DeskEntry[];
  /** What this agent set aside, the first to be back on top. */
  readonly snoozed: readonly DeskEntry[];
  readonly others: readonly DeskEntry[];
  /** Who waited in vain of late and nobody has helped since. */
  readonly expired: readonly DeskEntry[];
}

/** Splits the entries by who has them; what is offered to this agent is shown whatever is filtered. */
export function selectLists(
  state: DeskState,
  agent: DeskAgent,
  filters: DeskFilters = NO_FILTERS,
): DeskLists {
  const { assignment } = state;
  const shown = filterEntries(state.entries, { ...filters, teamId: undefined }, agent.id);
  const listed = shown.filter((entry) => isOfTeam(entry, assignment));
  const held = shown.filter((entry) => entry.state === 'with-agent' && isWith(entry, agent.id));
  const mine = held.filter((entry) => entry.snoozedUntil === undefined);
  const taken = listed.filter((entry) => entry.state === 'with-agent').sort(byWait);
  return {
    // As the server gives them: the queue has one order, in which customers are told their places.
    offers: state.entries.filter((entry) => isOfferedTo(entry, agent.id)),
    waiting: listed.filter((entry) => entry.state === 'waiting' && !isOfferedTo(entry, agent.id)),
    mine: mine.sort(byWait),
    snoozed: held
      .filter((entry) => entry.snoozedUntil !== undefined)
      .sort((a, b) => (a.snoozedUntil ?? '').localeCompare(b.snoozedUntil ?? '')),
    others: taken.filter((entry) => !isWith(entry, agent.id)),
    expired: listed.filter((entry) => entry.state === 'expired'),
  };
}

function byWait(a: DeskEntry, b: DeskEntry): number {
  return a.waitingSince.localeCompare(b.waitingSince);
}

/** Whether a customer wrote something that this page has not shown yet. */
export function isUnread(state: DeskState, entry: DeskEntry): boolean {
  const { customerWroteAt } = entry;
  return (
    customerWroteAt !== null && customerWroteAt > (ownValue(state.readUntil, entry.conversationId) ?? '')
  );
}

/** How many customers wait, and whether something asks for this agent's attention now. */
export function selectAttention(
  state: DeskState,
  agent: DeskAgent,
): { waiting: number; unread: number; isNew: boolean } {
  const { offers, waiting, mine } = selectLists(state, agent);
  const unread = mine.filter((entry) => isUnread(state, entry)).length;
  const isNew = state.newIds.length > 0 || unread > 0 || offers.length > 0;
  return { waiting: waiting.length + offers.length, unread, isNew };
}

/** Those who began to wait and were not looked at yet, in the order of the queue. */
export function selectNews(state: DeskState): readonly DeskEntry[] {
  return state.entries.filter((entry) => state.newIds.includes(entry.conversationId));
}

/** The newest message that an agent has on the screen; null where there is none. */
export function selectSeenId(state: DeskState, conversationId: string): string | null {
  return ownValue(state.conversations, conversationId)?.messages.at(-1)?.id ?? null;
}

/**
 * A conversation as it is known best: its lines as fetched, its row as the last change told it. A hand-off that ended
 * is no longer among the entries; then the row that came with the conversation counts.
 */
export function selectConversation(state: DeskState, conversationId: string): DeskConversation | null {
  const conversation = ownValue(state.conversations, conversationId);
  if (!conversation) return null;
  const entry = state.entries.find((candidate) => candidate.conversationId === conversationId);
  return entry ? { ...conversation, entry } : conversation;
}
