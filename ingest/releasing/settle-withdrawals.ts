import type { IngestReport } from '../contracts.js';
import type { WithdrawalsFound } from '../reading/watched-threads.js';
import { openItemChanges } from '../store/item-changes.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { PipelineRun } from './contracts.js';

/**
 * Brings what is withdrawn up to what the run has read: an answer that its source gives again may be told, in the words of
 * now; one that the source, asked by name, gives no more is told by no release, also not by an older one, from the moment on in
 * which a release without it goes live. One that is held back for its losses takes nothing away before somebody publishes it.
 * Called before the incoming items become the kept ones.
 */
export function settleWithdrawals(
  { database, withdrawals, clock }: Pick<PipelineRun, 'database' | 'withdrawals' | 'clock'>,
  { readAgain, answered, gone }: WithdrawalsFound,
  upcoming: UpcomingItems,
  outcome: IngestReport['outcome'],
): void {
  const named = new Set(gone);
  const lost = [...openItemChanges(database).withdrawn()].filter(({ id }) => named.has(id));
  withdrawals.prepare(
    lost.map(({ id, url }) => ({ itemId: id, link: url })),
    clock.now(),
  );
  withdrawals.confirm(answered.flatMap((id) => upcoming.find(id) ?? []));
  if (outcome === 'published' || outcome === 'unchanged')
    withdrawals.apply((id) => upcoming.find(id) !== null);
  withdrawals.forget(readAgain);
}
