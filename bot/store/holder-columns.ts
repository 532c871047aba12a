import type { HandoffHolder } from '../contracts/desk.js';
import type { HandoffRow } from './tables.js';

/** The columns that say who has a conversation; all null for nobody. */
export type HolderColumns = Pick<HandoffRow, 'agentId' | 'agentName' | 'elsewherePlace'>;

/** How the store keeps who has a conversation. */
export function holderColumns(holder: HandoffHolder | null): HolderColumns {
  const nobody = { agentId: null, agentName: null, elsewherePlace: null };
  switch (holder?.kind) {
    case 'agent':
      return { ...nobody, agentId: holder.id, agentName: holder.name };
    case 'elsewhere':
      return { ...nobody, elsewherePlace: holder.name };
    case undefined:
      return nobody;
  }
}

/** Who has a conversation by what the store keeps; null for nobody. */
export function holderOf({ agentId, agentName, elsewherePlace }: HolderColumns): HandoffHolder | null {
  if (elsewherePlace !== null) return { kind: 'elsewhere', name: elsewherePlace };
  return agentId === null ? null : { kind: 'agent', id: agentId, name: agentName ?? '' };
}
