import type { LeadBoard, ReadingAlong } from '../../../bot/contracts/tools/desk-lead.js';

/** Answer of reading what a team lead sees beside the rows. */
export interface LeadReply {
  readonly board: LeadBoard;
  /** Whether reading along unseen is switched on. */
  readonly mayReadUnseen: boolean;
}

/** Answer of asking how one reads along in a conversation; null: not. */
export interface ReadingReply {
  readonly reading: ReadingAlong | null;
  /** Whether reading along unseen is switched on. */
  readonly mayReadUnseen: boolean;
}
