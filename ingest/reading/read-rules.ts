import type { IngestSettings } from '../settings.js';
import type { ReadRules } from '../steps/make-item.js';

/** What a run reads by. */
export function readRules(settings: IngestSettings): ReadRules {
  return {
    answerRule: {
      kind: settings.INGEST_ANSWER_RULE,
      minimumVotes: settings.INGEST_MINIMUM_VOTES,
      staffRanks: settings.INGEST_STAFF_RANKS,
    },
    fallbackLanguage: settings.INGEST_LANGUAGE,
    publicContacts: settings.INGEST_PUBLIC_CONTACTS,
  };
}
