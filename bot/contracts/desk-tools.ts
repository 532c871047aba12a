import type { DeskArchive } from './desk-archive.js';
import type { DeskCanned } from './desk-canned.js';
import type { DeskKnowledge } from './desk-knowledge.js';
import type { DeskNotes } from './desk-notes.js';
import type { Privacy } from './privacy.js';

/** What agents work with beside the conversations at hand. */
export interface DeskTools {
  readonly archive: DeskArchive;
  readonly notes: DeskNotes;
  readonly canned: DeskCanned;
  readonly knowledge: DeskKnowledge;
  readonly privacy: Privacy;
}
