import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnowledgeBase } from '../../index/contracts/search.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { openKnowledgeBase } from '../../index/knowledge-base.js';
import { systemClock } from '../../index/platform/clock.js';
import { silentLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';
import { runIngest } from '../../ingest/run-ingest.js';
import { ingestSettings } from '../../ingest/settings.js';

/** Ingests the sample community into a temporary folder, hands over its knowledge base, and takes all away again. */
export async function withSampleCommunity<Result>(
  use: (knowledgeBase: KnowledgeBase) => Promise<Result>,
): Promise<Result> {
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, {});
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const directory = join(folder, 'releases');
  const embedder = await openEmbedder(embedderOptions(settings));
  try {
    const releases = createReleaseStore({ directory, now: () => systemClock.now() });
    await runIngest({ runtimeDirectory: folder, settings, releases, embedder });
    const knowledgeBase = await openKnowledgeBase({ directory, embedder, log: silentLog });
    try {
      return await use(knowledgeBase);
    } finally {
      await knowledgeBase.close();
    }
  } finally {
    await embedder.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
