import type { ContentEdits } from '../contracts/content-edits.js';
import type { Withdrawals } from '../contracts/withdrawals.js';

/** What a server tells nobody, whatever release is live: what its source took back, and what content people hid. */
export function hiddenBy(
  withdrawals: Pick<Withdrawals, 'hides'>,
  edits: Pick<ContentEdits, 'hides'>,
): Pick<Withdrawals, 'hides'> {
  return { hides: (item) => edits.hides(item.id) || withdrawals.hides(item) };
}
