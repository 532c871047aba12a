import type { EmbeddedLabel } from '../../../index/contracts/labels.js';
import type { EmbeddedItem, ReleaseManifest, ReleaseStore } from '../../../index/contracts/releases.js';

/** Releases in memory, with what each of them holds. */
export interface MemoryReleases extends ReleaseStore {
  itemsOf(id: string | null): readonly EmbeddedItem[];
  labelsOf(id: string | null): readonly EmbeddedLabel[];
  /** Makes the next build fail with this error. */
  failNext(error: Error): void;
}

interface MemoryRelease {
  readonly manifest: ReleaseManifest;
  readonly items: readonly EmbeddedItem[];
  readonly labels: readonly EmbeddedLabel[];
}

export function createMemoryReleases(): MemoryReleases {
  const releases = new Map<string, MemoryRelease>();
  let history: string[] = [];
  let failure: Error | null = null;
  let builds = 0;
  return {
    async build(items, embedder, { labels = [], wantedPrecision = 0.9 } = {}) {
      const entries = [...items];
      if (failure) {
        const error = failure;
        failure = null;
        throw error;
      }
      builds += 1;
      const id = `release-${String(builds).padStart(3, '0')}`;
      const manifest: ReleaseManifest = {
        format: 4,
        id,
        builtAt: '2026-01-01T00:00:00.000Z',
        embedder: { id: embedder.id, dimensions: embedder.dimensions, tokenDimensions: 0 },
        items: entries.length,
        wordings: entries.reduce((sum, { questionVectors }) => sum + questionVectors.length, 0),
        languages: [],
        bands: { answer: 0.7, doubt: 0.5, askBack: 0.25 },
        wantedPrecision,
        expected: { coverage: 0, precision: 0, from: 'nothing' },
        labels: labels.length,
        sources: {},
        checksums: {},
      };
      releases.set(id, { manifest, items: entries, labels });
      return manifest;
    },
    publish(id) {
      history = [id, ...history.filter((other) => other !== id)];
    },
    rollback() {
      history = history.slice(1);
      return history[0] ?? '';
    },
    list: () => [...releases.values()].map(({ manifest }) => manifest).reverse(),
    currentId: () => history[0] ?? null,
    sweep: () => [],
    itemsOf: (id) => releases.get(id ?? '')?.items ?? [],
    labelsOf: (id) => releases.get(id ?? '')?.labels ?? [],
    failNext(error) {
      failure = error;
    },
  };
}
