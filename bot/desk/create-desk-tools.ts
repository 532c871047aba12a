import type { DeskTools } from '../contracts/desk-tools.js';
import { type ArchiveParts, createArchive } from './archive/archive.js';

/** What agents work with beside the conversations at hand, on the conversation store. */
export function createDeskTools(parts: ArchiveParts): DeskTools {
  return { archive: createArchive(parts) };
}
