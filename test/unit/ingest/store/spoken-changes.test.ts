import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../../index/platform/database.js';
import { openSpokenChanges } from '../../../../ingest/store/made/spoken-changes.js';
import { openIngestDatabase } from '../../../../ingest/store/open-ingest-database.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

let folder: string;
let database: Database;

beforeEach(() => {
  folder = temporaryFolder();
  database = openIngestDatabase(join(folder, 'ingest.sqlite'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const BEFORE = { id: 'forum:1', answer: 'Call the shop, they send you a new one.' };
const SINCE = { id: 'forum:1', answer: 'Since January 2024 you do it yourself in the app.' };
const rows = () => database.prepare('SELECT id, speaks FROM spokenChange ORDER BY id').all();

it('finds out once whether an answer speaks of a change, and again when it says something else', () => {
  const speaks = openSpokenChanges(database, 'one');
  expect([speaks(BEFORE), speaks(BEFORE)]).toEqual([false, false]);
  expect(rows()).toEqual([{ id: 'forum:1', speaks: 0 }]);
  expect(speaks(SINCE)).toBe(true);
  expect(rows()).toEqual([{ id: 'forum:1', speaks: 1 }]);
});

it('takes what was found before, until another version of the steps looks', () => {
  openSpokenChanges(database, 'one')(BEFORE);
  database.exec('UPDATE spokenChange SET speaks = 1');
  expect(openSpokenChanges(database, 'one')(BEFORE)).toBe(true);
  expect(openSpokenChanges(database, 'two')(BEFORE)).toBe(false);
});
