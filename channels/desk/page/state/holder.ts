import type { DeskEntry } from '../../../../bot/contracts/desk.js';

type Held = Pick<DeskEntry, 'state' | 'holder'>;

/** The agent of this desk who has a conversation; null where none has. */
export function agentWith({ state, holder }: Held): string | null {
  return state === 'with-agent' && holder?.kind === 'agent' ? holder.id : null;
}

/** Whether this agent has a conversation. */
export function isWith(entry: Held, agentId: string): boolean {
  return agentWith(entry) === agentId;
}

/** Where a conversation is answered outside of this desk, such as "Meta Business Suite"; null when it is not. */
export function placeElsewhere({ state, holder }: Held): string | null {
  return state === 'with-agent' && holder?.kind === 'elsewhere' ? holder.name : null;
}

/** Whether an agent of this desk has a conversation, or had it when an agent closed it. */
export function hadBy({ state, holder }: Held, { id }: { readonly id: string }): boolean {
  return (state === 'with-agent' || state === 'solved') && holder?.kind === 'agent' && holder.id === id;
}
