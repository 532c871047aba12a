import type { SpokenLanguage } from '../messages.js';

/** What a run of ingest came to that somebody must see to, as a mail tells it. No names of people. */
export interface RunAlert {
  readonly kind: 'failed' | 'held-back';
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** Code of the error of one that failed; null where it gave none. */
  readonly code: string | null;
  /** The release that was held back. */
  readonly releaseName: string | null;
  /** Why it was: `key` tells one reason from another over several nights, `text` is the rest of a sentence. */
  readonly reasons: readonly { readonly key: string; readonly text: string }[];
  readonly language: SpokenLanguage;
}
