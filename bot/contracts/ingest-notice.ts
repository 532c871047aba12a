/** What became of an ingest that ran by itself; it stays until a run goes well, or somebody publishes. */
export interface IngestNotice {
  readonly door: null;
  readonly alert:
    | 'ingest-failed' // what is answered grows old
    | 'ingest-held-back'; // a release waits for a person
  /** ISO 8601 in UTC. */
  readonly since: string;
}
