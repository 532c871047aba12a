import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isCoded } from '../../../index/platform/errors.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { indexSettings } from '../../../index/settings.js';
import { namedByWords } from '../../../ingest/reading/named-by-words.js';
import { openSources } from '../../../ingest/reading/open-sources.js';
import { runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { settingsOfSources } from '../../../ingest/sources/source-kinds.js';
import { BROKEN_SOURCES } from '../../support/broken-sources.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { createMemoryReleases } from './memory-releases.js';

const FIXTURE = join(import.meta.dirname, '../../fixtures/ingest/threads.jsonl');
const settings = parseSettings({ ...indexSettings, ...ingestSettings }, {});
const releases = createMemoryReleases();
let directory: string;

/** As the command line reads a path under the name of the source that is live. */
async function ingest(path: string) {
  const source = path.includes('.') ? 'file' : 'stack-exchange';
  const named = namedByWords({ source, path: join(directory, path), name: 'community' }) ?? [];
  const runtimeDirectory = join(directory, 'runtime');
  const tools = { settings: settingsOfSources(settings), workDirectory: join(directory, 'work') };
  const sources = await openSources(named, tools);
  return runIngest({ runtimeDirectory, settings, releases, embedder: createFakeEmbedder(), sources });
}

beforeAll(async () => {
  directory = temporaryFolder();
  copyFileSync(FIXTURE, join(directory, 'community.jsonl'));
  expect((await ingest('community.jsonl')).outcome).toBe('published');
});

// One folder for all of them: what a failure leaves behind, the next ones and the last run find.
describe('a source that cannot be used', () => {
  it.each(BROKEN_SOURCES)('is refused in one line: $title', async ({ path, make, code, says }) => {
    make((name) => join(directory, name));
    const live = releases.currentId();
    const error = await ingest(path).catch((thrown: unknown) => thrown);
    if (!isCoded(error)) throw error;
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
    expect(error.message).not.toContain('\n');
    expect(releases.currentId()).toBe(live);
    expect(releases.list()).toHaveLength(1);
  });

  it('leaves what was read before to the next run', async () => {
    const report = await ingest('community.jsonl');
    expect(report).toMatchObject({ outcome: 'unchanged', embedded: 0 });
  });
});
