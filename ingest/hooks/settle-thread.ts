import type { Item } from '../../index/contracts/items.js';
import type { Withdrawals } from '../../index/contracts/withdrawals.js';
import type { GoneRow, SourceRow } from '../sources/contracts.js';
import { makeItem, type ReadRules } from '../steps/make-item.js';

/** What reading a thread again has shown. */
export type Settling = 'withdrawn' | 'stands' | 'changed' | 'not-live' | 'unread';

export interface SettlingTools {
  readonly source: string;
  readonly rules: ReadRules;
  readonly withdrawals: Pick<Withdrawals, 'withdraw' | 'confirm' | 'isSame' | 'ids'>;
  readonly heldItem: (id: string) => Item | null;
  readonly now: Date;
}

/**
 * Withdraws what a thread that was read again answers no more: it is gone, has no answer any more, or another reply is its
 * answer. The same reply in other words stays until the next run takes the new ones: most edits mend a letter. What was
 * withdrawn and has the very same answer again is told again.
 */
export function settleThread(row: SourceRow | GoneRow, itemId: string, tools: SettlingTools): Settling {
  const { source, rules, withdrawals, heldItem, now } = tools;
  if (row.kind === 'failed') return 'unread';
  const held = heldItem(itemId);
  const result = row.kind === 'thread' ? makeItem(row.thread, source, rules) : null;
  const item = result?.kind === 'item' ? result.item : null;
  const isWithdrawn = withdrawals.ids().includes(itemId);
  if (item === null) {
    // Also where the live release has it no more: another may, and can be gone back to.
    withdrawals.withdraw([{ itemId, link: held?.url ?? null }], now);
    return 'withdrawn';
  }
  if (isWithdrawn) withdrawals.confirm([item]);
  if (held === null) return 'not-live';
  if (withdrawals.isSame(held, item)) return 'stands';
  const isSameReply = held.url === item.url && held.author.name === item.author.name;
  // Where a newer thread's answer is told, this thread's own stands behind it.
  if (isSameReply || isWithdrawn || held.answeredIn !== undefined) return 'changed';
  withdrawals.withdraw([{ itemId, link: held.url }], now);
  withdrawals.confirm([item]);
  return 'withdrawn';
}
