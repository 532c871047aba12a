import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBackupManifest } from '../../../../bot/backup/backup-manifest.js';
import { NAMED_FILES, namedFilesOf } from '../../../../bot/backup/named-files.js';
import { restoreBackup } from '../../../../bot/backup/restore-backup.js';
import { backupWordsOf } from '../../../../bot/backup/words.js';
import { writeBackup } from '../../../../bot/backup/write-backup.js';
import { systemClock } from '../../../../index/platform/clock.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { TestBot } from '../support/test-bot.js';

/** Every setting that names such files, each with files of this test. */
const NAMES = {
  COMPANY_FACTS: 'facts/company.json',
  OPENING_HOURS: 'facts/hours.json',
  SAFETY_TEXTS: 'safety.json',
  SEARCH_FILTERS: 'filters.json',
  DESK_TEAMS: 'teams.json',
  CLASSIFIERS: 'classifiers.json',
  INGEST_JOIN_RULES: 'joins.jsonl',
  INGEST_PRODUCTS: 'products.jsonl',
  INGEST_LABELS: 'labels/questions.jsonl,labels/more/questions.jsonl',
};

let runtime: string;
let company: string;
let to: string;
let test: TestBot;
beforeEach(async () => {
  [runtime, company, to] = [temporaryFolder(), temporaryFolder(), join(temporaryFolder(), 'monday')];
  test = await TestBot.open({ runtimeDirectory: runtime, redact: async (question) => question });
  for (const path of filesIn(company)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `content of ${path.slice(company.length)}`);
  }
  await writeBackup({
    ...{ runtimeDirectory: runtime, to, version: '1', clock: systemClock },
    namedFiles: namedFilesOf(environmentIn(company)),
  });
});
afterEach(() => test.bot.stop());

function environmentIn(folder: string): Record<string, string> {
  const inside = (paths: string) =>
    paths
      .split(',')
      .map((path) => join(folder, path))
      .join(',');
  return Object.fromEntries(Object.entries(NAMES).map(([setting, paths]) => [setting, inside(paths)]));
}

const filesIn = (folder: string) => Object.values(environmentIn(folder)).flatMap((paths) => paths.split(','));
const putBack = (environment: Record<string, string>, isReplacing = false) =>
  restoreBackup({
    ...{ from: to, runtimeDirectory: temporaryFolder(), isReplacing },
    namedFiles: namedFilesOf(environment),
  });

describe('files that settings name', () => {
  it('are all in a backup, for the owner alone and with their hash, by a path within it', () => {
    const paths = readBackupManifest(to).entries.map(({ path }) => path);
    const named = paths.filter((path) => path.startsWith(`${NAMED_FILES}/`));
    expect(named).toHaveLength(10);
    expect(named).toContain(`${NAMED_FILES}/INGEST_LABELS/1-questions.jsonl`);
    for (const path of named) expect(statSync(join(to, path)).mode & 0o777).toBe(0o600);
  });

  it('come where the settings of the machine name them, wherever they were before', async () => {
    const elsewhere = join(temporaryFolder(), 'another', 'place');
    const { namedFiles } = await putBack(environmentIn(elsewhere));
    expect(new Set(namedFiles.map(({ outcome }) => outcome))).toEqual(new Set(['put back']));
    for (const path of filesIn(elsewhere)) {
      expect(readFileSync(path, 'utf8')).toBe(`content of ${path.slice(elsewhere.length)}`);
    }
  });

  it('leave another file alone that is there, and take its place with --replace', async () => {
    const [facts = ''] = filesIn(company);
    writeFileSync(facts, 'written since');
    const kept = (await putBack(environmentIn(company))).namedFiles;
    expect(kept.filter(({ outcome }) => outcome !== 'same')).toEqual([
      { setting: 'COMPANY_FACTS', path: facts, outcome: 'kept' },
    ]);
    expect(readFileSync(facts, 'utf8')).toBe('written since');
    await putBack(environmentIn(company), true);
    expect(readFileSync(facts, 'utf8')).toBe('content of /facts/company.json');
    expect(readFileSync(`${facts}.before-restore`, 'utf8')).toBe('written since');
  });

  it('stay in the backup where no setting names a place, and both languages say so', async () => {
    const { INGEST_LABELS: labels, SEARCH_FILTERS: filters, ...fewer } = environmentIn(company);
    for (const path of filesIn(company)) rmSync(path);
    const restored = await putBack({ ...fewer, INGEST_LABELS: labels?.split(',')[0] ?? '' });
    const unnamed = restored.namedFiles.filter(({ outcome }) => outcome === 'unnamed');
    expect(unnamed.map(({ path }) => path)).toEqual([
      `${NAMED_FILES}/INGEST_LABELS/1-questions.jsonl`,
      `${NAMED_FILES}/SEARCH_FILTERS/0-filters.json`,
    ]);
    expect(existsSync(filters ?? '')).toBe(false);
    const said = (language: string) => backupWordsOf(language, undefined).restored('there', restored);
    expect(said('en')).toContain('SEARCH_FILTERS: not put back');
    expect(said('nl')).toContain('SEARCH_FILTERS: niet teruggezet');
  });

  it('are refused where the backup was changed', async () => {
    writeFileSync(join(to, NAMED_FILES, 'DESK_TEAMS', '0-teams.json'), 'something else');
    await expect(putBack(environmentIn(company))).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });
});
