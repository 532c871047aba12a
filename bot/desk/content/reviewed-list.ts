import type { ContentEdits } from '../../../index/contracts/content-edits.js';

/** What ingest found for content people to decide about, as it was at the last look. */
export interface ReviewedList<Entry> {
  /** Since when it is known, ISO 8601 in UTC: what was decided later is not in it. */
  readonly at: string;
  readonly count: number;
  /** The most urgent first, two hundred at most. */
  readonly first: readonly Entry[];
}

/** What was found, and what people decided since. */
interface Reviewed<Entry> {
  readonly kept: ContentEdits;
  readonly found: ReviewedList<Entry>;
}

/** @param look null where nobody looks; gives null where looking failed */
export function openReviewed<Entry>(
  kept: ContentEdits | null,
  look: (() => Promise<ReviewedList<Entry> | null>) | null,
): () => Promise<Reviewed<Entry> | null> {
  return async () => {
    const found = kept && look ? await look() : null;
    return kept && found ? { kept, found } : null;
  };
}
