import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Item } from '../../../index/contracts/items.js';
import { openDatabase } from '../../../index/platform/database.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { indexSettings } from '../../../index/settings.js';
import { runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { answered, memorySource } from './make-thread.js';
import { createMemoryReleases, type MemoryReleases } from './memory-releases.js';

let folder: string;
let releases: MemoryReleases;

beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
});
afterEach(() => rmSync(folder, { recursive: true }));

const SIM = answered('sim', 'How do I activate my SIM?', 'Put it in and restart.');
const BOX = answered('box', 'What does the red light mean?', 'It means a fault, nothing else.');

function run(source: string, thread: typeof SIM, mode: 'publish' | 'plan' = 'publish') {
  return runIngest({
    runtimeDirectory: folder,
    settings: parseSettings({ ...indexSettings, ...ingestSettings }, {}),
    releases,
    embedder: createFakeEmbedder(),
    sources: [memorySource(source, [thread])],
    mode,
  });
}

/** Puts a text into a kept item as a version of the program published it that redacted less. */
function asPublishedBefore(id: string, answer: string): void {
  const database = openDatabase(join(folder, 'ingest.sqlite'));
  const json = database.prepare<[string], string>('SELECT json FROM item WHERE id = ?').pluck().get(id);
  const item = { ...(JSON.parse(json ?? '{}') as Item), answer };
  database
    .prepare("UPDATE item SET json = ?, fingerprint = 'old' WHERE id = ?")
    .run(JSON.stringify(item), id);
  database.exec('DELETE FROM cleaning');
  database.close();
}

const answers = () => releases.itemsOf(releases.currentId()).map(({ item }) => item.answer);

it('cleans items of an older version anew, though a run reads another source', async () => {
  await run('forum', BOX);
  asPublishedBefore('forum:box', 'Call 06&nbsp;1234&nbsp;5678. ~~Red means full.~~ Red means a fault.');
  expect(await run('manual', SIM, 'plan')).toMatchObject({ outcome: 'planned' });
  await run('manual', SIM);
  expect(answers()).toEqual(['Call [phone number].  Red means a fault.', 'Put it in and restart.']);
});

it('drops an item of which nothing is left', async () => {
  await run('forum', BOX);
  asPublishedBefore('forum:box', '~~Red means full.~~');
  await run('manual', SIM);
  expect(answers()).toEqual(['Put it in and restart.']);
});

it('leaves items alone that this version made', async () => {
  await run('forum', BOX);
  await run('manual', SIM);
  expect(await run('manual', SIM)).toMatchObject({ outcome: 'unchanged' });
});
