import { inFigures } from '../privacy/words.js';
import { terminalLanguage } from '../terminal/terminal-language.js';
import type { BackupManifest } from './backup-manifest.js';
import type { RestoredFile } from './named-files.js';
import type { RestoredBackup } from './restore-backup.js';

/** What `npm run backup` and `npm run restore` say. */
export interface BackupWords {
  readonly backupUsage: string;
  readonly restoreUsage: string;
  readonly written: (folder: string, manifest: BackupManifest) => string;
  readonly restored: (directory: string, restored: RestoredBackup) => string;
}

const enOutcomes: Readonly<Record<RestoredFile['outcome'], string>> = {
  'put back': 'put back',
  same: 'already there',
  kept: 'another file is there and stays; the one of the backup is in its folder',
  replaced: 'put back; the one before has .before-restore behind its name',
  unnamed: 'not put back, because no setting names a place for it; it is in the folder of the backup',
};

const nlOutcomes: Readonly<Record<RestoredFile['outcome'], string>> = {
  'put back': 'teruggezet',
  same: 'was er al',
  kept: 'er staat een ander bestand en dat blijft; dat van de back-up staat in zijn map',
  replaced: 'teruggezet; het vorige heeft .before-restore achter zijn naam',
  unnamed: 'niet teruggezet, want geen instelling noemt een plaats; het staat in de map van de back-up',
};

const en: BackupWords = {
  backupUsage: `Usage: npm run backup -- --to FOLDER [--language nl|en]

Writes all that is kept in RUNTIME_DIR to a new folder, also while the server runs: conversations, files, what was learned,
releases, keys, what was erased; and the files that settings name (facts, opening hours, safety texts, filters, teams, joins,
products, labels). It holds personal data and keys: only its owner can read it. Settings (.env) and sources are not in it.

Exit codes: 0 written, 1 failed; then nothing that looks like a backup is there.`,
  restoreUsage: `Usage: npm run restore -- --from FOLDER [--replace] [--language nl|en]

Puts a backup back into RUNTIME_DIR. No server and no ingest may run there. Every file is held against its hash first, and
what people had erased is erased again. Files that settings name come where the settings of this machine name them; where another
file is there already, that one stays.

  --replace   the folder is not empty: delete what is in it, once the backup is in its place; files that settings name give way
              and are called NAME.before-restore

Exit codes: 0 put back, 1 failed; the message says whether anything was changed.`,
  written: (folder, { entries, holdsUntil }) =>
    `The backup is in ${folder}: ${entries.length} files, ${inMegabytes(entries)} MB. It holds everything that was confirmed until ${holdsUntil}.`,
  restored: (directory, { manifest, erased, namedFiles }) =>
    [
      `The backup was put back into ${directory}: ${manifest.entries.length} files, as things were at ${manifest.holdsUntil} (version ${manifest.version}).`,
      `Erased again: ${inFigures(erased) || 'nothing'}.`,
      ...namedFiles.map(({ setting, path, outcome }) => `${setting}: ${enOutcomes[outcome]} (${path}).`),
      'Start the server. What channels delivered after that moment is not in it.',
    ].join('\n'),
};

const nl: BackupWords = {
  backupUsage: `Gebruik: npm run backup -- --to MAP [--language nl|en]

Schrijft alles wat in RUNTIME_DIR bewaard wordt naar een nieuwe map, ook terwijl de server draait: gesprekken, bestanden, wat
geleerd is, releases, sleutels, wat gewist is; en de bestanden die instellingen noemen (feiten, openingstijden,
veiligheidsteksten, filters, teams, samenvoegingen, producten, labels). Er staan persoonsgegevens en sleutels in: alleen de
eigenaar kan hem lezen. Instellingen (.env) en bronnen zitten er niet in.

Exitcodes: 0 geschreven, 1 mislukt; dan staat er niets dat op een back-up lijkt.`,
  restoreUsage: `Gebruik: npm run restore -- --from MAP [--replace] [--language nl|en]

Zet een back-up terug in RUNTIME_DIR. Er mag daar geen server en geen ingest draaien. Elk bestand wordt eerst met zijn hash
vergeleken, en wat mensen hebben laten wissen, wordt opnieuw gewist. Bestanden die instellingen noemen, komen waar de
instellingen van deze machine ze noemen; staat daar al een ander bestand, dan blijft dat staan.

  --replace   de map is niet leeg: verwijder wat erin staat, zodra de back-up op zijn plaats staat; bestanden die instellingen
              noemen, maken plaats en heten dan NAAM.before-restore

Exitcodes: 0 teruggezet, 1 mislukt; de melding zegt of er iets veranderd is.`,
  written: (folder, { entries, holdsUntil }) =>
    `De back-up staat in ${folder}: ${entries.length} bestanden, ${inMegabytes(entries)} MB. Alles wat tot ${holdsUntil} bevestigd is, zit erin.`,
  restored: (directory, { manifest, erased, namedFiles }) =>
    [
      `De back-up is teruggezet in ${directory}: ${manifest.entries.length} bestanden, zoals het was op ${manifest.holdsUntil} (versie ${manifest.version}).`,
      `Opnieuw gewist: ${inFigures(erased) || 'niets'}.`,
      ...namedFiles.map(({ setting, path, outcome }) => `${setting}: ${nlOutcomes[outcome]} (${path}).`),
      'Start de server. Wat kanalen na dat moment bezorgden, zit er niet in.',
    ].join('\n'),
};

/** The words in a language: one that was asked for, else that of the system. @param locale such as "nl_NL.UTF-8" */
export function backupWordsOf(asked: string | undefined, locale: string | undefined): BackupWords {
  return terminalLanguage(asked, locale) === 'nl' ? nl : en;
}

function inMegabytes(entries: readonly { readonly bytes: number }[]): string {
  return (entries.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
}
