import type { VerdictBy } from '../../index/contracts/labels.js';

/** What somebody said of an item as the answer to a question, in the customer's own words: not to be kept like this. */
export interface RawVerdict {
  readonly question: string;
  readonly itemId: string;
  readonly isRight: boolean;
  readonly by: VerdictBy;
}
