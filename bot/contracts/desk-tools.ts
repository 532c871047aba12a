import type { DeskContent } from './content/desk-content.js';
import type { DeskArchive } from './desk-archive.js';
import type { DeskCanned } from './desk-canned.js';
import type { DeskKnowledge } from './desk-knowledge.js';
import type { DeskLabels } from './desk-labels.js';
import type { DeskMoves } from './desk-moves.js';
import type { DeskNotes } from './desk-notes.js';
import type { DeskViews } from './desk-views.js';
import type { Privacy } from './privacy.js';

/** What agents work with beside the conversations at hand. */
export interface DeskTools {
  readonly archive: DeskArchive;
  readonly notes: DeskNotes;
  readonly canned: DeskCanned;
  readonly knowledge: DeskKnowledge;
  readonly content: DeskContent;
  readonly privacy: Privacy;
  readonly labels: DeskLabels;
  readonly moves: DeskMoves;
  readonly views: DeskViews;
}
