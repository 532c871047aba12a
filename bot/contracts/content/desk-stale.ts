import type { Confirmation, StaleFinding } from '../../../index/contracts/confirmations.js';
import type { DeskAgent } from '../desk.js';
import type { ContentItem, ContentOutcome } from './desk-content.js';

/** An answer that something speaks against, to be decided about. */
export interface StaleEntry
  extends Pick<StaleFinding, 'writtenAt' | 'signs' | 'product' | 'laterDoubts' | 'staleness'> {
  /** With where it was told. */
  readonly item: ContentItem;
  /** Tells what was looked at from what came since. */
  readonly seen: string;
}

/** What somebody said still holds. */
export type ConfirmedAnswer = Pick<Confirmation, 'itemId' | 'question' | 'by' | 'at'>;

/** What may not hold any more, and what was said to hold. */
export interface StaleLists {
  /** The worst first, fifty at most. */
  readonly entries: readonly StaleEntry[];
  /** How many there are in all. */
  readonly count: number;
  /** The newest first, twenty at most. */
  readonly confirmed: readonly ConfirmedAnswer[];
}

/** Answers that may not hold any more, for content people; outdated, hidden and written anew they are by `DeskContent`. */
export interface DeskStale {
  lists(agent: DeskAgent): Promise<ContentOutcome<StaleLists>>;
  /** Keeps that an answer still holds; what was looked at and is otherwise now is `changed-meanwhile`. */
  confirm(agent: DeskAgent, itemId: string, seen: string): Promise<ContentOutcome<StaleLists>>;
  /** Takes that back. @param at of the one that is meant */
  unconfirm(agent: DeskAgent, itemId: string, at: string): Promise<ContentOutcome<StaleLists>>;
}
