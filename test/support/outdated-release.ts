import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './product-files.js';

/** The live release of the fixture, and the items it was made of. */
export const OUTDATED_ID = '20261129T015647012-1ad86893';
export const OUTDATED_ITEMS = [
  'community:en-001',
  'community:nl-001',
  'community:nl-002',
  'community:nl-003',
  'community:nl-004',
];

/**
 * Puts into a folder what the version before token vectors left there: a live release of format 2 and `ingest.sqlite`, of
 * eight threads of the samples in the source "community". The file they were read from is not there any more.
 */
export function copyOutdatedRelease(directory: string): void {
  cpSync(join(ROOT, 'test/fixtures/release-format-2'), directory, { recursive: true });
}
