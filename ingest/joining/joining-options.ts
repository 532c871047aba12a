import type { IngestSettings } from '../settings.js';
import type { JoiningOptions } from './contracts.js';

/** What the settings say of threads that ask the same. */
export function joiningOptions(
  settings: Pick<IngestSettings, 'INGEST_JOIN_THREADS' | 'INGEST_JOIN_RULES' | 'INGEST_STAFF_RANKS'>,
): JoiningOptions {
  return {
    mode: settings.INGEST_JOIN_THREADS,
    rulesFile: settings.INGEST_JOIN_RULES,
    staffRanks: settings.INGEST_STAFF_RANKS,
  };
}
