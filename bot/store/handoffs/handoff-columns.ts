import type { HandoffHolder, HandoffPriority } from '../../contracts/desk.js';
import type { Promised } from '../../hours/promise.js';
import type { HandoffRow } from '../tables.js';

/** From the least to the most; the place is what the store keeps, so that priorities sort. */
const PRIORITIES: readonly HandoffPriority[] = ['normal', 'high', 'urgent'];

/** How the store keeps a priority: 0 normal, 1 high, 2 urgent. */
export function priorityColumn(priority: HandoffPriority): number {
  return PRIORITIES.indexOf(priority);
}

/** The priority that the store keeps as a number; one it does not know counts as normal. */
export function priorityOf(column: number): HandoffPriority {
  return PRIORITIES[column] ?? 'normal';
}

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

/** The columns of a promise; all null for none. */
export type PromiseColumns = Pick<
  HandoffRow,
  'promiseFrom' | 'promiseLeftMs' | 'promiseDueAt' | 'promiseWarnAt' | 'promiseStoppedAt'
>;

/** How the store keeps a promise. */
export function promiseColumns(promised: Promised | null): PromiseColumns {
  return {
    promiseFrom: promised?.from ?? null,
    promiseLeftMs: promised?.leftMs ?? null,
    promiseDueAt: promised?.dueAt ?? null,
    promiseWarnAt: promised?.warnAt ?? null,
    promiseStoppedAt: promised?.stoppedAt ?? null,
  };
}

/** The promise that the store keeps; null for none. */
export function promiseOf(row: PromiseColumns): Promised | null {
  if (row.promiseFrom === null) return null;
  return {
    from: row.promiseFrom,
    leftMs: row.promiseLeftMs ?? 0,
    dueAt: row.promiseDueAt,
    warnAt: row.promiseWarnAt,
    stoppedAt: row.promiseStoppedAt,
  };
}
