import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../../index/platform/database.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Thread } from '../../../../ingest/sources/contracts.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { answered, makeThread, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

let folder: string;
let releases: MemoryReleases;

beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(threads: readonly Thread[], options: Partial<IngestOptions> = {}, environment = {}) {
  const off = { INGEST_JOIN_THREADS: 'off' };
  return runIngest({
    runtimeDirectory: folder,
    settings: parseSettings({ ...indexSettings, ...ingestSettings }, { ...off, ...environment }),
    ...{ releases, embedder: createFakeEmbedder() },
    sources: [memorySource('forum', threads)],
    ...options,
  });
}

const SIM = answered('sim', 'How do I activate my SIM?', 'Put it in and call 06 1234 5678.');
const BOX = answered('box', 'What does the red light mean?', 'It means a fault, nothing else.');
const AGAIN = makeThread({ id: 'again', title: 'My SIM is not active?', duplicateOf: 'sim' });
const OPEN = makeThread({ id: 'open', title: 'Is 06 1234 5678 your number?' });

const answers = () => releases.itemsOf(releases.currentId()).map(({ item }) => item.answer);

/** What is kept of threads, after `change` of it. */
function kept(change = ''): { threadId: string; made: string }[] {
  const database = openDatabase(join(folder, 'ingest.sqlite'));
  if (change !== '') database.exec(change);
  const rows = database
    .prepare<[], { threadId: string; made: string }>(
      'SELECT threadId, made FROM madeThread ORDER BY threadId',
    )
    .all();
  database.close();
  return rows;
}
const asIfMadeBefore = () => kept("UPDATE madeThread SET made = replace(made, 'a fault', 'no fault')");

it('tells the same of a run in which no thread is cleaned again', async () => {
  const { threads: _first, ...first } = (await run([SIM, BOX, AGAIN, OPEN])) as unknown as Record<
    string,
    unknown
  >;
  const again = await run([SIM, BOX, AGAIN, OPEN]);
  const same = ['read', 'duplicates', 'skipped', 'redacted', 'items'] as const;
  for (const part of same) expect(again[part]).toEqual(first[part]);
  expect(again).toMatchObject({ outcome: 'unchanged', unchanged: 2 });
});

it('takes a thread that did not change as it was made before', async () => {
  await run([SIM, BOX]);
  asIfMadeBefore();
  await run([SIM, BOX]);
  expect(answers()[0]).toBe('It means no fault, nothing else.');
});

it.each([
  ['the thread changes', [SIM, { ...BOX, tags: ['light'] }], {}, {}],
  ['the rules change', [SIM, BOX], {}, { INGEST_ANSWER_RULE: 'accepted' }],
  ['everything is read again', [SIM, BOX], { reading: 'everything' }, {}],
] as const)('makes it anew when %s', async (_when, threads, options, environment) => {
  await run([SIM, BOX]);
  asIfMadeBefore();
  await run(threads, options, environment);
  expect(answers()[0]).toBe('It means a fault, nothing else.');
});

it('keeps nothing of a thread that is gone, and no personal data of those that stay', async () => {
  await run([SIM, BOX, AGAIN, OPEN]);
  expect(kept().map(({ threadId }) => threadId)).toEqual(['again', 'box', 'open', 'sim']);
  expect(JSON.stringify(kept())).not.toContain('1234');
  await run([SIM, OPEN], { isEmptyAllowed: true });
  expect(kept().map(({ threadId }) => threadId)).toEqual(['open', 'sim']);
});
