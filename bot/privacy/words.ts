import type { ErasedPerson, FoundPerson } from '../contracts/privacy.js';
import { terminalLanguage } from '../terminal/terminal-language.js';

/** What `npm run privacy` says. */
export interface PrivacyWords {
  readonly usage: string;
  readonly nobody: string;
  readonly conversations: string;
  readonly kept: string;
  readonly found: (person: FoundPerson) => string;
  readonly exported: (path: string, files: number) => string;
  readonly confirm: string;
  readonly erased: (person: ErasedPerson) => string;
  readonly inRelease: string;
  readonly leftovers: (count: number) => string;
  readonly applied: (counts: Readonly<Record<string, number>>) => string;
}

const OPTIONS = `  --customer CHANNEL:ID   as a channel knows them, such as "directline:dl_4711"
  --email ADDRESS
  --conversation ID       ours, or the channel's
  --out FOLDER            export
  --yes                   erase
  --language nl|en`;

const en: PrivacyWords = {
  usage: `Usage: npm run privacy -- find|export|erase (--customer CHANNEL:ID | --email ADDRESS | --conversation ID) [options]

  find     say where something is kept of one person, and how much
  export   write all of it to a new folder: person.json and the files they sent; for its owner's eyes only
  erase    delete all of it for good, also while the server runs; without --yes it only says what would go
  apply    erase once more what a backup brought back; a restore does this by itself

${OPTIONS}

Every look, export and erasure is kept in the audit, without whom it was about. Exit codes: 0 done, 1 failed, 2 nobody found,
or not confirmed.`,
  nobody: 'Nothing is kept of this person.',
  conversations: 'Conversations:',
  kept: 'Kept, by table:',
  found: (person) => listed(person, en),
  exported: (path, files) => `All of it stands in ${path}, with ${files} file(s) beside it.`,
  confirm: 'Nothing was erased. Look whether this is the right person, and say it again with --yes.',
  erased: ({ tookMs, erasedAt }) =>
    `Erased at ${erasedAt}, in ${(tookMs / 1000).toFixed(1)} s. The files of the store were searched for it afterwards.`,
  inRelease:
    'A wording learned of them stands in a release: it is hidden from now on. "npm run ingest" makes a release without it and deletes the older ones.',
  leftovers: (count) => `${count} of their sentences still stand in the store, because others said the same.`,
  applied: (counts) => `Erased once more: ${inFigures(counts) || 'nothing'}.`,
};

const nl: PrivacyWords = {
  usage: `Gebruik: npm run privacy -- find|export|erase (--customer KANAAL:ID | --email ADRES | --conversation ID) [opties]

  find     zegt waar iets van één persoon bewaard wordt, en hoeveel
  export   schrijft alles in een nieuwe map: person.json en de bestanden die hij of zij stuurde; alleen leesbaar voor de eigenaar
  erase    verwijdert alles voorgoed, ook terwijl de server draait; zonder --yes zegt het alleen wat er zou verdwijnen
  apply    wist nog eens wat met een back-up terugkwam; een herstel doet dit vanzelf

${OPTIONS}

Elke zoekactie, export en verwijdering komt in het auditlog, zonder over wie het ging. Exitcodes: 0 klaar, 1 mislukt, 2 niemand
gevonden, of niet bevestigd.`,
  nobody: 'Van deze persoon wordt niets bewaard.',
  conversations: 'Gesprekken:',
  kept: 'Bewaard, per tabel:',
  found: (person) => listed(person, nl),
  exported: (path, files) => `Alles staat in ${path}, met ${files} bestand(en) ernaast.`,
  confirm: 'Er is niets gewist. Kijk of dit de juiste persoon is, en zeg het nog eens met --yes.',
  erased: ({ tookMs, erasedAt }) =>
    `Gewist op ${erasedAt}, in ${(tookMs / 1000).toFixed(1)} s. De bestanden zijn er daarna op doorzocht.`,
  inRelease:
    'Een formulering die van deze persoon geleerd is, staat in een release: zij is vanaf nu verborgen. "npm run ingest" maakt een release zonder haar en verwijdert de oudere.',
  leftovers: (count) => `${count} zinnen staan er nog, omdat anderen hetzelfde zeiden.`,
  applied: (counts) => `Nog eens gewist: ${inFigures(counts) || 'niets'}.`,
};

/** The words in a language: one that was asked for, else that of the system. @param locale such as "nl_NL.UTF-8" */
export function privacyWordsOf(asked: string | undefined, locale: string | undefined): PrivacyWords {
  return terminalLanguage(asked, locale) === 'nl' ? nl : en;
}

function listed({ conversations, counts }: FoundPerson, words: PrivacyWords): string {
  return [
    words.conversations,
    ...conversations.map(
      ({ id, channelId, customerId, customerName, createdAt, lastActivityAt }) =>
        `  ${id}  ${channelId}:${customerId}  ${customerName}  ${createdAt} – ${lastActivityAt}`,
    ),
    words.kept,
    ...Object.entries(counts).map(([table, count]) => `  ${table.padEnd(24)}${count}`),
  ].join('\n');
}

/** "2 conversations, 1 files"; '' where all are zero. */
export function inFigures(counts: object): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}
