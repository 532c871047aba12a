import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embedder } from '../contracts/embedder.js';
import type { Item } from '../contracts/items.js';
import type { BuildOptions } from '../contracts/releases.js';
import { createReleaseStore } from '../releases/create-release-store.js';
import { type OpenRelease, openRelease } from '../releases/open-release.js';
import { embedItems, type OnProgress } from './embed-items.js';

/** Builds a release of items in a temporary folder, as ingest does, and opens it for a while. */
export async function withRelease<Result>(
  items: readonly Item[],
  embedder: Embedder,
  options: BuildOptions,
  run: (release: OpenRelease) => Promise<Result>,
  onProgress?: OnProgress,
): Promise<Result> {
  const temporary = mkdtempSync(join(tmpdir(), 'evaluate-'));
  try {
    const store = createReleaseStore({ directory: temporary, now: () => new Date() });
    const { id } = await store.build(await embedItems(items, embedder, onProgress), embedder, options);
    const release = await openRelease(temporary, id, embedder);
    try {
      return await run(release);
    } finally {
      release.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
