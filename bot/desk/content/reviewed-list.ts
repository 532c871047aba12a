/** What ingest found for content people to decide about, as it was at the last look. */
export interface ReviewedList<Entry> {
  /** Since when it is known, ISO 8601 in UTC: what was decided later is not in it. */
  readonly at: string;
  readonly count: number;
  /** The most urgent first, two hundred at most. */
  readonly first: readonly Entry[];
}
