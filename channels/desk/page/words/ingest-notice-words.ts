import type { IngestNotice } from '../../../../bot/contracts/ingest-notice.js';
import type { QueueNotice } from '../../../../bot/contracts/queue-notice.js';

/** What of an ingest that ran by itself, or of the queue, somebody must see to, each with what an administrator must do. */
export type IngestNoticeWords = Readonly<Record<IngestNotice['alert'] | QueueNotice['alert'], string>> & {
  readonly since: (moment: string) => string;
};

export const ingestNoticesNl: IngestNoticeWords = {
  'ingest-failed':
    'Het inlezen van de bronnen is mislukt; de bot antwoordt met wat hij al wist. Een beheerder moet in het logboek van de server kijken: daar staat waarom.',
  'ingest-held-back':
    'Er ligt een nieuwe versie van de kennis klaar die eerst bekeken moet worden; de bot antwoordt met de vorige. Een contentredacteur of beheerder ziet onder Releases waarom, en kan haar publiceren.',
  'address-full':
    'Van één netwerkadres vragen ongewoon veel gesprekken tegelijk een medewerker. Nieuwe gesprekken vanaf dat adres komen niet meer in de rij. Is het een kantoor van klanten? Dan kan een beheerder HANDOFFS_PER_ADDRESS verhogen.',
  since: (moment) => `Sinds ${moment}.`,
};

export const ingestNoticesEn: IngestNoticeWords = {
  'ingest-failed':
    'Reading the sources failed; the bot answers with what it knew. An administrator must look into the server’s log: it says why.',
  'ingest-held-back':
    'A new version of the knowledge waits to be looked at; the bot answers with the one before. A content editor or administrator sees why under Releases, and can publish it.',
  'address-full':
    'Unusually many conversations from one network address ask for an agent at once. New ones from there do not enter the queue. Is it an office of customers? Then an administrator can raise HANDOFFS_PER_ADDRESS.',
  since: (moment) => `Since ${moment}.`,
};
