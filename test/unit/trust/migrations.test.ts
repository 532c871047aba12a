import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '../../../bot/store/migrations.js';
import { openTables } from '../../../bot/store/sqlite/open-sqlite-store.js';
import { openDatabase } from '../../../index/platform/database.js';
import type { Migrations } from '../../../index/platform/migrate.js';

/** The definitions of tables, indexes and triggers of a database. */
async function schemaAfter(steps: Migrations): Promise<ReadonlySet<string>> {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  const path = join(folder, 'store.sqlite');
  await (await openTables(openDatabase(path), steps)).destroy();
  const database = openDatabase(path, { isReadOnly: true });
  const rows = database.prepare('select name, sql from sqlite_master where sql is not null').all();
  database.close();
  rmSync(folder, { recursive: true });
  const own = (rows as { name: string; sql: string }[]).filter(({ name }) => !name.startsWith('kysely'));
  return new Set(own.map(({ sql }) => sql));
}

// A new step: "npx vitest run test/unit/trust/migrations.test.ts -u" writes it down. A line that changes is a step that was edited.
it('the steps of a store change the tables as they did when they were released', async () => {
  const names = Object.keys(migrations).sort();
  let before: ReadonlySet<string> = new Set();
  const lines: string[] = [];
  for (let count = 1; count <= names.length; count += 1) {
    const steps = names.slice(0, count).map((name) => [name, migrations[name]] as const);
    const after = await schemaAfter(Object.fromEntries(steps) as Migrations);
    const added = [...after].filter((sql) => !before.has(sql)).sort();
    const hash = createHash('sha256').update(added.join('\n')).digest('hex').slice(0, 16);
    lines.push(`${names[count - 1]} ${added.length} ${hash}`);
    before = after;
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('released-migrations.txt');
});

/** The last step that databases out there have had; moved on with each release. */
const LAST_OUT_THERE = '035-run-mails';
const STEPS_OUT_THERE = 30;

it('the steps that are new come behind those that databases have had, and are made on them', async () => {
  const names = Object.keys(migrations).sort();
  expect(names.indexOf(LAST_OUT_THERE) + 1).toBe(STEPS_OUT_THERE);
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  const path = join(folder, 'store.sqlite');
  const old = names.slice(0, STEPS_OUT_THERE).map((name) => [name, migrations[name]] as const);
  await (await openTables(openDatabase(path), Object.fromEntries(old) as Migrations)).destroy();
  const store = await openTables(openDatabase(path), migrations);
  await store.destroy();
  rmSync(folder, { recursive: true });
});
