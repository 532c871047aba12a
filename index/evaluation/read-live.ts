import { indexErrors } from '../errors.js';
import { createReleaseStore } from '../releases/create-release-store.js';
import { openRelease, type ReleaseEmbedder } from '../releases/open-release.js';
import { readQueries } from './read-corpus.js';
import type { EvaluationSet } from './read-fields.js';

/**
 * Reads the live release as a set: its items, with the questions of the half to fit on from files of labelled questions.
 * @throws KNOWLEDGE_NOT_READY, EVALUATION_FILE_INVALID, RELEASE_DAMAGED, RELEASE_EMBEDDER_MISMATCH
 */
export async function readLive(
  directory: string,
  embedder: ReleaseEmbedder,
  files: readonly string[],
): Promise<EvaluationSet> {
  const id = createReleaseStore({ directory, now: () => new Date() }).currentId();
  if (id === null) throw indexErrors.KNOWLEDGE_NOT_READY({ directory });
  const release = await openRelease(directory, id, embedder);
  try {
    const items = Array.from({ length: release.index.items }, (_, number) => release.itemAt(number));
    return { name: 'live', items, queries: files.flatMap((file) => readQueries(file, 'fit')) };
  } finally {
    release.close();
  }
}

/** At most so many questions of a set, evenly drawn: sets count alike, and a large one only takes longer. */
export function drawnFrom(set: EvaluationSet, most: number): EvaluationSet {
  const { queries } = set;
  if (queries.length <= most) return set;
  const step = queries.length / most;
  return {
    ...set,
    queries: queries.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)),
  };
}
