import { join } from 'node:path';

/** The files of a release, beside its manifest. */
export const RELEASE_FILES = {
  items: 'items.sqlite',
  questions: 'questions.i8',
  passages: 'passages.i8',
  sentences: 'sentences.i8',
  tokens: 'tokens.i8',
  graph: 'wordings.hnsw',
  calibration: 'calibration.json',
} as const;

export const MANIFEST_FILE = 'manifest.json';

/** Path of a file of a release. */
export function releaseFile(folder: string, file: keyof typeof RELEASE_FILES): string {
  return join(folder, RELEASE_FILES[file]);
}

/** Names of release folders; what does not match is none (and no path out of the folder). */
export const RELEASE_ID = /^\d{8}T\d{9}-[0-9a-f]{8}$/;

/** A name that sorts by time: date and time to the millisecond in UTC, then the start of the content's hash. */
export function releaseIdOf(builtAt: Date, contentHash: string): string {
  return `${builtAt.toISOString().replace(/[-:.Z]/g, '')}-${contentHash.slice(0, 8)}`;
}
