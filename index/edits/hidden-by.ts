import type { ApprovedAnswers } from '../contracts/approved-answers.js';
import type { ContentEdits } from '../contracts/content-edits.js';
import type { Withdrawals } from '../contracts/withdrawals.js';

/**
 * What a server tells nobody, whatever release is live: what its source took back, what content people hid, and which of their
 * colleagues' answers they took back.
 */
export function hiddenBy(
  withdrawals: Pick<Withdrawals, 'hides'>,
  edits: Pick<ContentEdits, 'hides'>,
  approved: Pick<ApprovedAnswers, 'hides'>,
): Pick<Withdrawals, 'hides'> {
  return { hides: (item) => edits.hides(item.id) || approved.hides(item.id) || withdrawals.hides(item) };
}
