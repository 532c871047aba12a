import type { DeskArchive } from './desk-archive.js';

/** What agents work with beside the conversations at hand. */
export interface DeskTools {
  readonly archive: DeskArchive;
}
