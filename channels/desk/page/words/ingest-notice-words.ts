import type { IngestNotice } from '../../../../bot/contracts/ingest-notice.js';

/** What of an ingest that ran by itself somebody must see to, each with what an administrator must do. */
export type IngestNoticeWords = Readonly<Record<IngestNotice['alert'], string>> & {
  readonly since: (moment: string) => string;
};

export const ingestNoticesNl: IngestNoticeWords = {
  'ingest-failed':
    'Het inlezen van de bronnen is mislukt; de bot antwoordt met wat hij al wist. Een beheerder moet in het logboek van de server kijken: daar staat waarom.',
  'ingest-held-back':
    'Er ligt een nieuwe versie van de kennis klaar die eerst bekeken moet worden; de bot antwoordt met de vorige. Een contentredacteur of beheerder ziet onder Releases waarom, en kan haar publiceren.',
  since: (moment) => `Sinds ${moment}.`,
};

export const ingestNoticesEn: IngestNoticeWords = {
  'ingest-failed':
    'Reading the sources failed; the bot answers with what it knew. An administrator must look into the server’s log: it says why.',
  'ingest-held-back':
    'A new version of the knowledge waits to be looked at; the bot answers with the one before. A content editor or administrator sees why under Releases, and can publish it.',
  since: (moment) => `Since ${moment}.`,
};
